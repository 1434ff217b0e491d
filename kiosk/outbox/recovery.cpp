// The part of Outbox that puts right what a crash left, and the one that looks for damage.
#include <algorithm>

#include "kiosk/core/folder.h"
#include "kiosk/core/log.h"
#include "kiosk/outbox/outbox.h"

namespace motlan {
namespace {

namespace fs = std::filesystem;

// How long a purged dossier's digests and a refused one's parts stay (security design 4.5).
constexpr std::chrono::days kTombstones{90};
constexpr std::chrono::days kRefused{30};

// What a folder holds when it is this dossier, sealed here, with every part.
std::optional<DossierMark> mark_of_whole(const Shelf& shelf, const DossierId& id,
                                         const Certificate& ca) {
    const auto content = shelf.verified_label(Confirmation::Unconfirmed, ca);
    const auto label = shelf.label(Confirmation::Unconfirmed);
    if (!content || !label || content->dossier != id) return std::nullopt;
    DossierMark mark{id, content->kiosk, sha256(*label), content->parts};
    if (!shelf.inspect(mark, Confirmation::Unconfirmed, ca).empty()) return std::nullopt;
    return mark;
}

// What is wrong with the label under which a held dossier goes when nobody confirms it.
std::optional<ShelfDamage> damage_of_spare_label(const Shelf& shelf, const DossierMark& mark,
                                                 const Certificate& ca) {
    if (!shelf.label(Confirmation::Unconfirmed)) return ShelfDamage::LabelMissing;
    const auto content = shelf.verified_label(Confirmation::Unconfirmed, ca);
    if (!content) return ShelfDamage::LabelForged;
    const bool is_own = content->dossier == mark.dossier && content->kiosk == mark.kiosk &&
                        content->parts == mark.parts;
    return is_own ? std::nullopt : std::optional(ShelfDamage::LabelOfOtherDossier);
}

}  // namespace

Result<void> Outbox::recover() {
    {
        // Given back before anything is cleared away: that may take long, and nobody who files a
        // dossier meanwhile should wait for it.
        const auto nobody_adds =
            FolderLock::take(folder("adding.lock"), std::chrono::milliseconds(0));
        Result<void> step;
        if (nobody_adds) step = drop_half_written();
        if (nobody_adds && step) step = adopt_all();
        if (nobody_adds && step) step = release_abandoned();
        if (!step) return step;
    }
    return sweep();
}

Result<void> Outbox::drop_half_written() {
    const auto found = entries_of(folder("tmp"));
    if (!found) return fail(found.error());
    for (const fs::path& half : *found) {
        if (const auto removed = remove_folder(*disk_, half); !removed) return removed;
    }
    return {};
}

Result<void> Outbox::adopt_all() {
    const auto found = entries_of(folder("q"));
    if (!found) return fail(found.error());
    for (const fs::path& whole : *found) {
        if (const auto adopted = adopt_or_set_aside(whole); !adopted) return adopted;
    }
    return {};
}

Result<void> Outbox::adopt_or_set_aside(const fs::path& whole) {
    const auto id = parse_dossier_id(whole.filename().string());
    const auto row = id ? store_.find(*id) : std::optional<DossierRecord>();
    if (!row && row.error() == Fault::RecordDamaged) {
        // It is entered, and nobody can read as what: verify() reports it, the others go on.
        log(LogEvent::FaultSeen, {{"fault", row.error()}});
        return {};
    }
    if (!row) return fail(row.error());
    if (*row) return {};
    const Shelf shelf(whole);
    auto mark = id ? mark_of_whole(shelf, *id, place_.ca) : std::optional<DossierMark>();
    if (!mark && !shelf.is_readable()) {
        // Nobody knows what it is: it waits for a disk that reads.
        log(LogEvent::FaultSeen, {{"fault", Fault::StorageFailed}});
        return {};
    }
    if (!mark && id) mark = mark_of_whole(shelf, *id, place_.ca);
    const WallTime now = clock_->wall();
    if (mark) {
        return change({AuditEvent::DossierAdopted, {{"dossier", *id}}},
                      [&]() -> Result<bool> {
                          return store_
                              .insert({.mark = *mark,
                                       .state = DossierState::Released,
                                       .confirmation = Confirmation::Unconfirmed,
                                       .entered = now,
                                       .changed = now})
                              .transform([] { return true; });
                      })
            .transform([](bool) {});
    }
    log(LogEvent::FaultSeen, {{"fault", Fault::RecordDamaged}});
    // One that cannot be set aside stays where it is and is not sent; verify() reports it.
    if (!disk_->rename(whole, folder("quarantine") / whole.filename())) return {};
    auto step = disk_->sync_folder(folder("quarantine"));
    if (step) step = disk_->sync_folder(folder("q"));
    return step ? note({AuditEvent::FolderSetAside, {{"fault", Fault::RecordDamaged}}}) : step;
}

Result<void> Outbox::release_abandoned() {
    const auto held = store_.list(DossierState::Held);
    if (!held) return fail(held.error());
    for (const DossierRecord& record : *held) {
        const Shelf files = shelf(record.mark.dossier);
        const auto label = files.label(Confirmation::Unconfirmed);
        if (!label || damage_of_spare_label(files, record.mark, place_.ca))
            continue;  // verify() reports it
        const AuditEntry entry{AuditEvent::DossierReleased,
                               {{"dossier", record.mark.dossier}, {"label", digest_of(*label)}}};
        const auto released = change(entry, [&] {
            return store_.release_unconfirmed(record.mark.dossier, sha256(*label), clock_->wall());
        });
        if (!released) return fail(released.error());
    }
    return {};
}

Result<void> Outbox::sweep() {
    const WallTime now = clock_->wall();
    const auto known = store_.list();
    if (!known) return fail(known.error());
    for (const DossierRecord& record : *known) {
        const bool is_done =
            record.state == DossierState::Acknowledged ||
            (record.state == DossierState::Rejected && record.changed < now - kRefused);
        if (!is_done) continue;
        const auto removed = remove_parts(record.mark.dossier, record.state);
        if (!removed && removed.error() != Fault::BrokenAssumption) return removed;
    }
    keep_reserve();
    return store_.drop_tombstones(now - kTombstones);
}

Result<std::vector<Finding>> Outbox::verify() const {
    std::vector<Finding> findings;
    const auto known = store_.list();
    const auto unreadable = store_.unreadable();
    const auto kept = entries_of(folder("q"));
    const auto aside = entries_of(folder("quarantine"));
    if (!known || !unreadable || !kept || !aside) return fail(Fault::StorageFailed);
    for (const std::string& entry : *unreadable)
        findings.push_back({entry, ShelfDamage::EntryDamaged, {}});
    for (const DossierRecord& record : *known) {
        if (record.state == DossierState::Purged || record.state == DossierState::Acknowledged)
            continue;
        const Shelf files = shelf(record.mark.dossier);
        std::ranges::move(files.inspect(record.mark, record.confirmation, place_.ca),
                          std::back_inserter(findings));
        if (record.state != DossierState::Held) continue;
        if (const auto damage = damage_of_spare_label(files, record.mark, place_.ca))
            findings.push_back({record.mark.dossier.value(), *damage, {}});
    }
    for (const fs::path& whole : *kept) {
        const std::string name = whole.filename().string();
        const auto is_its = [&name](const DossierRecord& record) {
            return record.mark.dossier.value() == name;
        };
        if (!std::ranges::any_of(*known, is_its) && !std::ranges::contains(*unreadable, name))
            findings.push_back({name, ShelfDamage::NotEntered, {}});
    }
    for (const fs::path& set : *aside) {
        findings.push_back({set.filename().string(), ShelfDamage::Quarantined, {}});
    }
    return findings;
}

}  // namespace motlan
