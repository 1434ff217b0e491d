#include "kiosk/programs/kioskctl_camera.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <format>
#include <print>
#include <string>
#include <thread>

#include "drivers/camera/busy_watch.h"
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
    "card was read and by which step, and the slowest picture; or why no picture could be looked\n"
    "at. What stands in a code is not told. Ends after N seconds (1 to 3600), or when "
    "interrupted.\n"
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
    std::string unseen;         ///< the fault of a picture that could not be looked at
    double slowest_ms = 0;
    bool is_lost = false;
    bool is_busy = false;  ///< lost because another program has it
};

std::string words_of(const Second& second) {
    if (second.is_lost) {
        return std::format("the camera {} ({})",
                           second.is_busy ? "is busy: another program has it" : "cannot be opened",
                           code(Fault::CameraUnavailable));
    }
    const std::string found = !second.read.empty()      ? "card read: " + second.read
                              : !second.refused.empty() ? "no card's code: " + second.refused
                              : !second.unseen.empty()  ? "pictures fail: " + second.unseen
                                                        : "no code";
    return std::format("{:3} pictures  {:10}  {}  slowest {:.0f} ms", second.pictures, second.hint,
                       found, second.slowest_ms);
}

void print(const Second& second, const Call& call) {
    if (call.is_json) {
        std::println("{}", to_json(Tree::Table{{"busy", second.is_busy},
                                               {"hint", second.hint},
                                               {"lost", second.is_lost},
                                               {"pictures", second.pictures},
                                               {"read", second.read},
                                               {"refused", second.refused},
                                               {"slowest_ms", second.slowest_ms},
                                               {"unseen", second.unseen}}));
    } else {
        std::println("{}", words_of(second));
    }
    std::fflush(stdout);
}

/// What came of a picture; with another eye after it than before, the eye ended over it.
void take(const Result<CardSighting>& looked, bool has_ended, Second& second) {
    if (!looked) {
        second.unseen = std::string(code(has_ended ? Fault::EyeUnavailable : looked.error()));
        return;
    }
    const CardSighting& seen = *looked;
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
        const int before = eye.child();
        const auto seen = eye.look_at_card(**picture, EyeClient::Sequence::GoesOn);
        const std::chrono::duration<double, std::milli> spent = steady_clock::now() - start;
        second.slowest_ms = std::max(second.slowest_ms, spent.count());
        ++second.pictures;
        take(seen, eye.child() != before, second);
    }
    second.is_lost = !is_open;
    std::this_thread::sleep_until(end);
    return second;
}

int watch(CardCamera& camera, const BusyWatch& device, EyeClient& eye, const Call& call) {
    bool is_open = false;
    bool has_read = false;
    for (std::int64_t i = 0; call.seconds == 0 || i < call.seconds; ++i) {
        Second second = look(camera, eye, is_open);
        second.is_busy = second.is_lost && device.was_busy();
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
    LinuxVideoDevice linux_device;
    BusyWatch video(linux_device);
    const SystemClock clock;
    const auto program = where.program / "kiosk-eye";
    const auto camera = make_camera(
        settings->devices, {.eye = program, .world = world, .video = video, .clock = clock});
    auto eye = EyeClient::start(program);
    if (!eye) return complain("camera", code(eye.error()), kFoundWrong);
    return watch(*camera, video, *eye, call);
}

}  // namespace motlan
