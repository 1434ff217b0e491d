#include "kiosk/app/count_book.h"

#include <algorithm>
#include <system_error>

#include "kiosk/core/file.h"
#include "kiosk/core/folder.h"
#include "kiosk/core/json.h"

namespace motlan {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kExtension = ".json";
constexpr std::size_t kMonthLength = 7;

}  // namespace

fs::path CountBook::file_of(std::string_view month) const {
    return folder_ / (std::string(month) + std::string(kExtension));
}

Result<void> CountBook::add(const Counts& more, const CivilDate& day) {
    const fs::path file = file_of(day.to_iso().substr(0, kMonthLength));
    std::error_code problem;
    fs::create_directories(folder_, problem);
    auto counts = fs::exists(file, problem) ? read(file.stem().string()) : Counts{};
    if (!counts && counts.error() != Fault::RecordDamaged) return fail(counts.error());
    if (!counts) fs::rename(file, file.string() + ".damaged", problem);
    Counts sum = std::move(counts).value_or(Counts{});
    motlan::add(sum, more);
    return write_file(file, as_bytes(to_json(to_tree(sum))));
}

std::vector<std::string> CountBook::months() const {
    std::vector<std::string> months;
    for (const fs::path& entry : entries_of(folder_).value_or(std::vector<fs::path>())) {
        if (entry.extension() == kExtension) months.push_back(entry.stem().string());
    }
    std::ranges::sort(months);
    return months;
}

Result<Counts> CountBook::read(std::string_view month) const {
    const auto text = read_text(file_of(month), kJsonLimit);
    if (!text)
        return fail(text.error() == Fault::StorageFailed ? text.error() : Fault::RecordDamaged);
    const auto tree = parse_json(*text);
    return tree ? parse_counts(*tree) : fail(Fault::RecordDamaged);
}

}  // namespace motlan
