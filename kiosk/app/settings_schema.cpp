#include "kiosk/app/settings_schema.h"

#include <algorithm>
#include <array>
#include <format>

namespace motlan {
namespace {

using Kind = SettingKind;
using Names = std::string_view;

constexpr std::array kToneStyles{Names("old"), Names("new")};
constexpr std::array kPlaces{Names("full"), Names("window"), Names("none")};
constexpr std::array kCameras{Names("simulated"), Names("folder"), Names("camera")};
constexpr std::array kPaperCameras{Names("none"), Names("simulated"), Names("folder"),
                                   Names("camera")};
constexpr std::array kReaders{Names("none"), Names("serial")};
constexpr std::array kBauds{Names("1200"),  Names("2400"),  Names("9600"),  Names("19200"),
                            Names("38400"), Names("57600"), Names("115200")};
constexpr std::array kChips{Names("none"), Names("pcsc")};
constexpr std::array kVoices{Names("none"), Names("espeak")};
constexpr std::array kScanners{Names("simulated"), Names("sane")};
constexpr std::array kPaperSources{Names("glass"), Names("feeder"), Names("both_sides")};
constexpr std::array kPrinters{Names("simulated"), Names("file"), Names("escpos"), Names("ipp")};

constexpr SettingSpec text(Names table, Names key) { return {.table = table, .key = key}; }
constexpr SettingSpec truth(Names table, Names key) {
    return {.table = table, .key = key, .kind = Kind::Truth};
}
constexpr SettingSpec number(Names table, Names key, std::int64_t least, std::int64_t most) {
    return {.table = table, .key = key, .kind = Kind::Number, .least = least, .most = most};
}
constexpr SettingSpec choice(Names table, Names key, std::span<const Names> choices) {
    return {.table = table, .key = key, .kind = Kind::Choice, .choices = choices};
}
constexpr SettingSpec baud(Names table) {
    SettingSpec spec = number(table, "baud", 1200, 115'200);
    spec.choices = kBauds;
    return spec;
}
constexpr SettingSpec needed(SettingSpec spec) {
    spec.is_needed = true;
    return spec;
}
constexpr SettingSpec by_two(SettingSpec spec) {
    spec.needs_second = true;
    return spec;
}

constexpr auto kSettings = std::to_array<SettingSpec>({
    needed(text("", "center_name")),
    text("", "other_counter"),
    text("", "counters"),
    choice("", "tone_style", kToneStyles),
    needed(number("screen", "width", 480, 8192)),
    needed(number("screen", "height", 480, 8192)),
    needed(number("screen", "pixels_per_metre", 1000, 20'000)),
    number("screen", "bottom_mm", 100, 2000),
    needed(choice("screen", "place", kPlaces)),
    // Fees and the words that people agree to stand in these.
    by_two(needed(text("catalogue", "procedures"))),
    by_two(needed(text("catalogue", "sources"))),
    by_two(needed(text("catalogue", "holidays"))),
    by_two(needed(text("catalogue", "units"))),
    by_two(needed(text("catalogue", "search"))),
    needed(choice("card_camera", "driver", kCameras)),
    text("card_camera", "path"),
    number("card_camera", "frames_per_second", 1, 60),
    number("card_camera", "focus", 0, 10'000),
    number("card_camera", "exposure_us", 100, 1'000'000),
    number("card_camera", "gain", -10'000, 100'000),
    number("card_camera", "brightness", -10'000, 100'000),
    truth("card_camera", "light"),
    needed(choice("hand_reader", "driver", kReaders)),
    text("hand_reader", "path"),
    baud("hand_reader"),
    text("hand_reader", "prefix"),
    text("hand_reader", "suffix"),
    truth("hand_reader", "aim_prefix"),
    number("hand_reader", "silence_ms", 20, 1000),
    needed(choice("chip", "driver", kChips)),
    text("chip", "reader"),
    by_two(text("chip", "trust")),
    truth("chip", "face"),
    needed(choice("voice", "driver", kVoices)),
    truth("voice", "headphones"),
    text("voice", "jack"),
    text("voice", "jack_card"),
    number("voice", "words_per_minute", 80, 300),
    text("voice", "clips"),
    needed(choice("document_camera", "driver", kPaperCameras)),
    text("document_camera", "path"),
    number("document_camera", "focus", 0, 10'000),
    number("document_camera", "exposure_us", 100, 1'000'000),
    number("document_camera", "gain", -10'000, 100'000),
    number("document_camera", "brightness", -10'000, 100'000),
    truth("document_camera", "light"),
    needed(choice("scanner", "driver", kScanners)),
    text("scanner", "device"),
    needed(number("scanner", "dpi", 100, 600)),
    needed(truth("scanner", "colour")),
    choice("scanner", "source", kPaperSources),
    needed(choice("printer", "driver", kPrinters)),
    text("printer", "folder"),
    text("printer", "path"),
    baud("printer"),
    number("printer", "width_dots", 128, 1664),
    truth("printer", "answers"),
    by_two(text("printer", "address")),
});

}  // namespace

std::span<const SettingSpec> all_settings() { return kSettings; }

const SettingSpec* find_setting(std::string_view table, std::string_view key) {
    const auto* const found = std::ranges::find_if(
        kSettings, [&](const SettingSpec& spec) { return spec.table == table && spec.key == key; });
    return found == kSettings.end() ? nullptr : found;
}

const SettingSpec* find_setting(std::string_view path) {
    const std::size_t dot = path.find('.');
    return dot == std::string_view::npos ? find_setting("", path)
                                         : find_setting(path.substr(0, dot), path.substr(dot + 1));
}

std::string path_of(const SettingSpec& spec) {
    return spec.table.empty() ? std::string(spec.key) : std::format("{}.{}", spec.table, spec.key);
}

std::string rule_of(const SettingSpec& spec) {
    if (!spec.choices.empty()) {
        std::string rule = "one of these is needed here:";
        for (const std::string_view each : spec.choices) rule += " " + std::string(each);
        return rule;
    }
    switch (spec.kind) {
        case Kind::Number:
            return std::format("a whole number from {} to {} is needed here", spec.least,
                               spec.most);
        case Kind::Truth: return "true or false is needed here";
        case Kind::Text:
        case Kind::Choice: break;
    }
    return "a text is needed here";
}

}  // namespace motlan
