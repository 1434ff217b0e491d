#include "tests/faults/story.h"

#include "kiosk/core/expects.h"

namespace motlan::testing {
namespace {

namespace fs = std::filesystem;

/// Writes a dossier into the queue at once, as if the folder for halves did not exist.
class StraightDisk final : public Disk {
public:
    Result<void> make_folder(const fs::path& path) override { return disk_.make_folder(at(path)); }
    Result<void> write(std::span<const NewFile> files) override {
        std::vector<NewFile> straight(files.begin(), files.end());
        for (NewFile& file : straight) file.path = at(file.path);
        return disk_.write(straight);
    }
    Result<void> sync_folder(const fs::path& path) override { return disk_.sync_folder(at(path)); }
    Result<void> rename(const fs::path&, const fs::path&) override { return {}; }
    Result<void> remove(const fs::path& path) override {
        return is_half(path) ? Result<void>() : disk_.remove(path);
    }
    Result<std::uint64_t> free_bytes(const fs::path& path) override {
        return disk_.free_bytes(path);
    }

private:
    static bool is_half(const fs::path& path) {
        return path.parent_path().string().ends_with("/outbox/tmp");
    }
    static fs::path at(const fs::path& path) {
        if (is_half(path)) return path.parent_path().parent_path() / "q" / path.filename();
        if (is_half(path.parent_path())) return at(path.parent_path()) / path.filename();
        return path;
    }

    SystemDisk disk_;
};

class Teller {
public:
    Teller(const Stage& stage, Tape& tape)
        : stage_(stage), tape_(tape), kiosk_(open()), link_(open()) {}

    [[nodiscard]] SealedDossier keep() {
        SealedDossier sealed = sealed_dossier(stage_.keys, stage_.clock.wall());
        const std::string& id = sealed.mark.dossier.value();
        const bool is_early = stage_.carelessness == Carelessness::PromisesEarly;
        if (is_early) tape_.say(Said::Promised, id);
        if (stage_.carelessness == Carelessness::EntersFirst) enter_first(sealed);
        if (stage_.carelessness != Carelessness::EntersFirst) expects(!!kiosk_.add(sealed));
        if (!is_early) tape_.say(Said::Promised, id);
        return sealed;
    }

    void tell(const DossierId& id) {
        expects(!!kiosk_.release(id));
        tape_.say(Said::Told, id.value());
    }

    void deliver(const DossierId& id) {
        expects(!!link_.recover());
        const DossierMark mark = link_.find(id).value()->mark;
        expects(!!link_.mark_uploaded(id));
        if (stage_.carelessness == Carelessness::ForgetsBeforeAsks) forget(id);
        tape_.say(Said::Asked, id.value());
        if (stage_.carelessness == Carelessness::BelievesEarly)
            tape_.say(Said::Acknowledged, id.value());
        const Certificate ca = stage_.keys.authority.certificate();
        expects(!!link_.acknowledge(id, receipt_for(mark, stage_.keys, stage_.clock.wall()),
                                    {.ca = ca, .role = Role::Receipt}));
        tape_.say(Said::Acknowledged, id.value());
        expects(!!link_.purge(id));
        tape_.say(Said::Purged, id.value());
    }

    void recover() { expects(!!link_.recover()); }

private:
    Outbox open() {
        Disk& disk = stage_.carelessness == Carelessness::SkipsTheHalf
                         ? static_cast<Disk&>(straight_)
                         : system_;
        return Outbox::open(place_of(stage_.keys, stage_.state, stage_.limits), disk, stage_.clock)
            .value();
    }

    [[nodiscard]] Store store() const {
        return Store::open(stage_.state / "outbox" / "outbox.db").value();
    }

    void enter_first(const SealedDossier& sealed) {
        const WallTime now = stage_.clock.wall();
        const std::string& name = sealed.mark.dossier.value();
        Store rows = store();
        expects(!!rows.insert({.mark = sealed.mark, .entered = now, .changed = now}));
        if (stage_.limits.dossier > 0) {
            const auto kept = rows.transact([&]() -> Result<bool> {
                return rows.sealed().keep(name, files_of(sealed)).transform([] { return true; });
            });
            return expects(!!kept);
        }
        const fs::path folder = stage_.state / "outbox" / "q";
        expects(!!Shelf(folder / name).write(system_, sealed));
        expects(!!system_.sync_folder(folder));
    }

    void forget(const DossierId& id) {
        expects(!!remove_folder(system_, stage_.state / "outbox" / "q" / id.value()));
        expects(!!store().sealed().drop(id.value()));
    }

    const Stage& stage_;
    Tape& tape_;
    SystemDisk system_;
    StraightDisk straight_;
    Outbox kiosk_;
    Outbox link_;
};

}  // namespace

void in_turns(const Stage& stage, Tape& tape) {
    for (int visit = 0; visit < 2; ++visit) {
        DossierId id;
        {
            Teller kiosk(stage, tape);
            id = kiosk.keep().mark.dossier;
            kiosk.tell(id);
        }
        Teller(stage, tape).deliver(id);
    }
}

void side_by_side(const Stage& stage, Tape& tape) {
    Teller both(stage, tape);
    const DossierId first = both.keep().mark.dossier;
    both.tell(first);
    const DossierId second = both.keep().mark.dossier;
    both.deliver(first);
    both.tell(second);
    both.deliver(second);
}

void abandoned(const Stage& stage, Tape& tape) {
    const DossierId id = Teller(stage, tape).keep().mark.dossier;
    Teller(stage, tape).deliver(id);
}

void recovering(const Stage& stage, Tape& tape) { Teller(stage, tape).recover(); }

}  // namespace motlan::testing
