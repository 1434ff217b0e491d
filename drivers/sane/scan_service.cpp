#include "drivers/sane/scan_service.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>

#include "drivers/sane/sane_session.h"
#include "kiosk/eye/picture_words.h"

namespace motlan {
namespace {

constexpr int kLeastDpi = 50;
constexpr int kMostDpi = 1200;

// Not the strict sandbox of the eye: a backend opens USB nodes, configuration files and
// sockets, starts threads and even helpers of its vendor, and which ones differs by model.
// It can gain no rights, leave no core file and be traced by nobody, and it only ever sees
// the page that it scans.
void give_up_rights() {
    const rlimit none{.rlim_cur = 0, .rlim_max = 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    // A backend's reader thread may write into a pipe that its other half has closed.
    std::signal(SIGPIPE, SIG_IGN);
}

Message refusal(Fault fault) { return {.body = Tree::Table{{"fault", code(fault)}}, .blocks = {}}; }

Message found(const SaneSession& session) {
    return {.body = Tree::Table{{"there", true}, {"device", session.name()}}, .blocks = {}};
}

Message answer_of(const Result<EncodedPicture>& page, const std::optional<SaneSession>& session) {
    if (!page) return refusal(page.error());
    auto memory = SharedMemory::copy_of(page->bytes);
    if (!memory) return refusal(Fault::ScannerUnavailable);
    const bool sees_both_sides = session && session->sees_both_sides();
    Message message{.body = Tree::Table{{"picture", words_of(view_of(*page))},
                                        {"both_sides", sees_both_sides},
                                        {"device", session ? session->name() : ""}},
                    .blocks = {}};
    message.blocks.push_back(*std::move(memory));
    return message;
}

ScanWish wish_in(const Tree& request) {
    const auto dpi = std::clamp<std::int64_t>(request.number_at("dpi", 300), kLeastDpi, kMostDpi);
    const auto source = std::clamp<std::int64_t>(request.number_at("source"), 0, 2);
    return {
        .settings = {.dpi = static_cast<int>(dpi),
                     .colour = request.truth_at("colour") ? ScanColour::Colour : ScanColour::Grey},
        .source = static_cast<PaperSource>(source)};
}

Message list_of_scanners() {
    const auto found = find_scanners();
    if (!found) return refusal(found.error());
    Tree::List scanners;
    for (const FoundScanner& scanner : *found) {
        scanners.emplace_back(Tree::Table{{"name", scanner.name}, {"words", scanner.words}});
    }
    return {.body = Tree::Table{{"scanners", std::move(scanners)}}, .blocks = {}};
}

// Anything that comes while a scan runs ends it: a cancellation, or the other side is gone.
bool is_cancelled(Channel& channel) {
    const auto message = channel.receive(std::chrono::milliseconds::zero());
    return message.has_value() || message.error() != Fault::SourceSilent;
}

bool say_ready(Channel& channel) {
    return channel.send({.body = Tree::Table{{"ready", true}}, .blocks = {}}).has_value();
}

// Opens the device for the first sheet.
Result<void> open_if_needed(std::optional<SaneSession>& session, std::string_view device) {
    if (session) return {};
    auto opened = SaneSession::open(std::string(device));
    if (!opened) return fail(opened.error());
    session = *std::move(opened);
    return {};
}

}  // namespace

void serve_scanner(Channel& channel, std::string_view device) {
    give_up_rights();
    std::optional<SaneSession> session;
    const ScanWatch watch{
        .progress =
            [&](int percent) {
                (void)channel.send({.body = Tree::Table{{"percent", percent}}, .blocks = {}});
            },
        .is_cancelled = [&] { return is_cancelled(channel); }};
    if (!say_ready(channel)) return;
    while (true) {
        const auto request = channel.receive(std::chrono::hours(1));
        if (!request && request.error() == Fault::SourceSilent) continue;
        if (!request) return;
        if (request->body.text_at("ask") == "list") {
            if (!channel.send(list_of_scanners())) return;
        }
        if (request->body.text_at("ask") == "look") {
            const auto there = open_if_needed(session, device);
            if (!channel.send(there ? found(*session) : refusal(there.error()))) return;
        }
        if (request->body.text_at("ask") != "scan") continue;  // a cancellation that came late
        const auto page = open_if_needed(session, device).and_then([&] {
            return session->scan(wish_in(request->body), watch);
        });
        if (!channel.send(answer_of(page, session))) return;
        if (session) session->finish();
        // SANE stops a page by ending its reader's thread wherever that stands, perhaps with a lock
        // in its hand, and the next page would wait for it for ever: it gets a fresh process.
        if (!page) ::_exit(EXIT_SUCCESS);
        if (!say_ready(channel)) return;
    }
}

}  // namespace motlan
