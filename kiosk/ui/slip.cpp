#include "kiosk/ui/slip.h"

#include <algorithm>
#include <array>

#include "kiosk/flow/followed.h"
#include "kiosk/ui/behalf_words.h"
#include "kiosk/ui/drawn_paper.h"
#include "kiosk/ui/follow_words.h"
#include "kiosk/ui/ink_steps.h"
#include "kiosk/ui/when.h"
#include "kiosk/ui/widgets/qr.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

constexpr int kTallest = 6400;  // a letter of 2,000 bytes on narrow paper
/// Letters of 4.2 mm on paper of 203 dots per inch: a slip is held in the hand, not read at 60 cm.
constexpr double kDotsPerMm = 4.6;
// Receipt printers have 203 dots an inch.
constexpr double kPrinterDotsPerMm = 203 / 25.4;
constexpr int kCodeSide = 300;
constexpr int kEdge = 24;

Image draw_slip(const SlipPaper& paper, const PaperDrawing& drawing) {
    return draw_paper({.typeface = paper.typeface,
                       .language = paper.language,
                       .width = paper.width_dots,
                       .tallest = kTallest,
                       .letter_scale = kDotsPerMm,
                       .edge = kEdge},
                      drawing)
        .picture;
}

void line(Ui& ui, Column& column, const Phrase& phrase, TextStyle style) {
    style.ink = Colour{0, 0, 0, 255};
    text(ui, column, phrase, style);
    column.skip(ui.dp(12));
}

void fact(Ui& ui, Column& column, Text label, std::string value) {
    line(ui, column, ui.text(label), body());
    line(ui, column, plain(std::move(value)), strong());
}

void code(Ui& ui, Column& column, const std::string& words) {
    const Rect row = column.take(kCodeSide);
    draw_qr(ui, row.centered(kCodeSide, kCodeSide), words, "slip.qr");
    column.skip(ui.dp(16));
}

void staff_lines(Ui& ui, Column& column, Helped helped) {
    for (const HelpRecord& each : helped)
        line(ui, column,
             ui.text(Text::SlipHelped, {{"number", each.staff.value()},
                                        {"from", clock_text(each.from)},
                                        {"to", clock_text(each.to)}}),
             body());
}

/// What is cut off here is cut off on every slip.
void draw_edge(Image& slip) {
    for (int y = 0; y < slip.height; ++y) {
        for (int x = 0; x < slip.width; ++x) {
            const bool is_edge = x < 2 || y < 2 || x >= slip.width - 2 || y >= slip.height - 2;
            if (is_edge) slip.pixels[static_cast<std::size_t>(y * slip.width + x)] = 0;
        }
    }
}

/// The letter that a late office owes (Decree 61/2018, articles 12(5) and 19(9)), whole.
void apology_lines(Ui& ui, Column& column, const FollowedDossier& dossier) {
    const auto apology = last_apology(dossier);
    if (!apology) return;
    const DossierEvent& letter = *apology->letter;
    const Language language = ui.language();
    column.skip(ui.dp(24));
    line(ui, column, ui.text(Text::ApologyTitle), subheading());
    line(ui, column,
         ui.text(Text::ApologyAbout, {{"code", dossier.code}, {"day", date_text(letter.time)}}),
         body());
    line(ui, column, ui.text(Text::ApologySorry, {{"unit", apology_unit(ui, letter)}}), strong());
    if (!letter.words.empty()) fact(ui, column, Text::ApologyReason, letter.words);
    if (apology->promised)
        fact(ui, column, Text::ApologyPromisedDay, due_text(*apology->promised, language));
    if (letter.due) fact(ui, column, Text::ApologyNewDay, due_text(*letter.due, language));
}

}  // namespace

Image receipt_slip(const SlipPaper& paper, const Receipt& receipt, const BurdenReceipt& burden,
                   Helped helped) {
    return draw_slip(paper, [&](Ui& ui, Column& column) {
        line(ui, column, ui.text(Text::SlipTitle), subheading());
        fact(ui, column, Text::DoneCode, receipt.code);
        code(ui, column, receipt.to_carry());
        fact(ui, column, Text::SlipReceived,
             clock_text(receipt.received) + ", " + date_text(receipt.received));
        fact(ui, column, Text::DoneDue, due_text(receipt.due, paper.language));
        fact(ui, column, Text::DonePlace, receipt.place);
        if (burden.for_whom != ForWhom::Self)
            line(ui, column, behalf_line(ui, burden.for_whom), body());
        if (burden.papers_spared > 0) {
            line(ui, column,
                 ui.text(Text::DoneSpared, {{"count", std::to_string(burden.papers_spared)}}),
                 body());
        }
        staff_lines(ui, column, helped);
        line(ui, column, ui.text(Text::SlipLate), body());
    });
}

