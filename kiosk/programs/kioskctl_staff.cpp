#include "kiosk/programs/kioskctl_staff.h"

#include <algorithm>
#include <expected>
#include <format>
#include <optional>
#include <print>
#include <string>

#include "kiosk/care/places.h"
#include "kiosk/core/json.h"
#include "kiosk/programs/kept_outbox.h"
#include "kiosk/programs/terminal.h"
#include "kiosk/staff/sign_in.h"

namespace motlan {
namespace {

PinBook book() { return PinBook(places().state / "staff"); }

int refuse(std::string_view verb, std::string_view reason, Fault fault) {
    return complain(std::format("staff {}", verb), std::format("{} ({})", reason, code(fault)),
                    kFoundWrong);
}

/// Asked twice of a person, read once from a file.
std::expected<Pin, std::string_view> ask_pin() {
    const auto pin = Pin::parse(ask_hidden("PIN of six digits"));
    if (!pin) return std::unexpected("a PIN is six digits");
    if (pin->is_easy()) return std::unexpected("that PIN is the first that anybody would try");
    if (!is_terminal()) return *pin;
    const auto again = Pin::parse(ask_hidden("once more"));
    if (!again || again->reveal() != pin->reveal())
        return std::unexpected("these were two different PINs");
    return *pin;
}

/// The number itself, or that of a badge that holds here.
std::optional<StaffNumber> number_of(std::string_view text) {
    if (is_staff_number(text)) return StaffNumber(std::string(text));
    const SystemClock clock;
    const auto badge = badge_trust(places().state).and_then([&](const BadgeTrust& trust) {
        return verify_badge(text, trust, clock.wall());
    });
    return badge ? std::optional(badge->who.number) : std::nullopt;
}

/// Written before the change. A machine that has kept nothing yet has no log to write to.
Result<void> note(AuditEvent event, const std::optional<StaffNumber>& number) {
    if (!std::filesystem::exists(places().state / "outbox" / "outbox.db")) return {};
    SystemDisk disk;
    const SystemClock clock;
    auto kept = open_kept_outbox(disk, clock);
    if (!kept) return fail(Fault::StorageFailed);
    AuditEntry entry{.event = event};
    if (number) entry.fields.push_back({"staff", *number});
    return kept->outbox.note(entry);
}

int enrol(const StaffNumber& number) {
    const auto pin = ask_pin();
    if (!pin) return complain("staff enrol", pin.error(), kUsage);
    if (const auto noted = note(AuditEvent::StaffEnrolled, number); !noted)
        return refuse("enrol", "this cannot be written into the audit log", noted.error());
    if (const auto enrolled = book().enrol(number, *pin); !enrolled)
        return refuse("enrol", "the PIN cannot be kept", enrolled.error());
    std::println("{} may sign in with badge and PIN.", number.value());
    return kFine;
}

Result<bool> is_enrolled(const StaffNumber& number) {
    return book().list().transform([&](const std::vector<PinStanding>& people) {
        return std::ranges::contains(people, number, &PinStanding::number);
    });
}

int change(std::string_view verb, const std::optional<StaffNumber>& number) {
    const bool is_removal = verb == "remove";
    const auto known = number ? is_enrolled(*number) : Result<bool>(true);
    if (!known) return refuse(verb, "the list of PINs cannot be read", known.error());
    if (!*known)
        return complain(std::format("staff {}", verb), "nobody has that number here", kFoundWrong);
    const auto noted =
        note(is_removal ? AuditEvent::StaffRemoved : AuditEvent::StaffUnlocked, number);
    if (!noted) return refuse(verb, "this cannot be written into the audit log", noted.error());
    const auto done = is_removal ? book().remove(*number)
                      : number   ? book().unlock(*number)
                                 : book().unlock_strangers();
    return done ? kFine : refuse(verb, "this cannot be changed", done.error());
}

std::string words_of(const PinStanding& person) {
    if (person.is_locked) return std::format("locked after {} wrong PINs", person.tries);
    if (person.wait > std::chrono::seconds(0))
        return std::format("{} wrong PINs, the next try in {} s", person.tries,
                           person.wait.count());
    return person.tries == 0 ? "may sign in" : std::format("{} wrong PINs", person.tries);
}

void print(std::string_view name, const PinStanding& person, bool is_json) {
    if (!is_json) return std::println("{}\t{}", name, words_of(person));
    std::println("{}", to_json(Tree::Table{{"is_locked", person.is_locked},
                                           {"number", name},
                                           {"tries", person.tries},
                                           {"wait_s", person.wait.count()}}));
}

int list(bool is_json) {
    const auto people = book().list();
    const auto strangers = book().strangers();
    if (!people) return refuse("list", "a PIN's file cannot be read", people.error());
    if (!strangers) return refuse("list", "a PIN's file cannot be read", strangers.error());
    for (const PinStanding& person : *people) print(person.number.value(), person, is_json);
    if (strangers->tries > 0) print("--strangers", *strangers, is_json);
    return kFine;
}

}  // namespace

int staff_command(std::string_view verb, Arguments arguments) {
    const std::string command = std::format("staff {}", verb);
    const bool is_one = arguments.size() == 1;
    if (verb == "list") {
        const bool is_json = is_one && arguments[0] == "--json";
        if (!arguments.empty() && !is_json) return complain(command, "--json or nothing", kUsage);
        return list(is_json);
    }
    if (verb == "unlock" && is_one && arguments[0] == "--strangers") return change(verb, {});
    if (!is_one) return complain(command, "one NUMBER of a badge is needed", kUsage);
    const auto number = number_of(arguments[0]);
    if (!number) return complain(command, "that is neither a number nor a badge", kUsage);
    return verb == "enrol" ? enrol(*number) : change(verb, number);
}

}  // namespace motlan
