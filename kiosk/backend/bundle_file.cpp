#include "kiosk/backend/bundle_file.h"

#include <algorithm>
#include <array>
#include <set>

#include "kiosk/core/file.h"
#include "kiosk/outbox/dossier_id.h"

namespace motlan {
namespace {

constexpr std::size_t kFilesLimit = 5100;
constexpr std::int64_t kFileLimit = std::int64_t{1} << 20U;
constexpr std::int64_t kSumLimit = std::int64_t{64} << 20U;
constexpr std::size_t kNameLimit = 64;

// Small letters, digits, dot, hyphen and underscore; no name that hides or climbs.
bool is_plain(std::string_view name) {
    return !name.empty() && name.size() <= kNameLimit && !name.starts_with('.') &&
           std::ranges::all_of(name, [](char letter) {
               return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
                      letter == '.' || letter == '-' || letter == '_';
           });
}

bool is_in(std::string_view name, std::string_view folder, std::string_view ending) {
    return name.starts_with(folder) && name.ends_with(ending) &&
           name.size() > folder.size() + ending.size() && is_plain(name.substr(folder.size()));
}

}  // namespace

bool is_bundle_file_name(std::string_view name) {
    constexpr std::array<std::string_view, 5> kSingle{kRevocations, "holidays.toml", "search.toml",
                                                      "sources.toml", "units.toml"};
    return std::ranges::contains(kSingle, name) || is_in(name, "procedures/", ".toml") ||
           is_in(name, "strings/", ".json");
}

Result<std::vector<BundleFile>> parse_bundle_files(const Tree::List& list) {
    std::vector<BundleFile> files;
    std::set<std::string> names;
    std::int64_t sum = 0;
    if (list.size() > kFilesLimit) return fail(Fault::BundleForged);
    for (const Tree& entry : list) {
        BundleFile file{.name = std::string(entry.text_at("name")),
                        .size = entry.number_at("size"),
                        .sha256 = std::string(entry.text_at("sha256"))};
        const bool holds = is_bundle_file_name(file.name) && is_sha256(file.sha256) &&
                           file.size >= 1 && file.size <= kFileLimit &&
                           names.insert(file.name).second;
        if (!holds) return fail(Fault::BundleForged);
        sum += file.size;
        files.push_back(std::move(file));
    }
    if (sum > kSumLimit || !names.contains(std::string(kRevocations))) {
        return fail(Fault::BundleForged);
    }
    return files;
}

bool is_file(const BundleFile& file, ByteView bytes) {
    return std::ssize(bytes) == file.size && sha256(bytes) == file.sha256;
}

Result<Bytes> read_bundle_file(const std::filesystem::path& folder, const BundleFile& file) {
    auto bytes = read_file(folder / file.name, static_cast<std::size_t>(file.size));
    if (!bytes || !is_file(file, *bytes)) return fail(Fault::StorageFailed);
    return bytes;
}

}  // namespace motlan
