#include "kiosk/programs/kioskctl_export.h"

#include <unistd.h>

#include <charconv>
#include <filesystem>
#include <format>
#include <optional>
#include <print>
#include <ranges>
#include <system_error>

#include "kiosk/care/diagnostics.h"
#include "kiosk/care/journal.h"
#include "kiosk/care/public_file.h"
#include "kiosk/care/traces.h"

namespace motlan {
namespace {

namespace fs = std::filesystem;

constexpr int kPreviewLines = 20;

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

int refuse(const RefusedFile& refused) {
    return complain(
        "diagnostics",
        std::format("line {} of {} holds {}, so nothing was written ({})", refused.found.line,
                    refused.file, refused.found.what, code(Fault::ExportRefused)),
        kFoundWrong);
}

void print_preview(std::string_view journal) {
    std::println("\nThe first lines of journal.txt:");
    for (const auto line : journal | std::views::split('\n') | std::views::take(kPreviewLines))
        std::println("  {}", std::string_view(line));
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
    const DiagnosticFiles files = collect_diagnostics(places(), usual_config());
    if (const auto refused = refused_file(files)) return refuse(*refused);
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
    const Traces traces = find_traces(places());
    for (const auto& [file, what] : traces.found) std::println("{}: {}", file.string(), what);
    if (!traces.found.empty())
        return complain("traces", "something of a visit may have stayed", kFoundWrong);
    std::println("Last visit's data: none found ({} files{}).", traces.files,
                 traces.journal ? ", the journal" : "");
    return kFine;
}

}  // namespace motlan
