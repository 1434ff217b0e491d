#include "kiosk/flow/followed.h"
#include "kiosk/ui/follow_words.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/when.h"
#include "kiosk/ui/widgets/block.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

void add_days(Ui& ui, Pieces& pieces, const Apology& apology) {
    Block block(ui, pieces.width(), Tone::Note);
    const auto add = [&](Text label, const std::optional<WallTime>& day, const std::string& id) {
        if (!day) return;
        block.text(ui.text(label), caption(ui));
        block.text(plain(due_text(*day, ui.language())), {.weight = Weight::Bold, .id = id});
    };
    add(Text::ApologyPromisedDay, apology.promised, "apology.promised");
    add(Text::ApologyNewDay, apology.letter->due, "apology.due");
    block.add_to(pieces);
}

void add_letter(Ui& ui, Pieces& pieces, const std::string& code, const DossierEvent& letter) {
    Block block(ui, pieces.width(), Tone::Note);
    TextStyle about = caption(ui);
    about.id = "apology.about";
    about.privacy = Privacy::Masked;
    block.text(ui.text(Text::ApologyAbout, {{"code", code}, {"day", date_text(letter.time)}}),
               about);
    block.text(ui.text(Text::ApologySorry, {{"unit", apology_unit(ui, letter)}}), strong());
    if (!letter.words.empty()) {
        block.text(ui.text(Text::ApologyReason), caption(ui));
        block.text(plain(letter.words), {.id = "apology.words", .privacy = Privacy::Masked});
    }
    block.add_to(pieces);
}

}  // namespace

std::optional<Event> draw(Ui& ui, const ReadApology& screen) {
    const Frame frame = draw_frame(ui, {.title = ui.text(Text::ApologyTitle),
                                        .back = ui.text(Text::CommonBack),
                                        .offline = ui.text(Text::FollowOffline)});
    const FollowedDossier& dossier = screen.followed.dossier();
    const auto apology = last_apology(dossier);
    Pieces pieces(ui, frame.content.w);
    if (apology) {
        add_letter(ui, pieces, dossier.code, *apology->letter);
        pieces.skip(ui.dp(24));
        add_days(ui, pieces, *apology);
    }
    pieces.draw(frame.content, "apology.page");
    return frame.went_back ? std::optional<Event>(WentBack{}) : std::nullopt;
}

}  // namespace motlan
