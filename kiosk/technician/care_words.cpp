#include "kiosk/technician/care_words.h"

#include <algorithm>
#include <format>
#include <ranges>

#include "kiosk/care/certificates.h"
#include "kiosk/ui/test_words.h"
#include "kiosk/ui/when.h"

namespace motlan {
namespace {

std::string key_of(std::string_view kind, std::string_view words) {
    std::string key = std::format("care.{}.{}", kind, words);
    std::ranges::replace(key, ' ', '_');
    return key;
}

Text grade_text(Grade grade) {
    if (grade == Grade::Fine) return Text::CareGradeFine;
    return grade == Grade::Notice ? Text::CareGradeNotice : Text::CareGradeWrong;
}

/// What to do where no fault says it.
Phrase hint_words(const Ui& ui, std::string_view area) {
    return ui.text(find_text(key_of("hint", area)).value_or(Text::CareHintOther));
}

ListRow trouble_row(const Ui& ui, const Remark& remark, std::size_t number) {
    const std::string grade = ui.text(grade_text(remark.grade)).shown;
    return {
        .id = std::format("look.{}", number),
        .label = area_words(ui, remark.area),
        .value = plain((remark.fault ? ui.text(fault_text(*remark.fault, Audience::Technician))
                                     : hint_words(ui, remark.area))
                           .shown),
        .tone = remark.grade == Grade::Wrong ? Tone::Error : Tone::Warn,
        .badge = plain(remark.fault ? std::format("{} · {}", grade, code(*remark.fault)) : grade)};
}

/// Nobody has counted further than `most`.
Phrase certificate_words(const Ui& ui, std::int64_t days, std::int64_t most) {
    if (days <= 0) return ui.text(Text::CareFigureCertificateOver);
    const Text text =
        days >= most ? Text::CareFigureCertificateLong : Text::CareFigureCertificateDays;
    return ui.text(text, {{"days", std::to_string(days)}});
}

/// ux 7, T02: for 30 days and more good, for seven enough.
Tone tone_of_days(std::int64_t days) {
    if (days >= kCountedDays) return Tone::Ok;
    return days >= kUrgentDays ? Tone::Warn : Tone::Error;
}

ListRow life_row(const Ui& ui, const CertificateLife& life) {
    const auto label = find_text(key_of("certificate", life.name));
    return {.id = std::format("certificate.{}", life.name),
            .label = label ? ui.text(*label) : plain(std::string(life.name)),
            .tone = tone_of_days(life.days),
            .badge = certificate_words(ui, life.days, kMostDays)};
}

/// As a test of the network has found it last.
ListRow clock_row(const Ui& ui, const CareDesk& desk) {
    ListRow row{.id = "care.figure.clock",
                .label = area_words(ui, "clock"),
                .badge = ui.text(Text::CareTestsNever)};
    const auto kept = desk.results.find(DeviceTest::Network);
    if (kept == desk.results.end()) return row;
    const std::string wanted = "clock_seconds";
    for (const TestResult& result : kept->second | std::views::reverse) {
        const auto clock = std::ranges::find(result.figures, wanted, &Figure::name);
        if (clock == result.figures.end()) continue;
        row.tone = clock->holds() ? Tone::Ok : Tone::Warn;
        row.badge = plain(
            std::format("{}, {}", words_of(*clock, ui.language()).shown, moment_text(result.at)));
        break;
    }
    return row;
}

Phrase queue_words(const Ui& ui, const Waiting& waiting) {
    if (waiting.dossiers == 0) return ui.text(Text::CareFigureQueueNone);
    return ui.text(Text::CareFigureQueueValue,
                   {{"count", std::to_string(waiting.dossiers)},
                    {"minutes", std::to_string(waiting.oldest_minutes)}});
}

Text province_text(const Checkup& checkup) {
    if (!checkup.is_link_up) return Text::CareFigureProvinceLink;
    return checkup.is_province_reachable ? Text::CareFigureProvinceUp
                                         : Text::CareFigureProvinceDown;
}

ListRow figure(const Ui& ui, Text label, const Phrase& value) {
    const Phrase words = ui.text(label);
    return {.id = std::string(words.key) + ".row", .label = words, .value = plain(value.shown)};
}

}  // namespace

Phrase area_words(const Ui& ui, std::string_view area) {
    const auto text = find_text(key_of("area", area));
    return text ? ui.text(*text) : plain(std::string(area));
}

Phrase role_words(const Ui& ui, DeviceRole role) {
    return area_words(ui, role == DeviceRole::ChipReader ? "chip reader" : name(role));
}

Phrase remedy_words(const Ui& ui, Fault fault) {
    return plain(
        std::format("{}: {}", code(fault), ui.text(fault_text(fault, Audience::Technician)).shown));
}

std::vector<ListRow> trouble_rows(const Ui& ui, const Checkup& checkup,
                                  const std::vector<std::string_view>& areas) {
    std::vector<ListRow> rows;
    for (const Grade grade : {Grade::Wrong, Grade::Notice}) {
        for (std::size_t n = 0; n < checkup.remarks.size(); ++n) {
            const Remark& remark = checkup.remarks[n];
            const bool is_asked = areas.empty() || std::ranges::contains(areas, remark.area);
            if (remark.grade == grade && is_asked) rows.push_back(trouble_row(ui, remark, n));
        }
    }
    return rows;
}

std::vector<ListRow> figure_rows(const Ui& ui, const CareDesk& desk) {
    std::vector<ListRow> rows;
    if (desk.checkup) {
        const Checkup& checkup = *desk.checkup;
        rows = {figure(ui, Text::CareFigureProvince, ui.text(province_text(checkup))),
                figure(ui, Text::CareFigureQueue, queue_words(ui, checkup.waiting)),
                figure(ui, Text::CareFigureDisk,
                       plain(std::format("{} MB", checkup.free_bytes >> 20U))),
                figure(ui, Text::CareFigureCertificate,
                       certificate_words(ui, checkup.tls_days_left, kCountedDays)),
                figure(ui, Text::CareFigureBundle,
                       ui.text(Text::CareFigureBundleValue,
                               {{"version", std::to_string(checkup.bundle)}}))};
    }
    rows.push_back(clock_row(ui, desk));
    rows.push_back(figure(ui, Text::CareFigureProgram, plain(desk.machine.version)));
    return rows;
}

std::vector<ListRow> certificate_rows(const Ui& ui, const Checkup& checkup) {
    std::vector<ListRow> rows;
    for (const CertificateLife& life : checkup.certificates) rows.push_back(life_row(ui, life));
    const bool is_told = std::ranges::contains(checkup.certificates, std::string_view("tls"),
                                               &CertificateLife::name);
    if (!rows.empty() && !is_told)
        rows.push_back({.id = "certificate.tls",
                        .label = ui.text(Text::CareCertificateTls),
                        .badge = ui.text(Text::CareCertificateHidden)});
    return rows;
}

Phrase verdict_words(const Ui& ui, const TestResult* result) {
    if (result == nullptr) return ui.text(Text::CareTestsNever);
    return plain(
        std::format("{}, {}", ui.text(text_of(result->verdict)).shown, moment_text(result->at)));
}

Tone tone_of(const TestResult* result) {
    if (result == nullptr) return Tone::Still;
    if (result->verdict == Verdict::Passed) return Tone::Ok;
    return result->verdict == Verdict::Failed ? Tone::Error : Tone::Warn;
}

}  // namespace motlan
