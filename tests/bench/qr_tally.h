// Counts what each reader made of the pictures, and what it cost.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tests/bench/qr_readers.h"

namespace motlan::testing {

class Tally {
public:
    explicit Tally(std::vector<Reader> readers);

    /// Every reader looks at one picture that shows the payload.
    void single(std::string_view row, const std::string& payload, const Image& picture);

    /// Every reader looks at the pictures in turn until it has read one.
    void sequence(std::string_view row, const std::string& payload,
                  std::span<const Image> pictures);

    /// A photo, whose text is compared in every charset of the collection (capture design 8).
    void photo(std::string_view row, const std::string& text, const Image& picture);

    void print_row(std::string_view row) const;
    /// The photos' row, and what the readers beside ours have read together.
    void print_photos(std::string_view row) const;
    /// All single pictures: the rate, the cost of a mean picture against plain ZXing, the slowest.
    void print_all() const;
    void print_wrong() const;

private:
    struct Count {
        int shown = 0;
        int read = 0;
        int pictures = 0;  ///< looked at until read
    };
    struct Cost {
        double total = 0;
        double slowest = 0;
        int pictures = 0;
        int wrong = 0;
    };
    std::string timed(std::size_t reader, const ReadOne& read, const Image& picture);

    std::vector<Reader> readers_;
    std::vector<Cost> costs_;
    Count others_;  ///< photos that a reader beside ours has read
    std::map<std::string, std::vector<Count>, std::less<>> rows_;
};

}  // namespace motlan::testing
