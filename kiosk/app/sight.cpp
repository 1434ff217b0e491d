#include "kiosk/app/sight.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>

#include "kiosk/core/card_distance.h"
#include "kiosk/core/log.h"

namespace motlan {
namespace {

constexpr std::chrono::milliseconds kFramePatience{200};
constexpr std::chrono::seconds kCameraPause{1};
/// A camera that has sent nothing usable for so long is lost, whatever it says of itself.
constexpr std::chrono::seconds kSightPatience{3};
/// So many pages of a visit can be looked at closely; their previews take 11 MB each, not 3.
constexpr std::size_t kFinePages = 12;

Picture picture_of(Image image) { return std::make_shared<const Image>(std::move(image)); }

}  // namespace

Sight::Sight(std::filesystem::path program, const Devices& devices, ScanSettings scan_settings,
             EventQueue& events)
    : program_(std::move(program)),
      camera_(*devices.card_camera),
      scanner_(*devices.scanner),
      desk_(devices.document_camera.get()),
      scan_settings_(scan_settings),
      events_(events),
      pages_(program_, events_) {}

Result<EyeClient*> Sight::eye() {
    if (!eye_) {
        auto started = EyeClient::start(program_);
        if (!started) return fail(started.error());
        eye_ = *std::move(started);
    }
    return &*eye_;
}

void Sight::watch_for_card(std::optional<Lamp> lamp) {
    lamp_ = lamp;
    worker_.add([this](const std::stop_token& stop) { watch(stop); });
}

// A camera that is unplugged is tried again for as long as somebody waits before it.
void Sight::watch(const std::stop_token& stop) {
    std::optional<Fault> told;
    while (!stop.stop_requested()) {
        Watching watching;
        Result<void> state = camera_.start();
        while (state && !stop.stop_requested()) {
            state = look_once(watching);
            if (watching.sequence == EyeClient::Sequence::GoesOn) told.reset();
        }
        camera_.stop();
        if (stop.stop_requested()) return;
        if (std::exchange(told, state.error()) != state.error()) {
            log(LogEvent::FaultSeen, {{"fault", state.error()}});
            events_.post(CameraFailed{state.error()});
        }
        pause(stop, kCameraPause);
    }
}

bool Sight::Watching::is_blind() const {
    return std::chrono::steady_clock::now() - seen >= kSightPatience;
}

Result<void> Sight::look_once(Watching& watching) {
    const auto now = std::chrono::steady_clock::now();
    const bool is_blind = watching.is_blind();
    const auto lamp = camera_.set_lamp(lamp_.load());
    auto frame = camera_.newest(kFramePatience);
    if (!frame || (!*frame && is_blind)) return fail(Fault::CameraUnavailable);
    if (!*frame) return {};
    const auto eye_now = eye();
    if (!eye_now) return fail(eye_now.error());
    auto seen = (*eye_now)->look_at_card(**frame, watching.sequence);
    if (!seen && seen.error() == Fault::EyeUnavailable) return fail(seen.error());
    // One bad frame means nothing; the next one is looked at with a fresh eye.
    if (!seen) return is_blind ? Result<void>(fail(Fault::CameraUnavailable)) : Result<void>();
    watching.seen = now;
    watching.sequence = EyeClient::Sequence::GoesOn;
    const bool is_new = seen->code.payload && seen->code.payload != watching.last_payload;
    watching.last_payload = seen->code.payload;
    const CodeSighting& code = seen->code;
    events_.post(CardSeen{picture_of(std::move(seen->preview)), code.hint,
                          card_distance(code.side, code.room, code.hint), lamp});
    if (is_new) events_.post(CardCodeRead{*std::move(seen->code.payload)});
    return {};
}

void Sight::look() {
    if (is_looking_.exchange(true)) return;
    // Shared by the copies of a job: it is over when the last is gone, done or dropped.
    const std::shared_ptr<void> end(nullptr, [this](void*) { is_looking_ = false; });
    worker_.add([this, end](const std::stop_token&) {
        camera_.look();
        if (desk_ != nullptr) desk_->look();
        scanner_.look();
    });
}

void Sight::scan_sheet(const ScanSheet& wish) {
    is_taken_now_ = false;
    worker_.add([this, wish](const std::stop_token& stop) {
        if (desk_ != nullptr) return take_from_desk(wish, stop);
        scan(wish, stop);
    });
}

void Sight::cancel_scan() {
    worker_.stop_jobs();
    scanner_.cancel();
}

void Sight::refuse_scan(Fault fault) {
    log(LogEvent::FaultSeen, {{"fault", fault}});
    events_.post(ScanFailed{fault});
}

std::optional<AcceptedPage> Sight::accept(const EncodedPicture& sheet, PageAsk& asked) {
    asked.is_fine = !asked.kept || asked.kept->size() < kFinePages;
    auto page = eye().and_then([&](EyeClient* eye) { return eye->accept_page(sheet, asked); });
    if (page) return *std::move(page);
    refuse_scan(page.error());
    return std::nullopt;
}

void Sight::keep(AcceptedPage page, PageAsk& asked, bool is_fed) {
    pages_.read(page.packed, std::move(page.legible), page.sheet);
    if (asked.kept) asked.kept->push_back(page.sheet);
    events_.post(PageScanned{{.packed = std::move(page.packed),
                              .preview = picture_of(std::move(page.preview)),
                              .doubts = std::move(page.doubts),
                              .same_as = std::move(page.same_as),
                              .sheet = page.sheet},
                             is_fed});
}

struct Sight::Stack {
    PageAsk asked;
    std::stop_token stop;
    int pages = 0;  ///< that were kept
    bool has_begun = false;
    bool is_back_next = false;  ///< of the sheet whose front was scanned last
    bool is_front_blank = false;
};

// Whoever has cancelled a scan hears no more of it: the next one may have begun already.
// A feeder is empty when it has brought what lay in it; before that, it has no paper. An empty back
// is no page.
bool Sight::take_side(const ScanSheet& wish, Stack& stack) {
    const auto progress = [this](int percent) { events_.post(ScanProgressed{percent}); };
    const auto side = scanner_.scan(scan_settings_, progress);
    const bool is_end = stack.has_begun && !side && side.error() == Fault::ScannerNoPaper;
    const bool is_back = std::exchange(stack.is_back_next,
                                       side && scanner_.sees_both_sides() && !stack.is_back_next);
    if (stack.stop.stop_requested()) return false;
    if (is_end) return events_.post(FeedEnded{}), false;
    if (!side) return refuse_scan(side.error()), false;
    if (!std::exchange(stack.has_begun, true)) events_.post(SheetScanned{});
    auto page = accept(*side, stack.asked);
    if (!page || stack.stop.stop_requested()) return false;
    const bool is_blank = std::ranges::contains(page->doubts, Fault::PageBlank);
    const bool is_dropped = is_back && is_blank && !stack.is_front_blank;
    stack.is_front_blank = is_blank;
    if (is_dropped) return true;
    const bool goes_on = scanner_.is_fed() && ++stack.pages < wish.most;
    keep(*std::move(page), stack.asked, goes_on);
    return goes_on;
}

// A sheet may have a back when the paper is full: that goes through and is no page of it, so that
// it never opens the next stack.
void Sight::scan(const ScanSheet& wish, const std::stop_token& stop) {
    Stack stack{.asked = {.is_photo = false, .kept = wish.kept}, .stop = stop};
    bool goes_on = true;
    while (goes_on && !stop.stop_requested()) goes_on = take_side(wish, stack);
    if (stack.is_back_next) (void)scanner_.scan(scan_settings_, {});
}

Result<std::optional<Sight::DeskSight>> Sight::look_at_desk(EyeClient::Sequence sequence) {
    auto frame = desk_->newest(kFramePatience);
    if (!frame) return fail(frame.error());
    if (!*frame) return std::nullopt;
    const auto eye_now = eye();
    if (!eye_now) return fail(eye_now.error());
    const auto taken = std::chrono::steady_clock::now().time_since_epoch();
    auto seen = (*eye_now)->look_at_desk(
        **frame, std::chrono::duration_cast<std::chrono::milliseconds>(taken), sequence);
    if (!seen && seen.error() == Fault::EyeUnavailable) return fail(seen.error());
    // One bad picture means nothing; the next one is looked at with a fresh eye.
    if (!seen) return std::nullopt;
    return DeskSight{**std::move(frame), *std::move(seen)};
}

void Sight::take_from_desk(const ScanSheet& wish, const std::stop_token& stop) {
    using enum EyeClient::Sequence;
    auto started = desk_->start();
    Watching watching{.sequence = wish.is_again ? Alone : GoesOn};
    while (started && !stop.stop_requested()) {
        auto sight = look_at_desk(std::exchange(watching.sequence, GoesOn));
        if (!sight) started = fail(sight.error());
        if (sight && !*sight && watching.is_blind()) started = fail(Fault::CameraUnavailable);
        if (!sight || !*sight) continue;
        watching.seen = std::chrono::steady_clock::now();
        auto& [frame, seen] = **sight;
        events_.post(PaperSeen{picture_of(std::move(seen.preview)), seen.hint});
        const bool is_taken_now = is_taken_now_.exchange(false);
        if (seen.hint != PaperHint::Ready && !is_taken_now) continue;
        events_.post(SheetScanned{});
        desk_->stop();
        PageAsk asked{.is_photo = true, .takes_all = is_taken_now, .kept = wish.kept};
        if (auto page = accept(frame, asked)) keep(*std::move(page), asked, false);
        return;
    }
    desk_->stop();
    if (!started) refuse_scan(started.error());
}

// Where the camera fails nobody is reminded: there is nothing left to lose but the sheet.
void Sight::look_for_paper() {
    worker_.add([this](const std::stop_token& stop) {
        using enum EyeClient::Sequence;
        bool is_seen = desk_ != nullptr && desk_->start();
        auto sequence = Alone;
        while (is_seen && !stop.stop_requested()) {
            const auto sight = look_at_desk(std::exchange(sequence, GoesOn));
            if (sight && *sight) events_.post(PaperSeen{{}, (*sight)->seen.hint});
            is_seen = sight.has_value();
        }
        if (desk_ != nullptr) desk_->stop();
    });
}

void Sight::with_eye(std::function<void(Result<EyeClient*>)> job) {
    worker_.add([this, job = std::move(job)](const std::stop_token&) { job(eye()); });
}

}  // namespace motlan
