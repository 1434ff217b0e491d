// kioskctl camera controls, set, save, reset: what the card camera lets be set.
#include <algorithm>
#include <cmath>
#include <format>
#include <optional>
#include <print>
#include <ranges>
#include <string>
#include <vector>

#include "drivers/factory.h"
#include "kiosk/app/settings.h"
#include "kiosk/care/camera_figures.h"
#include "kiosk/care/camera_trial.h"
#include "kiosk/care/places.h"
#include "kiosk/core/json.h"
#include "kiosk/core/whole_number.h"
#include "kiosk/device/adjustable_camera.h"
#include "kiosk/eye/client.h"
#include "kiosk/programs/kioskctl_camera.h"
#include "kiosk/programs/kioskctl_config.h"

namespace motlan {
namespace {

constexpr std::chrono::seconds kLook{2};
constexpr std::string_view kTable = "card_camera.";

struct Call {
    bool is_json = false;
    bool is_wrong = false;
    std::filesystem::path config = usual_config();
    std::vector<ControlWish> wishes;
};

/// "gain=32"; "gain=" leaves it to the camera.
std::optional<ControlWish> wish_of(std::string_view word) {
    const std::size_t equals = word.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    const auto control = camera_control_of(word.substr(0, equals));
    const std::string_view text = word.substr(equals + 1);
    const auto value = whole_number(text);
    if (!control || (!text.empty() && !value)) return std::nullopt;
    return ControlWish{*control, value.transform([](std::int64_t number) {
                           return static_cast<int>(
                               std::clamp<std::int64_t>(number, -1'000'000'000, 1'000'000'000));
                       })};
}

Call read_call(Arguments arguments) {
    Call call;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--json") {
            call.is_json = true;
        } else if (arguments[i] == "--file" && i + 1 < arguments.size()) {
            call.config = arguments[++i];
        } else if (const auto wish = wish_of(arguments[i])) {
            call.wishes.push_back(*wish);
        } else {
            call.is_wrong = true;
        }
    }
    return call;
}

std::string words_of(const std::optional<int>& value) {
    return value ? std::to_string(*value) : "left to the camera";
}

Tree to_tree(const ControlRange& range) {
    Tree::Table table{{"control", name(range.control)},
                      {"least", range.least},
                      {"most", range.most},
                      {"step", range.step},
                      {"usual", range.usual}};
    if (range.value) table.emplace("value", *range.value);
    return table;
}

int list(const std::vector<ControlRange>& controls, const Call& call) {
    if (call.is_json) {
        Tree::List all;
        for (const ControlRange& range : controls) all.push_back(to_tree(range));
        std::println("{}", to_json(Tree::Table{{"controls", std::move(all)}}));
        return kFine;
    }
    if (controls.empty()) std::println("This camera has nothing that can be set.");
    for (const ControlRange& range : controls)
        std::println("{:12} {} to {}, in steps of {}, made with {}; now {}", name(range.control),
                     range.least, range.most, range.step, range.usual, words_of(range.value));
    return kFine;
}

/// Of the last picture that came within two seconds, once the camera has settled.
std::optional<PictureFigures> look(const RunningCamera& running, const Clock& clock) {
    std::optional<PictureFigures> seen;
    const auto end = clock.steady() + kLook;
    while (clock.steady() < end) {
        const auto sighting = running.next();
        if (!sighting) return std::nullopt;
        if (*sighting) seen = figures_of((*sighting)->preview);
    }
    return seen;
}

void print(const PictureFigures& figures, std::string_view when, const Call& call) {
    if (call.is_json)
        return std::println("{}",
                            to_json(Tree::Table{{"brightness", std::round(figures.brightness)},
                                                {"focus", std::round(figures.focus)},
                                                {"glare", std::round(figures.glare)},
                                                {"when", when}}));
    std::println("{:7} sharpness {:.0f} %, brightness {:.0f} of 255, glare on {:.1f} %", when,
                 figures.focus, figures.brightness, figures.glare);
}

