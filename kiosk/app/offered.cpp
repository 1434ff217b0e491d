#include "kiosk/app/offered.h"

namespace motlan {
namespace {

/// Beyond this a card is seen and far too far.
constexpr int kFar = 85;

/// Nothing for a card that is too close: the words say so.
std::optional<Earcon> nearness_of(const std::optional<CardDistance>& distance) {
    if (!distance || distance->percent < CardDistance::kNearest) return std::nullopt;
    if (distance->is_good()) return Earcon::Near;
    return distance->percent > kFar ? Earcon::Far : Earcon::Closer;
}

struct OfferedOn {
    Offered operator()(const ShowCard& screen) const {
        return {.to = OfferedTo::Card,
                .taken = screen.is_resolving ? 1 : 0,
                .refusals = screen.refusals,
                .is_refused = screen.refused.has_value(),
                .nearness = nearness_of(screen.distance)};
    }
    Offered operator()(const FindDossier& screen) const {
        return {.to = OfferedTo::Search,
                .taken = (screen.is_checking ? 1 : 0) + (screen.asked ? 1 : 0) +
                         (screen.waiting ? 1 : 0) + (screen.holder ? 1 : 0),
                .refusals = screen.refusals,
                .is_refused = screen.refused.has_value(),
                .nearness = nearness_of(screen.distance)};
    }
    Offered operator()(const ReadCardChip& screen) const {
        return {.to = OfferedTo::Chip, .is_refused = screen.fault.has_value()};
    }
    Offered operator()(const ScanPaper& screen) const {
        return {.to = OfferedTo::Paper, .is_refused = screen.fault.has_value()};
    }
    Offered operator()(const ReportPhoto& screen) const {
        return {.to = OfferedTo::Paper, .is_refused = screen.fault.has_value()};
    }
    Offered operator()(const auto&) const { return {}; }
};

struct SoundOf {
    const Offered& before;
    const Offered& after;

    using Sound = std::optional<Earcon>;
    Sound operator()(const CardCodeRead&) const {
        return is_read() ? Earcon::CardRead : not_taken();
    }
    Sound operator()(const ChipRead&) const {
        return is_read() ? Sound(Earcon::CardRead) : Sound();
    }
    Sound operator()(const CardSeen&) const {
        return after.to == before.to && after.nearness != before.nearness ? after.nearness
                                                                          : Sound();
    }
    Sound operator()(const CodeRefused&) const { return not_taken(); }
    Sound operator()(const CodeNotResolved&) const { return not_taken(); }
    Sound operator()(const ReceiptRefused&) const { return not_taken(); }
    Sound operator()(const SavedNotFound&) const { return not_taken(); }
    Sound operator()(const WorkNotOpened&) const { return not_taken(); }
    Sound operator()(const DossiersFound&) const { return not_taken(); }
    Sound operator()(const DossiersNotFound&) const { return not_taken(); }
    Sound operator()(const ChipFailed&) const { return refused_by(OfferedTo::Chip); }
    Sound operator()(const StaffRefused&) const { return refused_by(OfferedTo::Pin); }
    Sound operator()(const ScanFailed&) const { return refused_by(OfferedTo::Paper); }
    Sound operator()(const auto&) const { return std::nullopt; }

private:
    /// What was shown is known now, or being asked about: it may be taken away.
    [[nodiscard]] bool is_read() const {
        return before.to != OfferedTo::Nothing &&
               (before.to != after.to || after.taken > before.taken);
    }
    /// Codes are counted; a badge is the only one, its screen counts none.
    [[nodiscard]] Sound not_taken() const {
        if (after.to == OfferedTo::Badge) return refused_by(OfferedTo::Badge);
        return after.to == before.to && after.refusals > before.refusals ? Sound(Earcon::Refused)
                                                                         : std::nullopt;
    }
    [[nodiscard]] Sound refused_by(OfferedTo to) const {
        return after.to == to && after.is_refused ? Sound(Earcon::Refused) : std::nullopt;
    }
};

}  // namespace

Offered offered(const State& state) {
    const auto* entry = std::get_if<StaffEntry>(&state.overlay);
    if (entry == nullptr) return std::visit(OfferedOn{}, state.screen);
    return {.to = entry->stage == EntryStage::Badge ? OfferedTo::Badge : OfferedTo::Pin,
            .is_refused = entry->refused.has_value()};
}

std::optional<Earcon> earcon_of(const Event& event, const Offered& before, const Offered& after) {
    return std::visit(SoundOf{before, after}, event);
}

}  // namespace motlan
