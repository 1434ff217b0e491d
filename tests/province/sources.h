// The national sources, played from invented people. Each person is one TOML file: the payload of
// the card's QR code and, for each source, what it holds; what the business register holds about a
// company stands with somebody who represents it.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/problem.h"
#include "kiosk/core/tree.h"

namespace motlan::province {

/// The names of all sources (domain notes 6).
[[nodiscard]] const std::vector<std::string>& source_names();
[[nodiscard]] bool is_source(std::string_view name);
/// The digits of a company's tax code, or of its branch's.
[[nodiscard]] bool is_tax_code(std::string_view text);

/// A query whose form was checked.
struct Query {
    std::string id;
    std::string citizen;  ///< the number; empty when `code` says who it is
    std::string code;     ///< what the citizen's application shows
    std::string company;  ///< the tax code of whom it is about; empty: about the citizen
    std::string source;
    std::vector<std::string> concepts;
};

class Sources {
public:
    /// Reads every *.toml in the folder. A person with a wrong field is a problem.
    static Checked<Sources> read(const std::filesystem::path& folder);

    /// The values of the asked concepts that this source holds; nothing when it does not know the
    /// citizen.
    [[nodiscard]] std::optional<Tree::Table> answer(const Query& query) const;
    [[nodiscard]] std::size_t people() const { return held_.size(); }

private:
    [[nodiscard]] std::string citizen_of(const Query& query) const;
    [[nodiscard]] std::optional<Tree::Table> answer_about_company(const Query& query) const;
    [[nodiscard]] std::string tie_of(const Query& query, const Tree& company) const;

    // By citizen number, then source, then concept.
    std::map<std::string, Tree, std::less<>> held_;
    std::map<std::string, Tree, std::less<>> companies_;  ///< by tax code, then concept
};

}  // namespace motlan::province
