#include "tests/ui/sample_states.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>

#include "kiosk/core/expects.h"
#include "kiosk/core/toml.h"
#include "kiosk/domain/id_card_qr.h"
#include "tests/support/card_picture.h"
#include "tests/support/checkout.h"
#include "tests/ui/sample_behalf.h"
#include "tests/ui/sample_demoted.h"
#include "tests/ui/sample_follow.h"
#include "tests/ui/sample_opinion.h"
#include "tests/ui/sample_papers.h"
#include "tests/ui/sample_saved.h"
#include "tests/ui/sample_situations.h"
#include "tests/ui/sample_staff.h"

namespace motlan::testing {
namespace {

constexpr std::string_view kCard =
    "040151000217|180123456|Nguyễn Thị Hòa|12031951|Nữ|"
    "Xóm 4, Kim Liên, Nam Đàn, Nghệ An|10052021";

WallTime at(int hour, int minute) {
    return std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + std::chrono::hours(hour) +
           std::chrono::minutes(minute) - kVietnamOffset;
}

CivilDate today() { return CivilDate::make(2026, 11, 23).value(); }

Tree document(const std::string& file) {
    auto tree = read_toml(checkout() / "config" / file);
    expects(tree.has_value());
    return *std::move(tree);
}

Office read_office() {
    Office office{
        .center_name = "Trung tâm Phục vụ hành chính công xã Kim Liên",
        .other_counter = "Trung tâm Phục vụ hành chính công xã Vạn An, đường Phan Bội Châu",
        .counters = {"Quầy 1: Hộ tịch, chứng thực", "Quầy 2: Đất đai"},
        .today = today(),
        .has_voice = true,
        .published = CivilDate::of(at(8, 40) - std::chrono::days{4})};
    office.sources = SourceRegister::parse(document("sources.toml"), "sources.toml").value();
    std::vector<std::string> codes{"2.000635", "1.004194"};  // the two of the samples
    for (const auto& entry : std::filesystem::directory_iterator(checkout() / "config/procedures"))
        if (entry.path().extension() == ".toml" &&
            !std::ranges::contains(codes, entry.path().stem().string()))
            codes.push_back(entry.path().stem());
    std::ranges::sort(codes.begin() + 2, codes.end());
    for (const std::string& code : codes) {
        const std::string file = "procedures/" + code + ".toml";
        office.procedures.push_back(
            parse_procedure(document(file), file, office.sources, today()).value());
    }
    const auto book = parse_search_book(document("search.toml"), "search.toml").value();
    office.search = Search(office.procedures, book);
    office.units = Units::parse(document("units.toml"), "units.toml").value();
    office.words = WordBook(place_names(office.units), office.tone_style);
    office.holidays = Holidays::parse(document("holidays.toml"), "holidays.toml").value();
    office.guide = within(book.guide, office.procedures);
    return office;
}

Profile profile() { return parse_id_card_qr(as_bytes(kCard), today()).value().profile; }

SourceWord held(std::string value, std::string source) {
    return {.verdict = SourceVerdict::Held,
            .source = SourceId(std::move(source)),
            .value = Personal(std::move(value)),
            .at = at(8, 42),
            .query = "q-1"};
}

SourceWords words() {
    return {
        {ConceptId("person.full_name"), held("Nguyễn Thị Hòa", "dc")},
        {ConceptId("person.birth_date"), held("1951-03-12", "dc")},
        {ConceptId("person.sex"), held("Nữ", "dc")},
        {ConceptId("person.residence"), held("Xóm 4, xã Kim Liên, tỉnh Nghệ An", "ct")},
        {ConceptId("document.residence_confirmation"), held("held:CT-000217", "ct")},
        {ConceptId("birth.registration"),
         {.verdict = SourceVerdict::Silent, .source = SourceId("ht")}},
        {ConceptId("document.house_ownership"),
         {.verdict = SourceVerdict::NotFound, .source = SourceId("dd")}},
    };
}

/// A page of writing, drawn as dark bars on paper.
Picture page() {
    auto image = std::make_shared<Image>(620, 877, PixelFormat::Grey);
    std::ranges::fill(image->pixels, std::uint8_t{250});
    for (int line = 0; line < 34; ++line) {
        const int width = 470 - (line * 83) % 190;
        for (int y = 0; y < 7; ++y) {
            const auto start = static_cast<std::size_t>((90 + line * 21 + y) * 620 + 70);
            std::fill_n(image->pixels.begin() + static_cast<std::ptrdiff_t>(start), width,
                        std::uint8_t{60});
        }
    }
    return image;
}

Picture camera() {
    return std::make_shared<Image>(
        draw_held_card(draw_card(kCard), {.pixels_per_mm = 9, .turn_degrees = 4}));
}

Visit visit(std::size_t index) {
    const Office& office = sample_office();
    Visit visit{.procedure = office.procedures.at(index), .profile = profile(), .words = words()};
    visit.plan = plan(visit.procedure, office.sources, office.today,
                      {visit.words, visit.profile, {}, {}, {}});
    visit.answers[ItemId("copies")] = Personal(std::string("2"));
    visit.answers[ItemId("new_unit")] =
        Personal(std::string("16690 phường Trường Vinh, tỉnh Nghệ An"));
    visit.answers[ItemId("new_address")] =
        Personal(std::string("Số 12, ngõ 8, đường Nguyễn Sinh Cung, khối Yên Toàn"));
    visit.papers[ItemId("dwelling")] = {Page{{}, page()}, Page{{}, page()}};
    return visit;
}

std::size_t place_of(const char* code) {
    const auto& all = sample_office().procedures;
    const auto found = std::ranges::find(all, ProcedureCode(code), &Procedure::code);
    return static_cast<std::size_t>(found - all.begin());
}

/// An invented procedure: a choice of six, and one of two papers is enough.
Visit rental() {
    const Office& office = sample_office();
    const auto tree = read_toml(checkout() / "tests/ui/rental.toml");
    expects(tree.has_value());
    auto procedure = parse_procedure(*tree, "rental.toml", office.sources, today());
    expects(procedure.has_value());
    Visit visit{.procedure = *std::move(procedure), .profile = profile()};
    visit.wished = {{AlternativeId("proof"), 0}, {AlternativeId("agreement"), 0}};
    const std::optional<Profile> holder = visit.profile;
    visit.plan = plan(visit.procedure, office.sources, office.today,
                      {visit.words, holder, visit.answers, visit.disputes, visit.wished});
    return visit;
}

/// The same, read from the chip: no source was needed for what it says.
Visit chip_visit() {
    const Office& office = sample_office();
    Visit read = visit(0);
    read.profile.read_from = ReadFrom::CardChip;
    read.words.erase(ConceptId("person.full_name"));
    read.words.erase(ConceptId("person.birth_date"));
    read.words.erase(ConceptId("person.sex"));
    read.face = page();
    read.plan =
        plan(read.procedure, office.sources, office.today, {read.words, read.profile, {}, {}, {}});
    return read;
}

AcquisitionPlan expected(std::size_t index) {
    const Office& office = sample_office();
    return expected_plan(office.procedures.at(index), office.sources, office.today);
}

State with(Screen screen) {
    return {.screen = std::move(screen), .now = at(8, 45), .reference = "sample"};
}

State over(Screen screen, Overlay overlay) {
    State state = with(std::move(screen));
    state.overlay = std::move(overlay);
    return state;
}

const Receipt kReceipt{"H41-261123-0087", at(8, 51), at(17, 0) + std::chrono::days(2),
                       "Quầy 6 hoặc gửi bưu điện"};
const BurdenReceipt kBurden{.needed = 6, .not_asked = 5, .asked = 1, .papers_spared = 2};

ChooseProcedure typed(std::string words) {
    ChooseProcedure screen{.by = ChooseBy::Words, .typed = std::move(words)};
    screen.found = sample_office().search.find(screen.typed);
    return screen;
}

void add_choosing(std::vector<Sample>& all) {
    all.push_back({"choose_procedure", with(ChooseProcedure{})});
    all.push_back({"choose_procedure.unsure",
                   with(ChooseProcedure{.asked = {sample_office().guide.unsure}})});
    all.push_back({"choose_procedure.offers", with(ChooseProcedure{.found = {{0, 1}}})});
    all.push_back({"choose_procedure.empty", with(typed(""))});
    all.push_back({"choose_procedure.words", with(typed("dang ky"))});
    all.push_back({"choose_procedure.near", with(typed("xin tàu bay về quê khai sinh"))});
    all.push_back({"choose_procedure.none", with(typed("qwzx"))});
}

void add_public(std::vector<Sample>& all) {
    all.push_back({"welcome", with(Welcome{})});
    State offline = with(Welcome{{{DeviceRole::Printer, Fault::PrinterPaperOut}}, true});
    offline.is_offline = true;
    all.push_back({"welcome.offline", offline});
    add_choosing(all);
    all.push_back(
        {"what_you_need.copy", with(WhatYouNeed{sample_office().procedures.at(0), expected(0)})});
    all.push_back({"what_you_need.residence",
                   with(WhatYouNeed{sample_office().procedures.at(1), expected(1)})});
    State unlinked =
        with(WhatYouNeed{sample_office().procedures.at(1), expected(1), Hindrance::Offline});
    unlinked.is_offline = true;
    all.push_back({"what_you_need.offline", std::move(unlinked)});
    all.push_back({"out_of_service", with(OutOfService{Fault::NotEnrolled, at(8, 45)})});
}

void add_card(std::vector<Sample>& all) {
    const Procedure& procedure = sample_office().procedures.at(0);
    all.push_back({"show_card", with(ShowCard{.procedure = procedure, .expected = expected(0)})});
    all.push_back({"show_card.too_far", with(ShowCard{.procedure = procedure,
                                                      .expected = expected(0),
                                                      .preview = camera(),
                                                      .hint = CardHint::TooFar,
                                                      .distance = CardDistance{88},
                                                      .lamp = Lamp::Off})});
    all.push_back({"show_card.near_and_lit", with(ShowCard{.procedure = procedure,
                                                           .expected = expected(0),
                                                           .preview = camera(),
                                                           .hint = CardHint::TooNear,
                                                           .distance = CardDistance{4},
                                                           .lamp = Lamp::On})});
    all.push_back({"show_card.good", with(ShowCard{.procedure = procedure,
                                                   .expected = expected(0),
                                                   .preview = camera(),
                                                   .hint = CardHint::HoldStill,
                                                   .distance = CardDistance{46},
                                                   .lamp = Lamp::On})});
    all.push_back({"show_card.refused", with(ShowCard{.procedure = procedure,
                                                      .expected = expected(0),
                                                      .preview = camera(),
                                                      .hint = CardHint::HoldStill,
                                                      .refused = Fault::QrIsHealthCard,
                                                      .refusals = 3})});
    all.push_back({"show_card.slow", with(ShowCard{.procedure = procedure,
                                                   .expected = expected(0),
                                                   .preview = camera(),
                                                   .is_slow = true,
                                                   .lamp = Lamp::Off})});
    all.push_back({"show_card.resolving", with(ShowCard{.procedure = procedure,
                                                        .expected = expected(0),
                                                        .preview = camera(),
                                                        .is_resolving = true})});
    all.push_back({"read_card_chip", with(ReadCardChip{.visit = visit(0)})});
    all.push_back({"read_card_chip.reading", with(ReadCardChip{visit(0), 45, {}})});
    all.push_back({"read_card_chip.fault", with(ReadCardChip{visit(0), {}, Fault::ChipForged})});
    all.push_back({"consent", with(Consent{visit(0)})});
    all.push_back(
        {"ask_sources", with(AskSources{visit(1),
                                        {{SourceId("ct"), SourceProgress::Answered},
                                         {SourceId("dc"), SourceProgress::Waiting},
                                         {SourceId("dd"), SourceProgress::NotAnswered}}})});
}

void add_data(std::vector<Sample>& all) {
    all.push_back({"check_details.chip", with(CheckDetails{chip_visit()})});
    all.push_back({"check_details.copy", with(CheckDetails{visit(0)})});
    CheckDetails disputed{visit(1), true};
    disputed.visit.disputes[ItemId("residence")] = Personal(std::string("Thông tin đã cũ"));
    all.push_back({"check_details.residence", with(disputed)});
    all.push_back({"say_wrong", with(SayWrong{visit(1), ItemId("residence")})});
    all.push_back({"say_wrong.again", with(SayWrong{disputed.visit, ItemId("residence")})});
    all.push_back(
        {"ask_question.number",
         with(AskQuestion{
             .visit = visit(0), .item = ItemId("copies"), .draft = "2", .is_complete = true})});
    all.push_back({"ask_question.text",
                   with(AskQuestion{.visit = visit(1),
                                    .item = ItemId("new_address"),
                                    .total = 2,
                                    .draft = "Số 12, ngõ 8, đường Nguyễn Sinh Cung, khối",
                                    .is_complete = true})});
    all.push_back(
        {"ask_question.empty",
         with(AskQuestion{.visit = visit(1), .item = ItemId("new_address"), .total = 2})});
}

AskQuestion place_question(PlaceSearch place, std::string draft = {}) {
    const bool is_complete = !draft.empty();
    return {.visit = visit(1),
            .item = ItemId("new_unit"),
            .total = 2,
            .draft = std::move(draft),
            .is_complete = is_complete,
            .place = std::move(place)};
}

void add_places(std::vector<Sample>& all) {
    const RegionCode hue("46");
    all.push_back({"ask_question.place", with(place_question({}))});
    all.push_back({"ask_question.place_found", with(place_question({.typed = "vinh"}))});
    all.push_back({"ask_question.place_none", with(place_question({.typed = "nam giang"}))});
    all.push_back(
        {"ask_question.place_region", with(place_question({.is_for_region = true, .typed = "h"}))});
    all.push_back({"ask_question.place_written", with(place_question({.region = hue}))});
    all.push_back({"ask_question.place_chosen",
                   with(place_question({}, "16690 phường Trường Vinh, tỉnh Nghệ An"))});
    State offline = with(place_question({.typed = "vinh"}));
    offline.is_offline = true;
    all.push_back({"ask_question.place_offline", offline});
    all.push_back({"ask_question.digits", with(AskQuestion{.visit = visit(place_of("1.001612")),
                                                           .item = ItemId("capital"),
                                                           .number = 3,
                                                           .total = 5,
                                                           .draft = "120",
                                                           .is_complete = true})});
}

void add_rental(std::vector<Sample>& all) {
    all.push_back({"ask_question.choice", with(AskQuestion{.visit = rental(),
                                                           .item = ItemId("reason"),
                                                           .total = 2,
                                                           .draft = "part",
                                                           .is_complete = true})});
    State offline = with(AskQuestion{
        .visit = rental(), .item = ItemId("terms"), .number = 2, .total = 2, .draft = "Thuê"});
    offline.is_offline = true;
    all.push_back({"ask_question.other_way", offline});
    Visit changed = rental();
    changed.dropped = {ItemId("letter"), ItemId("terms")};
    all.push_back({"review_all.dropped", with(ReviewAll{std::move(changed)})});
}

void add_end(std::vector<Sample>& all) {
    all.push_back({"review_all.copy", with(ReviewAll{visit(0)})});
    all.push_back({"review_all.residence", with(ReviewAll{visit(1)})});
    all.push_back({"declare", with(Declare{visit(0)})});
    all.push_back({"submitting", with(Submitting{.stage = SendStage::Sending, .burden = kBurden})});
    all.push_back({"submitting.slow", with(Submitting{.stage = SendStage::WaitingForReceipt,
                                                      .dossier = "d",
                                                      .burden = kBurden,
                                                      .may_leave = true,
                                                      .delay = Fault::BackendUnreachable})});
    all.push_back({"submitted", with(Submitted{kReceipt, kBurden})});
    Submitted payable{kReceipt, kBurden, SlipStage::Printed};
    payable.dossier = std::string(32, 'a');
    payable.has_fee = true;
    all.push_back({"submitted.payable", with(std::move(payable))});
    all.push_back({"submitted.not_printed", with(Submitted{kReceipt, kBurden, SlipStage::NotPrinted,
                                                           Fault::PrinterPaperOut})});
    all.push_back({"kept_for_later", with(KeptForLater{"019ab2c4-7d10-7c3e-9f00-3f2a61b7e554",
                                                       kBurden, SlipStage::Printed})});
    all.push_back({"not_filed", with(NotFiled{Fault::DiskFull})});
    all.push_back({"goodbye", with(Goodbye{})});
    all.push_back({"goodbye.paper", with(Goodbye{.is_paper_left = true, .reminders = 3})});
}

void add_overlays(std::vector<Sample>& all) {
    all.push_back({"overlay.why", over(CheckDetails{visit(0)}, WhyAsked{ItemId("residence")})});
    const AskQuestion asked{.visit = visit(0), .item = ItemId("copies"), .draft = "1"};
    all.push_back({"overlay.why_asked", over(asked, WhyAsked{ItemId("copies")})});
    all.push_back({"overlay.still_there", over(CheckDetails{visit(0)}, StillThere{{}, 24})});
    ScanPaper scan{.visit = visit(1), .item = ItemId("dwelling")};
    all.push_back({"overlay.staff_called", over(scan, StaffCalled{at(8, 45)})});
    scan.fault = Fault::ScannerJam;
    all.push_back({"overlay.staff_called_to_jam", over(scan, StaffCalled{at(8, 45)})});
    all.push_back({"overlay.no_card", over(ShowCard{.procedure = sample_office().procedures.at(0),
                                                    .expected = expected(0)},
                                           NoCard{})});
    all.push_back({"overlay.really_leave", over(ReviewAll{visit(1)}, ReallyLeave{})});
    all.push_back({"overlay.settings", over(CheckDetails{visit(0)}, EasySettings{})});
}

}  // namespace

const Office& sample_office() {
    static const Office kOffice = read_office();
    return kOffice;
}

std::vector<Sample> samples() {
    std::vector<Sample> all;
    add_public(all);
    add_card(all);
    add_data(all);
    add_places(all);
    add_rental(all);
    add_end(all);
    const WallTime now = at(8, 45);
    const WhatYouNeed needs{sample_office().procedures.at(1), expected(1)};
    for (auto more : {paper_samples({visit(1), rental(), page(), now}),
                      opinion_samples(now, page()), demoted_samples({typed("dang ky"), needs, now}),
                      follow_samples({profile(), camera(), words()}),
                      behalf_samples({visit(0), visit(place_of("2.000815")), now}),
                      saved_samples({visit(1), profile(), camera(), now})})
        std::ranges::move(more, std::back_inserter(all));
    add_overlays(all);
    return with_situations(with_staff(std::move(all)));
}

}  // namespace motlan::testing
