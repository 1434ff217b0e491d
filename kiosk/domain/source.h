// Databases that hold what a procedure needs, and what their owners have published as usable.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/problem.h"
#include "kiosk/core/strong.h"
#include "kiosk/core/tree.h"
#include "kiosk/domain/civil_date.h"
#include "kiosk/domain/words.h"

namespace motlan {

/// A datum or a paper, e.g. "person.birth_date", "document.birth_certificate".
using ConceptId = Strong<struct ConceptIdTag, std::string>;
/// A database, e.g. "dc" (population), "ht" (civil status).
using SourceId = Strong<struct SourceIdTag, std::string>;

/// One concept that the owner of a source has announced as usable (Resolution 66.7/2025/NQ-CP).
struct Publication {
    ConceptId concept_id;
    std::string act;
    CivilDate from;
    bool verified = false;  ///< false: the act is not confirmed; shown to staff as such
};

/// Where whoever holds a datum corrects it, as the end of a sentence: "công an xã nơi ông/bà ở".
struct Correction {
    Words place;
    bool verified = false;  ///< false: the owner has not confirmed it, and citizens are told so
};

struct Source {
    SourceId id;
    Words name;
    std::vector<Publication> publications;
    std::optional<Correction> correction{};  ///< empty: nobody has said where

    /// The act that makes the concept usable on `day`; nullptr when there is none.
    [[nodiscard]] const Publication* publication_of(const ConceptId& concept_id,
                                                    const CivilDate& day) const;
};

/// Every known source. Read once at start.
class SourceRegister {
public:
    SourceRegister() = default;
    /// Reads config/sources.toml.
    static Checked<SourceRegister> parse(const Tree& document, const std::string& file);

    [[nodiscard]] const Source* find(const SourceId& id) const;
    /// The source that has published the concept on `day`; nullptr when none has.
    [[nodiscard]] const Source* publisher_of(const ConceptId& concept_id,
                                             const CivilDate& day) const;
    [[nodiscard]] const std::vector<Source>& all() const { return sources_; }

private:
    std::vector<Source> sources_;
};

}  // namespace motlan
