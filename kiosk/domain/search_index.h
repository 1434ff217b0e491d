// The words of a catalogue, sorted and weighed once, so that a search looks only at what was typed.
// Pure values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/domain/procedure.h"
#include "kiosk/domain/search_book.h"
#include "kiosk/domain/search_text.h"

namespace motlan {

/// Where a word stands.
struct SearchPlace {
    std::uint32_t phrase = 0;
    std::uint32_t place = 0;  ///< counted from 1
};

/// A word of the catalogue or a filler, and where it stands in the phrases, in their order.
struct SearchTerm {
    SearchWord word;
    double weight = 0;       ///< the fewer procedures have the word, the more it tells
    bool is_filler = false;  ///< a word of every sentence
    std::vector<SearchPlace> places;
};

/// A name or saying of one procedure, or the first letters of one.
struct SearchPhrase {
    std::uint32_t procedure = 0;  ///< its place in the catalogue
    double weight = 0;            ///< of all its words
};

struct SearchIndex {
    std::vector<SearchTerm> terms;  ///< sorted by their plain word
    std::vector<SearchPhrase> phrases;
    std::size_t procedures = 0;
    double most_weight = 0;  ///< of a word that one procedure alone has
    std::map<std::string, SearchWord, std::less<>> same;        ///< as written -> the one for all
    std::map<std::string, SearchWord, std::less<>> maybe_same;  ///< as typed without its marks

    /// The words of a text, each replaced by the one that stands for all of its meaning.
    [[nodiscard]] std::vector<SearchWord> words_of(std::string_view text) const;
    /// The terms with exactly this plain word, and those that begin with it.
    [[nodiscard]] std::span<const SearchTerm> equal(std::string_view plain) const;
    [[nodiscard]] std::span<const SearchTerm> beginning(std::string_view plain) const;
};

/// Names, keywords and sayings of every procedure; of the Vietnamese ones the initials too.
[[nodiscard]] SearchIndex make_search_index(std::span<const Procedure> procedures,
                                            const SearchBook& book);

}  // namespace motlan
