#include "kiosk/programs/kioskctl_test.h"

#include <algorithm>
#include <cstdio>
#include <format>
#include <print>
#include <string>
#include <utility>
#include <vector>

#include "drivers/camera/video_device.h"
#include "drivers/factory.h"
#include "kiosk/care/condition.h"
#include "kiosk/care/language.h"
#include "kiosk/care/test_bench.h"
#include "kiosk/care/test_history.h"
#include "kiosk/care/test_sheet.h"
#include "kiosk/core/file.h"
#include "kiosk/core/json.h"
#include "kiosk/core/test_question.h"
#include "kiosk/core/timestamp.h"
#include "kiosk/core/whole_number.h"
#include "kiosk/programs/terminal.h"
#include "kiosk/ui/test_words.h"

namespace motlan {
namespace {

constexpr std::string_view kHowTo =
    "usage: kioskctl test [--json] [--history] [--file FILE] NAME…|all\n"
    "\n"
    "Tests the devices of the configuration FILE (the usual one without it): camera, scanner,\n"
    "printer, reader, card, sound, touch, display, reach, keypad, network, payment, traces.\n"
    "Some wait up to 20 seconds for somebody to hold a card or the slip that the printer test\n"
    "prints, or to lay the sheet of kioskctl test sheet. Each ends passed, failed or not tested,\n"
    "with its figures, why, and what to do; the last 20 results of each are kept and name nobody.\n"
    "Not while somebody is served. At a terminal what only a person can tell of a slip is asked.\n"
    "--history  tells those instead of testing\n"
    "Exit status: 0 none failed, 1 one failed or somebody is being served, 2 wrong usage.\n";

struct Call {
    bool is_json = false;
    bool is_history = false;
    bool is_wrong = false;
    std::vector<DeviceTest> tests;
    std::filesystem::path config = usual_config();
};

Call read_call(Arguments arguments) {
    Call call;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view word = arguments[i];
        const auto test = device_test_of(word);
        if (word == "--json") {
            call.is_json = true;
        } else if (word == "--history") {
            call.is_history = true;
        } else if (word == "--file" && i + 1 < arguments.size()) {
            call.config = arguments[++i];
        } else if (word == "all") {
            call.tests.assign(all_device_tests().begin(), all_device_tests().end());
        } else if (test) {
            call.tests.push_back(*test);
        } else {
            call.is_wrong = true;
        }
    }
    call.is_wrong = call.is_wrong || call.tests.empty();
    return call;
}

void tell_reason(const TestResult& result, Language language) {
    constexpr int kIndent = 12;
    const auto line = [&](Text text) {
        std::println("{:{}}{}", "", kIndent, phrase(text, language).shown);
    };
    if (result.reason != TestReason::None) line(text_of(result.reason));
    if (result.fault)
        std::println("{:{}}{}: {}", "", kIndent, code(*result.fault),
                     phrase(fault_text(*result.fault, Audience::Technician), language).shown);
    if (result.reason != TestReason::None && result.reason != TestReason::Fault)
        line(next_step_of(result.reason));
}

void tell(const TestResult& result, const Call& call) {
    if (call.is_json) return std::println("{}", to_json(to_tree(result)));
    const Language language = technicians_language();
    std::println("{:<12}{}  {}", name(result.test), to_timestamp(result.at),
                 phrase(text_of(result.verdict), language).shown);
    for (const Figure& figure : result.figures)
        std::println("{:>11} {}", figure.holds() ? "" : "!!", words_of(figure, language).shown);
    tell_reason(result, language);
    if (result.test == DeviceTest::Payment)
        std::println("{:12}{}: {}", "", phrase(Text::TestTerminalTitle, language).shown,
                     phrase(Text::TestTerminalNone, language).shown);
    std::fflush(stdout);
}

int tell_history(const TestHistory& history, const Call& call) {
    for (const DeviceTest test : call.tests)
        for (const TestResult& result : history.read(test)) tell(result, call);
    return kFine;
}

/// What a person at the terminal says to the questions after a test; an empty line says nothing.
TestResult questioned(TestResult result) {
    const Language language = technicians_language();
    for (const TestQuestion question : questions_after(result)) {
        const auto answers = answers_of(question);
        for (std::size_t n = 0; n < answers.size(); ++n)
            std::println("{:>11} {}", n + 1, words_of(answers[n], language).shown);
        std::fflush(stdout);
        const auto chosen = whole_number(ask(phrase(text_of(question), language).shown));
        if (chosen && *chosen > 0 && std::cmp_less_equal(*chosen, answers.size()))
            result = answered(std::move(result), question, static_cast<std::size_t>(*chosen - 1));
    }
    return result;
}

/// Runs them one after the other; each is kept as soon as it is over.
int run_tests(const TestBench& bench, const TestHistory& history, const Call& call) {
    bool is_well = true;
    for (const DeviceTest test : call.tests) {
        if (!call.is_json) std::print(stderr, "{} …\r", name(test));
        TestResult result = run_test(bench, test);
        if (!call.is_json && is_terminal()) result = questioned(std::move(result));
        tell(result, call);
        is_well = is_well && result.verdict != Verdict::Failed;
        if (const auto kept = history.add(result); !kept)
            return complain("test", std::format("the result is not kept ({})", code(kept.error())),
                            kFoundWrong);
    }
    return is_well ? kFine : kFoundWrong;
}

int test_devices(const Call& call, const Settings& settings, const Places& where) {
    SimulatedWorld world(province_control());
    LinuxVideoDevice video;
    const SystemClock clock;
    const auto program = where.program / "kiosk-eye";
    auto devices = make_devices(settings.devices,
                                {.eye = program, .world = world, .video = video, .clock = clock});
    if (!devices) return complain("test", code(devices.error()), kFoundWrong);
    auto eye = EyeClient::start(program);
    if (!eye) return complain("test", code(eye.error()), kFoundWrong);
    const auto typeface = Typeface::open(kFontFolder);
    if (!typeface) return complain("test", "the letters of Noto Sans are not there", kFoundWrong);
    return run_tests({.devices = *devices,
                      .eye = *eye,
                      .settings = settings,
                      .typeface = *typeface,
                      .places = where,
                      .clock = clock},
                     TestHistory(where.state / "tests"), call);
}

}  // namespace

