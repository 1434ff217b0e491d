// What a citizen files: the answers, the papers and how each of them was obtained.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "kiosk/core/bytes.h"
#include "kiosk/core/image.h"
#include "kiosk/core/tree.h"
#include "kiosk/domain/acquisition.h"
#include "kiosk/domain/behalf.h"
#include "kiosk/domain/help.h"
#include "kiosk/domain/id_card_qr.h"
#include "kiosk/domain/page.h"
#include "kiosk/domain/paper_exception.h"

namespace motlan {

/// The citizen's agreement to the queries, for this dossier only.
struct ConsentRecord {
    std::string reference;  ///< random, made once
    WallTime given{};
    Language language = Language::Vietnamese;
};

/// Counts for the citizen and for the indicators of Decision 766, and for whom it was filed;
/// nothing personal.
struct BurdenReceipt {
    int needed = 0;
    int not_asked = 0;
    int asked = 0;
    int papers_spared = 0;
    ForWhom for_whom = ForWhom::Self;
    bool operator==(const BurdenReceipt&) const = default;
};

using Papers = std::map<ItemId, std::vector<Page>>;

/// A complete dossier, before it is sealed.
struct Dossier {
    Procedure procedure;
    Profile profile;                        ///< of whoever files it
    std::vector<CardOddity> oddities = {};  ///< of the card's code; an officer looks at them
    std::optional<ConsentRecord> consent;   ///< empty: refused, nothing was queried
    AcquisitionPlan plan;
    SourceWords words;
    Answers answers;
    std::set<ItemId> on_papers = {};  ///< answers that stood on a scanned paper and were confirmed
    Papers papers;
    Disputes disputes;
    WallTime declared{};
    Language language = Language::Vietnamese;
    std::optional<std::int64_t> fee = {};  ///< đồng, as the citizen was told; the province decides
    std::vector<HelpRecord> helped = {};   ///< the times that staff have helped
    std::string supplements = {};          ///< id of the dossier that this is added to
    std::optional<Behalf> behalf = {};     ///< for whom else it is filed; empty: for himself
    PaperExceptions exceptions = {};       ///< papers taken in the place of a silent source
    std::optional<WitnessStatement> witnessed = {};  ///< of a citizen who could not declare alone
};

/// The tie to the person for whom it is filed counts as a paper when a source has shown it.
[[nodiscard]] BurdenReceipt count_burden(const Procedure& procedure, const AcquisitionPlan& plan,
                                         const std::optional<Behalf>& behalf = {});

/// The form part of a dossier (formats, section 6).
[[nodiscard]] Tree form_of(const Dossier& dossier);

}  // namespace motlan
