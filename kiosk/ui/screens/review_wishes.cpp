#include <algorithm>

#include "kiosk/flow/followed.h"
#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/block.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

/// What the citizen need do about one wish.
BadgeSpec verdict(const Ui& ui, const CheckedWish& one, WishStage stage) {
    const Acquisition& obtained = one.obtained;
    const std::string source = obtained.source ? source_name(ui, *obtained.source) : "";
    if (obtained.is_asked() && one.is_in_dossier) {
        return {Tone::Warn, ui.text(Text::WishInDossier)};
    }
    if (may_be_added(one)) return {Tone::Warn, ui.text(Text::WishAddHere)};
    if (obtained.is_asked()) return {Tone::Warn, ui.text(Text::WishNeeded)};
    if (is_from_profile(obtained.from)) return {Tone::Ok, ui.text(Text::WishOnCard)};
    if (obtained.from == Provenance::Source) {
        return {Tone::Ok, ui.text(Text::WishHeld, {{"source", source}})};
    }
    const bool is_to_ask = one.is_source_unasked && stage != WishStage::Checked;
    return {is_to_ask ? Tone::Note : Tone::Still,
            ui.text(is_to_ask ? Text::WishToAsk : Text::WishLookedUp, {{"source", source}})};
}

struct ShownWish {
    const CheckedWish& one;
    std::string id;
    WishStage stage;
};

void add_wish(Ui& ui, Pieces& pieces, const ShownWish& shown) {
    const auto& [one, id, stage] = shown;
    Block block(ui, pieces.width(), Tone::Note);
    block.text(plain(one.wish.words),
               {.weight = Weight::Bold, .id = id, .privacy = Privacy::Masked});
    TextStyle basis = caption(ui);
    basis.id = id + ".basis";
    const bool has_basis = !one.wish.legal_basis.empty();
    block.text(has_basis ? ui.text(Text::WhyBasis, {{"basis", one.wish.legal_basis}})
                         : ui.text(Text::WishNoBasis),
               basis);
    BadgeSpec what = verdict(ui, one, stage);
    what.id = id + ".verdict";
    block.badge(what);
    block.add_to(pieces, RowKind::Item);
}

Text lead_text(WishStage stage, const std::vector<CheckedWish>& all) {
    switch (stage) {
        case WishStage::MayAsk: return Text::WishLead;
        case WishStage::Asking: return Text::WishAsking;
        case WishStage::Checked: break;
    }
    if (std::ranges::any_of(all, may_be_added)) return Text::WishMayAdd;
    const bool is_any =
        std::ranges::any_of(all, [](const CheckedWish& one) { return one.obtained.is_asked(); });
    return is_any ? Text::WishBring : Text::WishSendHeld;
}

}  // namespace

std::optional<Event> draw(Ui& ui, const ReviewWishes& screen) {
    const bool may_ask = screen.stage == WishStage::MayAsk;
    const bool may_add =
        screen.stage == WishStage::Checked && !supplement_of(screen, ui.office()).items.empty();
    const Text next = may_ask ? Text::WishAgree : may_add ? Text::WishAdd : Text::FollowDone;
    const Frame frame =
        draw_frame(ui, {.title = ui.text(Text::WishTitle),
                        .back = ui.text(Text::CommonBack),
                        .next = ui.text(next),
                        .next_icon = may_ask || may_add ? Icon::ArrowRight : Icon::Check,
                        .is_next_enabled = screen.stage != WishStage::Asking,
                        .why_not = ui.text(Text::WhyNotBusy),
                        .offline = ui.text(Text::FollowOffline)});
    const auto all = wishes_of(screen, ui.office());
    Pieces pieces(ui, frame.content.w);
    pieces.text(ui.text(lead_text(screen.stage, all)), strong());
    pieces.skip(ui.dp(24));
    for (std::size_t i = 0; i < all.size(); ++i) {
        add_wish(ui, pieces, {all[i], "wish." + std::to_string(i), screen.stage});
    }
    const ButtonSpec report{
        .id = "wish.report", .label = ui.text(Text::ReportOpen), .icon = Icon::Flag};
    std::optional<Event> event;
    pieces.skip(ui.dp(24));
    pieces.button(report, ui.dp(88), [&event] { event = ReportWished{}; });
    pieces.draw(frame.content, "wishes.page");
    if (frame.went_back) return WentBack{};
    if (frame.proceeded) return Proceeded{};
    return event;
}

}  // namespace motlan
