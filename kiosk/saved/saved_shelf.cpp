#include "kiosk/saved/saved_shelf.h"

#include <array>
#include <fstream>
#include <system_error>

#include "kiosk/core/file.h"
#include "kiosk/core/folder.h"
#include "kiosk/core/whole_number.h"
#include "kiosk/domain/saved_work.h"
#include "kiosk/outbox/envelope.h"
#include "kiosk/saved/saved_seal.h"
#include "kiosk/saved/saved_time.h"

namespace motlan {

namespace fs = std::filesystem;

namespace {

/// A file that is being written has this in the place of its number.
constexpr std::string_view kHalf = ".half";
constexpr std::size_t kNameSize = 64;
/// Head, padding, tag and hash beside what was saved.
constexpr std::size_t kFileLimit = kSavedWorkLimit + 2 * kPaddingStep;

fs::path numbered(const fs::path& folder, const std::string& name, int number) {
    return folder / (name + "." + std::to_string(number));
}

/// How often another card was shown, as its name says; nothing for a file that is none of ours.
std::optional<int> number_of(const fs::path& file) {
    const std::string name = file.filename().string();
    if (name.size() < kNameSize + 2 || name[kNameSize] != '.') return std::nullopt;
    const auto number = whole_number(std::string_view(name).substr(kNameSize + 1));
    if (!number || *number < 0 || *number > kMostOtherCards) return std::nullopt;
    return static_cast<int>(*number);
}

std::uint64_t size_of(const fs::path& file) {
    std::error_code problem;
    const auto size = fs::file_size(file, problem);
    return problem ? 0 : size;
}

SavedSlip slip_of(const SavedCode& code, std::string_view text) {
    SavedSlip slip;
    slip.kiosk = code.kiosk;
    slip.until = code.until;
    slip.code = Personal(std::string(text));
    return slip;
}

}  // namespace

bool SavedShelf::is_over(WallTime until) const {
    const WallTime now = clock_.wall();
    return now >= until || until - now > kSavedLife + std::chrono::minutes(5);
}

bool SavedShelf::is_over(const fs::path& file) const {
    std::array<char, kSavedHeadSize> head{};
    std::ifstream opened(file, std::ios::binary);
    opened.read(head.data(), kSavedHeadSize);
    const auto until = opened ? claimed_until(as_bytes({head.data(), head.size()})) : std::nullopt;
    return !until || is_over(*until);
}

Result<void> SavedShelf::has_room(std::size_t size) {
    const auto entries = entries_of(place_.folder);
    if (!entries) return fail(entries.error());
    std::uint64_t all = size;
    for (const fs::path& entry : *entries) all += size_of(entry);
    if (entries->size() >= kMostSaved || all > kSavedRoom) return fail(Fault::SavedNoRoom);
    const auto free = disk_.free_bytes(place_.folder);
    if (!free) return fail(free.error());
    const Room& dossiers = place_.dossiers;
    const std::uint64_t needed = dossiers.worst_dossier + dossiers.reserve + 2 * size;
    return *free < needed ? Result<void>(fail(Fault::SavedNoRoom)) : Result<void>();
}

Result<SavedSlip> SavedShelf::keep(ByteView plain, const CitizenNumber& holder) {
    auto step = disk_.make_folder(place_.folder);
    if (step) step = tidy();
    if (step) step = has_room(plain.size() + 2 * kPaddingStep);
    if (!step) return fail(step.error());
    auto secret = new_saved_secret();
    if (!secret) return fail(secret.error());
    SavedCode code;
    code.secret = Personal(*std::move(secret));
    code.until = clock_.wall() + kSavedLife;
    code.kiosk = place_.kiosk;
    const auto sealed = seal_saved(plain, code.until, {code.secret.reveal(), holder});
    if (!sealed) return fail(sealed.error());
    const std::string name = saved_name(code.secret.reveal());
    const fs::path half = place_.folder / (name + std::string(kHalf));
    step = disk_.write(std::array{NewFile{half, *sealed}});
    if (step) step = disk_.rename(half, numbered(place_.folder, name, 0));
    if (step) step = disk_.sync_folder(place_.folder);
    if (step) step = disk_.sync_folder(place_.folder.parent_path());
    if (step) return slip_of(code, to_text(code));
    static_cast<void>(disk_.remove(half));
    static_cast<void>(disk_.remove(numbered(place_.folder, name, 0)));
    return fail(step.error());
}

Result<SavedShelf::Kept> SavedShelf::kept(const SavedCode& code) const {
    if (code.kiosk != place_.kiosk) return fail(Fault::SavedElsewhere);
    if (is_over(code.until)) return fail(Fault::SavedExpired);
    const std::string name = saved_name(code.secret.reveal());
    std::error_code problem;
    for (int number = 0; number <= kMostOtherCards; ++number) {
        const fs::path file = numbered(place_.folder, name, number);
        if (fs::exists(file, problem)) return Kept{file, number};
    }
    return fail(Fault::SavedUnknown);
}

Result<SavedSlip> SavedShelf::find(std::string_view text) const {
    const auto code = parse_saved_code(text);
    if (!code) return fail(code.error());
    return kept(*code).transform([&](const Kept&) { return slip_of(*code, text); });
}

Result<Bytes> SavedShelf::take(std::string_view text, const CitizenNumber& holder) {
    const auto code = parse_saved_code(text);
    if (!code) return fail(code.error());
    const auto found = kept(*code);
    if (!found) return fail(found.error());
    const auto sealed = read_file(found->file, kFileLimit, Links::Refused);
    const auto until = sealed ? saved_until(*sealed) : fail(Fault::SavedDamaged);
    if (!until) return fail(until.error());
    if (is_over(*until)) return fail(Fault::SavedExpired);
    const int tries = found->other_cards + 1;
    const fs::path counted = numbered(place_.folder, saved_name(code->secret.reveal()), tries);
    auto step = disk_.rename(found->file, counted);
    if (step) step = disk_.sync_folder(place_.folder);
    if (!step) return fail(step.error());
    auto plain = open_saved(*sealed, {code->secret.reveal(), holder});
    if (!plain && tries < kMostOtherCards) return plain;
    step = disk_.remove(counted);
    if (step) step = disk_.sync_folder(place_.folder);
    if (!step) return fail(step.error());
    return plain;
}

Result<void> SavedShelf::tidy() {
    const auto entries = entries_of(place_.folder);
    if (!entries) return fail(entries.error());
    bool is_any_gone = false;
    for (const fs::path& entry : *entries) {
        if (number_of(entry) && !is_over(entry)) continue;
        if (const auto removed = disk_.remove(entry); !removed) return removed;
        is_any_gone = true;
    }
    return is_any_gone ? disk_.sync_folder(place_.folder) : Result<void>();
}

}  // namespace motlan
