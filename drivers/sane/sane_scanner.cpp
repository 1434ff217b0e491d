#include "drivers/sane/sane_scanner.h"

#include <chrono>
#include <cstdlib>
#include <string_view>
#include <system_error>
#include <utility>

#include "drivers/sane/usb_name.h"
#include "kiosk/eye/picture_words.h"

namespace motlan {
namespace {

using std::chrono::milliseconds;

// How often a cancellation is looked for, how long a scanner may take to begin (lamps take up to
// a minute to warm up) or to be found, and how long it may take to stop.
constexpr milliseconds kGlance{50};
constexpr milliseconds kSilence{90'000};
// A program that is started has no head to take home; a busy machine may take its time over it.
constexpr milliseconds kStart{30'000};
constexpr milliseconds kSearch{30'000};
constexpr milliseconds kStopping{3000};
// A look keeps the camera waiting, which shares its thread.
constexpr milliseconds kLook{2500};
constexpr milliseconds kPauseOfLooks{10'000};
// A scanner that was plugged in anew is looked for among all, which takes SANE seconds.
constexpr int kMostUnanswered = 4;

// The child sees nothing of our environment but where SANE's configuration is.
std::vector<std::string> environment_of_child() {
    const char* folder = std::getenv("SANE_CONFIG_DIR");
    if (folder == nullptr) return {};
    return {std::string("SANE_CONFIG_DIR=") + folder};
}

Result<EncodedPicture> page_in(const Message& message) {
    if (message.body.find("fault") != nullptr) {
        return fail(fault_of(message.body.text_at("fault")).value_or(Fault::ScannerUnavailable));
    }
    const Tree* words = message.body.find("picture");
    if (words == nullptr || message.blocks.empty()) return fail(Fault::ScannerUnavailable);
    const ByteView bytes = message.blocks.front().bytes();
    const auto page = picture_of(*words, bytes);
    if (!page) return fail(Fault::ScannerUnavailable);
    return EncodedPicture{.coding = page->coding,
                          .width = page->width,
                          .height = page->height,
                          .dpi = page->dpi,
                          .bytes = Bytes(bytes.begin(), bytes.end())};
}

std::optional<std::filesystem::path> usb_node_of(std::string_view device) {
    constexpr std::size_t kLength = 7;  // "001:004"
    const auto usb = usb_name_of(device);
    if (!usb || usb->place.size() != kLength || usb->place[3] != ':') return std::nullopt;
    return std::filesystem::path("/dev/bus/usb") / usb->place.substr(0, 3) / usb->place.substr(4);
}

// A fault that stays until somebody does something about the scanner.
bool stays(Fault fault) {
    return fault == Fault::ScannerUnavailable || fault == Fault::ScannerUnplugged ||
           fault == Fault::ScannerCoverOpen || fault == Fault::ScannerJam;
}

}  // namespace

DeviceStatus SaneScanner::status() const { return {.fault = last_fault_.load()}; }

// Fails with Fault::ScannerCancelled, and with Fault::LinkUnavailable when the child is gone or
// says nothing for so long. One that is not ready yet is waited for by the next scan.
Result<void> SaneScanner::wait_until_ready(milliseconds patience) {
    for (; patience > milliseconds::zero(); patience -= kGlance) {
        if (is_cancelled_) return fail(Fault::ScannerCancelled);
        const auto message = child_->channel().receive(kGlance);
        if (message && message->body.truth_at("ready")) return {};
        if (message || message.error() != Fault::SourceSilent) break;
    }
    return fail(Fault::LinkUnavailable);
}

// A child that died or hung after the last scan is replaced by a fresh one.
Result<void> SaneScanner::get_ready() {
    looker_.reset();  // it may hold the scanner
    if (child_) {
        const auto ready = wait_until_ready(setup_.homing);
        if (ready || ready.error() == Fault::ScannerCancelled) return ready;
    }
    child_.reset();
    auto child = Child::start(setup_.program, {"--scan", setup_.device}, environment_of_child());
    if (!child) return fail(Fault::LinkUnavailable);
    child_ = *std::move(child);
    return wait_until_ready(kStart);
}

// Fails with Fault::LinkUnavailable when the child is gone.
Result<EncodedPicture> SaneScanner::try_scan(const ScanSettings& settings,
                                             const Progress& progress) {
    const Message request{.body = Tree::Table{{"ask", "scan"},
                                              {"dpi", settings.dpi},
                                              {"colour", settings.colour == ScanColour::Colour},
                                              {"source", static_cast<std::int64_t>(setup_.source)}},
                          .blocks = {}};
    auto page = get_ready().and_then([&] { return child_->channel().send(request); }).and_then([&] {
        return wait_for_page(progress);
    });
    if (!page && page.error() == Fault::LinkUnavailable) child_.reset();
    return page;
}

// What was there before has been unplugged or switched off.
Fault SaneScanner::as_seen_before(Fault fault) const {
    return fault == Fault::ScannerUnavailable && has_worked_ ? Fault::ScannerUnplugged : fault;
}

// A sheet on the glass is still there when the vendor's code dies over it: it is scanned again,
// once.
Result<EncodedPicture> SaneScanner::scan(const ScanSettings& settings, const Progress& progress) {
    is_cancelled_ = false;
    auto page = try_scan(settings, progress);
    const auto has_died = [&] { return !page && page.error() == Fault::LinkUnavailable; };
    if (has_died() && !is_fed() && !is_cancelled_) page = try_scan(settings, progress);
    if (has_died())
        page = fail(is_cancelled_ ? Fault::ScannerCancelled : Fault::ScannerUnavailable);
    if (!page) page = fail(as_seen_before(page.error()));
    has_worked_ = has_worked_ || page;
    if (page || stays(page.error())) {
        last_fault_ = page ? std::nullopt : std::optional(page.error());
    }
    return page;
}

// The answer of a child of its own, which then lets the scanner go: a technician may want it. None
// when it did not come in time: a slow scanner is not a missing one, and the next look hears it.
std::optional<Result<void>> SaneScanner::ask_whether_there() {
    if (!looker_) {
        auto child =
            Child::start(setup_.program, {"--scan", setup_.device}, environment_of_child());
        const Message request{.body = Tree::Table{{"ask", "look"}}, .blocks = {}};
        const bool is_asked =
            child && child->channel().receive(kLook) && child->channel().send(request);
        if (!is_asked) return std::nullopt;
        looker_ = *std::move(child);
        unanswered_ = 0;
    }
    const auto answer = looker_->channel().receive(kLook);
    const bool is_slow = !answer && answer.error() == Fault::SourceSilent;
    if (is_slow && ++unanswered_ < kMostUnanswered) return std::nullopt;
    looker_.reset();
    if (!answer) return std::nullopt;
    learn_name(*answer);
    const auto fault = fault_of(answer->body.text_at("fault"));
    return fault ? Result<void>(fail(*fault)) : Result<void>();
}

// Plugged in anew it has another number, which its child has found.
void SaneScanner::learn_name(const Message& message) {
    const std::string_view name = message.body.text_at("device");
    if (!name.empty()) setup_.device = name;
}

bool SaneScanner::is_node_gone() const {
    const auto node = usb_node_of(setup_.device);
    std::error_code problem;
    return node && !std::filesystem::exists(*node, problem);
}

// Opening a scanner wakes it, so that is done once, and now and then while it is missing. One on
// USB has a node besides, which goes when it is unplugged and comes under another name.
void SaneScanner::look() {
    const auto last = last_fault_.load();
    const bool was_missing = last == Fault::ScannerUnavailable || last == Fault::ScannerUnplugged;
    if (last && !was_missing) return;
    const bool is_gone = is_node_gone();
    if (is_gone) last_fault_ = as_seen_before(Fault::ScannerUnavailable);
    const auto now = std::chrono::steady_clock::now();
    if ((was_there_ && !was_missing && !is_gone) || now < next_try_) return;
    next_try_ = now + kPauseOfLooks;
    const auto answer = ask_whether_there();
    if (!answer) return;
    // One that is busy under another number does not tell which: it is asked again.
    const bool is_busy = !*answer && answer->error() == Fault::ScannerBusy && !is_gone;
    was_there_ = answer->has_value() || is_busy;
    has_worked_ = has_worked_ || was_there_;
    last_fault_ =
        was_there_ ? std::nullopt : std::optional(as_seen_before(Fault::ScannerUnavailable));
}

// Fails with Fault::LinkUnavailable when the child is gone or silent for too long.
Result<EncodedPicture> SaneScanner::wait_for_page(const Progress& progress) {
    milliseconds patience = kSilence;
    bool is_stopping = false;
    while (patience > milliseconds::zero()) {
        if (is_cancelled_ && !is_stopping) {
            is_stopping = true;
            patience = kStopping;
            const Message stop{.body = Tree::Table{{"ask", "cancel"}}, .blocks = {}};
            if (!child_->channel().send(stop)) break;
        }
        const auto message = child_->channel().receive(kGlance);
        if (!message && message.error() != Fault::SourceSilent) break;
        if (!message) {
            patience -= kGlance;
            continue;
        }
        const Tree* percent = message->body.find("percent");
        // A page that came in spite of being cancelled may be cut off anywhere.
        if (percent == nullptr) {
            sees_both_sides_ = message->body.truth_at("both_sides");
            learn_name(*message);
            return is_stopping ? fail(Fault::ScannerCancelled) : page_in(*message);
        }
        if (!is_stopping) patience = setup_.stall;
        if (progress) progress(static_cast<int>(message->body.number_at("percent")));
    }
    return fail(Fault::LinkUnavailable);
}

Result<std::vector<std::pair<std::string, std::string>>> list_sane_scanners(
    const std::filesystem::path& program) {
    auto child = Child::start(program, {"--scan", ""}, environment_of_child());
    const Message request{.body = Tree::Table{{"ask", "list"}}, .blocks = {}};
    const bool is_asked =
        child && child->channel().receive(kSearch) && child->channel().send(request);
    const auto answer = is_asked ? child->channel().receive(kSearch) : fail(Fault::LinkUnavailable);
    if (!answer || answer->body.find("scanners") == nullptr) {
        return fail(Fault::ScannerUnavailable);
    }
    std::vector<std::pair<std::string, std::string>> scanners;
    for (const Tree& each : answer->body.list_at("scanners")) {
        scanners.emplace_back(each.text_at("name"), each.text_at("words"));
    }
    return scanners;
}

}  // namespace motlan
