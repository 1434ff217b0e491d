#include "kiosk/staff/pin_book.h"

#include <algorithm>
#include <system_error>

#include "kiosk/core/file.h"
#include "kiosk/core/folder.h"
#include "kiosk/core/json.h"
#include "kiosk/outbox/folder_lock.h"
#include "kiosk/outbox/tpm_secret.h"

namespace motlan {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds kPatience{5};
constexpr std::size_t kFileLimit = 4096;
constexpr std::string_view kExtension = ".json";
// No staff number: those are capitals.
constexpr std::string_view kStrangers = "strangers";
constexpr std::string_view kType = "motlan-pin";
constexpr std::string_view kTpm = "tpm";
constexpr std::string_view kPepper = "pepper.pem";

/// A program that knows no pepper must refuse a PIN that has one, not call it wrong.
constexpr std::int64_t version_of(bool is_peppered) { return is_peppered ? 2 : 1; }

/// How long is left of a wait that began then; all of it after another start of the machine.
std::chrono::seconds left_of(std::chrono::seconds wait, const BootTime& begun,
                             const BootTime& now) {
    const bool is_same = !now.boot.empty() && now.boot == begun.boot && now.since >= begun.since;
    const auto served = is_same ? now.since - begun.since : std::chrono::milliseconds(0);
    const auto left = std::chrono::ceil<std::chrono::seconds>(wait - served);
    return std::max(left, std::chrono::seconds(0));
}

}  // namespace

struct PinBook::Entry {
    PinHash pin;  ///< empty for strangers
    int tries = 0;
    BootTime tried;  ///< when the wait began

    [[nodiscard]] bool is_locked() const { return !pin_wait(tries); }
    [[nodiscard]] std::chrono::seconds wait(const BootTime& now) const {
        return left_of(pin_wait(tries).value_or(std::chrono::seconds(0)), tried, now);
    }
};

fs::path PinBook::file_of(std::string_view stem) const {
    return folder_ / (std::string(stem) + std::string(kExtension));
}

Result<std::optional<PinBook::Entry>> PinBook::read(const fs::path& file) const {
    std::error_code problem;
    if (!fs::exists(file, problem) && !problem) return std::nullopt;
    const auto text = read_text(file, kFileLimit);
    if (!text) return fail(Fault::StorageFailed);
    const auto tree = parse_json(*text);
    const bool is_peppered = tree && tree->text_at("pepper") == kTpm;
    if (!tree || tree->text_at("type") != kType ||
        tree->number_at("version") != version_of(is_peppered))
        return fail(Fault::RecordDamaged);
    auto salt = from_base64(tree->text_at("salt"));
    auto hash = from_base64(tree->text_at("hash"));
    const std::int64_t tries = tree->number_at("tries", -1);
    if (!salt || !hash || tries < 0 || tries > kMostPinTries) return fail(Fault::RecordDamaged);
    return Entry{.pin = {*std::move(salt), *std::move(hash), is_peppered},
                 .tries = static_cast<int>(tries),
                 .tried = {std::string(tree->text_at("boot")),
                           std::chrono::milliseconds(tree->number_at("since_ms"))}};
}

Result<void> PinBook::write(const fs::path& file, const Entry& entry) const {
    Tree::Table words{{"boot", entry.tried.boot},
                      {"hash", to_base64(entry.pin.hash)},
                      {"salt", to_base64(entry.pin.salt)},
                      {"since_ms", entry.tried.since.count()},
                      {"tries", entry.tries},
                      {"type", kType},
                      {"version", version_of(entry.pin.is_peppered)}};
    if (entry.pin.is_peppered) words.emplace("pepper", kTpm);
    return write_file(file, as_bytes(to_json(Tree(std::move(words)))), Sharing::WrittenByGroup);
}

namespace {

/// One process at a time changes the book; makes its folder. Who may enter one that is there was
/// decided by whoever made it.
Result<FolderLock> lock(const fs::path& folder) {
    std::error_code problem;
    if (fs::create_directories(folder, problem))
        fs::permissions(folder, fs::perms::owner_all, problem);
    if (problem) return fail(Fault::StorageFailed);
    return FolderLock::take(folder / "lock", kPatience);
}

}  // namespace

Result<Pepper> PinBook::pepper() const {
    const fs::path file = folder_ / kPepper;
    std::error_code problem;
    if (!fs::exists(file, problem) && !problem) return Pepper();
    return read_text(file, kFileLimit).and_then(tpm_secret);
}

// Only where there is a TPM: another machine's staff keep their PINs without.
Result<Pepper> PinBook::make_pepper() const {
    auto known = pepper();
    if (!known || !known->empty()) return known;
    const auto made = make_tpm_secret();
    if (!made) return Pepper();
    return write_file(folder_ / kPepper, as_bytes(*made), Sharing::WrittenByGroup).and_then([&] {
        return tpm_secret(*made);
    });
}

