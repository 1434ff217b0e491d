#include <algorithm>
#include <utility>

#include "kiosk/domain/dossier_code.h"
#include "kiosk/domain/id_card_qr.h"
#include "kiosk/flow/card_seen.h"
#include "kiosk/flow/handlers.h"
#include "kiosk/flow/leaving.h"
#include "kiosk/flow/saved_handlers.h"

namespace motlan {
namespace {

/// What the code on a receipt begins with.
constexpr std::string_view kReceiptMark = "ML1:";
/// A code on a card is easily made: nobody asks for one number after the other in one visit.
constexpr int kMostQuestions = 10;

Turn refuse(FindDossier screen, Fault fault) {
    screen.refused = fault;
    ++screen.refusals;
    return {std::move(screen), {}};
}

bool is_same(const Profile& one, const Profile& other) {
    return one.number.reveal() == other.number.reveal();
}

Turn check(FindDossier screen, const Bytes& code) {
    if (std::exchange(screen.is_checking, true)) return {std::move(screen), {}};
    screen.refused.reset();
    return {std::move(screen), {CheckReceipt{Personal(code)}}};
}

Turn ask(FindDossier screen, Profile profile, const Scene& scene) {
    if (scene.state.is_offline) return refuse(std::move(screen), Fault::BackendUnreachable);
    if (++screen.questions > kMostQuestions) {
        return {Goodbye{scene.state.steady}, {StopWatching{}}};
    }
    screen.refused.reset();
    const CitizenNumber number = profile.number.reveal();
    screen.asked = std::move(profile);
    return {std::move(screen), {FindDossiers{number}}};
}

/// One question at a time, so that an answer can only be about the card that was asked for.
Turn look_up(FindDossier screen, Profile profile, const Scene& scene) {
    if (!screen.asked) return ask(std::move(screen), std::move(profile), scene);
    screen.waiting.reset();
    if (!is_same(profile, *screen.asked)) screen.waiting = std::move(profile);
    return {std::move(screen), {}};
}

/// Whose answer it is; that of a card which another one has replaced is nobody's.
struct Answered {
    FindDossier screen;
    std::optional<Profile> whose;
    std::optional<Profile> next;
};
Answered take_answer(FindDossier screen) {
    auto asked = std::exchange(screen.asked, {});
    auto next = std::exchange(screen.waiting, {});
    if (next) asked.reset();
    return {std::move(screen), std::move(asked), std::move(next)};
}

/// The one that the receipt or the typed digits name, else the only one, else all to choose from.
Turn show(Followed followed, const FindDossier& asked) {
    const auto& all = followed.dossiers;
    const auto is_named = [&asked](const FollowedDossier& each) {
        return asked.receipt ? each.code == asked.receipt->code
                             : are_digits_of(asked.typed, each.code);
    };
    const bool is_sought = asked.receipt || !asked.typed.empty();
    const auto count = is_sought ? std::ranges::count_if(all, is_named) : std::ssize(all);
    if (is_sought && count == 0) {
        followed.sought = asked.receipt ? asked.receipt->code : written_code(asked.typed);
        followed.is_sought_typed = !asked.receipt;
    }
    if (count != 1) return {ChooseDossier{std::move(followed)}, {StopWatching{}}};
    if (is_sought)
        followed.chosen =
            static_cast<std::size_t>(std::ranges::find_if(all, is_named) - all.begin());
    return {FollowDossier{.followed = std::move(followed)}, {StopWatching{}}};
}

}  // namespace

Turn on(Welcome screen, const FollowWished&, const Scene& scene) {
    if (!scene.state.ability.reads_codes) return {std::move(screen), {}};
    return {FindDossier{}, {WatchForCard{scene.state.comfort.lamp}}};
}

// The camera goes on: a card or a receipt that is shown meanwhile will do as well.
Turn on(FindDossier screen, const CodeWished&, const Scene& scene) {
    if (!scene.state.is_offline && !screen.asked && !screen.holder) screen.typing = screen.typed;
    return {std::move(screen), {}};
}

Turn on(FindDossier screen, const LettersTyped& keys, const Scene&) {
    if (screen.typing) *screen.typing = with_code_digits(*screen.typing, keys.letters);
    return {std::move(screen), {}};
}

Turn on(FindDossier screen, const LetterErased&, const Scene&) {
    if (screen.typing && !screen.typing->empty()) screen.typing->pop_back();
    return {std::move(screen), {}};
}

// Nobody is told of a dossier for its code: whose it is the card says.
Turn on(FindDossier screen, const Proceeded&, const Scene&) {
    if (!screen.typing || screen.typing->size() < kLeastCodeDigits) return {std::move(screen), {}};
    screen.typed = *std::exchange(screen.typing, {});
    screen.receipt.reset();
    screen.saved.reset();
    screen.refused.reset();
    return {std::move(screen), {}};
}

Turn on(FindDossier screen, const CardSeen& seen, const Scene& scene) {
    show_seen(screen, seen, scene.state.comfort);
    return {std::move(screen), {}};
}

Turn on(FindDossier screen, const CardCodeRead& read, const Scene& scene) {
    if (screen.holder) return {std::move(screen), {}};
    const bool is_typing = screen.typing.has_value();
    if (as_text(read.payload).starts_with(kReceiptMark)) {
        screen.typing.reset();
        return check(std::move(screen), read.payload);
    }
    if (is_saved_code(as_text(read.payload))) {
        screen.typing.reset();
        return look_for_saved(std::move(screen), read.payload);
    }
    auto card = parse_id_card_qr(read.payload, scene.office.today);
    if (!card && is_typing) return {std::move(screen), {}};
    if (!card) return refuse(std::move(screen), card.error());
    screen.typing.reset();
    if (screen.saved) {
        SavedHolder holder{std::move(card->profile), std::move(card->oddities)};
        return open_saved_with(std::move(screen), std::move(holder), scene);
    }
    return look_up(std::move(screen), std::move(card->profile), scene);
}

// The camera reads the card where the hand reader is missing.
Turn on(FindDossier screen, const CodeRefused& code, const Scene&) {
    if (code.fault == Fault::ReaderUnavailable || screen.typing) return {std::move(screen), {}};
    return refuse(std::move(screen), code.fault);
}

Turn on(FindDossier screen, const CameraFailed& failed, const Scene&) {
    lose_camera(screen, failed);
    return {std::move(screen), {}};
}

Turn on(FindDossier screen, const LinkChanged&, const Scene&) {
    if (screen.refused == Fault::BackendUnreachable) screen.refused.reset();
    return {std::move(screen), {}};
}

Turn on(FindDossier screen, const ReceiptChecked& checked, const Scene&) {
    if (!std::exchange(screen.is_checking, false)) return {std::move(screen), {}};
    screen.receipt = checked.receipt;
    screen.saved.reset();
    screen.typed.clear();
    return {std::move(screen), {}};
}

Turn on(FindDossier screen, const ReceiptRefused& refused, const Scene&) {
    if (!std::exchange(screen.is_checking, false)) return {std::move(screen), {}};
    return refuse(std::move(screen), refused.fault);
}

Turn on(FindDossier screen, const DossiersFound& found, const Scene& scene) {
    auto [now, whose, next] = take_answer(std::move(screen));
    if (next) return ask(std::move(now), *std::move(next), scene);
    if (!whose) return {std::move(now), {}};
    Followed followed{.profile = *std::move(whose), .dossiers = found.dossiers};
    std::erase_if(followed.dossiers, [](const auto& dossier) { return dossier.events.empty(); });
    if (followed.dossiers.empty()) return refuse(std::move(now), Fault::DossierUnknown);
    return show(std::move(followed), now);
}

Turn on(FindDossier screen, const DossiersNotFound& failed, const Scene& scene) {
    auto [now, whose, next] = take_answer(std::move(screen));
    if (next) return ask(std::move(now), *std::move(next), scene);
    if (!whose) return {std::move(now), {}};
    return refuse(std::move(now), failed.fault);
}

// Who has asked for somebody's dossiers leaves for good: the answer may still be on its way. What
// is being opened is kept nowhere else any more: it is waited for.
Turn on(FindDossier screen, const WentBack&, const Scene& scene) {
    if (screen.holder) return {std::move(screen), {}};
    if (screen.typing) {
        screen.typing.reset();
        return {std::move(screen), {}};
    }
    if (screen.questions == 0) return {welcome(scene.state), {StopWatching{}}};
    return {Goodbye{scene.state.steady}, {StopWatching{}}};
}

}  // namespace motlan
