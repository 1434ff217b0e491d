#include "drivers/sane/sane_session.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>
#include <sane/sane.h>

#include "drivers/sane/sane_options.h"
#include "kiosk/ipc/channel.h"

namespace motlan {
namespace {

constexpr std::size_t kChunk = std::size_t{64} << 10U;
constexpr double kA4WidthMm = 210;
constexpr double kA4HeightMm = 297;
// Statuses that newer backends give and SANE's header only mentions.
constexpr int kWarmingUp = 12;

bool is_wanted(const SANE_Parameters& page, ScanColour colour) {
    const SANE_Frame frame = colour == ScanColour::Colour ? SANE_FRAME_RGB : SANE_FRAME_GRAY;
    return page.format == frame && page.depth == 8;
}

std::size_t channels_of(const SANE_Parameters& page) {
    return page.format == SANE_FRAME_RGB ? 3 : 1;
}

// What we can take: whole 8-bit rows, grey or colour, of sane size.
bool is_understood(const SANE_Parameters& page) {
    const bool known = page.format == SANE_FRAME_RGB || page.format == SANE_FRAME_GRAY;
    return known && page.last_frame && page.depth == 8 && page.pixels_per_line > 0 &&
           page.bytes_per_line > 0 &&
           static_cast<std::size_t>(page.bytes_per_line) >=
               static_cast<std::size_t>(page.pixels_per_line) * channels_of(page);
}

// SANE has no other sign of a feeder than the words of this option; these two are in the names
// of every backend that Debian packages.
bool names_feeder(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](unsigned char letter) { return std::tolower(letter); });
    return text.contains("feeder") || text.contains("adf");
}

// Drops what a backend adds to the end of each row.
void pack_rows(Bytes& pixels, std::size_t row, std::size_t stride) {
    if (row == stride) return;
    const std::size_t count = pixels.size() / stride;
    for (std::size_t y = 1; y < count; ++y) {
        std::copy_n(pixels.begin() + static_cast<std::ptrdiff_t>(y * stride), row,
                    pixels.begin() + static_cast<std::ptrdiff_t>(y * row));
    }
    pixels.resize(count * row);
}

// SANE is initialised once and ends with the process.
Result<void> start_sane() {
    static const SANE_Status kStatus = sane_init(nullptr, nullptr);
    if (kStatus != SANE_STATUS_GOOD) return fail(fault_of_sane_status(kStatus));
    return {};
}

// All bytes until the end of the page.
Result<Bytes> read_bytes(void* device, const SANE_Parameters& page, const ScanWatch& watch) {
    const auto promised = static_cast<std::size_t>(std::max(0, page.lines)) *
                          static_cast<std::size_t>(page.bytes_per_line);
    Bytes pixels;
    pixels.reserve(std::min(promised, Channel::kBlockLimit));
    std::array<SANE_Byte, kChunk> chunk{};
    int percent = -1;
    while (true) {
        if (watch.is_cancelled && watch.is_cancelled()) return fail(Fault::ScannerCancelled);
        SANE_Int got = 0;
        const SANE_Status status =
            sane_read(device, chunk.data(), static_cast<SANE_Int>(chunk.size()), &got);
        if (status == SANE_STATUS_EOF) break;
        if (status != SANE_STATUS_GOOD) return fail(fault_of_sane_status(status));
        if (pixels.size() + static_cast<std::size_t>(got) > Channel::kBlockLimit) {
            return fail(Fault::PictureTooLarge);
        }
        pixels.insert(pixels.end(), chunk.begin(), chunk.begin() + got);
        const int now = promised == 0
                            ? 0
                            : static_cast<int>(std::min(pixels.size(), promised) * 100 / promised);
        if (watch.progress && now != std::exchange(percent, now)) watch.progress(now);
    }
    if (pixels.size() < promised) return fail(Fault::ScannerShortPage);
    return pixels;
}

}  // namespace

Fault fault_of_sane_status(int status) {
    switch (status) {
        case SANE_STATUS_CANCELLED: return Fault::ScannerCancelled;
        case SANE_STATUS_DEVICE_BUSY:
        case kWarmingUp: return Fault::ScannerBusy;
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
    const SANE_Status status = sane_open(device.c_str(), &opened);
    if (status != SANE_STATUS_GOOD) return fail(fault_of_sane_status(status));
    return SaneSession(opened);
}

// Tries the modes that the device offers until one gives the pixels that we want.
void SaneSession::choose_mode(ScanColour colour) {
    SaneOptions options(device_.get());
    SANE_Parameters page{};
    for (const std::string& mode : options.choices("mode")) {
        if (!options.choose("mode", mode)) continue;
        options.set_number("depth", 8);
        if (sane_get_parameters(device_.get(), &page) == SANE_STATUS_GOOD &&
            is_wanted(page, colour)) {
            return;
        }
    }
}

void SaneSession::choose_source(bool from_feeder) {
    SaneOptions options(device_.get());
    const auto sources = options.choices("source");
    const auto chosen = std::ranges::find(sources, from_feeder, names_feeder);
    if (chosen != sources.end()) options.choose("source", *chosen);
}

void SaneSession::configure(const ScanWish& wish) {
    SaneOptions options(device_.get());
    choose_source(wish.from_feeder);
    choose_mode(wish.settings.colour);
    options.set_number("resolution", wish.settings.dpi);
    options.set_number("tl-x", 0);
    options.set_number("tl-y", 0);
    options.set_number("br-x", kA4WidthMm);
    options.set_number("br-y", kA4HeightMm);
}

Result<EncodedPicture> SaneSession::scan(const ScanWish& wish, const ScanWatch& watch) {
    configure(wish);
    const SANE_Status started = sane_start(device_.get());
    auto page =
        started == SANE_STATUS_GOOD ? read_page(watch) : fail(fault_of_sane_status(started));
    keeps_sheets_ = page && wish.from_feeder;
    return page;
}

// A feeder that is told to stop throws out the sheets that wait.
void SaneSession::finish() {
    if (!keeps_sheets_) sane_cancel(device_.get());
}

Result<EncodedPicture> SaneSession::read_page(const ScanWatch& watch) {
    SANE_Parameters page{};
    const SANE_Status status = sane_get_parameters(device_.get(), &page);
    if (status != SANE_STATUS_GOOD || !is_understood(page)) return fail(Fault::ScannerUnavailable);
    auto pixels = read_bytes(device_.get(), page, watch);
    if (!pixels) return fail(pixels.error());
    const auto width = static_cast<std::size_t>(page.pixels_per_line);
    pack_rows(*pixels, width * channels_of(page), static_cast<std::size_t>(page.bytes_per_line));
    const std::size_t rows = pixels->size() / (width * channels_of(page));
    pixels->resize(rows * width * channels_of(page));
    return EncodedPicture{
        .coding = page.format == SANE_FRAME_RGB ? PictureCoding::RawRgb : PictureCoding::RawGrey,
        .width = page.pixels_per_line,
        .height = static_cast<int>(rows),
        .dpi = static_cast<int>(SaneOptions(device_.get()).number("resolution").value_or(0)),
        .bytes = *std::move(pixels)};
}

}  // namespace motlan
