#include "drivers/search/sysfs.h"

#include <algorithm>
#include <fstream>
#include <system_error>

#include "kiosk/core/folder.h"

namespace motlan {
namespace {

constexpr std::size_t kMostEntries = 1'000;
constexpr std::size_t kLongestLine = 256;

}  // namespace

std::string first_line(const std::filesystem::path& file) {
    std::ifstream stream(file);
    std::string line(kLongestLine, '\0');
    stream.read(line.data(), static_cast<std::streamsize>(line.size()));
    line.resize(static_cast<std::size_t>(stream.gcount()));
    line.resize(std::min(line.find('\n'), line.size()));
    std::erase_if(line, [](unsigned char letter) { return letter < ' ' || letter == 0x7F; });
    return line;
}

std::vector<std::filesystem::path> entries(const std::filesystem::path& folder) {
    auto found = entries_of(folder).value_or(std::vector<std::filesystem::path>());
    std::ranges::sort(found);
    found.resize(std::min(found.size(), kMostEntries));
    return found;
}

std::filesystem::path lasting_name(const std::filesystem::path& node,
                                   const std::filesystem::path& links) {
    std::error_code problem;
    for (const auto& link : entries(links)) {
        if (std::filesystem::equivalent(link, node, problem)) return link;
    }
    return node;
}

}  // namespace motlan
