#include "kiosk/app/count_book.h"

#include <algorithm>
#include <system_error>

#include "kiosk/core/file.h"
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
    Counts counts;
    if (fs::exists(file, problem)) {
        auto kept = read(file.stem().string());
        if (kept) counts = *std::move(kept);
        if (!kept && kept.error() != Fault::RecordDamaged) return fail(kept.error());
        if (!kept) fs::rename(file, file.string() + ".damaged", problem);
    }
    motlan::add(counts, more);
    return write_file(file, as_bytes(to_json(to_tree(counts))));
}

std::vector<std::string> CountBook::months() const {
    std::vector<std::string> months;
    std::error_code problem;
    for (const auto& entry : fs::directory_iterator(folder_, problem)) {
        if (entry.path().extension() == kExtension) months.push_back(entry.path().stem().string());
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
