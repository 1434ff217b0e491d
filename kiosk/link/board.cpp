#include "kiosk/link/board.h"

#include <algorithm>

namespace motlan {
namespace {

// How often a resting loop says that it is not hanging.
constexpr std::chrono::milliseconds kBeat{5'000};

}  // namespace

bool is_about_the_road(Fault fault) {
    return fault == Fault::BackendUnreachable || fault == Fault::BackendUntrusted;
}

bool is_final(Fault fault) {
    return fault == Fault::BackendRefused || fault == Fault::RecordDamaged;
}

void Board::changed() {
    ++changes_;
    change_.notify_all();
}

void Board::note_contact(std::optional<Fault> fault) {
    const std::scoped_lock lock(mutex_);
    contact_fault_ = fault;
    contact_ = clock_.steady();
    changed();
}

bool Board::is_reachable() const {
    const std::scoped_lock lock(mutex_);
    return !contact_fault_ || !is_about_the_road(*contact_fault_);
}

std::optional<Fault> Board::last_fault() const {
    const std::scoped_lock lock(mutex_);
    return contact_fault_;
}

bool Board::is_contact_fresh() const {
    const std::scoped_lock lock(mutex_);
    return contact_ && clock_.steady() - *contact_ < kFresh;
}

void Board::look() {
    if (is_contact_fresh()) return;
    const std::scoped_lock lock(mutex_);
    has_work_ = true;
    work_.notify_all();
}

void Board::set_bundle_version(std::int64_t version) {
    const std::scoped_lock lock(mutex_);
    bundle_version_ = version;
}

std::int64_t Board::bundle_version() const {
    const std::scoped_lock lock(mutex_);
    return bundle_version_;
}

void Board::wish(const DossierId& id) {
    const std::scoped_lock lock(mutex_);
    wishes_.insert(id);
    has_work_ = true;
    work_.notify_all();
}

void Board::end_wish(const DossierId& id) {
    const std::scoped_lock lock(mutex_);
    wishes_.erase(id);
}

std::set<DossierId> Board::wishes() const {
    const std::scoped_lock lock(mutex_);
    return wishes_;
}

void Board::note_try(const DossierId& id, std::optional<Fault> fault) {
    const std::scoped_lock lock(mutex_);
    if (fault) faults_.insert_or_assign(id, *fault);
    if (!fault) faults_.erase(id);
    if (!fault || is_final(*fault)) wishes_.erase(id);
    changed();
}

std::optional<Fault> Board::fault_of(const DossierId& id) const {
    const std::scoped_lock lock(mutex_);
    const auto found = faults_.find(id);
    return found == faults_.end() ? contact_fault_ : std::optional(found->second);
}

void Board::note_audit(std::optional<Fault> fault) {
    const std::scoped_lock lock(mutex_);
    audit_fault_ = fault;
}

std::optional<Fault> Board::audit_fault() const {
    const std::scoped_lock lock(mutex_);
    return audit_fault_;
}

void Board::rest(const std::stop_token& stop, std::chrono::milliseconds most,
                 std::chrono::milliseconds least) {
    std::unique_lock lock(mutex_);
    const auto pause = [&](std::chrono::milliseconds left, bool may_be_woken) {
        const auto is_over = [&] { return may_be_woken && has_work_; };
        for (; left.count() > 0 && !stop.stop_requested(); left -= kBeat) {
            beat();
            if (work_.wait_for(lock, stop, std::min(left, kBeat), is_over)) return;
        }
    };
    least = std::min(least, most);
    pause(least, false);
    pause(most - least, true);
    has_work_ = false;
}

std::uint64_t Board::changes() const {
    const std::scoped_lock lock(mutex_);
    return changes_;
}

void Board::wait_for_change(const std::stop_token& stop, std::uint64_t seen, SteadyTime deadline) {
    std::unique_lock lock(mutex_);
    change_.wait_until(lock, stop, deadline, [this, seen] { return changes_ != seen; });
}

}  // namespace motlan
