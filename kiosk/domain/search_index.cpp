#include "kiosk/domain/search_index.h"

#include <algorithm>
#include <cmath>
#include <ranges>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "kiosk/domain/search_spelling.h"

namespace motlan {
namespace {

/// What a word is still worth that says nothing of its own: "tôi", "xin", "làm".
constexpr double kFillerShare = 0.2;
/// Longest word that is looked for by its first letters: "cccd", "dkhkd".
constexpr std::size_t kMostInitials = 8;

/// The word that stands for all of its meaning; mostly the word itself.
const SearchWord& one_for_all(const SearchIndex& index, const SearchWord& word) {
    const auto found = index.same.find(word.written);
    return found != index.same.end() ? found->second : word;
}

/// Collects phrases, then weighs their words.
class Gathering {
public:
    explicit Gathering(SearchIndex& index) : index_(index) {}

    void add(std::uint32_t procedure, std::string_view text) {
        add_phrase(procedure, words_of(text));
    }

    void add_with_initials(std::uint32_t procedure, std::string_view text) {
        std::vector<SearchWord> words = words_of(text);
        const std::string letters = initials(words);
        add_phrase(procedure, std::move(words));
        if (letters.size() > 1 && letters.size() <= kMostInitials)
            add_phrase(procedure, {{letters, letters}});
    }

    void add_filler(SearchWord word) {
        SearchTerm& term = terms_[word.written];
        term.word = std::move(word);
        term.is_filler = true;
    }

    void finish() {
        for (auto& [written, term] : terms_) index_.terms.push_back(std::move(term));
        std::ranges::sort(index_.terms, {}, [](const SearchTerm& term) {
            return std::tie(term.word.plain, term.word.written);
        });
        index_.most_weight = weight_of(1);
        const auto is_same = [](const SearchTerm& one, const SearchTerm& next) {
            return one.word.plain == next.word.plain;
        };
        for (auto group : index_.terms | std::views::chunk_by(is_same)) weigh(group);
    }

private:
    /// As search_words(), but each word is made plain only once.
    std::vector<SearchWord> words_of(std::string_view text) {
        std::vector<SearchWord> words;
        for (const std::string& written : written_words(text)) {
            auto known = plain_.find(written);
            if (known == plain_.end()) known = plain_.emplace(written, plain_word(written)).first;
            if (!known->second.empty()) words.push_back({written, known->second});
        }
        return words;
    }

    [[nodiscard]] double weight_of(std::size_t holders) const {
        return std::log(1.0 +
                        static_cast<double>(index_.procedures) / static_cast<double>(holders));
    }

    void add_phrase(std::uint32_t procedure, std::vector<SearchWord> words) {
        if (words.empty()) return;
        for (SearchWord& word : words) word = one_for_all(index_, word);
        const auto number = static_cast<std::uint32_t>(index_.phrases.size());
        index_.phrases.push_back({.procedure = procedure});
        for (std::uint32_t place = 1; SearchWord & word : words) {
            SearchTerm& term = terms_[word.written];
            const bool is_double = !term.places.empty() && term.places.back().phrase == number;
            if (!is_double) term.places.push_back({number, place});
            term.word = std::move(word);
            ++place;
        }
    }

    /// All terms of one plain word weigh the same, however their marks differ.
    void weigh(std::span<SearchTerm> group) {
        std::vector<std::uint32_t> holders;
        for (const SearchTerm& term : group) {
            for (const auto& [phrase, place] : term.places) {
                holders.push_back(index_.phrases[phrase].procedure);
            }
        }
        std::ranges::sort(holders);
        const auto doubles = std::ranges::unique(holders);
        const double weight = weight_of(std::max<std::size_t>(1, holders.size() - doubles.size()));
        for (SearchTerm& term : group) {
            term.weight = term.is_filler ? kFillerShare * weight : weight;
            for (const auto& [phrase, place] : term.places) {
                index_.phrases[phrase].weight += term.weight;
            }
        }
    }

    SearchIndex& index_;
    std::unordered_map<std::string, SearchTerm> terms_;   ///< by their written word
    std::unordered_map<std::string, std::string> plain_;  ///< written -> plain
};

void add_same(SearchIndex& index, const std::vector<std::string>& words) {
    const SearchWord all = search_words(words.front()).front();
    for (const std::string& text : words) {
        const SearchWord word = search_words(text).front();
        index.same.try_emplace(word.written, all);
        if (word.has_marks()) index.maybe_same.try_emplace(word.plain, all);
    }
}

void add_procedure(Gathering& gathering, std::uint32_t place, const Procedure& procedure) {
    for (const Words& words : {procedure.name, procedure.short_name}) {
        gathering.add_with_initials(place, words.vi);
        gathering.add(place, words.en);
    }
    for (const std::string& keyword : procedure.keywords) {
        gathering.add_with_initials(place, keyword);
    }
}

}  // namespace

std::vector<SearchWord> SearchIndex::words_of(std::string_view text) const {
    std::vector<SearchWord> words = search_words(text);
    for (SearchWord& word : words) word = one_for_all(*this, word);
    return words;
}

std::span<const SearchTerm> SearchIndex::equal(std::string_view plain) const {
    const auto range = std::ranges::equal_range(
        terms, plain, {}, [](const SearchTerm& term) { return std::string_view(term.word.plain); });
    return {range.begin(), range.end()};
}

std::span<const SearchTerm> SearchIndex::beginning(std::string_view plain) const {
    const auto head = [&](const SearchTerm& term) {
        return std::string_view(term.word.plain).substr(0, plain.size());
    };
    const auto range = std::ranges::equal_range(terms, plain, {}, head);
    return {range.begin(), range.end()};
}

SearchIndex make_search_index(std::span<const Procedure> procedures, const SearchBook& book) {
    SearchIndex index{.procedures = procedures.size()};
    for (const auto& words : book.same) add_same(index, words);
    std::map<std::string_view, const Saying*> sayings;
    for (const Saying& saying : book.sayings) sayings[saying.code.value()] = &saying;

    Gathering gathering(index);
    for (std::uint32_t place = 0; place < procedures.size(); ++place) {
        add_procedure(gathering, place, procedures[place]);
        const auto said = sayings.find(procedures[place].code.value());
        if (said == sayings.end()) continue;
        for (const auto& phrase : said->second->phrases) gathering.add_with_initials(place, phrase);
        for (const auto& phrase : said->second->english) gathering.add(place, phrase);
    }
    for (const std::string& filler : book.fillers) {
        for (SearchWord& word : index.words_of(filler)) gathering.add_filler(std::move(word));
    }
    gathering.finish();
    return index;
}

}  // namespace motlan
