#include "kiosk/app/closing.h"

#include <format>
#include <system_error>

#include "kiosk/core/file.h"
#include "kiosk/core/timestamp.h"

namespace motlan {
namespace {

constexpr std::string_view kFile = "closed";
constexpr std::string_view kPlan = "planned_rest";
constexpr std::size_t kPlanLimit = 256;

Result<void> remove_file(const std::filesystem::path& file) {
    std::error_code problem;
    std::filesystem::remove(file, problem);
    if (problem) return fail(Fault::StorageFailed);
    return {};
}

}  // namespace

std::string minute_text(WallTime time) {
    return std::format("{:%FT%R}", std::chrono::floor<std::chrono::minutes>(time + kVietnamOffset));
}

std::optional<WallTime> parse_minute(std::string_view text) {
    const auto shown = parse_timestamp(std::string(text) + ":00.000Z");
    return shown ? std::optional<WallTime>(*shown - kVietnamOffset) : std::nullopt;
}

bool can_be_planned(const PlannedRest& rest, WallTime now) {
    return rest.from < rest.to && now < rest.to && rest.to - rest.from <= kLongestRest &&
           rest.from - now <= kFarthestRest;
}

bool is_closed(const std::filesystem::path& state) {
    std::error_code problem;
    return !state.empty() && std::filesystem::exists(state / kFile, problem);
}

std::optional<PlannedRest> planned_rest(const std::filesystem::path& state) {
    if (state.empty()) return std::nullopt;
    const auto text = read_text(state / kPlan, kPlanLimit);
    const std::size_t space = text ? text->find(' ') : std::string::npos;
    if (space == std::string::npos) return std::nullopt;
    const auto from = parse_timestamp(text->substr(0, space));
    const auto to = parse_timestamp(text->substr(space + 1));
    return from && to ? std::optional(PlannedRest{*from, *to}) : std::nullopt;
}

bool is_at_rest(const std::filesystem::path& state, WallTime now) {
    if (is_closed(state)) return true;
    const auto rest = planned_rest(state);
    return rest && rest->holds(now);
}

Result<void> close_kiosk(const std::filesystem::path& state) {
    return write_file(state / kFile, {});
}

Result<void> open_kiosk(const std::filesystem::path& state) { return remove_file(state / kFile); }

Result<void> plan_rest(const std::filesystem::path& state, const std::optional<PlannedRest>& rest) {
    if (!rest) return remove_file(state / kPlan);
    const std::string text = std::format("{} {}", to_timestamp(rest->from), to_timestamp(rest->to));
    return write_file(state / kPlan, as_bytes(text));
}

}  // namespace motlan
