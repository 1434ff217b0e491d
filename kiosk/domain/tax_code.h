// The number by which the State knows a company or organisation.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace motlan {

/// A tax code: 10 digits, or 13 for a branch, whose last three count the branches (Circular
/// 86/2024/TT-BTC, Article 5; recalled). Only length and digits are checked: a surprising code is
/// a reason to look again, never to refuse.
class TaxCode {
public:
    static constexpr std::size_t kMostDigits = 13;

    /// Reads exactly 10 or 13 ASCII digits; nothing for another text.
    static std::optional<TaxCode> parse(std::string_view text);

    [[nodiscard]] const std::string& digits() const { return digits_; }
    /// As it is written: "2900000018", "2900000018-001".
    [[nodiscard]] std::string written() const;
    /// Whether the tenth digit is the one that follows from the nine before it. Public
    /// implementations agree on the rule and on 0100047516; no text of law was found.
    [[nodiscard]] bool is_checked() const;
    bool operator==(const TaxCode&) const = default;

private:
    explicit TaxCode(std::string digits) : digits_(std::move(digits)) {}

    std::string digits_;
};

}  // namespace motlan
