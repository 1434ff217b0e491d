// Draws screens page by page and lets every rule judge each page.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tests/ui/audit_rules.h"
#include "tests/ui/sample_states.h"

namespace motlan::testing {

/// A complaint that is known and has a reason: "rule | screen | beginning of it | reason".
struct Exception {
    std::string rule;
    std::string screen;
    std::string beginning;
    std::string reason;
    [[nodiscard]] bool covers(std::string_view other_rule, const std::string& other_screen,
                              const std::string& complaint) const;
};

/// Those of tests/ui/audit_exceptions.txt.
[[nodiscard]] std::vector<Exception> read_exceptions();

/// No screen has so many pages: its pages do not end.
inline constexpr int kMostPages = 500;

/// Who wrote what is judged.
enum class Author : std::uint8_t { Us, Anybody };

class Audit {
public:
    /// Of texts from outside, that are longer than any of ours, it is not judged how long they are.
    explicit Audit(Author author = Author::Us);

    /// Judges a sample in a look, page by page. One that has not ended after `kMostPages` is a
    /// complaint; fewer pages than that may be asked for.
    void judge(Sample& sample, const Look& look, int most_pages = kMostPages);

    [[nodiscard]] int pages() const { return pages_; }
    [[nodiscard]] int excused() const { return excused_; }
    /// How many complaints there are; each is told to the test that runs.
    [[nodiscard]] std::size_t tell() const;

private:
    void judge_page(Glass& glass, const std::string& name, const Look& look, int number);

    std::vector<Rule> rules_;
    std::vector<Exception> exceptions_;
    std::map<std::string_view, Complaints> all_;
    Glass portrait_{kPortrait};
    Glass landscape_{kLandscape};
    int pages_ = 0;
    int excused_ = 0;
};

}  // namespace motlan::testing
