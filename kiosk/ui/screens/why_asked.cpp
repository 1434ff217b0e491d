#include "kiosk/ui/screens/why_asked.h"

#include <algorithm>
#include <vector>

#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/dialog.h"

namespace motlan {
namespace {

Text reason_text(AskReason reason) {
    switch (reason) {
        case AskReason::DeclarationOfWill: return Text::WhyDeclaration;
        case AskReason::NotPublished: return Text::WhyNotPublished;
        case AskReason::NotFound: return Text::WhyNotFound;
        case AskReason::Incomplete: return Text::WhyIncomplete;
        case AskReason::SourceSilent: return Text::WhySourceSilent;
        case AskReason::SourceUnusable: return Text::WhySourceUnusable;
        case AskReason::Disputed: return Text::WhyDisputed;
    }
    return Text::WhyDeclaration;
}

/// A paper that staff take while its source is down says by which law.
Phrase reason_words(const Ui& ui, const State& state, const Item& item, AskReason reason) {
    const Visit* visit = visit_of(state.screen);
    const bool is_excepted = visit != nullptr && visit->exceptions.contains(item.id);
    if (!is_excepted) return ui.text(reason_text(reason));
    return ui.text(Text::WhyException, {{"basis", visit->exceptions.at(item.id).basis}});
}

/// Something else will do as well.
bool has_other_way(const Procedure& procedure, const ItemId& item) {
    return std::ranges::any_of(procedure.alternatives, [&](const Alternative& alternative) {
        return std::ranges::any_of(alternative.ways, [&](const std::vector<ItemId>& way) {
            return std::ranges::contains(way, item);
        });
    });
}

/// Whether a source is asked for it, which the citizen may refuse.
bool is_queried(const Acquisition& acquisition) {
    return acquisition.source && !acquisition.is_asked() && !is_from_profile(acquisition.from);
}

/// What follows without it, and how long it is kept.
std::vector<Phrase> consequences(const Ui& ui, const Procedure& procedure, const Item& item,
                                 const Acquisition* acquisition) {
    std::vector<Phrase> words;
    if (acquisition != nullptr && acquisition->is_asked() && !has_other_way(procedure, item.id))
        words.push_back(ui.text(Text::WhyMissing));
    if (acquisition != nullptr && is_queried(*acquisition) && item.may_be_pending)
        words.push_back(ui.text(Text::WhyRefused));
    words.push_back(ui.text(Text::WhyKept));
    return words;
}

}  // namespace

std::optional<Event> draw_why(Ui& ui, const State& state, const WhyAsked& why) {
    const About what = about(state.screen);
    const Item* item = what.procedure == nullptr ? nullptr : what.procedure->find(why.item);
    if (item == nullptr) return std::nullopt;
    const Acquisition* acquisition = what.plan->find(why.item);
    const bool is_asked = acquisition != nullptr && acquisition->is_asked();
    DialogSpec spec{.id = "why",
                    .icon = Icon::Question,
                    .title = ui.text(is_asked ? Text::WhyTitleAsked : Text::WhyTitleKnown),
                    .words = {ui.words(item->why)},
                    .more = consequences(ui, *what.procedure, *item, acquisition),
                    .primary = ui.text(Text::WhyClose),
                    .other = {}};
    if (is_asked) spec.words.push_back(reason_words(ui, state, *item, *acquisition->asked_because));
    if (acquisition != nullptr && is_queried(*acquisition))
        spec.words.push_back(
            ui.text(Text::WhySource, {{"source", source_name(ui, *acquisition->source)}}));
    spec.words.push_back(ui.text(item->basis.verified ? Text::WhyBasis : Text::WhyBasisRecalled,
                                 {{"basis", item->basis.document}}));
    spec.words.push_back(ui.text(Text::WhyOffice, {{"center", ui.office().center_name}}));
    return dialog(ui, spec) == DialogAnswer::None ? std::nullopt
                                                  : std::optional<Event>(OverlayClosed{});
}

}  // namespace motlan
