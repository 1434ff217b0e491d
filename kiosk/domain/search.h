// Finds procedures by what people say: words with or without marks, initials, synonyms, life
// events, small slips. Pure, and the same answer for the same words; built once for a catalogue.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "kiosk/domain/procedure.h"
#include "kiosk/domain/search_book.h"
#include "kiosk/domain/search_index.h"

namespace motlan {

/// What a search found: places in the catalogue, the best first.
struct Found {
    std::vector<std::size_t> places;
    bool is_sure = true;  ///< false: most of what was said fits none of them, they are only near

    bool operator==(const Found&) const = default;
};

class Search {
public:
    /// One page of choices (ux, screen C04).
    static constexpr std::size_t kPage = 6;
    /// How many are shown when none fits well (ux, screen C04).
    static constexpr std::size_t kNearest = 3;

    /// Finds nothing.
    Search() = default;
    Search(std::span<const Procedure> procedures, const SearchBook& book)
        : index_(make_search_index(procedures, book)) {}

    /// The best procedures for what has been typed so far; the last word may be unfinished.
    [[nodiscard]] Found find(std::string_view typed) const;

private:
    SearchIndex index_;
};

}  // namespace motlan