// Whoever has no entry costs the same time and the same words as who has one.
Result<void> PinBook::judge(const fs::path& file, const Pin& pin) const {
    const auto lock = motlan::lock(folder_);
    if (!lock) return fail(lock.error());
    auto kept = read(file);
    if (!kept) return fail(kept.error());
    // Without it no try could be judged, so none is counted.
    const auto pepper = this->pepper();
    if (!pepper) return fail(pepper.error());
    Entry entry = std::move(*kept).value_or(Entry{});
    if (entry.pin.is_peppered && pepper->empty()) return fail(Fault::RecordDamaged);
    const BootTime now = clock_();
    if (entry.is_locked()) return fail(Fault::PinLocked);
    if (entry.wait(now) > std::chrono::seconds(0)) {
        // A wait that another start of the machine cut off begins anew, and that is kept.
        if (entry.tried.boot == now.boot) return fail(Fault::PinLocked);
        entry.tried = now;
        const auto noted = write(file, entry);
        return fail(noted ? Fault::PinLocked : noted.error());
    }
    ++entry.tries;
    entry.tried = now;
    if (const auto counted = write(file, entry); !counted) return counted;
    const bool is_stranger = entry.pin.hash.empty();
    if (is_stranger) entry.pin.salt.resize(16);
    const auto is_right = fits(pin, entry.pin, *pepper);
    if (!is_right) return fail(is_right.error());
    if (!*is_right) return fail(Fault::PinWrong);
    entry.tries = 0;
    // A PIN from before there was a pepper gets it now, where chance and memory allow.
    if (!entry.pin.is_peppered && !pepper->empty())
        entry.pin = hash_of(pin, *pepper).value_or(std::move(entry.pin));
    return write(file, entry);
}

Result<void> PinBook::check(const StaffNumber& number, const Pin& pin) const {
    std::error_code problem;
    const fs::path file = file_of(number.value());
    return fs::exists(file, problem) ? judge(file, pin) : check_stranger(pin);
}

Result<void> PinBook::check_stranger(const Pin& pin) const {
    return judge(file_of(kStrangers), pin);
}

Result<void> PinBook::enrol(const StaffNumber& number, const Pin& pin) const {
    const auto lock = motlan::lock(folder_);
    if (!lock) return fail(lock.error());
    auto made = make_pepper().and_then([&](const Pepper& pepper) { return hash_of(pin, pepper); });
    if (!made) return fail(made.error());
    return write(file_of(number.value()), {.pin = *std::move(made), .tries = 0, .tried = {}});
}

Result<void> PinBook::forget_tries(const fs::path& file) const {
    const auto lock = motlan::lock(folder_);
    if (!lock) return fail(lock.error());
    auto kept = read(file);
    if (!kept) return fail(kept.error());
    if (!*kept) return fail(Fault::StorageFailed);
    Entry entry = **std::move(kept);
    entry.tries = 0;
    return write(file, entry);
}

Result<void> PinBook::unlock(const StaffNumber& number) const {
    return forget_tries(file_of(number.value()));
}

Result<void> PinBook::unlock_strangers() const {
    const fs::path file = file_of(kStrangers);
    std::error_code problem;
    const bool has_nobody_tried = !fs::exists(file, problem) && !problem;
    return has_nobody_tried ? Result<void>() : forget_tries(file);
}

Result<void> PinBook::remove(const StaffNumber& number) const {
    const auto lock = motlan::lock(folder_);
    if (!lock) return fail(lock.error());
    std::error_code problem;
    if (!fs::remove(file_of(number.value()), problem)) return fail(Fault::StorageFailed);
    return sync_folder(folder_);
}

Result<std::vector<PinStanding>> PinBook::list() const {
    std::vector<PinStanding> people;
    const auto files = entries_of(folder_);
    if (!files) return fail(files.error());
    for (const fs::path& found : *files) {
        const std::string stem = found.stem();
        if (found.extension() != kExtension || !is_staff_number(stem)) continue;
        const auto entry = read(found);
        if (!entry) return fail(entry.error());
        if (!*entry) continue;
        people.push_back({.number = StaffNumber(stem),
                          .tries = (*entry)->tries,
                          .wait = (*entry)->wait(clock_()),
                          .is_locked = (*entry)->is_locked()});
    }
    std::ranges::sort(people, {}, &PinStanding::number);
    return people;
}

Result<PinStanding> PinBook::strangers() const {
    const auto kept = read(file_of(kStrangers));
    if (!kept) return fail(kept.error());
    const Entry entry = kept->value_or(Entry{});
    return PinStanding{.number = {},
                       .tries = entry.tries,
                       .wait = entry.wait(clock_()),
                       .is_locked = entry.is_locked()};
}

}  // namespace motlan
