#include <algorithm>
#include <utility>

#include "kiosk/domain/id_card_qr.h"
#include "kiosk/domain/vneid_code.h"
#include "kiosk/flow/ability.h"
#include "kiosk/flow/card_seen.h"
#include "kiosk/flow/saved_handlers.h"
#include "kiosk/flow/tasks.h"

namespace motlan {
namespace {

/// The data screen for a visit whose sources have said all they will say.
Turn check_details(Visit visit, const Scene& scene) {
    replan(visit, scene.office);
    return {CheckDetails{std::move(visit)}, {}};
}

Visit visit_of(ShowCard& screen, Profile profile) {
    return {.procedure = std::move(screen.procedure),
            .profile = std::move(profile),
            .plan = std::move(screen.expected)};
}

Turn refuse(ShowCard screen, Fault fault) {
    screen.refused = fault;
    ++screen.refusals;
    return {std::move(screen), {}};
}

/// Whoever stands here is known, and the device is not needed any more.
Turn identified(Visit visit, Effect stop) {
    Turn turn = identified(std::move(visit));
    turn.effects.push_back(std::move(stop));
    return turn;
}

/// Whose code this is only the province can say; while it is asked the card may still be shown.
Turn resolve(ShowCard screen, const Bytes& code, const Scene& scene) {
    constexpr int kMostRefused = 10;  // a reader that sends codes by itself must not ask for ever
    if (screen.refusals >= kMostRefused) return refuse(std::move(screen), Fault::VneidUnknown);
    if (scene.state.is_offline) return refuse(std::move(screen), Fault::BackendUnreachable);
    if (std::exchange(screen.is_resolving, true)) return {std::move(screen), {}};
    screen.refused.reset();
    ResolveCode asked{.code = Personal(code),
                      .procedure = screen.procedure.code,
                      .reference = scene.state.reference};
    return {std::move(screen), {std::move(asked)}};
}

/// Of a card that says a year only nobody knows the day.
bool is_past(const ChipCard& card, const CivilDate& today) {
    if (!card.expires) return false;
    const CivilDate& last = card.expires->reveal();
    return !last.is_year_only() && last < today;
}

/// What is needed, with nothing known of anybody.
Turn before_card(const Visit& visit, const Scene& scene) {
    return {what_you_need(visit.procedure, scene.office, scene.state), {}};
}

}  // namespace

Turn after_card(Visit visit, const Scene& scene) {
    const bool is_broken = std::ranges::contains(scene.state.out_of_order, DeviceRole::ChipReader,
                                                 &DeviceTrouble::device);
    if (!scene.office.has_chip_reader || is_broken) {
        return identified(std::move(visit), StopWatching{});
    }
    ReadChip wish{visit.profile};
    return {ReadCardChip{.visit = std::move(visit)}, {StopWatching{}, std::move(wish)}};
}

Turn on(ShowCard screen, const CardSeen& seen, const Scene& scene) {
    show_seen(screen, seen, scene.state.comfort);
    return {std::move(screen), {}};
}

// Whoever has saved a work and begins anew shows the slip here: its procedure is known.
Turn on(ShowCard screen, const CardCodeRead& read, const Scene& scene) {
    if (is_saved_code(as_text(read.payload)))
        return look_for_saved(FindDossier{.preview = screen.preview, .lamp = screen.lamp},
                              read.payload);
    auto card = parse_id_card_qr(read.payload, scene.office.today);
    if (card) {
        Visit visit = visit_of(screen, std::move(card->profile));
        visit.oddities = std::move(card->oddities);
        return after_card(std::move(visit), scene);
    }
    // A card's code is short; that of the app need not be.
    const bool is_unknown = card.error() == Fault::QrNotIdCard || card.error() == Fault::QrTooLong;
    if (is_unknown && may_be_vneid_code(read.payload))
        return resolve(std::move(screen), read.payload, scene);
    return refuse(std::move(screen), card.error());
}

Turn on(ShowCard screen, const CodeResolved& resolved, const Scene&) {
    if (!screen.is_resolving) return {std::move(screen), {}};
    return identified(visit_of(screen, resolved.profile), StopWatching{});
}

Turn on(ShowCard screen, const CodeNotResolved& refused, const Scene&) {
    if (!std::exchange(screen.is_resolving, false)) return {std::move(screen), {}};
    return refuse(std::move(screen), refused.fault);
}

// The welcome screen says that a reader is missing; here the camera reads the card all the same.
Turn on(ShowCard screen, const CodeRefused& code, const Scene&) {
    if (code.fault == Fault::ReaderUnavailable) return {std::move(screen), {}};
    return refuse(std::move(screen), code.fault);
}

Turn on(ShowCard screen, const CameraFailed& failed, const Scene&) {
    lose_camera(screen, failed);
    return {std::move(screen), {}};
}

Turn on(ShowCard screen, const Ticked& tick, const Scene&) {
    constexpr std::chrono::seconds kSlow{20};
    if (screen.since == SteadyTime{}) screen.since = tick.steady;
    screen.is_slow = tick.steady - screen.since >= kSlow;
    return {std::move(screen), {}};
}

Turn on(ShowCard screen, const WentBack&, const Scene& scene) {
    return {what_you_need(screen.procedure, scene.office, scene.state), {StopWatching{}}};
}

Turn on(ReadCardChip screen, const ChipProgressed& progress, const Scene&) {
    screen.percent = progress.percent;
    screen.fault.reset();
    return {std::move(screen), {}};
}

// An unchecked chip proves no more than the code that was just read. Of a card whose chip was
// checked, nothing of the code is kept: it would pass for something that the State has signed.
// A face is long in coming, so the chip may be that of a card shown before.
Turn on(ReadCardChip screen, const ChipRead& read, const Scene& scene) {
    Visit& visit = screen.visit;
    if (read.card.profile.number.reveal() != visit.profile.number.reveal()) {
        return {std::move(screen), {}};
    }
    if (read.card.trust == ChipTrust::Authentic) {
        visit.profile = read.card.profile;
        visit.face = read.face;
        if (is_past(read.card, scene.office.today)) visit.card_expired = read.card.expires;
    }
    return identified(std::move(visit), StopChip{});
}

// A card that was lifted is waited for again; a reader that broke is not.
Turn on(ReadCardChip screen, const ChipFailed& failed, const Scene&) {
    if (failed.fault == Fault::ChipReaderUnavailable) {
        return identified(std::move(screen.visit), StopChip{});
    }
    screen.percent.reset();
    screen.fault = failed.fault;
    if (failed.fault == Fault::ChipRemoved) ++screen.removals;
    if (!screen.is_waiting()) return {std::move(screen), {}};
    ReadChip wish{screen.visit.profile};
    return {std::move(screen), {std::move(wish)}};
}

Turn on(ReadCardChip screen, const Proceeded&, const Scene&) {
    if (screen.is_waiting()) return {std::move(screen), {}};
    screen.fault.reset();
    screen.removals = 0;
    ReadChip wish{screen.visit.profile};
    return {std::move(screen), {std::move(wish)}};
}

Turn on(ReadCardChip screen, const Refused&, const Scene&) {
    return identified(std::move(screen.visit), StopChip{});
}

Turn on(ReadCardChip screen, const WentBack&, const Scene& scene) {
    Turn turn = before_card(screen.visit, scene);
    turn.effects.emplace_back(StopChip{});
    return turn;
}

Turn on(Consent screen, const Proceeded&, const Scene& scene) {
    Visit& visit = screen.visit;
    visit.consent = consent_now(scene.state);
    const auto queries = needed_queries(visit.procedure, scene.office.sources, scene.office.today,
                                        asked_about(visit));
    if (queries.empty()) return check_details(std::move(visit), scene);
    const Profile whom = subject_of(visit).value_or(visit.profile);
    const auto company = company_of(visit.behalf);
    AskSources asking{.visit = std::move(visit), .sources = {}, .since = scene.state.steady};
    std::vector<Effect> effects;
    for (const auto& [source, concepts] : queries) {
        asking.sources.emplace(source, SourceProgress::Waiting);
        effects.emplace_back(QuerySource{source, concepts, asking.visit.procedure.code, whom,
                                         *asking.visit.consent, company});
    }
    return {std::move(asking), std::move(effects)};
}

// Nothing is queried; the office looks up by itself what the law tells it to.
Turn on(Consent screen, const Refused&, const Scene& scene) {
    screen.visit.consent.reset();
    screen.visit.disputes.clear();
    return check_details(std::move(screen.visit), scene);
}

Turn on(Consent screen, const WentBack&, const Scene& scene) {
    if (screen.visit.procedure.behalf) return identified(std::move(screen.visit));
    return before_card(screen.visit, scene);
}

}  // namespace motlan
