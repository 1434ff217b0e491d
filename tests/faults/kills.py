#!/usr/bin/env python3
"""Kills a submission at every boundary of its system calls, and at random times, and lets it go on.

    kills.py [--seed S] [--boundaries N] [--random N]

N of "all" means every boundary. Half of the cases are of a program that keeps its dossiers in the
store, half of one that keeps them in files. First it has to catch careless programs, both ways.
"""
import argparse
import pathlib
import random
import re
import shutil
import sys
import time
from collections import Counter

import stage

CALL = re.compile(r"^\d+ +(\w+)\(")
PLANTED = ["promises_early", "enters_first", "clears_at_start", "seals_again", "never_recovers"]


def boundaries(kiosks: stage.Stage, way: list) -> tuple[list[tuple[str, int]], int]:
    """Every call from the first that touches the state folder on, as the n-th of its name; and which
    of them makes the promise, behind the commit."""
    state = kiosks.kiosk()
    log = kiosks.folder / "calls"
    under = ["strace", "-f", "-o", log]
    assert stage.finish(stage.begin("both", state, *way, under=under)).status == 0
    counts, found, has_begun, promise = Counter(), [], False, 0
    for line in log.read_text(errors="replace").splitlines():
        match = CALL.match(line)
        if not match:
            continue
        counts[match[1]] += 1
        has_begun = has_begun or (str(state) in line and match[1] != "execve")
        if has_begun:
            found.append((match[1], counts[match[1]]))
        if '"promised ' in line:
            promise = len(found) - 1
    assert promise, "no promise was seen"
    return found, promise


def kill_at(call: str, number: int) -> list:
    # Not with --seccomp-bpf: strace 6.13 then injects no signal.
    return ["strace", "-f", "-o", "/dev/null", "-e", f"trace={call}", "-e",
            f"inject={call}:signal=KILL:when={number}"]


def go_on(books: stage.Books, state: pathlib.Path, outcome: stage.Outcome, options: list) -> None:
    after = stage.resume(state, *options)
    books.close_case(state, outcome.promised, 1, after.status)
    shutil.rmtree(state)


def at_boundaries(kiosks: stage.Stage, chosen: list, options: list) -> stage.Books:
    """A call that is no longer made that often in this run kills nobody: such a case does not count."""
    books = stage.Books()
    for call, number in chosen:
        state = kiosks.kiosk()
        outcome = stage.finish(stage.begin("both", state, *options, under=kill_at(call, number)))
        go_on(books, state, outcome, options)
        books.tally.cases -= outcome.status != stage.KILLED
    return books


def at_random(kiosks: stage.Stage, count: int, chance: random.Random, options: list) -> stage.Books:
    books, took = stage.Books(), [0.05]
    for _ in range(count):
        state = kiosks.kiosk()
        start = time.monotonic()
        process = stage.begin("both", state, *options)
        time.sleep(chance.uniform(0, 1.3 * max(took[-20:])))
        is_over = process.poll() is not None
        process.kill()
        if is_over:
            took.append(time.monotonic() - start)
        go_on(books, state, stage.finish(process), options)
    return books


def around_commit(every: list, promise: int) -> list[tuple[str, int]]:
    """The boundaries on both sides of everything that makes something last; those next to the promise first."""
    lasting = [n for n, (call, _) in enumerate(every) if call in ("fsync", "fdatasync", "rename")]
    near = {m for n in [*lasting, promise] for m in (n - 1, n, n + 1) if 0 <= m < len(every)}
    return [every[n] for n in sorted(near, key=lambda n: abs(n - promise))]


def show_planted(kiosks: stage.Stage, near: list, seed: int, way: list) -> int:
    """Looks around the commit, until something is seen to go wrong."""
    caught = 0
    for name in PLANTED:
        tally = stage.Tally()
        for boundary in near:
            tally += kiosks.close(at_boundaries(kiosks, [boundary], [*way, "--careless", name]))
            if tally.defects() > 0:
                break
        print(stage.row(f"planted: {name}", seed, tally), flush=True)
        caught += tally.defects() > 0
    print(f"caught {caught} of {len(PLANTED)} planted defects")
    return len(PLANTED) - caught


def main() -> int:
    words = argparse.ArgumentParser()
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--boundaries", default="40")
    words.add_argument("--random", type=int, default=20)
    wish = words.parse_args()
    if not stage.can_trace():
        print("skipped: this machine does not let programs be traced")
        return stage.SKIPPED
    chance, wrong = random.Random(wish.seed), 0
    with stage.stage() as kiosks:
        for title, way in stage.WAYS.items():
            every, promise = boundaries(kiosks, way)
            kiosks.close(stage.Books())
            count = len(every) if wish.boundaries == "all" else min(int(wish.boundaries) // 2, len(every))
            print(f"a submission that is kept {title} crosses {len(every)} boundaries\n{stage.HEADER}")
            chosen = sorted(chance.sample(range(len(every)), count))
            wrong += show_planted(kiosks, around_commit(every, promise), wish.seed, way)
            for told, run in (
                    ("killed at boundaries", lambda: at_boundaries(kiosks, [every[n] for n in chosen], way)),
                    ("killed at random times", lambda: at_random(kiosks, wish.random // 2, chance, way))):
                tally = kiosks.close(run())
                print(stage.row(f"{told}, {title}", wish.seed, tally), flush=True)
                wrong += tally.defects()
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