/// Why a wish cannot be met, as a sentence without a full stop.
std::optional<std::string> refusal(const std::vector<ControlRange>& controls,
                                   const ControlWish& wish) {
    const auto range = std::ranges::find(controls, wish.control, &ControlRange::control);
    if (range == controls.end())
        return std::format("this camera has no {} that can be set", name(wish.control));
    const bool fits = !wish.value || (*wish.value >= range->least && *wish.value <= range->most);
    if (fits) return std::nullopt;
    return std::format("{} takes {} to {}", name(wish.control), range->least, range->most);
}

/// A camera that is open and what to look with.
struct Opened {
    const RunningCamera& running;
    AdjustableCamera* knobs;
    const Clock& clock;
};

int set(const Opened& opened, const Call& call) {
    const auto controls =
        opened.knobs == nullptr ? std::vector<ControlRange>() : opened.knobs->controls();
    for (const ControlWish& wish : call.wishes)
        if (const auto why = refusal(controls, wish))
            return complain("camera set", *why, kFoundWrong);
    const auto before = look(opened.running, opened.clock);
    for (const ControlWish& wish : call.wishes)
        if (!opened.knobs->set_control(wish))
            return complain("camera set",
                            std::format("the camera refuses this {}", name(wish.control)),
                            kFoundWrong);
    const auto after = look(opened.running, opened.clock);
    if (!before || !after)
        return complain("camera set", code(Fault::CameraUnavailable), kFoundWrong);
    print(*before, "before", call);
    print(*after, "after", call);
    return kFine;
}

int with_camera(std::string_view verb, const Call& call) {
    const Places where = places();
    const auto settings = read_settings(call.config, where.state);
    if (!settings) return complain("camera", to_text(settings.error()), kFoundWrong);
    SimulatedWorld world({});
    LinuxVideoDevice video;
    const SystemClock clock;
    const auto program = where.program / "kiosk-eye";
    const auto camera = make_camera(
        settings->devices, {.eye = program, .world = world, .video = video, .clock = clock});
    auto eye = EyeClient::start(program);
    if (!eye) return complain("camera", code(eye.error()), kFoundWrong);
    const CameraTrial trial{.camera = *camera,
                            .look =
                                [&](const EncodedPicture& picture) {
                                    return eye->look_at_card(picture, EyeClient::Sequence::GoesOn);
                                },
                            .clock = clock};
    const RunningCamera running(trial);
    if (!running.started()) return complain("camera", code(running.started().error()), kFoundWrong);
    AdjustableCamera* const knobs = adjustable(*camera);
    if (verb == "set") return set({running, knobs, clock}, call);
    return list(knobs == nullptr ? std::vector<ControlRange>() : knobs->controls(), call);
}

/// The same words with the table's name before each key.
int save(Arguments arguments) {
    std::vector<std::string> words;
    for (const std::string_view word : arguments) {
        const bool is_file = !words.empty() && words.back() == "--file";
        const bool is_wish = !is_file && word.contains('=');
        if (is_wish && !wish_of(word))
            return complain("camera save", std::format("{} is no value of a control", word),
                            kUsage);
        words.push_back(is_wish ? std::format("{}{}", kTable, word) : std::string(word));
    }
    const auto views = words | std::ranges::to<std::vector<std::string_view>>();
    return config_change("set", views);
}

int reset(Arguments arguments) {
    std::vector<std::string> words(arguments.begin(), arguments.end());
    for (const CameraControl control : all_camera_controls())
        words.push_back(std::format("{}=", name(control)));
    const auto views = words | std::ranges::to<std::vector<std::string_view>>();
    return save(views);
}

}  // namespace

int camera_controls(std::string_view verb, Arguments arguments) {
    if (verb == "save") return save(arguments);
    if (verb == "reset") return reset(arguments);
    const Call call = read_call(arguments);
    const bool is_set = verb == "set";
    if (call.is_wrong || call.wishes.empty() == is_set)
        return complain("camera",
                        is_set ? "exposure_us=, gain=, brightness= or focus=, with a number, is "
                                 "needed"
                               : "this option is not known here",
                        kUsage);
    return with_camera(verb, call);
}

}  // namespace motlan
