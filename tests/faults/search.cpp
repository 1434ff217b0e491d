#include "tests/faults/search.h"

#include <cstdlib>
#include <unistd.h>

#include <random>

#include "tests/faults/disk_state.h"
#include "tests/support/folder.h"

namespace motlan::testing {
namespace {

namespace fs = std::filesystem;

// Every so many states the recovery itself is recorded and cut, at so many states of its own.
constexpr std::int64_t kDeepEvery = 40;
constexpr std::int64_t kDeepStates = 12;

// What syncs mean is the tape's to say, so the disk under it may be of memory.
Folder on_memory() {
    if (::access("/dev/shm", W_OK) == 0) ::setenv("TMPDIR", "/dev/shm", 0);
    return {};
}

class Search {
public:
    Search(const Course& course, const Bounds& bounds, const Keys& keys)
        : course_(course), bounds_(bounds), keys_(keys), chance_(bounds.seed) {}

    Tally run() {
        const fs::path state = folder_.path() / "run";
        fs::create_directory(state);
        Tape tape(state, course_.omits);
        tell(course_.story, state, tape);
        look(tape, {.begin = 0, .states = bounds_.states, .promises = {}, .is_deep = false});
        return tally_;
    }

private:
    // Which states of a tape: from which step on, how many, after which promises.
    struct Part {
        std::size_t begin = 0;
        std::int64_t states = 0;
        Promises promises;
        bool is_deep = false;
    };

    void tell(Story story, const fs::path& state, Tape& tape) {
        const Stage stage{keys_, clock_, state, course_.carelessness, course_.limits};
        const Watch watch(tape);
        story(stage, tape);
    }

    void look(const Tape& tape, const Part& part) {
        const std::size_t size = tape.steps().size() - part.begin + 1;
        const std::int64_t most = tally_.states + part.states;
        // Draws that were seen before are drawn again, for a while.
        for (std::int64_t draw = 0; tally_.states < most && draw < 6 * part.states; ++draw) {
            if (is_over()) return;
            look_at(tape, part, part.begin + static_cast<std::size_t>(draw) % size);
        }
    }

    void look_at(const Tape& tape, const Part& part, std::size_t count) {
        const Fates fates = draw_fates(tape.steps(), unsynced(tape.steps(), count), chance_);
        const DiskState state(tape.steps(), count, fates);
        Promises promises = part.promises;
        promises.merge(promises_of(tape.steps(), count));
        std::string key = std::to_string(state.fingerprint());
        for (const auto& [id, said] : promises) key += id + std::to_string(said.size());
        if (!seen_.insert(std::hash<std::string>()(key)).second) return;
        judge_one(state, promises);
        if (!part.is_deep && tally_.states % kDeepEvery == 0) look_deeper(state, promises);
    }

    void judge_one(const DiskState& state, const Promises& promises) {
        const fs::path top = folder_.path() / "cut";
        state.write_to(top);
        tally_ += judge(top, promises, keys_);
        fs::remove_all(top);
    }

    void look_deeper(const DiskState& state, const Promises& promises) {
        const fs::path top = folder_.path() / "again";
        state.write_to(top);
        Tape tape(top, course_.omits);
        tape.take_in(top);
        const std::size_t begin = tape.steps().size();
        tell(recovering, top, tape);
        look(tape, {begin, kDeepStates, promises, true});
        fs::remove_all(top);
    }

    [[nodiscard]] bool is_over() const {
        return bounds_.stops_when_found && tally_.violations() > 0;
    }

    const Course& course_;
    const Bounds& bounds_;
    const Keys& keys_;
    const Folder folder_ = on_memory();
    const HandClock clock_;
    std::mt19937_64 chance_;
    std::set<std::size_t> seen_;
    Tally tally_;
};

Omission never_synced(std::string_view part_of_path) {
    return [part_of_path](const Call& call) {
        return call.kind == CallKind::Sync && call.path.contains(part_of_path);
    };
}

Omission folder_never_synced(std::string_view name) {
    return [name](const Call& call) {
        return call.kind == CallKind::Sync && call.path.ends_with(name);
    };
}

// A dossier's own folder, wherever it stands.
bool is_dossier_folder(const Call& call) {
    return call.kind == CallKind::Sync && fs::path(call.path).filename().string().size() == 32;
}

}  // namespace

Tally search(const Course& course, const Bounds& bounds, const Keys& keys) {
    return Search(course, bounds, keys).run();
}

std::vector<Course> sound_courses() {
    return {{.name = "in turns", .story = in_turns},
            {.name = "side by side", .story = side_by_side},
            {.name = "abandoned", .story = abandoned},
            {.name = "in turns, in files", .story = in_turns, .limits = kAllInFiles},
            {.name = "side by side, in files", .story = side_by_side, .limits = kAllInFiles},
            {.name = "abandoned, in files", .story = abandoned, .limits = kAllInFiles}};
}

std::vector<Course> planted_courses() {
    using enum Carelessness;
    const auto in_files = [](Course course) {
        course.limits = kAllInFiles;
        return course;
    };
    return {
        in_files({.name = "parts are not synced", .omits = never_synced("part-")}),
        in_files({.name = "labels are not synced", .omits = never_synced("/label")}),
        in_files({.name = "a dossier's folder is not synced", .omits = is_dossier_folder}),
        in_files({.name = "the queue is not synced", .omits = folder_never_synced("/q")}),
        in_files(
            {.name = "the folder of halves is not synced", .omits = folder_never_synced("/tmp")}),
        {.name = "the outbox's folder is not synced", .omits = folder_never_synced("/outbox")},
        {.name = "the state folder is not synced", .omits = folder_never_synced("/run")},
        {.name = "the store's log is not synced", .omits = never_synced("outbox.db-wal")},
        {.name = "the store is not synced", .omits = folder_never_synced("outbox.db")},
        {.name = "nothing is synced", .omits = never_synced("")},
        {.name = "the promise comes before the commit", .carelessness = PromisesEarly},
        in_files({.name = "the promise comes before the files", .carelessness = PromisesEarly}),
        {.name = "the parts go before the receipt", .carelessness = ForgetsBeforeAsks},
        in_files({.name = "the files go before the receipt", .carelessness = ForgetsBeforeAsks}),
        {.name = "the receipt counts before it is stored", .carelessness = BelievesEarly},
        in_files({.name = "parts are written into the queue", .carelessness = SkipsTheHalf}),
        {.name = "the row comes before the parts", .carelessness = EntersFirst},
        in_files({.name = "the row comes before the files", .carelessness = EntersFirst})};
}

}  // namespace motlan::testing
