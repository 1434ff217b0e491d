#include "kiosk/app/settings.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "kiosk/app/counter_names.h"
#include "kiosk/app/settings_schema.h"
#include "kiosk/core/expects.h"
#include "kiosk/core/fields.h"
#include "kiosk/core/toml.h"

namespace motlan {
namespace {

/// One table of the file, each value held to its row of the schema.
class Values {
public:
    Values(Fields& fields, std::string_view table) : fields_(fields), table_(table) {}

    std::string text(std::string_view key) { return fields_.text(key); }
    std::optional<std::string> maybe_text(std::string_view key) { return fields_.maybe_text(key); }
    bool truth(std::string_view key) { return fields_.truth(key); }
    bool truth_or(std::string_view key, bool otherwise) { return fields_.truth_or(key, otherwise); }
    int number(std::string_view key) {
        const SettingSpec& spec = spec_of(key);
        return static_cast<int>(fields_.number(key, spec.least, spec.most));
    }
    std::optional<int> maybe_number(std::string_view key) {
        const SettingSpec& spec = spec_of(key);
        const auto value = fields_.maybe_number(key, spec.least, spec.most);
        if (!value) return std::nullopt;
        if (!spec.choices.empty()) judge(spec, std::to_string(*value));
        return static_cast<int>(*value);
    }
    /// One of the row's words; a key that may be left out answers `otherwise`.
    std::string choice(std::string_view key, std::string_view otherwise = {}) {
        const SettingSpec& spec = spec_of(key);
        if (spec.is_needed) return judge(spec, fields_.text(key));
        const auto value = fields_.maybe_text(key);
        return value ? judge(spec, *value) : std::string(otherwise);
    }
    /// The driver of the table needs this key.
    void refuse(std::string_view key, std::string reason) {
        fields_.refuse(key, std::move(reason));
    }

private:
    [[nodiscard]] const SettingSpec& spec_of(std::string_view key) const {
        const SettingSpec* spec = find_setting(table_, key);
        expects(spec != nullptr);
        return *spec;
    }
    std::string judge(const SettingSpec& spec, std::string value) {
        if (std::ranges::contains(spec.choices, value)) return value;
        fields_.refuse(spec.key, rule_of(spec));
        return {};
    }

