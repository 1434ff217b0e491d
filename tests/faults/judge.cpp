#include "tests/faults/judge.h"

namespace motlan::testing {
namespace {

namespace fs = std::filesystem;

class Judge {
public:
    Judge(fs::path state, const Promises& promises, const Keys& keys)
        : state_(std::move(state)), promises_(promises), keys_(keys) {}

    Tally judge() {
        auto opened = Outbox::open(place_of(keys_, state_), disk_, clock_);
        if (!opened) return {.states = 1, .corrupt = 1};
        // Recovery itself may be run again.
        if (!opened->recover() || !opened->recover()) return {.states = 1, .stuck = 1};
        look_around(*opened);
        for (const auto& [id, said] : promises_) look_at(*opened, DossierId(id), said);
        if (tally_.violations() == 0) carry_on(*opened);
        return {.states = 1,
                .lost = tally_.lost > 0,
                .doubled = tally_.doubled > 0,
                .stuck = tally_.stuck > 0,
                .corrupt = tally_.corrupt > 0};
    }

private:
    void look_around(const Outbox& outbox) {
        const auto records = outbox.list();
        const auto findings = outbox.verify();
        if (!records || !findings || !findings->empty()) ++tally_.corrupt;
        if (records && records->size() > promises_.size() + 1) ++tally_.doubled;
        if (!fs::is_empty(state_ / "outbox" / "tmp")) ++tally_.stuck;
        if (!outbox.list(DossierState::Held) || !outbox.list(DossierState::Held)->empty())
            ++tally_.stuck;
    }

    void look_at(const Outbox& outbox, const DossierId& id, const std::set<Said>& said) {
        const auto record = outbox.find(id);
        const bool is_known = record && *record;
        if (said.contains(Said::Promised) && !is_known) ++tally_.lost;
        if (!is_known) return;
        const bool is_over = (*record)->state == DossierState::Purged;
        const bool has_receipt = !outbox.receipt(id).value_or(Bytes()).empty();
        const bool is_confirmed = (*record)->confirmation == Confirmation::Confirmed;
        if (said.contains(Said::Told) && !is_confirmed) ++tally_.corrupt;
        if (said.contains(Said::Acknowledged) && !(is_over && has_receipt)) ++tally_.lost;
        if (is_over && !said.contains(Said::Asked)) ++tally_.lost;
        if (is_over == outbox.shelf(id).piece(0, 0, 1).has_value()) ++tally_.lost;
    }

    // Whatever is there can be delivered, and a new visit can be kept.
    void carry_on(Outbox& outbox) {
        const SealedDossier fresh = sealed_dossier(keys_, clock_.wall());
        bool goes = outbox.add(fresh) && outbox.release(fresh.mark.dossier);
        const auto records = outbox.list();
        if (!records) ++tally_.stuck;
        for (const DossierRecord& record : records.value_or(std::vector<DossierRecord>()))
            goes = goes && deliver(outbox, record);
        if (!goes) ++tally_.stuck;
    }

    bool deliver(Outbox& outbox, const DossierRecord& record) {
        if (record.state == DossierState::Purged) return true;
        const DossierId& id = record.mark.dossier;
        const Certificate ca = keys_.authority.certificate();
        const Bytes receipt = receipt_for(record.mark, keys_, clock_.wall());
        return (record.state == DossierState::Uploaded || outbox.mark_uploaded(id)) &&
               outbox.acknowledge(id, receipt, {.ca = ca, .role = Role::Receipt}) &&
               outbox.purge(id);
    }

    fs::path state_;
    const Promises& promises_;
    const Keys& keys_;
    SystemDisk disk_;
    HandClock clock_;
    Tally tally_;
};

}  // namespace

Tally& Tally::operator+=(const Tally& other) {
    states += other.states;
    lost += other.lost;
    doubled += other.doubled;
    stuck += other.stuck;
    corrupt += other.corrupt;
    return *this;
}

Promises promises_of(const std::vector<Step>& steps, std::size_t count) {
    Promises promises;
    for (std::size_t n = 0; n < count; ++n) {
        if (steps[n].kind == Step::Kind::Say) promises[steps[n].name].insert(steps[n].said);
    }
    return promises;
}

Tally judge(const fs::path& state, const Promises& promises, const Keys& keys) {
    return Judge(state, promises, keys).judge();
}

}  // namespace motlan::testing
