#include "kiosk/technician/report.h"

#include <algorithm>
#include <format>
#include <map>

#include "kiosk/outbox/dossier_id.h"
#include "kiosk/technician/care_words.h"
#include "kiosk/ui/test_words.h"

namespace motlan {
namespace {

/// Enough to tell two reports apart, little enough to be read aloud.
constexpr std::size_t kCodeLetters = 12;

/// Verdict, when, and what is beyond its limit.
std::string result_words(const TestResult* result, Language language) {
    if (result == nullptr) return phrase(Text::CareTestsNever, language).shown;
    std::string words = std::format("{}, {}", phrase(text_of(result->verdict), language).shown,
                                    moment_text(result->at));
    if (result->verdict == Verdict::Skipped)
        words += std::format(", {}", phrase(text_of(result->reason), language).shown);
    if (result->fault) words += std::format(", {}", code(*result->fault));
    for (const Figure& figure : result->figures)
        if (!figure.holds()) words += std::format(", {}", words_of(figure, language).shown);
    return words;
}

/// How many have passed, failed, were skipped, and none of it.
std::string count_words(const CareDesk& desk, Language language) {
    std::map<Verdict, int> count;
    for (const DeviceTest test : whole_series()) {
        const TestResult* result = desk.newest(test);
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

}  // namespace

std::vector<SlipLine> report_lines(const CareDesk& desk, Language language) {
    const auto label = [language](Text text) { return phrase(text, language); };
    const std::string machine =
        desk.machine.kiosk.empty()
            ? desk.machine.version
            : std::format("{}, {}", desk.machine.kiosk, desk.machine.version);
    std::vector<SlipLine> lines{
        {label(Text::CareReportMachine), machine},
        {label(Text::CareReportBy),
         phrase(Text::CareReportWho, language,
                {{"name", desk.who.name}, {"number", desk.who.number.value()}})
             .shown},
        {label(Text::CareReportTime), moment_text(desk.wall)},
        {label(Text::CareTestsTitle), count_words(desk, language)}};
    for (const DeviceTest test : whole_series())
        lines.push_back({label(text_of(test)), result_words(desk.newest(test), language)});
    lines.push_back({label(Text::CareReportCode), code_over(lines)});
    return lines;
}

}  // namespace motlan
