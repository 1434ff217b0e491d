#include "kiosk/programs/kioskctl_export.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <format>
#include <optional>
#include <print>
#include <ranges>
#include <system_error>

#include "kiosk/care/diagnostics.h"
#include "kiosk/care/journal.h"
#include "kiosk/care/language.h"
#include "kiosk/care/sealed_diagnostics.h"
#include "kiosk/care/traces.h"
#include "kiosk/ui/wording.h"

namespace motlan {
namespace {

namespace fs = std::filesystem;

constexpr int kPreviewLines = 20;
constexpr std::string_view kNoJournal = "journalctl is not installed here";

/// Takes an option's value, or says that it is none.
bool takes(JournalWish& wish, std::string_view option, std::string_view value) {
    if (option == "--lines") {
        const char* end = value.data() + value.size();
        const auto [rest, problem] = std::from_chars(value.data(), end, wish.lines);
        return problem == std::errc() && rest == end && wish.lines > 0;
    }
    if (option == "--since") {
        const auto since = journal_since(value);
        wish.since = since.value_or("");
        return since.has_value();
    }
    if (option == "--unit") {
        wish.unit = value;
        return std::ranges::contains(journal_units(), value);
    }
    wish.sought = value;
    return option == "--search" && is_sought_word(value);
}

std::optional<JournalWish> read_wish(Arguments arguments) {
    JournalWish wish;
    for (std::size_t n = 0; n < arguments.size(); ++n) {
        const std::string_view word = arguments[n];
        if (word == "--follow") {
            wish.follows = true;
        } else if (word.starts_with("--") && n + 1 < arguments.size()) {
            if (!takes(wish, word, arguments[++n])) return std::nullopt;
        } else if (word.starts_with("-") || !wish.match.empty()) {
            return std::nullopt;
        } else {
            wish.match = word;
        }
    }
    return wish;
}

/// Where it goes and what goes along.
struct ExportCall {
    fs::path folder;
    DiagnosticParts parts{all_diagnostic_parts().begin(), all_diagnostic_parts().end()};
};

std::optional<ExportCall> read_export(Arguments arguments) {
    ExportCall call;
    for (std::size_t n = 0; n < arguments.size(); ++n) {
        if (arguments[n] == "--without" && n + 1 < arguments.size()) {
            const auto parts = all_diagnostic_parts();
            const auto found = std::ranges::find(parts, arguments[++n],
                                                 [](DiagnosticPart part) { return name(part); });
            if (found == parts.end()) return std::nullopt;
            call.parts.erase(*found);
        } else if (call.folder.empty() && !arguments[n].starts_with("-")) {
            call.folder = arguments[n];
        } else {
            return std::nullopt;
        }
    }
    return call.folder.empty() || call.parts.empty() ? std::nullopt : std::optional(call);
}

std::string remedy_of(Fault fault) {
    return phrase(fault_text(fault, Audience::Technician), technicians_language()).shown;
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

/// journalctl tells what it looks for newest first; here, as everywhere, it comes last.
int show_found(const JournalWish& wish) {
    const auto text = read_journal(wish);
    if (!text) return complain("log", kNoJournal, kFoundWrong);
    std::print("{}", *text);
    return kFine;
}

}  // namespace

int show_log(Arguments arguments) {
    const auto wish = read_wish(arguments);
    if (!wish)
        return complain(
            "log",
            "--follow, --lines N, --since hour, today or a day (2026-12-01), --unit "
            "kiosk, kiosk-link, kiosk-screen or kiosk-rests, --search one word, and one "
            "event or code may follow",
            kUsage);
    if (!wish->sought.empty() && !wish->follows) return show_found(*wish);
    std::vector<std::string> call = journal_call(*wish);
    std::vector<char*> words;
    for (std::string& word : call) words.push_back(word.data());
    words.push_back(nullptr);
    std::fflush(stdout);
    ::execvp(words[0], words.data());
    return complain("log", kNoJournal, kFoundWrong);
}

int diagnostics(Arguments arguments) {
    const auto call = read_export(arguments);
    if (!call)
        return complain("diagnostics", "one FOLDER is needed, and --without log, tests, settings",
                        kUsage);
    const Places where = places();
    const DiagnosticFiles all = collect_diagnostics(where, usual_config());
    if (const auto refused = refused_file(all)) return refuse(*refused);
    const DiagnosticFiles files = files_of(all, call->parts);
    const auto written = write_diagnostics(files, where.state, call->folder, SystemClock().wall());
    if (!written)
        return complain("diagnostics",
                        std::format("nothing was written to {} ({}): {}", call->folder.string(),
                                    code(written.error()), remedy_of(written.error())),
                        kFoundWrong);
    for (const auto& [file, text] : files) std::println("{}\t{} bytes", file, text.size());
    if (const auto journal = files.find("journal.txt"); journal != files.end())
        print_preview(journal->second);
    std::println("\nOnly the province can open {}.", written->string());
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
