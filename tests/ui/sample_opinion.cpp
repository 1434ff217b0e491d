#include "tests/ui/sample_opinion.h"

#include <utility>

namespace motlan::testing {
namespace {

constexpr const char* kCode =
    "00020101021238540010A00000072701240006970436011000000123450208QRIBFTTA53037045405160005802VN62"
    "190815H41 261123 00876304";

/// 2026-11-25 14:00 UTC.
constexpr WallTime kAsked{std::chrono::milliseconds{1795615200000}};

State with(Screen screen, WallTime now) {
    State state{.screen = std::move(screen), .reference = "sample"};
    state.now = now;
    return state;
}

State offline(Screen screen, WallTime now) {
    State state = with(std::move(screen), now);
    state.is_offline = true;
    return state;
}

UnlawfulRequest request() {
    UnlawfulRequest made{
        .demand = Demand::Other,
        .place = DemandPlace::Department,
        .day = DemandDay::ThisWeek,
        .words = Personal(
            std::string("Cán bộ bảo phải có bản sao công chứng giấy khai sinh của cả hai con")),
        .dossier = std::string(32, 'a')};
    made.evidence.push_back(
        {ConceptId("document.residence_confirmation"), SourceId("ct"), kAsked, "q"});
    made.evidence.push_back({ConceptId("document.unheard_of"), SourceId("ht"), kAsked, "r"});
    return made;
}

ReportRequest report(ReportStage stage) {
    return {.request = request(), .back = Home{}, .stage = stage};
}

ReportRequest dialling(const char* digits) {
    ReportRequest made = report(ReportStage::Phone);
    made.request.phone = Personal(std::string(digits));
    return made;
}

PayFee fee(FeeStage stage) {
    return {.dossier = std::string(32, 'a'),
            .back = Submitted{},
            .stage = stage,
            .payment = Payment{.dossier = std::string(32, 'a'),
                               .code = "H41-261123-0087",
                               .dong = 16'000,
                               .paid = stage == FeeStage::Short ? 10'000 : 0,
                               .payload = kCode,
                               .payee = "Kho bạc Nhà nước khu vực X, Trung tâm Phục vụ hành chính",
                               .basis = "Nghị quyết 10/2020/NQ-HĐND"},
            .fault = {},
            .seconds_left = 272};
}

ReportPhoto photo(const Picture& page, std::vector<Fault> doubts = {}) {
    ReportPhoto made{.report = report(ReportStage::Check)};
    if (page) made.page = Page{.packed = {}, .preview = page, .doubts = std::move(doubts)};
    return made;
}

void add_photos(std::vector<Sample>& all, WallTime now, const Picture& page) {
    all.push_back({"report_photo", with(photo({}), now)});
    ReportPhoto jam = photo({});
    jam.fault = Fault::ScannerJam;
    all.push_back({"report_photo.jam", offline(std::move(jam), now)});
    ReportPhoto scanning = photo({});
    scanning.stage = ScanStage::Scanning;
    scanning.percent = 40;
    all.push_back({"report_photo.scanning", with(std::move(scanning), now)});
    all.push_back({"report_photo.look", with(photo(page), now)});
    all.push_back(
        {"report_photo.doubtful", with(photo(page, {Fault::PageBlurred, Fault::PageCutOff}), now)});
    State lost = with(photo(page), now);
    lost.ability.takes_papers = false;
    all.push_back({"report_photo.no_scanner", std::move(lost)});
    ReportRequest whole = report(ReportStage::Check);
    whole.request.place = DemandPlace::Center;
    whole.request.counter = "Quầy 1: Hộ tịch, chứng thực";
    whole.request.photo = photo(page).page;
    all.push_back({"report_request.check_photo", with(std::move(whole), now)});
}

void add_fees(std::vector<Sample>& all, WallTime now) {
    PayFee asking{.dossier = std::string(32, 'a'), .back = Submitted{}};
    all.push_back({"pay_fee.asking", with(std::move(asking), now)});
    all.push_back({"pay_fee.waiting", with(fee(FeeStage::Waiting), now)});
    PayFee last = fee(FeeStage::Waiting);
    last.seconds_left = 40;
    all.push_back({"pay_fee.last_minute", offline(std::move(last), now)});
    all.push_back({"pay_fee.paid", with(fee(FeeStage::Paid), now)});
    all.push_back({"pay_fee.short", with(fee(FeeStage::Short), now)});
    all.push_back({"pay_fee.expired", with(fee(FeeStage::Expired), now)});
    all.push_back({"pay_fee.nothing", with(fee(FeeStage::Nothing), now)});
    PayFee unknown = fee(FeeStage::Unknown);
    unknown.fault = Fault::PaymentUnavailable;
    all.push_back({"pay_fee.unknown", offline(unknown, now)});
    unknown.fault = Fault::PaymentForged;
    all.push_back({"pay_fee.forged", with(std::move(unknown), now)});
    State leaving = with(fee(FeeStage::Waiting), now);
    leaving.overlay = LeaveFee{};
    all.push_back({"overlay.leave_fee", std::move(leaving)});
}

OpinionKept arrived(std::optional<SlipStage> slip, std::optional<Fault> fault, WallTime now) {
    return {.is_report = true,
            .id = std::string(32, 'c'),
            .code = "H41-261123-0091",
            .due = now + std::chrono::hours(240),
            .slip = slip,
            .slip_fault = fault};
}

void add_slips(std::vector<Sample>& all, WallTime now) {
    all.push_back(
        {"opinion_kept.printing", with(arrived(SlipStage::Printing, std::nullopt, now), now)});
    all.push_back(
        {"opinion_kept.printed", offline(arrived(SlipStage::Printed, std::nullopt, now), now)});
    all.push_back({"opinion_kept.not_printed",
                   with(arrived(SlipStage::NotPrinted, Fault::PrinterBusy, now), now)});
}

void add_kept(std::vector<Sample>& all, WallTime now) {
    const std::string id(32, 'c');
    all.push_back({"opinion_kept.sealing", with(OpinionKept{.is_report = true}, now)});
    all.push_back({"opinion_kept.safe", with(OpinionKept{.is_report = true, .id = id}, now)});
    State unprinted = with(OpinionKept{.is_report = true, .id = id}, now);
    unprinted.ability.prints = false;
    all.push_back({"opinion_kept.no_printer", std::move(unprinted)});
    add_slips(all, now);
    all.push_back(
        {"opinion_kept.waiting",
         offline(OpinionKept{.is_report = true, .id = id, .is_waiting_for_network = true}, now)});
    all.push_back({"opinion_kept.arrived", with(OpinionKept{.is_report = true,
                                                            .id = id,
                                                            .code = "H41-261123-0091",
                                                            .due = now + std::chrono::hours(240)},
                                                now)});
    all.push_back({"opinion_kept.failed",
                   with(OpinionKept{.is_report = true, .fault = Fault::DiskFull}, now)});
    all.push_back(
        {"opinion_kept.rejected",
         with(OpinionKept{.is_report = true, .id = id, .fault = Fault::DossierRejected}, now)});
    all.push_back({"opinion_kept.rating", with(OpinionKept{.id = id, .may_report = true}, now)});
    all.push_back({"opinion_kept.rating_waiting",
                   offline(OpinionKept{.id = id, .is_waiting_for_network = true}, now)});
}

}  // namespace

std::vector<Sample> opinion_samples(WallTime now, const Picture& page) {
    std::vector<Sample> all;
    all.push_back({"home", with(Home{}, now)});
    all.push_back({"home.offline", offline(Home{}, now)});
    all.push_back({"rate_service", with(RateService{}, now)});
    all.push_back({"rate_service.good",
                   with(RateService{{.grade = 5, .reasons = {RatingReason::Fast}}}, now)});
    all.push_back({"rate_service.bad", offline(RateService{{.grade = 1}}, now)});
    all.push_back({"report_request.what", with(ReportRequest{.back = Home{}}, now)});
    all.push_back({"report_request.offline", offline(ReportRequest{.back = Home{}}, now)});
    all.push_back({"report_request.words_offline", offline(report(ReportStage::Words), now)});
    ReportRequest nothing = report(ReportStage::Words);
    nothing.request.words = {};
    all.push_back({"report_request.words_empty", with(std::move(nothing), now)});
    all.push_back({"report_request.words", with(report(ReportStage::Words), now)});
    all.push_back({"report_request.where", with(report(ReportStage::Where), now)});
    all.push_back({"report_request.counter", with(report(ReportStage::Counter), now)});
    all.push_back({"report_request.when", with(report(ReportStage::When), now)});
    all.push_back({"report_request.check", with(report(ReportStage::Check), now)});
    all.push_back({"report_request.phone", with(dialling("091234"), now)});
    all.push_back({"report_request.phone_wrong", offline(dialling("16"), now)});
    all.push_back({"report_request.phone_whole", with(dialling("0912345678"), now)});
    ReportRequest called = report(ReportStage::Check);
    called.request.phone = Personal(std::string("02383123456"));
    all.push_back({"report_request.check_phone", with(std::move(called), now)});
    all.push_back({"report_request.leaving", with(report(ReportStage::Check), now)});
    all.back().state.overlay = ReallyLeave{};
    add_photos(all, now, page);
    add_kept(all, now);
    add_fees(all, now);
    State panel = with(Home{}, now);
    panel.overlay = VoicePanel{};
    panel.comfort.is_voiced = true;
    all.push_back({"overlay.voice_panel", std::move(panel)});
    return all;
}

}  // namespace motlan::testing
