#include "kiosk/programs/kioskctl_camera.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <format>
#include <print>
#include <string>
#include <thread>

#include "drivers/camera/video_device.h"
#include "drivers/factory.h"
#include "kiosk/app/settings.h"
#include "kiosk/care/places.h"
#include "kiosk/core/json.h"
#include "kiosk/core/whole_number.h"
#include "kiosk/domain/id_card_qr.h"
#include "kiosk/eye/client.h"
#include "kiosk/programs/kioskctl_qr_text.h"

namespace motlan {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr std::string_view kHowTo =
    "usage: kioskctl camera [--json] [--seconds N] [FILE]\n"
    "\n"
    "Looks through the card camera of the configuration FILE (the usual one without it) as a\n"
    "visit does, and tells each second: pictures, what the guide would say, whether an identity\n"
    "card was read and by which step, and the slowest picture. Ends after N seconds (1 to 3600),\n"
    "or when interrupted.\n"
    "Exit status: 0 an identity card was read, 1 none was or the camera is lost, 2 wrong usage.\n";
constexpr milliseconds kPatience{200};

struct Call {
    bool is_json = false;
    bool is_wrong = false;
    std::int64_t seconds = 0;  ///< 0: until interrupted
    std::filesystem::path config = usual_config();
};

Call read_call(Arguments arguments) {
    Call call;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--json") {
            call.is_json = true;
        } else if (arguments[i] == "--seconds" && i + 1 < arguments.size()) {
            call.seconds = whole_number(arguments[++i]).value_or(0);
            call.is_wrong = call.is_wrong || call.seconds < 1 || call.seconds > 3600;
        } else if (arguments[i].starts_with("-")) {
            call.is_wrong = true;
        } else {
            call.config = arguments[i];
        }
    }
    return call;
}

/// What one second brought.
struct Second {
    int pictures = 0;
    std::string hint = "none";  ///< of the last picture
    std::string read;           ///< the step that read an identity card; empty: none was
    std::string refused;        ///< the fault of a code that is no such card
    double slowest_ms = 0;
    bool is_lost = false;
};

void print(const Second& second, const Call& call) {
    if (call.is_json) {
        std::println("{}", to_json(Tree::Table{{"hint", second.hint},
                                               {"lost", second.is_lost},
                                               {"pictures", second.pictures},
                                               {"read", second.read},
                                               {"refused", second.refused},
                                               {"slowest_ms", second.slowest_ms}}));
    } else if (second.is_lost) {
        std::println("the camera cannot be opened ({})", code(Fault::CameraUnavailable));
    } else {
        const std::string code = !second.read.empty()      ? "card read: " + second.read
                                 : !second.refused.empty() ? "no card's code: " + second.refused
                                                           : "no code";
        std::println("{:3} pictures  {:10}  {}  slowest {:.0f} ms", second.pictures, second.hint,
                     code, second.slowest_ms);
    }
    std::fflush(stdout);
}

void take(const CardSighting& seen, Second& second) {
    second.hint = std::string(name(seen.code.hint));
    if (!seen.code.payload) return;
    const CivilDate today = CivilDate::of(SystemClock().wall());
    const auto card = parse_id_card_qr(*seen.code.payload, today);
    if (card) {
        second.read = step_of(seen.code);
    } else {
        second.refused = std::string(code(card.error()));
    }
}

/// Looks for one second; a camera that is lost is opened again in the next.
Second look(CardCamera& camera, EyeClient& eye, bool& is_open) {
    Second second;
    const auto end = steady_clock::now() + std::chrono::seconds(1);
    is_open = is_open || camera.start().has_value();
    while (is_open && steady_clock::now() < end) {
        const auto picture = camera.newest(kPatience);
        is_open = picture.has_value();
        if (!is_open || !*picture) continue;
        const auto start = steady_clock::now();
        const auto seen = eye.look_at_card(**picture);
        const std::chrono::duration<double, std::milli> spent = steady_clock::now() - start;
        second.slowest_ms = std::max(second.slowest_ms, spent.count());
        ++second.pictures;
        if (seen) take(*seen, second);
    }
    second.is_lost = !is_open;
    std::this_thread::sleep_until(end);
    return second;
}

int watch(CardCamera& camera, EyeClient& eye, const Call& call) {
    bool is_open = false;
    bool has_read = false;
    for (std::int64_t i = 0; call.seconds == 0 || i < call.seconds; ++i) {
        const Second second = look(camera, eye, is_open);
        print(second, call);
        has_read = has_read || !second.read.empty();
    }
    return has_read ? kFine : kFoundWrong;
}

}  // namespace

int camera_command(Arguments arguments) {
    const Call call = read_call(arguments);
    if (call.is_wrong) return std::fputs(kHowTo.data(), stderr), kUsage;
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
    return watch(*camera, *eye, call);
}

}  // namespace motlan