int test_command(Arguments arguments) {
    const Call call = read_call(arguments);
    if (call.is_wrong) return std::fputs(kHowTo.data(), stderr), kUsage;
    const Places where = places();
    if (call.is_history) return tell_history(TestHistory(where.state / "tests"), call);
    const auto kiosk = read_condition(where.runtime);
    if (kiosk && kiosk->serving == Serving::Visit)
        return complain("test", "somebody is being served; test when the visit is over",
                        kFoundWrong);
    const auto settings = read_settings(call.config, where.state);
    if (!settings) return complain("test", to_text(settings.error()), kFoundWrong);
    return test_devices(call, *settings, where);
}

int test_sheet_command(Arguments arguments) {
    if (arguments.size() != 1) return complain("test sheet", "one FILE is needed", kUsage);
    const std::filesystem::path file = arguments.front();
    const auto written = write_file(file, as_bytes(test_sheet_pdf()));
    if (!written) return complain_unwritten("test sheet", file.string(), written.error());
    std::println("{}: print it on A4 without scaling, in colour", file.string());
    return kFine;
}

int test_skip_command(Arguments arguments) {
    const auto test = arguments.empty() ? std::nullopt : device_test_of(arguments.front());
    const auto reason = arguments.size() == 2 ? skip_reason_of(arguments[1]) : std::nullopt;
    if (!test || !reason)
        return complain("test skip", "a test and one of repair, awaited, unused are needed",
                        kUsage);
    TestResult result = skipped(*test, *reason);
    result.at = SystemClock().wall();
    const auto kept = TestHistory(places().state / "tests").add(result);
    if (!kept) return complain("test skip", code(kept.error()), kFoundWrong);
    tell(result, {});
    return kFine;
}

}  // namespace motlan