Image kept_slip(const SlipPaper& paper, const KeptSlip& kept, Helped helped) {
    const bool is_wrong = kept.is_receipt_wrong;
    return draw_slip(paper, [&](Ui& ui, Column& column) {
        line(ui, column, ui.text(is_wrong ? Text::SlipKeptReceiptTitle : Text::SlipKeptTitle),
             subheading());
        line(ui, column, ui.text(is_wrong ? Text::SlipKeptReceiptWords : Text::SlipKeptWords),
             body());
        fact(ui, column, Text::KeptCode, kept.dossier);
        code(ui, column, kept.dossier);
        staff_lines(ui, column, helped);
        line(ui, column, ui.text(Text::SlipKeptNext), body());
    });
}

Image saved_slip(const SlipPaper& paper, const SavedSlip& saved, const std::string& place) {
    return draw_slip(paper, [&](Ui& ui, Column& column) {
        line(ui, column, ui.text(Text::SlipSavedTitle), subheading());
        line(ui, column, ui.text(Text::SlipSavedWords), body());
        fact(ui, column, Text::SavedUntil, due_text(saved.until, paper.language));
        code(ui, column, saved.code.reveal());
        fact(ui, column, Text::SavedKiosk, saved.kiosk);
        if (!place.empty()) line(ui, column, plain(place), body());
        line(ui, column, ui.text(Text::SavedHow), body());
        line(ui, column, ui.text(Text::SavedLost), body());
    });
}

double printed_code_mm(const std::string& words) {
    const int side = qr_modules(words).side;
    const int unit = side > 0 ? kCodeSide / (side + 2 * kQuietModules) : 0;
    return static_cast<double>(unit * side) / kPrinterDotsPerMm;
}

Image test_slip(const SlipPaper& paper, WallTime now, const std::string& words) {
    std::array<Rect, kInkSteps.size()> steps{};
    Image slip = draw_slip(paper, [&](Ui& ui, Column& column) {
        line(ui, column, ui.text(Text::SlipTestTitle), subheading());
        line(ui, column, ui.text(Text::SlipTestWords), body());
        line(ui, column, plain(clock_text(now) + ", " + date_text(now)), strong());
        code(ui, column, words);
        for (std::size_t i = 0; i < steps.size(); ++i) {
            steps.at(i) = column.rest();
            line(ui, column, ui.text(Text::SlipTestStep, {{"step", std::to_string(i + 1)}}),
                 strong());
            steps.at(i).h = column.rest().y - steps.at(i).y;
        }
    });
    for (std::size_t i = 0; i < steps.size(); ++i) thin_ink(slip, steps.at(i), kInkSteps.at(i));
    draw_edge(slip);
    return slip;
}

Image report_slip(const SlipPaper& paper, const std::vector<SlipLine>& lines) {
    return draw_slip(paper, [&](Ui& ui, Column& column) {
        line(ui, column, ui.text(Text::CareReportTitle), subheading());
        for (const SlipLine& each : lines) {
            line(ui, column, each.label, body());
            line(ui, column, plain(each.value), strong());
        }
    });
}

Image state_slip(const SlipPaper& paper, const FollowedDossier& dossier) {
    return draw_slip(paper, [&](Ui& ui, Column& column) {
        const DossierEvent& latest = dossier.latest();
        line(ui, column, ui.text(Text::SlipStateTitle), subheading());
        fact(ui, column, Text::DoneCode, dossier.code);
        line(ui, column, state_words(ui, latest.status), strong());
        line(ui, column, duty_words(ui, latest), body());
        if (const auto day = due(dossier)) {
            fact(ui, column, Text::DoneDue, due_text(*day, paper.language));
        }
        fact(ui, column, Text::SlipStateSeen,
             clock_text(dossier.seen) + ", " + date_text(dossier.seen));
        line(ui, column, ui.text(Text::SlipStateNote), body());
        apology_lines(ui, column, dossier);
    });
}

Image opinion_slip(const SlipPaper& paper, const ReportSlip& slip) {
    return draw_slip(paper, [&](Ui& ui, Column& column) {
        line(ui, column, ui.text(Text::OpinionReportTitle), subheading());
        fact(ui, column, slip.is_at_province ? Text::SlipReportCode : Text::SlipReportKioskCode,
             slip.code);
        if (slip.due)
            line(ui, column,
                 ui.text(Text::OpinionDue, {{"due", due_text(*slip.due, paper.language)}}), body());
        if (!slip.is_at_province) line(ui, column, ui.text(Text::SlipReportWaits), body());
        line(ui, column, ui.text(Text::ReportRight), body());
        line(ui, column, ui.text(Text::ReportWho), body());
    });
}

}  // namespace motlan
