#include <algorithm>
#include <utility>

#include "kiosk/domain/id_card_qr.h"
#include "kiosk/domain/vneid_code.h"
#include "kiosk/flow/ability.h"
#include "kiosk/flow/handlers.h"
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

/// The card's chip, where there is a reader that works; else the consent.
Turn after_card(Visit visit, const Scene& scene) {
    const bool is_broken = std::ranges::contains(scene.state.out_of_order, DeviceRole::ChipReader,
                                                 &DeviceTrouble::device);
    if (!scene.office.has_chip_reader || is_broken) {
        return {Consent{std::move(visit)}, {StopWatching{}}};
    }
    const CitizenNumber number = visit.profile.number.reveal();
    return {ReadCardChip{.visit = std::move(visit)}, {StopWatching{}, ReadChip{number}}};
}

/// Whose code this is only the province can say; while it is asked the card may still be shown.
Turn resolve(ShowCard screen, const Bytes& code, const Scene& scene) {
    constexpr int kMostRefused = 10;  // a reader that sends codes by itself must not ask for ever
    const bool is_asked_enough = screen.refusals >= kMostRefused;
    if (scene.state.is_offline || is_asked_enough)
        return refuse(std::move(screen), Fault::VneidUnknown);
    if (std::exchange(screen.is_resolving, true)) return {std::move(screen), {}};
    screen.refused.reset();
    ResolveCode asked{.code = Personal(code),
                      .procedure = screen.procedure.code,
                      .reference = scene.state.reference};
    return {std::move(screen), {std::move(asked)}};
}

/// What is needed, with nothing known of anybody.
Turn before_card(const Visit& visit, const Scene& scene) {
    return {what_you_need(visit.procedure, scene.office, scene.state), {}};
}

}  // namespace

Turn on(ShowCard screen, const CardSeen& seen, const Scene&) {
    screen.preview = seen.preview;
    screen.hint = seen.hint;
    if (screen.refused == Fault::CameraUnavailable) screen.refused.reset();
    return {std::move(screen), {}};
}

Turn on(ShowCard screen, const CardCodeRead& read, const Scene& scene) {
    auto card = parse_id_card_qr(read.payload, scene.office.today);
    if (card) return after_card(visit_of(screen, std::move(card->profile)), scene);
    const bool is_unknown = card.error() == Fault::QrNotIdCard;
    if (is_unknown && may_be_vneid_code(read.payload))
        return resolve(std::move(screen), read.payload, scene);
    return refuse(std::move(screen), card.error());
}

Turn on(ShowCard screen, const CodeResolved& resolved, const Scene&) {
    if (!screen.is_resolving) return {std::move(screen), {}};
    return {Consent{visit_of(screen, resolved.profile)}, {StopWatching{}}};
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
    screen.refused = failed.fault;
    screen.preview = nullptr;
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
Turn on(ReadCardChip screen, const ChipRead& read, const Scene&) {
    Visit& visit = screen.visit;
    if (read.card.profile.number.reveal() != visit.profile.number.reveal()) {
        return {std::move(screen), {}};
    }
    if (read.card.trust == ChipTrust::Authentic) {
        visit.profile = read.card.profile;
        visit.face = read.face;
    }
    return {Consent{std::move(visit)}, {StopChip{}}};
}

// A card that was lifted is waited for again; a reader that broke is not.
Turn on(ReadCardChip screen, const ChipFailed& failed, const Scene&) {
    if (failed.fault == Fault::ChipReaderUnavailable) {
        return {Consent{std::move(screen.visit)}, {StopChip{}}};
    }
    screen.percent.reset();
    screen.fault = failed.fault;
    if (failed.fault != Fault::ChipRemoved) return {std::move(screen), {}};
    const CitizenNumber number = screen.visit.profile.number.reveal();
    return {std::move(screen), {ReadChip{number}}};
}

Turn on(ReadCardChip screen, const Proceeded&, const Scene&) {
    if (!screen.fault || screen.fault == Fault::ChipRemoved) return {std::move(screen), {}};
    screen.fault.reset();
    const CitizenNumber number = screen.visit.profile.number.reveal();
    return {std::move(screen), {ReadChip{number}}};
}

Turn on(ReadCardChip screen, const Refused&, const Scene&) {
    return {Consent{std::move(screen.visit)}, {StopChip{}}};
}

Turn on(ReadCardChip screen, const WentBack&, const Scene& scene) {
    Turn turn = before_card(screen.visit, scene);
    turn.effects.emplace_back(StopChip{});
    return turn;
}

Turn on(Consent screen, const Proceeded&, const Scene& scene) {
    Visit& visit = screen.visit;
    visit.consent = ConsentRecord{.reference = scene.state.reference,
                                  .given = scene.state.now,
                                  .language = scene.state.comfort.language};
    const auto queries =
        needed_queries(visit.procedure, scene.office.sources, scene.office.today, visit.profile);
    if (queries.empty()) return check_details(std::move(visit), scene);
    AskSources asking{.visit = std::move(visit), .sources = {}, .since = scene.state.steady};
    std::vector<Effect> effects;
    for (const auto& [source, concepts] : queries) {
        asking.sources.emplace(source, SourceProgress::Waiting);
        effects.emplace_back(QuerySource{source, concepts, asking.visit.procedure.code,
                                         asking.visit.profile, *asking.visit.consent});
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
    return before_card(screen.visit, scene);
}

}  // namespace motlan
