// scan_memory: looks for words in the memory of running programs and in files, byte by byte.
//
//     scan_memory WORDS [--pid NUMBER]… [--path FILE-OR-FOLDER]…
//
// WORDS is a file with one `name<TAB>hexadecimal bytes` for each, at least four bytes long. Each
// word that is found is a line: where, the region or file, the name. All words are looked for in
// one pass. Exit status: 0 none found, 1 some found, 2 called wrongly or something was unreadable.
#include <fcntl.h>
#include <unistd.h>

#include <bitset>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <print>
#include <set>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHead = 4;
constexpr std::size_t kLongest = 4096;
constexpr std::size_t kStretch = std::size_t{4} << 20U;

struct Word {
    std::string name;
    std::string bytes;
};

std::uint32_t head_of(const char* at) {
    std::uint32_t head = 0;
    std::memcpy(&head, at, kHead);
    return head;
}

std::size_t slot_of(std::uint32_t head) { return (head * 2654435761U) >> 16U; }

/// All words, found by their first four bytes.
class Words {
public:
    bool add(Word word) {
        if (word.bytes.size() < kHead || word.bytes.size() > kLongest) return false;
        const std::uint32_t head = head_of(word.bytes.data());
        slots_.set(slot_of(head));
        by_head_[head].push_back(std::move(word));
        return true;
    }

    /// The names of the words that begin in the first `begins` bytes.
    void find(std::string_view text, std::size_t begins, std::multiset<std::string>& found) const {
        for (std::size_t at = 0; at < begins && at + kHead <= text.size(); ++at) {
            const std::uint32_t head = head_of(text.data() + at);
            if (!slots_.test(slot_of(head))) continue;
            const auto words = by_head_.find(head);
            if (words == by_head_.end()) continue;
            for (const Word& word : words->second) {
                if (text.substr(at).starts_with(word.bytes)) found.insert(word.name);
            }
        }
    }

private:
    std::bitset<65536> slots_;
    std::unordered_map<std::uint32_t, std::vector<Word>> by_head_;
};

std::string from_hex(std::string_view digits) {
    std::string bytes;
    for (std::size_t at = 0; at + 1 < digits.size(); at += 2) {
        unsigned value = 0;
        std::from_chars(digits.data() + at, digits.data() + at + 2, value, 16);
        bytes.push_back(static_cast<char>(value));
    }
    return bytes;
}

bool read_words(const fs::path& file, Words& words) {
    std::ifstream stream(file);
    bool is_good = false;
    for (std::string line; std::getline(stream, line);) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string::npos ||
            !words.add({line.substr(0, tab), from_hex(line.substr(tab + 1))})) {
            return false;
        }
        is_good = true;
    }
    return is_good;
}

struct Search {
    const Words& words;
    std::size_t hits = 0;
    std::size_t bytes = 0;
    bool is_whole = true;

    void tell(const std::string& where, const std::multiset<std::string>& found) {
        for (auto at = found.begin(); at != found.end(); at = found.upper_bound(*at)) {
            std::println("{}\t{}\t{} times", where, *at, found.count(*at));
        }
        hits += found.size();
    }

    /// Stretches overlap by the longest word, so that none is cut in two.
    void stretch(int file, std::uint64_t begin, std::uint64_t end, const std::string& where) {
        std::vector<char> buffer(kStretch + kLongest);
        std::multiset<std::string> found;
        for (std::uint64_t at = begin; at < end; at += kStretch) {
            const auto want = std::min<std::uint64_t>(buffer.size(), end - at);
            const ssize_t got = ::pread(file, buffer.data(), want, static_cast<off_t>(at));
            if (got <= 0) break;
            const auto size = static_cast<std::size_t>(got);
            words.find({buffer.data(), size}, std::min(size, kStretch), found);
            bytes += std::min(size, kStretch);
        }
        tell(where, found);
    }

    void memory(const std::string& pid) {
        const fs::path proc = fs::path("/proc") / pid;
        const int file = ::open((proc / "mem").c_str(), O_RDONLY | O_CLOEXEC);
        std::ifstream maps(proc / "maps");
        std::size_t before = bytes;
        for (std::string line; std::getline(maps, line);) region(file, pid, line);
        if (file < 0 || before == bytes) is_whole = false;
        ::close(file);
    }

    void region(int file, const std::string& pid, const std::string& line) {
        std::uint64_t begin = 0;
        std::uint64_t end = 0;
        const char* text = line.data();
        const auto dash = std::from_chars(text, text + line.size(), begin, 16).ptr;
        std::from_chars(dash + 1, text + line.size(), end, 16);
        if (line.contains(" r") && !line.contains("[v")) {
            stretch(file, begin, end, pid + "\t" + line);
        }
    }

    void path(const fs::path& place) {
        std::error_code trouble;
        if (!fs::is_directory(place, trouble)) return this->file(place);
        for (const auto& entry : fs::recursive_directory_iterator(place, trouble)) {
            std::multiset<std::string> found;
            const std::string name = entry.path().string();
            words.find(name, name.size(), found);
            tell("name\t" + name, found);
            if (entry.is_regular_file(trouble)) this->file(entry.path());
        }
        if (trouble) is_whole = false;
    }

    void file(const fs::path& place) {
        const int file = ::open(place.c_str(), O_RDONLY | O_CLOEXEC);
        // What was there a moment ago may have been sent and purged meanwhile.
        if (file < 0) return;
        stretch(file, 0, static_cast<std::uint64_t>(::lseek(file, 0, SEEK_END)),
                "file\t" + place.string());
        ::close(file);
    }
};

int run(std::span<char*> arguments) {
    Words words;
    if (arguments.size() < 4 || arguments.size() % 2 != 0 || !read_words(arguments[1], words)) {
        std::println(stderr, "scan_memory WORDS [--pid NUMBER]… [--path FILE-OR-FOLDER]…");
        return 2;
    }
    Search search{words};
    for (std::size_t at = 2; at < arguments.size(); at += 2) {
        const std::string_view option = arguments[at];
        if (option == "--pid") search.memory(arguments[at + 1]);
        if (option == "--path") search.path(arguments[at + 1]);
    }
    std::println(stderr, "{} bytes searched", search.bytes);
    if (!search.is_whole) return 2;
    return search.hits == 0 ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) { return run({arguments, static_cast<std::size_t>(count)}); }
