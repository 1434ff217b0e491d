// A calendar date as it stands on a paper: sometimes only the year is known.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/core/clock.h"
#include "kiosk/core/result.h"

namespace motlan {

class CivilDate {
public:
    /// A real calendar date. Fails with Fault::CivilDateMalformed.
    static Result<CivilDate> make(int year, int month, int day);
    /// A date of which only the year is known.
    static Result<CivilDate> only_year(int year);
    /// "DDMMYYYY" as in the card's QR code; "0000YYYY" means only the year is known
    /// (recalled, not verified: domain notes 1.1). Fails with Fault::CivilDateMalformed.
    static Result<CivilDate> parse_card(std::string_view text);
    /// "YYYY-MM-DD" or "YYYY", as in our own documents. Fails with Fault::CivilDateMalformed.
    static Result<CivilDate> parse_iso(std::string_view text);
    /// The day in Vietnam at that moment.
    static CivilDate of(WallTime time);

    [[nodiscard]] int year() const { return year_; }
    [[nodiscard]] bool is_year_only() const { return !month_day_.has_value(); }
    /// Midnight of the day; of 1 January when only the year is known.
    [[nodiscard]] std::chrono::sys_days day() const;

    /// "dd/mm/yyyy" or "yyyy", as a person reads it.
    [[nodiscard]] std::string to_text() const;
    /// "YYYY-MM-DD" or "YYYY".
    [[nodiscard]] std::string to_iso() const;

    auto operator<=>(const CivilDate&) const = default;

private:
    CivilDate(int year, std::optional<std::chrono::month_day> month_day)
        : year_(year), month_day_(month_day) {}

    int year_;
    std::optional<std::chrono::month_day> month_day_;
};

/// Whole years lived on `today`; a year-only date counts from 1 January.
[[nodiscard]] int age_on(const CivilDate& birth, const CivilDate& today);

}  // namespace motlan
