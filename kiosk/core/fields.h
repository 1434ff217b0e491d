// Strict reading of one table of a written document: every key is either taken or a problem.
// Collects the first problem; check done() at the end.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/problem.h"
#include "kiosk/core/tree.h"

namespace motlan {

class Fields {
public:
    /// `tree` must outlive this. `path` is the dotted path of the table, empty at the top.
    Fields(const Tree& tree, std::string file, std::string path = {});

    /// The value under `key`; a missing key or a wrong kind is a problem.
    std::string text(std::string_view key);
    std::int64_t number(std::string_view key, std::int64_t least, std::int64_t most);
    bool truth(std::string_view key);
    /// The same for keys that may be left out.
    std::optional<std::string> maybe_text(std::string_view key);
    std::optional<std::int64_t> maybe_number(std::string_view key, std::int64_t least,
                                             std::int64_t most);
    bool truth_or(std::string_view key, bool otherwise);
    /// A list or table that may be left out; nullptr then.
    const Tree::List* list(std::string_view key);
    const Tree* table(std::string_view key);
    /// True when a list stands under `key`; takes nothing.
    [[nodiscard]] bool is_list(std::string_view key) const;
    /// A list of texts that may be left out.
    std::vector<std::string> texts(std::string_view key);

    /// Reports a problem with the value under `key` (the first one is kept).
    void refuse(std::string_view key, std::string reason);
    /// Reports a problem found deeper in the document.
    void refuse(Problem problem);
    [[nodiscard]] bool failed() const { return problem_.has_value(); }
    [[nodiscard]] const std::string& file() const { return file_; }
    /// Dotted path of an entry, for problems found deeper.
    [[nodiscard]] std::string path_of(std::string_view key) const;

    /// The first problem, or that a key was never asked for. Call once, last.
    std::optional<Problem> done();

private:
    const Tree* take(std::string_view key, bool needed);

    const Tree& tree_;
    std::string file_;
    std::string path_;
    std::vector<const Tree*> taken_;
    std::optional<Problem> problem_;
};

}  // namespace motlan
