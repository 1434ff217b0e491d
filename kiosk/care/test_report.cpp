#include "kiosk/care/test_report.h"

#include <chrono>
#include <format>
#include <map>

#include "kiosk/care/device_words.h"
#include "kiosk/outbox/dossier_id.h"
#include "kiosk/ui/test_words.h"
#include "kiosk/ui/when.h"

namespace motlan {
namespace {

/// Enough to tell two reports apart, little enough to be read aloud.
constexpr std::size_t kCodeLetters = 12;

enum class Figures : std::uint8_t { BeyondLimits, All };

/// Verdict, when, why, and figures.
std::string result_words(const TestResult* result, Figures figures, Language language) {
    if (result == nullptr) return phrase(Text::CareTestsNever, language).shown;
    std::string words = std::format("{}, {}", phrase(text_of(result->verdict), language).shown,
                                    moment_text(result->at));
    if (result->verdict == Verdict::Skipped)
        words += std::format(", {}", phrase(text_of(result->reason), language).shown);
    if (result->fault) words += std::format(", {}", code(*result->fault));
    for (const Figure& figure : result->figures)
        if (figures == Figures::All || !figure.holds())
            words += std::format("{} {}", figures == Figures::All ? ";" : ",",
                                 words_of(figure, language).shown);
    return words;
}

/// How many have passed, failed, were skipped, and none of it.
std::string count_words(const TestReport& report, Language language) {
    std::map<Verdict, int> count;
    for (const DeviceTest test : all_device_tests()) {
        const TestResult* result = newest(report.results, test);
        const Verdict verdict = result == nullptr ? Verdict::NotTested : result->verdict;
        ++count[verdict];
    }
    return phrase(Text::CareReportCount, language,
                  {{"passed", std::to_string(count[Verdict::Passed])},
                   {"failed", std::to_string(count[Verdict::Failed])},
                   {"open", std::to_string(count[Verdict::NotTested])},
                   {"skipped", std::to_string(count[Verdict::Skipped])}})
        .shown;
}

std::string code_over(const std::vector<SlipLine>& lines) {
    std::string all;
    for (const SlipLine& line : lines) all += line.label.shown + "\t" + line.value + "\n";
    return sha256(as_bytes(all)).substr(0, kCodeLetters);
}

std::vector<SlipLine> lines_of(const TestReport& report, Figures figures, Language language) {
    const auto label = [language](Text text) { return phrase(text, language); };
    const std::string machine =
        report.kiosk.empty() ? report.version : std::format("{}, {}", report.kiosk, report.version);
    std::vector<SlipLine> lines{{label(Text::CareReportMachine), machine},
                                {label(Text::CareReportBy), report.who},
                                {label(Text::CareReportTime), moment_text(report.at)},
                                {label(Text::CareTestsTitle), count_words(report, language)}};
    for (const DeviceTest test : all_device_tests())
        lines.push_back(
            {label(text_of(test)), result_words(newest(report.results, test), figures, language)});
    return lines;
}

}  // namespace

std::vector<SlipLine> report_lines(const TestReport& report, Language language) {
    auto lines = lines_of(report, Figures::BeyondLimits, language);
    lines.push_back({phrase(Text::CareReportCode, language), code_over(lines)});
    return lines;
}

std::vector<SlipLine> whole_report_lines(const TestReport& report, Language language) {
    auto lines = lines_of(report, Figures::All, language);
    for (const FoundDevice& device : report.devices)
        lines.push_back(
            {kind_words(device.kind, language), identity_words(device, language).shown});
    lines.push_back({phrase(Text::CareReportCode, language), code_over(lines)});
    return lines;
}

std::string report_number(std::string_view kiosk, WallTime at) {
    return std::format("{}-{:%Y%m%d-%H%M}", kiosk.empty() ? "motlan" : kiosk,
                       std::chrono::floor<std::chrono::minutes>(at + kVietnamOffset));
}

}  // namespace motlan
