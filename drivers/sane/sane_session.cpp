#include "drivers/sane/sane_session.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <sane/sane.h>

#include "drivers/sane/sane_options.h"
#include "drivers/sane/sane_pixels.h"
#include "drivers/sane/sane_reading.h"
#include "drivers/sane/sane_source.h"
#include "drivers/sane/usb_name.h"

namespace motlan {
namespace {

// A status that newer backends give and SANE's header only mentions.
constexpr int kWarmingUp = 12;
constexpr double kA4WidthMm = 210;
constexpr double kA4HeightMm = 297;
constexpr double kMmPerInch = 25.4;

// What the frame will be; nothing for a format that we do not know, such as a JPEG in a frame.
std::optional<FrameLook> look_of(const SANE_Parameters& page) {
    FrameLook look{.depth = page.depth,
                   .pixels_per_line = page.pixels_per_line,
                   .bytes_per_line = page.bytes_per_line,
                   .lines = page.lines};
    switch (static_cast<int>(page.format)) {
        case SANE_FRAME_GRAY: look.kind = FrameKind::Grey; break;
        case SANE_FRAME_RGB: look.kind = FrameKind::Rgb; break;
        case SANE_FRAME_RED: look.kind = FrameKind::Red; break;
        case SANE_FRAME_GREEN: look.kind = FrameKind::Green; break;
        case SANE_FRAME_BLUE: look.kind = FrameKind::Blue; break;
        default: return std::nullopt;
    }
    if (!is_understood(look)) return std::nullopt;
    return look;
}

// How well a mode serves: 0 not at all, 1 with more or fewer colours or bits, 2 as wished.
int worth(const SANE_Parameters& page, ScanColour colour) {
    const auto look = look_of(page);
    if (!look) return 0;
    const bool is_colour = look->kind != FrameKind::Grey;
    return is_colour == (colour == ScanColour::Colour) && look->depth != 1 ? 2 : 1;
}

// As the device is set up now: while a page is scanned, some do not tell how.
std::size_t lines_of_a4(void* device) {
    const double dpi = SaneOptions(device).number("resolution").value_or(0);
    return static_cast<std::size_t>(std::max(0.0, dpi) * kA4HeightMm / kMmPerInch);
}

// SANE is initialised once and ends with the process.
Result<void> start_sane() {
    static const SANE_Status kStatus = sane_init(nullptr, nullptr);
    if (kStatus != SANE_STATUS_GOOD) return fail(fault_of_sane_status(kStatus));
    return {};
}

Result<std::vector<FoundScanner>> list_devices(SANE_Bool is_local_only) {
    if (const auto started = start_sane(); !started) return fail(started.error());
    const SANE_Device** devices = nullptr;
    const SANE_Status status = sane_get_devices(&devices, is_local_only);
    if (status != SANE_STATUS_GOOD) return fail(fault_of_sane_status(status));
    std::vector<FoundScanner> found;
    for (; devices != nullptr && *devices != nullptr; ++devices) {
        const SANE_Device& device = **devices;
        found.push_back({device.name, std::string(device.vendor) + " " + device.model + " (" +
                                          device.type + ")"});
    }
    return found;
}

std::optional<std::string> find_after_replug(const std::string& device) {
    if (!usb_name_of(device)) return std::nullopt;
    const auto found = list_devices(SANE_TRUE);
    return found ? name_after_replug(device, *found) : std::nullopt;
}

}  // namespace

std::optional<std::string> name_after_replug(std::string_view device,
                                             const std::vector<FoundScanner>& found) {
    const auto was = usb_name_of(device);
    if (!was) return std::nullopt;
    std::optional<std::string> only;
    for (const FoundScanner& each : found) {
        const auto is = usb_name_of(each.name);
        if (!is || is->kind != was->kind) continue;
        if (only || each.name == device) return std::nullopt;
        only = each.name;
    }
    return only;
}

Fault fault_of_sane_status(int status) {
    switch (status) {
        case SANE_STATUS_CANCELLED: return Fault::ScannerCancelled;
        case SANE_STATUS_DEVICE_BUSY: return Fault::ScannerBusy;
        case kWarmingUp: return Fault::ScannerWarmingUp;
        case SANE_STATUS_IO_ERROR: return Fault::ScannerUnplugged;
        case SANE_STATUS_JAMMED: return Fault::ScannerJam;
        case SANE_STATUS_NO_DOCS: return Fault::ScannerNoPaper;
        case SANE_STATUS_COVER_OPEN: return Fault::ScannerCoverOpen;
        default: return Fault::ScannerUnavailable;
    }
}

void SaneSession::Close::operator()(void* device) const { sane_close(device); }

Result<SaneSession> SaneSession::open(const std::string& device) {
    if (const auto started = start_sane(); !started) return fail(started.error());
    SANE_Handle opened = nullptr;
    std::string name = device;
    SANE_Status status = sane_open(name.c_str(), &opened);
    const bool is_missed = status != SANE_STATUS_GOOD && status != SANE_STATUS_DEVICE_BUSY;
    if (auto elsewhere = is_missed ? find_after_replug(device) : std::nullopt) {
        name = *std::move(elsewhere);
        status = sane_open(name.c_str(), &opened);
    }
    if (status != SANE_STATUS_GOOD) return fail(fault_of_sane_status(status));
    return SaneSession(opened, std::move(name));
}

Result<std::vector<FoundScanner>> find_scanners() { return list_devices(SANE_FALSE); }

// Tries the modes that the device offers; takes the first that is as wished, else one of which we
// can at least make pixels.
void SaneSession::choose_mode(ScanColour colour) {
    SaneOptions options(device_.get());
    const auto try_mode = [&](const std::string& mode) {
        SANE_Parameters page{};
        if (!options.choose("mode", mode)) return 0;
        options.set_number("depth", 8);
        const bool is_known = sane_get_parameters(device_.get(), &page) == SANE_STATUS_GOOD;
        return is_known ? worth(page, colour) : 0;
    };
    std::optional<std::string> second_best;
    for (const std::string& mode : options.choices("mode")) {
        const int how_well = try_mode(mode);
        if (how_well == 2) return;
        if (how_well == 1) second_best = mode;
    }
    if (second_best) try_mode(*second_best);
}

// Both sides of the sheets are a source of their own, or a mode or a switch of the feeder.
void SaneSession::choose_source(PaperSource source) {
    SaneOptions options(device_.get());
    const auto sources = options.choices("source");
    std::string name = source_named(sources, source);
    const bool is_said = !name.empty();
    if (name.empty() && source == PaperSource::FeederBothSides) {
        name = source_named(sources, PaperSource::Feeder);
    }
    if (!name.empty()) options.choose("source", name);
    const bool both = source == PaperSource::FeederBothSides;
    const auto modes = options.choices("adf-mode");
    const auto mode = std::ranges::find(modes, both, names_both_sides);
    const bool is_mode = mode != modes.end() && options.choose("adf-mode", *mode);
    const bool is_switch = options.set_switch("duplex", both);
    sees_both_sides_ = both && (is_said || is_mode || is_switch);
}

// Two sheets that go through as one lose a page. Backends name the watch by what follows (fujitsu),
// by how it is done (fujitsu, canon_dr) or by what it is for (kvs20xx, kvs1025, kvs40xx). Never by
// the length: sheets of one dossier differ.
void SaneSession::watch_for_double_feeds() {
    SaneOptions options(device_.get());
    options.choose("df-action", "Stop");
    for (const char* name : {"df-thickness", "double-feed", "dfeed"})
        options.set_switch(name, true);
}

void SaneSession::configure(const ScanWish& wish) {
    SaneOptions options(device_.get());
    choose_source(wish.source);
    if (wish.source != PaperSource::Glass) watch_for_double_feeds();
    choose_mode(wish.settings.colour);
    options.set_number("resolution", wish.settings.dpi);
    // Some feeders take a sheet for US Letter, which would cut an A4 off (fujitsu, canon_dr).
    options.set_number("page-width", kA4WidthMm);
    options.set_number("page-height", kA4HeightMm);
    options.set_number("tl-x", 0);
    options.set_number("tl-y", 0);
    options.set_number("br-x", kA4WidthMm);
    options.set_number("br-y", kA4HeightMm);
}

// A feeder that draws two sheets says "jammed"; those that can tell have a sensor of that name.
Fault SaneSession::fault_of(int status) const {
    const bool is_double =
        status == SANE_STATUS_JAMMED && SaneOptions(device_.get()).senses("double-feed");
    return is_double ? Fault::ScannerDoubleFeed : fault_of_sane_status(status);
}

Result<EncodedPicture> SaneSession::scan(const ScanWish& wish, const ScanWatch& watch) {
    configure(wish);
    const std::size_t asked_lines = lines_of_a4(device_.get());
    is_page_over_ = true;
    const SANE_Status started = sane_start(device_.get());
    auto page =
        started == SANE_STATUS_GOOD ? read_page(asked_lines, watch) : fail(fault_of(started));
    const bool is_jam = !page && page.error() == Fault::ScannerJam;
    if (is_jam) page = fail(fault_of(SANE_STATUS_JAMMED));
    keeps_sheets_ = page && wish.source != PaperSource::Glass;
    return page;
}

// A feeder that is told to stop throws out the sheets that wait.
void SaneSession::finish() {
    if (!is_page_over_) read_to_end(device_.get());
    is_page_over_ = true;
    if (!keeps_sheets_) sane_cancel(device_.get());
}

Result<EncodedPicture> SaneSession::read_page(std::size_t asked_lines, const ScanWatch& watch) {
    constexpr std::size_t kPasses = 3;
    std::vector<Frame> frames;
    SANE_Parameters page{};
    while (true) {
        const SANE_Status status = sane_get_parameters(device_.get(), &page);
        const auto look = status == SANE_STATUS_GOOD ? look_of(page) : std::nullopt;
        if (!look) return fail(Fault::ScannerUnavailable);
        const bool is_pass = look->kind != FrameKind::Grey && look->kind != FrameKind::Rgb;
        const FramePlace place{frames.size(), is_pass ? kPasses : 1, page.last_frame != SANE_FALSE,
                               asked_lines};
        auto bytes = read_frame(device_.get(), *look, place, watch);
        if (!bytes) return fail(bytes.error());
        // Without a promise only the device's own word ends a frame.
        const std::size_t promised = promised_bytes(*look);
        is_page_over_ = promised == 0 || bytes->size() < promised;
        frames.push_back({*look, *std::move(bytes)});
        if (place.is_last || frames.size() == kPasses) break;
        const SANE_Status next = sane_start(device_.get());
        if (next != SANE_STATUS_GOOD) return fail(fault_of_sane_status(next));
    }
    auto picture = picture_of_frames(std::move(frames));
    if (!picture) return picture;
    picture->dpi = static_cast<int>(SaneOptions(device_.get()).number("resolution").value_or(0));
    return picture;
}

}  // namespace motlan
