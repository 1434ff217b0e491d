// The slips as pictures: the code can be read back by a machine, nothing is printed off the paper.
#include <algorithm>
#include <string>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/bytes.h"
#include "kiosk/core/test_question.h"
#include "kiosk/imaging/qr_decode.h"
#include "kiosk/ui/ink_steps.h"
#include "kiosk/ui/slip.h"

namespace motlan {
namespace {

const Receipt kReceipt{"H41-261123-0087", WallTime{}, WallTime{}, "Quầy 6"};

bool is_clear(const Image& slip, int column) {
    for (int y = 0; y < slip.height; ++y) {
        const auto at = static_cast<std::size_t>(y) * static_cast<std::size_t>(slip.width) +
                        static_cast<std::size_t>(column);
        if (slip.pixels[at] != 255) return false;
    }
    return true;
}

}  // namespace

TEST_CASE("the code on the receipt slip is read back from its picture", "[ui]") {
    const Typeface typeface = Typeface::open(kFontFolder).value();
    for (const int width : {576, 384}) {
        const Image slip = receipt_slip({typeface, width}, kReceipt, {6, 5, 1, 2});

        const auto code = read_code(slip.view());

        INFO(width);
        CHECK(slip.width == width);
        REQUIRE(code.payload.has_value());
        CHECK(as_text(*code.payload) == "H41-261123-0087");
    }
}

TEST_CASE("the longest code of a saved work is read back from narrow paper", "[ui]") {
    const Typeface typeface = Typeface::open(kFontFolder).value();
    SavedSlip saved;
    saved.kiosk = std::string(64, 'K');
    // 32 bytes of secret, 6 of time and 64 of name are 153 letters after the mark.
    saved.code = Personal("MLS1:" + std::string(153, 'Z'));
    for (const Language language : {Language::Vietnamese, Language::English}) {
        const Image slip = saved_slip({typeface, 384, language}, saved, "Vinh");

        const auto code = read_code(slip.view());

        CHECK(is_clear(slip, 0));
        REQUIRE(code.payload.has_value());
        CHECK(as_text(*code.payload) == saved.code.reveal());
    }
}

TEST_CASE("a slip says in a line of its own each time that staff have helped", "[ui]") {
    const Typeface typeface = Typeface::open(kFontFolder).value();
    const SlipPaper paper{typeface, 384};
    const HelpRecord help{.staff = StaffNumber("0123"),
                          .from = WallTime{},
                          .to = WallTime{} + std::chrono::minutes(9)};
    const HelpRecord later{.staff = StaffNumber("0124"), .from = help.to, .to = help.to};
    const std::vector<HelpRecord> once{help};
    const std::vector<HelpRecord> twice{help, later};

    const int alone = receipt_slip(paper, kReceipt, {6, 5, 1, 2}).height;
    const int helped = receipt_slip(paper, kReceipt, {6, 5, 1, 2}, once).height;
    const int kept = kept_slip(paper, {"H41"}).height;

    CHECK(helped > alone);
    CHECK(receipt_slip(paper, kReceipt, {6, 5, 1, 2}, twice).height == 2 * helped - alone);
    CHECK(kept_slip(paper, {"H41"}, once).height == kept + helped - alone);
}

TEST_CASE("a slip without a receipt says why there is none", "[ui]") {
    const Typeface typeface = Typeface::open(kFontFolder).value();
    for (const Language language : {Language::Vietnamese, Language::English}) {
        const SlipPaper paper{typeface, 384, language};

        const Image wrong = kept_slip(paper, {"H41", true});

        CHECK(wrong.pixels != kept_slip(paper, {"H41"}).pixels);
        CHECK(is_clear(wrong, wrong.width - 1));
    }
}

TEST_CASE("slips keep the paper's edges clear in both languages", "[ui]") {
    const Typeface typeface = Typeface::open(kFontFolder).value();
    for (const Language language : {Language::Vietnamese, Language::English}) {
        const Image slip = receipt_slip({typeface, 576, language}, kReceipt, {6, 5, 1, 2});

        CHECK(is_clear(slip, 0));
        CHECK(is_clear(slip, slip.width - 1));
    }
}

TEST_CASE("the slip of a dossier's state says another thing in every state", "[ui]") {
    const Typeface typeface = Typeface::open(kFontFolder).value();
    std::vector<std::vector<std::uint8_t>> seen;
    for (int status = 1; status <= 10; ++status) {
        FollowedDossier dossier{.code = "H41-261123-0087", .procedure = "2.000635"};
        dossier.events = {{.sequence = 1, .status = static_cast<DossierStatus>(status)}};
        dossier.events[0].due = WallTime{};

        const Image slip = state_slip({typeface, 384}, dossier);

        INFO("status " << status);
        CHECK(is_clear(slip, 0));
        CHECK(is_clear(slip, slip.width - 1));
        CHECK_FALSE(std::ranges::contains(seen, slip.pixels));
        seen.push_back(slip.pixels);
    }
}

TEST_CASE("a late office's letter of apology is printed whole, however long", "[ui]") {
    const Typeface typeface = Typeface::open(kFontFolder).value();
    const SlipPaper paper{typeface, 384};
    FollowedDossier dossier{.code = "H41-261123-0087", .procedure = "2.000635"};
    dossier.events = {{.sequence = 1, .status = DossierStatus::InWork}};
    const int without = state_slip(paper, dossier).height;
    dossier.events[0].is_apology = true;
    dossier.events[0].due = WallTime{};
    const Image bare = state_slip(paper, dossier);
    for (int i = 0; i < 80; ++i) dossier.events[0].words += "Chờ đo đạc lại đất. ";
    REQUIRE(dossier.events[0].words.size() >= 2000);  // the most that the kiosk takes

    const Image letter = state_slip(paper, dossier);

    CHECK(bare.height > without);
    CHECK(letter.height > bare.height);
    CHECK(letter.height < 6400);
    CHECK(is_clear(letter, letter.width - 1));
}

TEST_CASE("the slip of a report has its code and day and keeps the edges clear", "[ui]") {
    const Typeface typeface = Typeface::open(kFontFolder).value();
    for (const Language language : {Language::Vietnamese, Language::English}) {
        const SlipPaper paper{typeface, 384, language};
        const Image waiting = opinion_slip(paper, {.code = "cccccccc"});
        const ReportSlip kept{.code = "H41-261123-0091", .is_at_province = true};
        ReportSlip dated = kept;
        dated.due = WallTime{};
        const Image arrived = opinion_slip(paper, dated);

        CHECK(is_clear(waiting, 0));
        CHECK(is_clear(waiting, waiting.width - 1));
        CHECK(is_clear(arrived, arrived.width - 1));
        CHECK(arrived.height > opinion_slip(paper, kept).height);
        CHECK(waiting.pixels != arrived.pixels);
    }
}

TEST_CASE("each step of a technician's slip has as many dots as it says", "[ui]") {
    for (const int kept : kInkSteps) {
        Image ink(64, 64, PixelFormat::Grey);
        thin_ink(ink, {0, 0, 64, 128}, kept);
        INFO(kept);
        CHECK(std::ranges::count(ink.pixels, 0) == 64 * 64 * kept / 16);
    }
    // Each step can be the answer, and none of them.
    CHECK(answers_of(TestQuestion::Darkness).size() == kInkSteps.size() + 1);
}

TEST_CASE("a technician's slip is read back, with its steps below the code", "[ui]") {
    const Typeface typeface = Typeface::open(kFontFolder).value();
    for (const int width : {576, 384}) {
        const Image slip = test_slip({typeface, width}, WallTime{}, "MOTLAN TEST");

        const auto code = read_code(slip.view());

        INFO(width);
        REQUIRE(code.payload.has_value());
        CHECK(as_text(*code.payload) == "MOTLAN TEST");
    }
}

}  // namespace motlan
