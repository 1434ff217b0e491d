#include "kiosk/flow/followed.h"

#include <algorithm>

namespace motlan {
namespace {

bool is_running(DossierStatus status) {
    return status == DossierStatus::Accepted || status == DossierStatus::InWork;
}

WishRules rules_for(const FollowedDossier& dossier, const Office& office) {
    const auto filed =
        std::ranges::find(office.procedures, ProcedureCode(dossier.procedure), &Procedure::code);
    const Procedure* procedure = filed == office.procedures.end() ? nullptr : &*filed;
    return {procedure, office.sources, office.today};
}

}  // namespace

std::optional<TimeLeft> time_left(const FollowedDossier& dossier, WallTime now) {
    const auto promised = due(dossier);
    if (!promised || !is_running(dossier.latest().status)) return std::nullopt;
    const bool is_late = now > *promised;
    const auto between = is_late ? now - *promised : *promised - now;
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(between).count();
    return TimeLeft{.is_late = is_late,
                    .days = static_cast<int>(hours / 24),
                    .hours = static_cast<int>(hours % 24)};
}

std::optional<Apology> last_apology(const FollowedDossier& dossier) {
    std::optional<Apology> last;
    std::optional<WallTime> promised;
    for (const DossierEvent& event : dossier.events) {
        if (event.is_apology) last = Apology{&event, promised};
        if (event.due) promised = event.due;
    }
    return last;
}

std::map<SourceId, std::vector<ConceptId>> queries_of(const ReviewWishes& screen,
                                                      const Office& office) {
    const Followed& followed = screen.followed;
    return supplement_queries(followed.dossier(), office.sources, office.today, followed.profile);
}

std::vector<CheckedWish> wishes_of(const ReviewWishes& screen, const Office& office) {
    const FollowedDossier& dossier = screen.followed.dossier();
    const std::optional<Profile> holder = screen.followed.profile;
    return check_wishes(dossier, rules_for(dossier, office), {screen.words, holder, {}, {}, {}});
}

Procedure supplement_of(const ReviewWishes& screen, const Office& office) {
    const FollowedDossier& dossier = screen.followed.dossier();
    const std::optional<Profile> holder = screen.followed.profile;
    return supplement_of(dossier, rules_for(dossier, office), {screen.words, holder, {}, {}, {}});
}

}  // namespace motlan
