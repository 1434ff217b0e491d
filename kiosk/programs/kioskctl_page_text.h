// What `kioskctl page process` says of a page, for people and for programs.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/core/tree.h"
#include "kiosk/imaging/page_file.h"
#include "kiosk/imaging/prepared_page.h"

namespace motlan {

/// How long each step took, in order; in milliseconds.
class Steps {
public:
    void done(std::string_view step) {
        const auto now = std::chrono::steady_clock::now();
        const std::chrono::duration<double, std::milli> spent = now - last_;
        last_ = now;
        spent_.emplace_back(step, spent.count());
    }
    [[nodiscard]] const auto& spent() const { return spent_; }

private:
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
    std::vector<std::pair<std::string_view, double>> spent_;
};

/// What became of one picture.
struct ProcessedPage {
    PageReport report;
    FilePage page;
    std::optional<double> read_share;
    Steps steps;
};

/// One object for the line of this picture.
[[nodiscard]] Tree::Table json_of(std::string_view path, const ProcessedPage& done);

/// A table on standard output.
void print_table(std::string_view path, const ProcessedPage& done);

}  // namespace motlan
