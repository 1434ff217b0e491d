// How long the office may take, and the day on which the result is due: working days in Vietnam,
// the afternoon limit, public holidays and the days that make up for them.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "kiosk/core/fields.h"
#include "kiosk/domain/item.h"

namespace motlan {

/// The time that a law gives. Zero days: the same day.
struct Term {
    int days = 0;
    bool counts_working_days = true;  ///< false: every day of the calendar counts
    std::optional<int> cut_off_hour;  ///< what comes at or after this hour counts from tomorrow
    LegalBasis basis;
};

/// Public holidays, days off in exchange, and Saturdays or Sundays worked instead, as announced
/// for each year (config/holidays.toml).
class Holidays {
public:
    Holidays() = default;
    /// Reads config/holidays.toml.
    static Checked<Holidays> parse(const Tree& document, const std::string& file);

    /// Whether offices work on that day; nothing for a year that is not announced.
    [[nodiscard]] std::optional<bool> is_working(std::chrono::sys_days day) const;

private:
    std::set<int> years_;
    std::set<std::chrono::sys_days> off_;
    std::set<std::chrono::sys_days> worked_;
};

/// The day on which the result is due when the dossier arrives then; the day of arrival does not
/// count (Civil Code, Article 147, recalled). Only expected: the province says what holds. Nothing
/// when it runs into a year whose holidays are not announced.
[[nodiscard]] std::optional<CivilDate> due_day(const Term& term, WallTime received,
                                               const Holidays& holidays);

/// Reads the table `term`, which may be left out: { working_days = 3 }, { days = 10 } or
/// { working_days = 0, cut_off_hour = 15 }, each with its basis.
[[nodiscard]] std::optional<Term> read_term(Fields& above);

}  // namespace motlan
