#include "drivers/search/sysfs.h"

#include <algorithm>
#include <fstream>
#include <system_error>

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
    std::vector<std::filesystem::path> found;
    std::error_code problem;
    for (std::filesystem::directory_iterator entry(folder, problem), end;
         !problem && entry != end && found.size() < kMostEntries; entry.increment(problem)) {
        found.push_back(entry->path());
    }
    std::ranges::sort(found);
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
