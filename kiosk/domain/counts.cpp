#include "kiosk/domain/counts.h"

#include <algorithm>
#include <format>
#include <limits>
#include <ranges>

namespace motlan {
namespace {

/// The population database, whose use the scheme counts by itself.
const SourceId kPopulation("dc");

/// Far above what a kiosk can meet in a month; bounds what a damaged book may say.
constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max();

bool used_population(const Dossier& dossier) {
    return std::ranges::any_of(dossier.words, [](const auto& entry) {
        return entry.second.source == kPopulation && entry.second.verdict == SourceVerdict::Held;
    });
}

bool is_from_source(const Acquisition& how) { return how.from == Provenance::Source; }

bool is_paper(const Procedure& procedure, const Acquisition& how) {
    const Item* item = procedure.find(how.item);
    return item != nullptr && is_document(item->concept_id);
}

/// It needed papers, and data took the place of every one.
bool is_fully_replaced(const Dossier& dossier) {
    auto papers = dossier.plan.items | std::views::filter([&](const Acquisition& how) {
                      return is_paper(dossier.procedure, how);
                  });
    return !papers.empty() && std::ranges::all_of(papers, is_from_source);
}

void count_items(Tallies& tallies, const Dossier& dossier) {
    for (const Acquisition& how : dossier.plan.items) {
        ++tallies["needed"];
        ++tallies[std::format("from.{}", name(how.from))];
        if (how.asked_because) ++tallies[std::format("asked.{}", name(*how.asked_because))];
        if (is_paper(dossier.procedure, how)) {
            ++tallies[std::format("paper.{}", name(how.from))];
        }
    }
}

template <typename Key>
Tree to_tree(const std::map<Key, Tallies>& counted) {
    Tree::Table table;
    for (const auto& [key, tallies] : counted) {
        table.emplace(key.value(), Tree::Table(tallies.begin(), tallies.end()));
    }
    return table;
}

template <typename Key>
bool read(const Tree& document, std::string_view part, std::map<Key, Tallies>& counted) {
    for (const auto& [key, entries] : document.table_at(part)) {
        if (entries.table() == nullptr) return false;
        for (const auto& [what, number] : *entries.table()) {
            const std::int64_t* count = number.number();
            if (count == nullptr || *count < 0 || *count > kMost) return false;
            counted[Key(key)].emplace(what, *count);
        }
    }
    return true;
}

template <typename Key>
void add_all(std::map<Key, Tallies>& counted, const std::map<Key, Tallies>& more) {
    for (const auto& [key, tallies] : more) {
        for (const auto& [what, number] : tallies) {
            std::int64_t& count = counted[key][what];
            count = std::min(count + number, kMost);
        }
    }
}

}  // namespace

std::int64_t count_of(const Tallies& tallies, std::string_view name) {
    const auto found = tallies.find(name);
    return found == tallies.end() ? 0 : found->second;
}

void count_begun(Counts& counts, const ProcedureCode& procedure) {
    ++counts.procedures[procedure]["begun"];
}

void count_filed(Counts& counts, const Dossier& dossier) {
    Tallies& tallies = counts.procedures[dossier.procedure.code];
    const auto count_if = [&](const char* what, bool is_met) {
        if (is_met) ++tallies[what];
    };
    count_items(tallies, dossier);
    ++tallies["filed"];
    count_if("consent_refused", !dossier.consent);
    count_if("population_used", used_population(dossier));
    count_if("part_replaced", std::ranges::any_of(dossier.plan.items, is_from_source));
    count_if("fully_replaced", is_fully_replaced(dossier));
    count_if("witnessed", dossier.witnessed.has_value());
    for (const auto& [item, exception] : dossier.exceptions)
        ++tallies[std::format("excepted.{}", name(exception.reason))];
    if (!dossier.disputes.empty()) tallies["disputed"] += std::ssize(dossier.disputes);
}

void count_words(Counts& counts, const SourceId& source, const SourceWords& words) {
    for (const auto& [concept_id, word] : words) {
        ++counts.sources[source][std::format("word.{}", name(word.verdict))];
    }
}

void add(Counts& counts, const Counts& more) {
    add_all(counts.procedures, more.procedures);
    add_all(counts.sources, more.sources);
}

Tree to_tree(const Counts& counts) {
    return Tree::Table{{"procedures", to_tree(counts.procedures)},
                       {"sources", to_tree(counts.sources)},
                       {"type", "motlan-counts"},
                       {"version", 1}};
}

Result<Counts> parse_counts(const Tree& tree) {
    Counts counts;
    const bool is_read =
        tree.text_at("type") == "motlan-counts" && tree.number_at("version") == 1 &&
        read(tree, "procedures", counts.procedures) && read(tree, "sources", counts.sources);
    if (!is_read) return fail(Fault::RecordDamaged);
    return counts;
}

std::vector<Indicator> indicators(const Counts& counts) {
    Tallies all;
    std::int64_t procedures = 0;
    std::int64_t with_population = 0;
    for (const auto& [code, tallies] : counts.procedures) {
        for (const auto& [what, number] : tallies) all[what] += number;
        if (count_of(tallies, "filed") > 0) ++procedures;
        if (count_of(tallies, "population_used") > 0) ++with_population;
    }
    const auto of_filed = [&](std::string_view what) { return count_of(all, what); };
    const std::int64_t filed = count_of(all, "filed");
    return {
        {"Thành phần hồ sơ được số hóa", count_of(all, "paper.scan"),
         count_of(all, "paper.scan") + count_of(all, "paper.pending"), 4},
        {"Hồ sơ cắt giảm, thay thế thành phần bằng dữ liệu", of_filed("part_replaced"), filed, 2},
        {"Hồ sơ được thay thế hoặc chia sẻ toàn bộ", of_filed("fully_replaced"), filed, 4},
        {"Hồ sơ có khai thác dữ liệu dân cư", of_filed("population_used"), filed, 2},
        {"Thủ tục có khai thác dữ liệu dân cư", with_population, procedures, 2}};
}

}  // namespace motlan
