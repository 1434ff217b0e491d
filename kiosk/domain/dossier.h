// What a citizen files: the answers, the papers and how each of them was obtained.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/core/bytes.h"
#include "kiosk/core/image.h"
#include "kiosk/core/tree.h"
#include "kiosk/domain/acquisition.h"
#include "kiosk/domain/help.h"
#include "kiosk/domain/page.h"

namespace motlan {

/// The citizen's agreement to the queries, for this dossier only.
struct ConsentRecord {
    std::string reference;  ///< random, made once
    WallTime given{};
    Language language = Language::Vietnamese;
};

/// Counts for the citizen and for the indicators of Decision 766; nothing personal.
struct BurdenReceipt {
    int needed = 0;
    int not_asked = 0;
    int asked = 0;
    int papers_spared = 0;
    bool operator==(const BurdenReceipt&) const = default;
};

using Papers = std::map<ItemId, std::vector<Page>>;

/// A complete dossier, before it is sealed.
struct Dossier {
    Procedure procedure;
    Profile profile;
    std::optional<ConsentRecord> consent;  ///< empty: refused, nothing was queried
    AcquisitionPlan plan;
    SourceWords words;
    Answers answers;
    Papers papers;
    Disputes disputes;
    WallTime declared{};
    Language language = Language::Vietnamese;
    std::optional<std::int64_t> fee = {};  ///< đồng, as the citizen was told; the province decides
    std::vector<HelpRecord> helped = {};   ///< the times that staff have helped
    std::string supplements = {};          ///< id of the dossier that this is added to
};

[[nodiscard]] BurdenReceipt count_burden(const Procedure& procedure, const AcquisitionPlan& plan);

/// The form part of a dossier (formats, section 6).
[[nodiscard]] Tree form_of(const Dossier& dossier);

}  // namespace motlan
