#include "kiosk/programs/kioskctl_export.h"

#include <unistd.h>

#include <charconv>
#include <filesystem>
#include <format>
#include <map>
#include <optional>
#include <print>
#include <ranges>
#include <system_error>

#include "drivers/search/device_search.h"
#include "kiosk/core/file.h"
#include "kiosk/core/json.h"
#include "kiosk/core/version.h"
#include "kiosk/programs/checkup.h"
#include "kiosk/programs/journal.h"
#include "kiosk/programs/public_file.h"
#include "kiosk/programs/redactor.h"

namespace motlan {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFileLimit = std::size_t{16} << 20U;
constexpr int kExportedLines = 2'000;
constexpr int kPreviewLines = 20;

using Files = std::map<std::string, std::string, std::less<>>;

std::optional<JournalWish> read_wish(Arguments arguments) {
    JournalWish wish;
    for (std::size_t n = 0; n < arguments.size(); ++n) {
        const std::string_view word = arguments[n];
        if (word == "--follow") {
            wish.follows = true;
        } else if (word == "--lines" && n + 1 < arguments.size()) {
            const std::string_view count = arguments[++n];
            if (std::from_chars(count.data(), count.data() + count.size(), wish.lines).ec !=
                std::errc())
                return std::nullopt;
        } else if (word.starts_with("-") || !wish.match.empty()) {
            return std::nullopt;
        } else {
            wish.match = word;
        }
    }
    return wish;
}

std::string remarks_of(const Checkup& checkup) {
    std::string text;
    for (const Remark& remark : checkup.remarks) {
        // The province's address is nobody's business outside.
        const bool is_address = remark.area == "enrolment" && remark.grade == Grade::Fine;
        text += std::format("{}\t{}\t{}\t{}\n", name(remark.grade), remark.area,
                            remark.fault ? code(*remark.fault) : "-",
                            is_address ? "enrolled" : remark.words);
    }
    return text;
}

/// The settings without comments and without the center's name, which is Vietnamese.
std::string settings_of(const fs::path& config) {
    const auto text = read_text(config, kFileLimit);
    std::string kept;
    for (const auto each : std::string_view(text ? *text : "") | std::views::split('\n')) {
        const std::string_view line(each);
        const std::string_view value = line.substr(0, line.find(" #"));
        if (!value.empty() && !value.starts_with('#') && !value.starts_with("center_name"))
            kept += std::string(value) + "\n";
    }
    return kept;
}

Files collect() {
    Files files;
    files["version.txt"] = std::string(version()) + "\n";
    files["checkup.txt"] = remarks_of(check_up(places(), usual_config()));
    files["kiosk.toml"] = settings_of(usual_config());
    for (const FoundDevice& device : search_devices("/"))
        files["devices.txt"] += std::format("{}\t{}\t{}\n", name(device.kind), device.title,
                                            device.where.filename().string());
    files["journal.txt"] = read_journal({.lines = kExportedLines}).value_or("");
    return files;
}

int refuse(std::string_view file, const Suspicion& found) {
    return complain("diagnostics",
                    std::format("line {} of {} holds {}, so nothing was written ({})", found.line,
                                file, found.what, code(Fault::ExportRefused)),
                    kFoundWrong);
}

void print_preview(std::string_view journal) {
    std::println("\nThe first lines of journal.txt:");
    for (const auto line : journal | std::views::split('\n') | std::views::take(kPreviewLines))
        std::println("  {}", std::string_view(line));
}

/// Sealed parts, what the province has signed, and keys are not of visits, or not readable by
/// anybody.
bool may_hold_traces(const fs::path& file, const fs::path& state) {
    const std::string place = file.lexically_relative(state).generic_string();
    const auto stands_in = [&](std::string_view folder) { return place.starts_with(folder); };
    return !stands_in("outbox/q/") && !stands_in("bundles/") && !stands_in("enrolment") &&
           !stands_in("catalogue");
}

struct Searched {
    int files = 0;
    int found = 0;
};

void search(const fs::path& folder, const fs::path& state, Searched& searched) {
    std::error_code problem;
    for (fs::recursive_directory_iterator
             entry(folder, fs::directory_options::skip_permission_denied, problem),
         end;
         !problem && entry != end; entry.increment(problem)) {
        if (!entry->is_regular_file(problem) || !may_hold_traces(entry->path(), state)) continue;
        const auto text = read_text(entry->path(), kFileLimit);
        if (!text) continue;
        ++searched.files;
        const auto suspicion = find_personal(*text);
        if (!suspicion) continue;
        ++searched.found;
        std::println("{}: {}", entry->path().string(), suspicion->what);
    }
}

}  // namespace

int show_log(Arguments arguments) {
    const auto wish = read_wish(arguments);
    if (!wish)
        return complain("log", "--follow, --lines N and one event or code may follow", kUsage);
    std::vector<std::string> call = journal_call(*wish);
    std::vector<char*> words;
    for (std::string& word : call) words.push_back(word.data());
    words.push_back(nullptr);
    std::fflush(stdout);
    ::execvp(words[0], words.data());
    return complain("log", "journalctl is not installed here", kFoundWrong);
}

int diagnostics(Arguments arguments) {
    if (arguments.size() != 1) return complain("diagnostics", "one FOLDER is needed", kUsage);
    const fs::path folder = arguments.front();
    const Files files = collect();
    for (const auto& [file, text] : files) {
        if (const auto found = find_personal(text)) return refuse(file, *found);
    }
    std::error_code problem;
    fs::create_directories(folder, problem);
    for (const auto& [file, text] : files) {
        if (!write_public_file(folder / file, text))
            return complain("diagnostics",
                            std::format("{} cannot be written ({})", (folder / file).string(),
                                        code(Fault::MediumUnavailable)),
                            kFoundWrong);
        std::println("{}\t{} bytes", (folder / file).string(), text.size());
    }
    print_preview(files.at("journal.txt"));
    return kFine;
}

int traces(Arguments arguments) {
    if (!arguments.empty()) return complain("traces", "nothing may follow", kUsage);
    const Places here = places();
    Searched searched;
    for (const fs::path& folder : {here.state, here.runtime}) search(folder, here.state, searched);
    const auto journal = read_journal({.lines = kExportedLines});
    if (const auto found = journal ? find_personal(*journal) : std::nullopt) {
        ++searched.found;
        std::println("journal: {}", found->what);
    }
    if (searched.found > 0)
        return complain("traces", "something of a visit may have stayed", kFoundWrong);
    std::println("Last visit's data: none found ({} files{}).", searched.files,
                 journal ? ", the journal" : "");
    return kFine;
}

}  // namespace motlan
