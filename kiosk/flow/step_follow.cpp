#include <algorithm>
#include <utility>

#include "kiosk/flow/followed.h"
#include "kiosk/flow/handlers.h"

namespace motlan {
namespace {

Turn end(const Scene& scene) { return {Goodbye{scene.state.steady}, {}}; }

Turn print(FollowDossier screen, const Scene& scene) {
    screen.slip = SlipStage::Printing;
    PrintState wish{screen.followed.dossier(), scene.state.comfort.language};
    return {std::move(screen), {std::move(wish)}};
}

/// The wishes, and whether there is a source to ask before anybody brings anything.
Turn see_wishes(Followed followed, const Scene& scene) {
    ReviewWishes screen{.followed = std::move(followed)};
    if (!queries_of(screen, scene.office).empty()) screen.stage = WishStage::MayAsk;
    return {std::move(screen), {}};
}

}  // namespace

Turn on(ChooseDossier screen, const DossierOpened& opened, const Scene&) {
    if (opened.index >= screen.followed.dossiers.size()) return {std::move(screen), {}};
    screen.followed.chosen = opened.index;
    return {FollowDossier{.followed = std::move(screen.followed)}, {}};
}

Turn on(ChooseDossier, const Proceeded&, const Scene& scene) { return end(scene); }

Turn on(FollowDossier screen, const ApologyWished&, const Scene&) {
    if (!last_apology(screen.followed.dossier())) return {std::move(screen), {}};
    return {ReadApology{std::move(screen.followed)}, {}};
}

Turn on(FollowDossier screen, const SlipWished&, const Scene& scene) {
    if (screen.slip == SlipStage::Printing) return {std::move(screen), {}};
    return print(std::move(screen), scene);
}

Turn on(FollowDossier screen, const Proceeded&, const Scene& scene) {
    const DossierEvent& now = screen.followed.dossier().latest();
    const bool is_asked = now.status == DossierStatus::SupplementAsked && !now.wishes.empty();
    return is_asked ? see_wishes(std::move(screen.followed), scene) : end(scene);
}

// The way back to the list; where there is but one dossier nothing lies before it.
Turn on(FollowDossier screen, const WentBack&, const Scene&) {
    const Followed& followed = screen.followed;
    if (followed.dossiers.size() == 1 && followed.sought.empty()) return {std::move(screen), {}};
    return {ChooseDossier{std::move(screen.followed)}, {}};
}

Turn on(ReadApology screen, const WentBack&, const Scene&) {
    return {FollowDossier{.followed = std::move(screen.followed)}, {}};
}

}  // namespace motlan