    Fields& fields_;
    std::string_view table_;
};

/// Opens the table under `key`, lets `read` take its keys, and reports what is left over.
template <typename Read>
void read_table(Fields& above, std::string_view key, Read read) {
    const Tree* table = above.table(key);
    if (table == nullptr) {
        above.refuse(key, "this table is missing");
        return;
    }
    Fields fields(*table, above.file(), above.path_of(key));
    Values values(fields, key);
    read(values);
    if (auto problem = fields.done()) above.refuse(*std::move(problem));
}

void read_screen(Values& values, Settings& settings) {
    settings.panel.width = values.number("width");
    settings.panel.height = values.number("height");
    settings.panel.px_per_mm = values.number("pixels_per_metre") / 1000.0;
    settings.screen_bottom_mm = values.maybe_number("bottom_mm");
    const std::string place = values.choice("place");
    settings.place = place == "full"   ? WindowPlace::FullScreen
                     : place == "none" ? WindowPlace::Nowhere
                                       : WindowPlace::Desktop;
}

CameraControls read_controls(Values& values) {
    CameraControls controls{.focus = values.maybe_number("focus"),
                            .gain = values.maybe_number("gain"),
                            .brightness = values.maybe_number("brightness"),
                            .light = values.truth_or("light", false)};
    if (const auto exposure = values.maybe_number("exposure_us"))
        controls.exposure = std::chrono::microseconds(*exposure);
    return controls;
}

/// What both cameras have: driver and where its pictures come from.
std::string read_camera_driver(Values& values, std::filesystem::path& place) {
    std::string driver = values.choice("driver");
    const auto path = values.maybe_text("path");
    if ((driver == "folder" || driver == "camera") && path.value_or("").empty())
        values.refuse("path", "this driver needs the path of its pictures or its device");
    place = path.value_or("");
    return driver;
}

void read_camera(Values& values, DeviceSettings& devices) {
    devices.card_camera_driver = read_camera_driver(values, devices.card_camera);
    devices.card_camera_controls = read_controls(values);
    devices.card_camera_frames_per_second = values.maybe_number("frames_per_second").value_or(10);
}

void read_document_camera(Values& values, DeviceSettings& devices) {
    devices.document_camera_driver = read_camera_driver(values, devices.document_camera);
    devices.document_camera_controls = read_controls(values);
}

void read_scanner(Values& values, DeviceSettings& devices) {
    devices.scanner_driver = values.choice("driver");
    devices.scanner = values.maybe_text("device").value_or("");
    if (devices.scanner_driver == "sane" && devices.scanner.empty())
        values.refuse("device", "this driver needs the name of the scanner");
    const std::string source = values.choice("source", "glass");
    devices.paper_source = source == "feeder"       ? PaperSource::Feeder
                           : source == "both_sides" ? PaperSource::FeederBothSides
                                                    : PaperSource::Glass;
    devices.scan.dpi = values.number("dpi");
    devices.scan.colour = values.truth("colour") ? ScanColour::Colour : ScanColour::Grey;
}

void read_printer(Values& values, DeviceSettings& devices, const std::filesystem::path& state) {
    devices.printer_driver = values.choice("driver");
    devices.printer = state / values.maybe_text("folder").value_or("slips");
    const int width = values.maybe_number("width_dots").value_or(EscposSettings{}.width_dots);
    const auto path = values.maybe_text("path");
    if (devices.printer_driver == "escpos" && path.value_or("").empty())
        values.refuse("path", "this driver needs the path of its device");
    devices.escpos = {.node = path.value_or(""),
                      .baud = values.maybe_number("baud").value_or(EscposSettings{}.baud),
                      .width_dots = width,
                      .answers = values.truth_or("answers", true)};
    const auto address = values.maybe_text("address");
    if (devices.printer_driver == "ipp" && !address.value_or("").starts_with("ipp"))
        values.refuse("address", "this driver needs an address such as ipp://localhost:60000/ipp");
    devices.ipp = {.address = address.value_or(""), .width_dots = width};
}

void read_hand_reader(Values& values, DeviceSettings& devices) {
    SerialSettings serial;
    const std::string driver = values.choice("driver");
    const auto path = values.maybe_text("path");
    if (driver == "serial" && path.value_or("").empty())
        values.refuse("path", "this driver needs the path of its device");
    serial.node = path.value_or("");
    serial.baud = values.maybe_number("baud").value_or(serial.baud);
    serial.prefix = values.maybe_text("prefix").value_or(serial.prefix);
    serial.suffix = values.maybe_text("suffix").value_or(serial.suffix);
    serial.has_aim_prefix = values.truth_or("aim_prefix", serial.has_aim_prefix);
    if (const auto silence = values.maybe_number("silence_ms"))
        serial.silence = std::chrono::milliseconds(*silence);
    if (driver == "serial") devices.hand_reader = serial;
}

void read_voice(Values& values, Settings& settings, const std::filesystem::path& beside) {
    const std::string driver = values.choice("driver");
    VoiceSettings voice;
    if (values.truth_or("headphones", false)) voice.earshot = Earshot::Headphones;
    voice.words_per_minute =
        values.maybe_number("words_per_minute").value_or(voice.words_per_minute);
    if (const auto clips = values.maybe_text("clips")) voice.clips = beside / *clips;
    voice.jack = values.maybe_text("jack").value_or("");
    voice.jack_card = values.maybe_text("jack_card").value_or(voice.jack_card);
    if (driver == "espeak") settings.voice = voice;
}

void read_chip(Values& values, DeviceSettings& devices, const std::filesystem::path& beside) {
    ChipSettings chip;
    const std::string driver = values.choice("driver");
    chip.reader = values.maybe_text("reader").value_or("");
    if (const auto trust = values.maybe_text("trust")) chip.trust = beside / *trust;
    chip.reads_face = values.truth_or("face", chip.reads_face);
    if (driver == "pcsc" && chip.trust.empty())
        values.refuse("trust", "this driver needs the issuing State's certificates");
    if (driver == "pcsc") devices.chip = chip;
}

/// What a document that was read says.
Checked<Settings> settings_of(const Tree& document, const std::filesystem::path& file,
                              const std::filesystem::path& state) {
    const std::filesystem::path beside = std::filesystem::absolute(file).parent_path();
    Settings settings;
    Fields fields(document, file.string());
    Values top(fields, "");
    settings.center_name = top.text("center_name");
    settings.other_counter = top.maybe_text("other_counter").value_or("");
    auto counters = counter_names(top.maybe_text("counters").value_or(""));
    if (!counters) top.refuse("counters", std::string(kCounterRule));
    if (counters) settings.counters = *std::move(counters);
    // As most papers of persons have it, unless the file says otherwise.
    settings.tone_style =
        top.choice("tone_style", "old") == "new" ? ToneStyle::New : ToneStyle::Old;
    read_table(fields, "screen", [&](Values& inner) { read_screen(inner, settings); });
    read_table(fields, "catalogue", [&](Values& inner) {
        settings.procedures = beside / inner.text("procedures");
        settings.sources = beside / inner.text("sources");
        settings.holidays = beside / inner.text("holidays");
        settings.units = beside / inner.text("units");
        settings.search = beside / inner.text("search");
    });
    DeviceSettings& devices = settings.devices;
    read_table(fields, "card_camera", [&](Values& inner) { read_camera(inner, devices); });
    read_table(fields, "document_camera",
               [&](Values& inner) { read_document_camera(inner, devices); });
    read_table(fields, "scanner", [&](Values& inner) { read_scanner(inner, devices); });
    read_table(fields, "printer", [&](Values& inner) { read_printer(inner, devices, state); });
    read_table(fields, "hand_reader", [&](Values& inner) { read_hand_reader(inner, devices); });
    read_table(fields, "voice", [&](Values& inner) { read_voice(inner, settings, beside); });
    read_table(fields, "chip", [&](Values& inner) { read_chip(inner, devices, beside); });
    if (auto problem = fields.done()) return std::unexpected(*std::move(problem));
    return settings;
}

}  // namespace

Checked<Settings> read_settings(const std::filesystem::path& file,
                                const std::filesystem::path& state) {
    return read_toml(file).and_then(
        [&](const Tree& document) { return settings_of(document, file, state); });
}

Checked<Settings> parse_settings(std::string_view text, const std::filesystem::path& file,
                                 const std::filesystem::path& state) {
    return parse_toml(text, file.string()).and_then([&](const Tree& document) {
        return settings_of(document, file, state);
    });
}

}  // namespace motlan
