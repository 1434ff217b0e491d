// Votes of edges for the straight lines they may lie on (Hough's transform, Duda and Hart 1972).
#pragma once

#include <cstddef>
#include <vector>

#include "kiosk/imaging/page_lines.h"

namespace motlan {

/// A place in a picture where an edge is seen.
struct EdgePoint {
    float x = 0;
    float y = 0;
    float weight = 0;  ///< how sure it is, 0 to 1
    float nx = 0;      ///< the direction in which it gets brighter
    float ny = 0;
};

/// By angle and distance from the upper left corner.
class PageVotes {
public:
    /// For edges of a picture of this size.
    PageVotes(int width, int height);

    /// Adds an edge's vote so many times; -1 takes it back.
    void add(const EdgePoint& point, float times);
    /// Takes a direction out of the vote: a striped cloth has more lines than a sheet.
    void silence(const PageLine& line);

    struct Peak {
        PageLine line;
        float votes = 0;
    };
    /// The line with most votes.
    [[nodiscard]] Peak best();
    /// The best of those within 3 degrees and a few pixels of one.
    [[nodiscard]] Peak best_near(const PageLine& line) const;

private:
    // Where most votes of one angle are, found anew after a change.
    struct Row {
        std::size_t first = 0;  // the places that lines through the picture can have
        std::size_t last = 0;
        std::size_t where = 0;
        float votes = 0;
        bool is_known = false;
    };
    void look_through(Row& row) const;
    [[nodiscard]] float votes_at(std::size_t place) const;
    [[nodiscard]] Peak peak_at(std::size_t place) const;

    int reach_;
    std::size_t columns_;
    std::vector<float> votes_;
    std::vector<float> cosine_;
    std::vector<float> sine_;
    std::vector<Row> rows_;
};

}  // namespace motlan
