// An invented person as a file: what the card says and what each source holds. For trying a
// procedure without a screen, and for the authors of the catalogue.
#pragma once

#include <filesystem>
#include <set>

#include "kiosk/core/problem.h"
#include "kiosk/domain/acquisition.h"

namespace motlan {

struct PersonFile {
    std::string code;  ///< the card's QR code
    Profile profile;
    /// What each source holds, by source and concept.
    std::map<SourceId, std::map<ConceptId, std::string>> held;

    /// The words that the sources would say to this procedure's queries; those in `down` are
    /// silent.
    [[nodiscard]] SourceWords words(const std::map<SourceId, std::vector<ConceptId>>& queries,
                                    const std::set<SourceId>& down) const;
};

/// Reads a file like those in tests/data/people: [card] as printed, [sources.<id>] concept = value.
[[nodiscard]] Checked<PersonFile> read_person(const std::filesystem::path& file,
                                              const CivilDate& today);

}  // namespace motlan
