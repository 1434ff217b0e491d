#include "kiosk/app/settings.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "kiosk/core/fields.h"
#include "kiosk/core/toml.h"

namespace motlan {
namespace {

/// Opens the table under `key`, lets `read` take its keys, and reports what is left over.
template <typename Read>
void read_table(Fields& above, std::string_view key, Read read) {
    const Tree* table = above.table(key);
    if (table == nullptr) {
        above.refuse(key, "this table is missing");
        return;
    }
    Fields fields(*table, above.file(), above.path_of(key));
    read(fields);
    if (auto problem = fields.done()) above.refuse(*std::move(problem));
}

std::string one_of(Fields& fields, std::string_view key, std::span<const std::string_view> known) {
    std::string value = fields.text(key);
    if (std::ranges::contains(known, value)) return value;
    std::string reason = "one of these is needed here:";
    for (const std::string_view each : known) reason += " " + std::string(each);
    fields.refuse(key, std::move(reason));
    return {};
}

/// As most papers of persons have it, unless the file says otherwise.
ToneStyle read_tone_style(Fields& fields) {
    const std::string style = fields.maybe_text("tone_style").value_or("old");
    if (style != "old" && style != "new") fields.refuse("tone_style", "old or new is meant");
    return style == "new" ? ToneStyle::New : ToneStyle::Old;
}

void read_screen(Fields& fields, Settings& settings) {
    constexpr std::array<std::string_view, 3> kPlaces{"full", "window", "none"};
    settings.panel.width = static_cast<int>(fields.number("width", 480, 8192));
    settings.panel.height = static_cast<int>(fields.number("height", 480, 8192));
    settings.panel.px_per_mm =
        static_cast<double>(fields.number("pixels_per_metre", 1000, 20000)) / 1000.0;
    const std::string place = one_of(fields, "place", kPlaces);
    settings.place = place == "full"   ? WindowPlace::FullScreen
                     : place == "none" ? WindowPlace::Nowhere
                                       : WindowPlace::Desktop;
}

CameraControls read_controls(Fields& fields) {
    const auto focus = fields.maybe_number("focus", 0, 10'000);
    const auto exposure = fields.maybe_number("exposure_us", 100, 1'000'000);
    CameraControls controls{.light = fields.truth_or("light", false)};
    if (focus) controls.focus = static_cast<int>(*focus);
    if (exposure) controls.exposure = std::chrono::microseconds(*exposure);
    return controls;
}

void read_camera(Fields& fields, DeviceSettings& devices) {
    constexpr std::array<std::string_view, 3> kDrivers{"simulated", "folder", "camera"};
    devices.card_camera_driver = one_of(fields, "driver", kDrivers);
    const auto path = fields.maybe_text("path");
    if (devices.card_camera_driver != "simulated" && !path) {
        fields.refuse("path", "this driver needs the path of its pictures or its device");
    }
    devices.card_camera = path.value_or("");
    devices.card_camera_controls = read_controls(fields);
    devices.card_camera_frames_per_second =
        static_cast<int>(fields.maybe_number("frames_per_second", 1, 60).value_or(10));
}

void read_document_camera(Fields& fields, DeviceSettings& devices) {
    constexpr std::array<std::string_view, 4> kDrivers{"none", "simulated", "folder", "camera"};
    devices.document_camera_driver = one_of(fields, "driver", kDrivers);
    const auto path = fields.maybe_text("path");
    const bool needs_path =
        devices.document_camera_driver == "folder" || devices.document_camera_driver == "camera";
    if (needs_path && !path) {
        fields.refuse("path", "this driver needs the path of its pictures or its device");
    }
    devices.document_camera = path.value_or("");
    devices.document_camera_controls = read_controls(fields);
}

void read_scanner(Fields& fields, DeviceSettings& devices) {
    constexpr std::array<std::string_view, 2> kDrivers{"simulated", "sane"};
    devices.scanner_driver = one_of(fields, "driver", kDrivers);
    const auto device = fields.maybe_text("device");
    if (devices.scanner_driver == "sane" && !device) {
        fields.refuse("device", "this driver needs the name of the scanner");
    }
    devices.scanner = device.value_or("");
    constexpr std::array<std::string_view, 3> kSources{"glass", "feeder", "both_sides"};
    const std::string source = fields.maybe_text("source").value_or("glass");
    const auto* const known = std::ranges::find(kSources, source);
    if (known == kSources.end()) fields.refuse("source", "glass, feeder or both_sides is meant");
    if (known != kSources.end()) {
        devices.paper_source = static_cast<PaperSource>(known - kSources.begin());
    }
    devices.scan.dpi = static_cast<int>(fields.number("dpi", 100, 600));
    devices.scan.colour = fields.truth("colour") ? ScanColour::Colour : ScanColour::Grey;
}

/// The speed of a serial line, where the file states one.
std::optional<int> read_baud(Fields& fields) {
    constexpr std::array<std::int64_t, 7> kSpeeds{1200, 2400, 9600, 19200, 38400, 57600, 115200};
    const auto baud = fields.maybe_number("baud", kSpeeds.front(), kSpeeds.back());
    if (!baud) return std::nullopt;
    if (!std::ranges::contains(kSpeeds, *baud)) {
        fields.refuse("baud", "one of the usual speeds is needed here, such as 9600 or 115200");
    }
    return static_cast<int>(*baud);
}

void read_printer(Fields& fields, DeviceSettings& devices, const std::filesystem::path& state) {
    constexpr std::array<std::string_view, 4> kDrivers{"simulated", "file", "escpos", "ipp"};
    constexpr std::int64_t kNarrowest = 128;
    constexpr std::int64_t kWidest = 1664;
    devices.printer_driver = one_of(fields, "driver", kDrivers);
    devices.printer = state / fields.maybe_text("folder").value_or("slips");
    const int width =
        static_cast<int>(fields.maybe_number("width_dots", kNarrowest, kWidest).value_or(576));
    const auto path = fields.maybe_text("path");
    if (devices.printer_driver == "escpos" && path.value_or("").empty()) {
        fields.refuse("path", "this driver needs the path of its device");
    }
    devices.escpos = {.node = path.value_or(""),
                      .baud = read_baud(fields).value_or(EscposSettings{}.baud),
                      .width_dots = width,
                      .answers = fields.truth_or("answers", true)};
    const auto address = fields.maybe_text("address");
    if (devices.printer_driver == "ipp" && !address.value_or("").starts_with("ipp")) {
        fields.refuse("address", "this driver needs an address such as ipp://localhost:60000/ipp");
    }
    devices.ipp = {.address = address.value_or(""), .width_dots = width};
}

void read_hand_reader(Fields& fields, DeviceSettings& devices) {
    constexpr std::array<std::string_view, 2> kDrivers{"none", "serial"};
    SerialSettings serial;
    const std::string driver = one_of(fields, "driver", kDrivers);
    const auto path = fields.maybe_text("path");
    const auto baud = read_baud(fields);
    if (driver == "serial" && path.value_or("").empty()) {
        fields.refuse("path", "this driver needs the path of its device");
    }
    serial.node = path.value_or("");
    serial.baud = baud.value_or(serial.baud);
    serial.prefix = fields.maybe_text("prefix").value_or(serial.prefix);
    serial.suffix = fields.maybe_text("suffix").value_or(serial.suffix);
    serial.has_aim_prefix = fields.truth_or("aim_prefix", serial.has_aim_prefix);
    serial.silence = std::chrono::milliseconds(
        fields.maybe_number("silence_ms", 20, 1000).value_or(serial.silence.count()));
    if (driver == "serial") devices.hand_reader = serial;
}

void read_voice(Fields& fields, Settings& settings, const std::filesystem::path& beside) {
    constexpr std::array<std::string_view, 2> kDrivers{"none", "espeak"};
    const std::string driver = one_of(fields, "driver", kDrivers);
    VoiceSettings voice;
    if (fields.truth_or("headphones", false)) voice.earshot = Earshot::Headphones;
    voice.words_per_minute = static_cast<int>(
        fields.maybe_number("words_per_minute", 80, 300).value_or(voice.words_per_minute));
    if (const auto clips = fields.maybe_text("clips")) voice.clips = beside / *clips;
    voice.jack = fields.maybe_text("jack").value_or("");
    voice.jack_card = fields.maybe_text("jack_card").value_or(voice.jack_card);
    if (driver == "espeak") settings.voice = voice;
}

void read_chip(Fields& fields, DeviceSettings& devices, const std::filesystem::path& beside) {
    constexpr std::array<std::string_view, 2> kDrivers{"none", "pcsc"};
    ChipSettings chip;
    const std::string driver = one_of(fields, "driver", kDrivers);
    chip.reader = fields.maybe_text("reader").value_or("");
    if (const auto trust = fields.maybe_text("trust")) chip.trust = beside / *trust;
    chip.reads_face = fields.truth_or("face", chip.reads_face);
    if (driver == "pcsc" && chip.trust.empty()) {
        fields.refuse("trust", "this driver needs the issuing State's certificates");
    }
    if (driver == "pcsc") devices.chip = chip;
}

}  // namespace

Checked<Settings> read_settings(const std::filesystem::path& file,
                                const std::filesystem::path& state) {
    const auto document = read_toml(file);
    if (!document) return std::unexpected(document.error());

    const std::filesystem::path beside = std::filesystem::absolute(file).parent_path();
    Settings settings;
    Fields fields(*document, file.string());
    settings.center_name = fields.text("center_name");
    settings.other_counter = fields.maybe_text("other_counter").value_or("");
    settings.tone_style = read_tone_style(fields);
    read_table(fields, "screen", [&](Fields& inner) { read_screen(inner, settings); });
    read_table(fields, "catalogue", [&](Fields& inner) {
        settings.procedures = beside / inner.text("procedures");
        settings.sources = beside / inner.text("sources");
        settings.holidays = beside / inner.text("holidays");
        settings.units = beside / inner.text("units");
        settings.search = beside / inner.text("search");
    });
    read_table(fields, "card_camera", [&](Fields& inner) { read_camera(inner, settings.devices); });
    read_table(fields, "document_camera",
               [&](Fields& inner) { read_document_camera(inner, settings.devices); });
    read_table(fields, "scanner", [&](Fields& inner) { read_scanner(inner, settings.devices); });
    read_table(fields, "printer",
               [&](Fields& inner) { read_printer(inner, settings.devices, state); });
    read_table(fields, "hand_reader",
               [&](Fields& inner) { read_hand_reader(inner, settings.devices); });
    read_table(fields, "voice", [&](Fields& inner) { read_voice(inner, settings, beside); });
    read_table(fields, "chip", [&](Fields& inner) { read_chip(inner, settings.devices, beside); });
    if (auto problem = fields.done()) return std::unexpected(*std::move(problem));
    return settings;
}

}  // namespace motlan
