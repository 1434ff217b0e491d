#include "kiosk/care/traces.h"

#include <system_error>

#include "kiosk/care/journal.h"
#include "kiosk/care/redactor.h"
#include "kiosk/core/file.h"
#include "kiosk/core/folder.h"

namespace motlan {
namespace {

namespace fs = std::filesystem;

// The largest is the store of the outbox: small dossiers of up to 96 MiB, and its rows.
constexpr std::size_t kFileLimit = std::size_t{160} << 20U;
constexpr int kJournalLines = 2'000;

bool may_hold_traces(const fs::path& file, const fs::path& state) {
    const std::string place = file.lexically_relative(state).generic_string();
    const auto stands_in = [&](std::string_view folder) { return place.starts_with(folder); };
    return !stands_in("outbox/q/") && !stands_in("bundles/") && !stands_in("enrolment") &&
           !stands_in("catalogue");
}

void search(const fs::path& folder, const fs::path& state, Traces& traces) {
    std::error_code problem;
    // With its slash: a root that is a link to another disk leads on.
    const auto paths = tree_of(folder / "", Unreadable::Skipped).value_or(std::vector<fs::path>());
    for (const fs::path& file : paths) {
        if (!fs::is_regular_file(file, problem) || !may_hold_traces(file, state)) continue;
        const auto text = read_text(file, kFileLimit);
        if (!text) continue;
        ++traces.files;
        if (const auto suspicion = find_personal(*text))
            traces.found.emplace_back(file, suspicion->what);
    }
}

}  // namespace

Traces find_traces(const Places& places) {
    Traces traces;
    for (const fs::path& folder : {places.state, places.runtime})
        search(folder, places.state, traces);
    const auto journal = read_journal({.lines = kJournalLines});
    traces.journal = journal.has_value();
    if (const auto found = journal ? find_personal(*journal) : std::nullopt)
        traces.found.emplace_back("journal", found->what);
    return traces;
}

TestResult test_traces(const Traces& traces) {
    TestResult result =
        judged(DeviceTest::Traces,
               {{.name = "files", .value = static_cast<double>(traces.files)},
                {.name = "traces", .value = static_cast<double>(traces.found.size()), .most = 0}});
    if (result.verdict == Verdict::Failed) result.reason = TestReason::TracesFound;
    return result;
}

}  // namespace motlan
