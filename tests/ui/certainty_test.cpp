// What the kiosk is not sure of, it does not say as if it were: how old its catalogue is, where
// data are corrected, and that a procedure rests.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/toml.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/wording.h"
#include "tests/ui/drawing.h"
#include "tests/ui/sample_states.h"

namespace motlan::testing {
namespace {

State sample(std::string_view name) {
    const std::vector<Sample> all = samples();
    return std::ranges::find(all, name, &Sample::name)->state;
}

/// What stands in the nodes whose id begins so, in an office of its own.
std::string shown(const State& state, const std::string& id, const Office& office) {
    Glass glass(kPortrait);
    glass.draw([&](Ui& ui) { static_cast<void>(draw_state(ui, state, office)); });
    std::string words;
    for (const Node& node : glass.tree().nodes())
        if (node.id.starts_with(id)) words += node.label.shown;
    return words;
}

std::string age_shown(int days, bool is_offline) {
    State state = sample("what_you_need.copy");
    state.is_offline = is_offline;
    Office office = sample_office();
    office.published = CivilDate::of(state.now - std::chrono::days{days});
    return shown(state, "need.catalogue", office);
}

Office office_with(const std::string& correction) {
    const std::string text =
        "[[source]]\nid = \"ct\"\nname = { vi = \"CSDL về cư trú\", en = \"P\" }\n" + correction +
        "publishes = []\n";
    Office office = sample_office();
    office.sources =
        SourceRegister::parse(parse_toml(text, "sources.toml").value(), "sources.toml").value();
    return office;
}

std::string place_shown(const std::string& correction) {
    return shown(sample("say_wrong"), "wrong.correction", office_with(correction));
}

}  // namespace

TEST_CASE("a catalogue older than thirty days says so and of which day it is", "[ui]") {
    CHECK(age_shown(30, false).empty());
    CHECK(age_shown(31, false).contains("quá 30 ngày"));
    CHECK(age_shown(31, true).contains("quá 30 ngày"));
}

TEST_CASE("offline the day of the catalogue is told, however young it is", "[ui]") {
    CHECK(age_shown(4, true).contains("cập nhật ngày"));
    CHECK_FALSE(age_shown(4, true).contains("30 ngày"));
}

TEST_CASE("of a catalogue of no known day no day is invented", "[ui]") {
    State state = sample("what_you_need.offline");
    Office office = sample_office();
    office.published.reset();

    CHECK(shown(state, "need.catalogue", office).empty());
}

TEST_CASE("where data are corrected is only certain once their owner has confirmed it", "[ui]") {
    const std::string place =
        "correction = { place = { vi = \"công an xã\", en = \"p\" }, verified = ";

    CHECK(place_shown(place + "true }\n").contains("sửa tại công an xã."));
    CHECK_FALSE(place_shown(place + "true }\n").contains("thường"));
    CHECK(place_shown(place + "false }\n").contains("thường sửa tại công an xã. Mời ông/bà hỏi"));
    CHECK(place_shown("").contains("hỏi cán bộ xem sửa ở đâu"));
}

TEST_CASE("a procedure that is suspended has no way to begin, but why and where to go", "[ui]") {
    const State state = sample("what_you_need.suspended");

    CHECK(shown(state, "action.next", sample_office()).empty());
    CHECK_FALSE(shown(state, "action.back", sample_office()).empty());
    CHECK(shown(state, "need.hindrance", sample_office()).contains("chuyển hồ sơ"));
    CHECK(shown(state, "need.instead", sample_office()).contains("quầy số 3"));
    CHECK(shown(state, "due.today", sample_office()).empty());
    CHECK_FALSE(shown(sample("what_you_need.copy"), "due.today", sample_office()).empty());
}

TEST_CASE("what needs the network says so before it is chosen, at whichever step", "[ui]") {
    const Office& office = sample_office();
    for (const char* name :
         {"choose_procedure", "choose_procedure.offers", "choose_procedure.words"}) {
        INFO(name);
        State state = sample(name);
        const std::string words = phrase(Text::ChooseOffline, Language::Vietnamese).shown;
        CHECK_FALSE(shown(state, "choose.", office).contains(words));

        state.is_offline = true;
        state.hindrances.assign(office.procedures.size(), Hindrance::Offline);
        CHECK(shown(state, "choose.", office).contains(words));
    }
}

TEST_CASE("a card that has ended is told with its day, and stops nobody", "[ui]") {
    const State state = sample("check_details.expired");

    CHECK(shown(state, "check.expired", sample_office()).contains("12/03/2026"));
    CHECK_FALSE(shown(state, "action.next", sample_office()).empty());
    CHECK(shown(sample("check_details.chip"), "check.expired", sample_office()).empty());
}

TEST_CASE("why something is needed says what follows without it and how long it is kept", "[ui]") {
    const std::string asked = shown(sample("overlay.why_asked"), "why", sample_office());
    const std::string known = shown(sample("overlay.why"), "why", sample_office());

    CHECK(asked.contains("Nếu thiếu"));
    CHECK_FALSE(asked.contains("Lấy từ"));
    CHECK(known.contains("Lấy từ: CSDL"));
    CHECK(known.contains("Nếu không đồng ý"));
    for (const std::string& words : {asked, known}) CHECK(words.contains("Giữ cùng hồ sơ"));
}

TEST_CASE("what has no room below why something is asked is heard all the same", "[ui]") {
    for (const char* name : {"overlay.why_asked", "overlay.why"}) {
        State state = sample(name);
        state.comfort.size = TextSize::ExtraLarge;
        state.comfort.is_low = true;
        Glass glass(kLandscape);
        glass.draw(state);
        std::string heard;
        for (const Node& node : glass.tree().nodes())
            if (node.id.starts_with("why")) heard += node.label.spoken + " ";
        CHECK(heard.contains("Giữ cùng hồ sơ"));
    }
}

TEST_CASE("a receipt that is wrong is not called late", "[ui]") {
    State state = sample("submitting.slow");
    CHECK(shown(state, "sending.slow", sample_office()).contains("chưa xác nhận"));

    for (const Fault wrong : {Fault::ReceiptForged, Fault::ReceiptForOtherDossier}) {
        INFO(code(wrong));
        std::get<Submitting>(state.screen).delay = wrong;
        const std::string words = shown(state, "sending.slow", sample_office());
        CHECK(words.contains(phrase(fault_text(wrong), Language::Vietnamese).shown));
        CHECK_FALSE(words.contains("chưa xác nhận"));
    }
}

TEST_CASE("a dossier that is kept waits for the network only where that is so", "[ui]") {
    const std::string cut = shown(sample("kept_for_later"), "", sample_office());
    const std::string wrong = shown(sample("kept_for_later.wrong_receipt"), "", sample_office());

    CHECK(cut.contains("đang chờ mạng"));
    CHECK_FALSE(wrong.contains("mạng"));
    CHECK(wrong.contains("biên nhận chưa đúng"));
}

TEST_CASE("a payment code that nobody can trust is no line that is cut", "[ui]") {
    const std::string words = shown(sample("pay_fee.forged"), "pay.state", sample_office());

    CHECK(words.contains("Xin đừng trả"));
    CHECK_FALSE(words.contains(phrase(Text::PayUnknown, Language::Vietnamese).shown));
    CHECK_FALSE(words.contains(phrase(Text::PayUnknownWords, Language::Vietnamese).shown));
}

TEST_CASE("a report that was refused is neither on its way nor waiting", "[ui]") {
    const std::string words =
        shown(sample("opinion_kept.rejected"), "opinion.state", sample_office());

    CHECK(words.contains("không nhận phản ánh này"));
    CHECK_FALSE(words.contains("hồ sơ"));
    for (const Text other : {Text::OpinionNotKept, Text::OpinionQueued, Text::OpinionOnItsWay})
        CHECK_FALSE(words.contains(phrase(other, Language::Vietnamese).shown));
}

}  // namespace motlan::testing
