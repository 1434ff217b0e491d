#include "kiosk/care/test_bench.h"

#include <algorithm>
#include <thread>

#include "drivers/search/device_search.h"
#include "kiosk/app/fee_words.h"
#include "kiosk/care/certificates.h"
#include "kiosk/care/test_camera.h"
#include "kiosk/care/test_card.h"
#include "kiosk/care/test_code.h"
#include "kiosk/care/test_network.h"
#include "kiosk/care/test_payment.h"
#include "kiosk/care/test_printer.h"
#include "kiosk/care/test_reach.h"
#include "kiosk/care/test_reader.h"
#include "kiosk/care/test_scanner.h"
#include "kiosk/care/test_sound.h"
#include "kiosk/care/test_touch.h"
#include "kiosk/care/traces.h"
#include "kiosk/imaging/picture_file.h"
#include "kiosk/outbox/random.h"
#include "kiosk/ui/slip.h"

namespace motlan {
namespace {

CameraTrial camera_trial(const TestBench& bench) {
    return {.camera = *bench.devices.card_camera,
            .look =
                [&bench](const EncodedPicture& picture) {
                    auto sighting = bench.eye.look_at_card(picture, EyeClient::Sequence::GoesOn);
                    if (sighting) bench.on_sight(sighting->preview);
                    return sighting;
                },
            .clock = bench.clock};
}

/// A technician's sheet and no citizen's: it is unpacked here, at its full size.
Result<Image> unpacked(const EncodedPicture& scan) {
    return decode_picture(view_of(scan), {.format = PixelFormat::Rgb});
}

TestResult try_printer(const TestBench& bench) {
    ReceiptPrinter& printer = *bench.devices.printer;
    const WallTime now = bench.clock.wall();
    // The width changes no letter of the words but its own digits.
    const std::string words = test_code_words(printed_code_mm(test_code_words(0, now)), now);
    const Image slip = test_slip({bench.typeface, printer.width_dots()}, now, words);
    return test_printer(
        {.printer = printer, .slip = slip, .words = words, .clock = bench.clock, .read_back = [&] {
             return read_next_code(camera_trial(bench));
         }});
}

TestResult try_sound(const TestBench& bench) {
    const auto& voice = bench.settings.voice;
    const Phrase sentence = phrase(Text::TestHeard, Language::Vietnamese);
    return test_sound(
        {.is_configured = voice.has_value(),
         .speak = [&] { return voiced(sentence.spoken, {}, *voice); },
         .play = [&](const Bytes& samples) { return play_aloud(samples, bench.side); }});
}

TestResult try_network(const TestBench& bench) {
    auto client = LinkClient::connect(bench.places.link());
    return test_network(
        {.has_address = has_network_address(),
         .link = client ? client->status() : fail(client.error()),
         .certificate_days = certificate_days(bench.places.state / "enrolment", bench.clock),
         .time_province = [&bench] { return time_province(bench.places, bench.clock); }});
}

TestResult try_payment(const TestBench& bench) {
    // Nobody's dossier: random, and known to nobody but this test.
    const auto id = new_dossier_id();
    if (!id) return failed_by(DeviceTest::Payment, id.error());
    const ProvincePlaces places{bench.places.state, bench.places.link()};
    return test_payment({.ask =
                             [&](PaymentTest test) {
                                 return ask_payment({.id = random_id().value_or(""),
                                                     .dossier = *id,
                                                     .wants_new_code = false,
                                                     .test = test},
                                                    places, bench.clock);
                             },
                         .pause = [] { std::this_thread::sleep_for(std::chrono::seconds(1)); },
                         .show_code = bench.on_code,
                         .clock = bench.clock});
}

bool is_plugged(DeviceKind kind) {
    return std::ranges::contains(search_devices("/"), kind, &FoundDevice::kind);
}

TestResult try_out(const TestBench& bench, DeviceTest test) {
    switch (test) {
        case DeviceTest::Camera: return test_camera(camera_trial(bench));
        case DeviceTest::Scanner:
            return test_scanner(*bench.devices.scanner, bench.settings.devices.scan, unpacked);
        case DeviceTest::Printer: return try_printer(bench);
        case DeviceTest::Reader: return test_reader(bench.devices.hand_reader.get(), bench.clock);
        case DeviceTest::Card: return test_card(bench.devices.chip.get(), bench.clock);
        case DeviceTest::Sound: return try_sound(bench);
        case DeviceTest::Touch: return presence_of(test, is_plugged(DeviceKind::TouchPanel));
        case DeviceTest::Display: return not_tested(test, TestReason::NeedsScreen);
        case DeviceTest::Reach:
            return test_reach(bench.settings.panel, bench.settings.screen_bottom_mm);
        case DeviceTest::Keypad: return presence_of(test, is_plugged(DeviceKind::Keypad));
        case DeviceTest::Network: return try_network(bench);
        case DeviceTest::Payment: return try_payment(bench);
        case DeviceTest::Traces: return test_traces(find_traces(bench.places));
    }
    return not_tested(test, TestReason::NotConfigured);
}

}  // namespace

TestResult run_test(const TestBench& bench, DeviceTest test) {
    TestResult result = try_out(bench, test);
    result.at = bench.clock.wall();
    return result;
}

}  // namespace motlan
