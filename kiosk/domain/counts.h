// What visits add up to for the indicators of Decision 766/QĐ-TTg: numbers by procedure and by
// source. There is no place in here for anything of a person.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/result.h"
#include "kiosk/domain/dossier.h"

namespace motlan {

/// How often each thing was met, by its name, e.g. "filed", "asked.not_found", "word.held".
using Tallies = std::map<std::string, std::int64_t, std::less<>>;

struct Counts {
    /// What happened with a procedure, by its code:
    ///   begun             visits in which a card was read
    ///   filed             dossiers sealed and kept
    ///   consent_refused   of these, filed without asking any source
    ///   population_used   of these, with a held answer of the population database
    ///   part_replaced     of these, with at least one item from a source
    ///   fully_replaced    of these, with papers that all came from sources
    ///   disputed          items said to be wrong
    ///   excepted.REASON   papers that staff took while a source was silent, and why
    ///   witnessed         of these, declared before two members of staff
    ///   needed            items that the dossiers needed
    ///   from.PROVENANCE   of these, how they were obtained
    ///   asked.REASON      of these, asked of the citizen, and why
    ///   paper.PROVENANCE  papers among them, how they were obtained
    std::map<ProcedureCode, Tallies> procedures;
    /// What a source said, one for each datum that it was asked for: word.VERDICT.
    std::map<SourceId, Tallies> sources;

    bool operator==(const Counts&) const = default;
};

/// The number under that name; 0 when it was never met.
[[nodiscard]] std::int64_t count_of(const Tallies& tallies, std::string_view name);

void count_begun(Counts& counts, const ProcedureCode& procedure);
void count_filed(Counts& counts, const Dossier& dossier);
void count_words(Counts& counts, const SourceId& source, const SourceWords& words);

/// Adds `more` to `counts`.
void add(Counts& counts, const Counts& more);

[[nodiscard]] Tree to_tree(const Counts& counts);
/// Fails with Fault::RecordDamaged for anything that to_tree never makes.
[[nodiscard]] Result<Counts> parse_counts(const Tree& tree);

/// One indicator of the group "Số hóa hồ sơ" of Decision 766/QĐ-TTg, as the live scheme of autumn
/// 2026 words it. The score itself is the province's to give: it sees every channel.
struct Indicator {
    std::string_view name;  ///< as in the scheme, Vietnamese
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;
    int most = 0;  ///< points that the scheme gives for 100 %
};

/// The indicators that a kiosk's own dossiers feed.
[[nodiscard]] std::vector<Indicator> indicators(const Counts& counts);

}  // namespace motlan
