#!/usr/bin/env python3
"""Lets each call of a submission fail, once and from then on; each allocation, write and draw of
random bytes too.

    errors.py [--seed S] [--calls N] [--both N] [--memory N] [--writes N] [--chance N]

N of "all" means every call (allocation, write, draw) with every error in both ways; a number is a
sample, half of it of a program that keeps its dossiers in the store and half of one that keeps them in files.
"both" is a kill around the commit and an error in the recovery after it.
A case is good when the program ends by itself, names a fault if it ends badly, and the next start
delivers what was promised. First it has to catch careless programs.
"""
import argparse
import pathlib
import random
import re
import shutil
import sys
from collections import Counter

import kills
import stage

ERRORS = ["ENOSPC", "EIO", "EDQUOT", "EMFILE", "EINTR"]
# Whatever a submission calls is made to fail, but for these.
LEFT_OUT = {
    "brk": "memory: its allocations fail one by one instead", "munmap": "memory", "mprotect": "memory",
    "madvise": "memory", "futex": "threads that wait: the C library ends a program in which that fails",
    "clone3": "threads", "set_robust_list": "threads", "rseq": "threads", "rt_sigprocmask": "threads",
    "rt_sigaction": "cannot fail as it is called", "gettid": "cannot fail", "getpid": "cannot fail",
    "geteuid": "cannot fail", "clock_nanosleep": "a pause that ends early", "exit": "never comes back",
    "exit_group": "never comes back"}
# A program that hangs is found after that; on a busy machine one under strace may take its time.
PATIENCE_S = 120
# An interrupted call is interrupted again for a while, never for ever.
STORM = 20
PLANTED = ["ignores_faults", "aborts_on_fault", "lets_throw", "believes_the_road", "gives_up"]


def fail_at(call: str, number: int, error: str, is_lasting: bool) -> list:
    until = f"..{number + STORM}" if error == "EINTR" else "+"
    when = f"{number}{until if is_lasting else ''}"
    return ["strace", "-f", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={when}"]


def every_error(crossed: list) -> list[tuple]:
    return [(call, number, error, lasting) for call, number in crossed if call not in LEFT_OUT
            for error in ERRORS for lasting in (False, True)]


def at_commit(crossed: list, promise: int) -> list[tuple]:
    """The syncs on both sides of the promise, the commit itself first, on a disk that never works again."""
    syncs = [n for n, (call, _) in enumerate(crossed) if call == "fdatasync"]
    return [(*crossed[n], "EIO", True) for n in sorted(syncs, key=lambda n: abs(n - promise))[:3]]


def is_clean(outcome: stage.Outcome, is_heard: bool) -> bool:
    """Ended by itself; and said why, if it could."""
    if outcome.status == 0:
        return True
    return outcome.status in (1, 3) and (not is_heard or '"fault"' in outcome.log or "submit: " in outcome.log)


def is_careless(options: list) -> bool:
    return "--careless" in options


def try_one(kiosks: stage.Stage, books: stage.Books, options: list, is_heard: bool = True, **spoiled) -> None:
    state = kiosks.kiosk()
    outcome = stage.finish(stage.begin("both", state, "--rounds", "2", *options, **spoiled), PATIENCE_S)
    after = stage.resume(state, *options)
    books.close_case(state, outcome.promised, 1, after.status)
    if not is_clean(outcome, is_heard):
        books.tally.crashed += 1
    shutil.rmtree(state)


def with_calls(kiosks: stage.Stage, chosen: list, options: list) -> stage.Books:
    books = stage.Books()
    for call, number, error, lasting in chosen:
        before = books.tally.defects()
        try_one(kiosks, books, options, call != "write", under=fail_at(call, number, error, lasting))
        if books.tally.defects() > before and not is_careless(options):
            print(f"    {call} {number} {error} {'lasting' if lasting else 'once'}")
    return books


def during_recovery(kiosks: stage.Stage, chosen: list, errors: list, options: list) -> stage.Books:
    """First a kill around the commit, then an error while the next start puts it right."""
    books = stage.Books()
    for (call, number), (failing, nth, error, lasting) in zip(chosen, errors):
        state, before = kiosks.kiosk(), books.tally.defects()
        first = stage.finish(stage.begin("both", state, *options, under=kills.kill_at(call, number)))
        second = stage.finish(stage.begin("send", state, "--rounds", "2", *options,
                                          under=fail_at(failing, nth, error, lasting)), PATIENCE_S)
        after = stage.resume(state, *options)
        books.close_case(state, first.promised, 1, after.status)
        books.tally.crashed += not is_clean(second, failing != "write")
        if books.tally.defects() > before and not is_careless(options):
            print(f"    {call} {number}, then {failing} {nth} {error} {'lasting' if lasting else 'once'}: {second.status}")
        shutil.rmtree(state)
    return books


def preloaded(**settings) -> dict:
    return {"LD_PRELOAD": str(stage.BUILD / "tests/libshortage.so"), **{key: str(value) for key, value in settings.items()}}


def counts(kiosks: stage.Stage, way: list) -> tuple[int, int, int]:
    """How many allocations, writes and draws a submission makes."""
    state, file = kiosks.kiosk(), kiosks.folder / "counts"
    assert stage.finish(stage.begin("both", state, *way, env=preloaded(COUNTS_TO=file))).status == 0
    allocations, writes, draws = map(int, file.read_text().split())
    return allocations, writes, draws


def with_shortage(kiosks: stage.Stage, kind: str, numbers: list[int], options: list,
                  ways: tuple = ("AT", "FROM")) -> stage.Books:
    books = stage.Books()
    for number in numbers:
        for how in ways:
            before = books.tally.defects()
            try_one(kiosks, books, options, env=preloaded(**{f"{kind}_{how}": number}))
            if books.tally.defects() > before and not is_careless(options):
                print(f"    {kind} {how} {number}")
    return books


def show_planted(kiosks: stage.Stage, every: list, seed: int, way: list) -> int:
    """Looks until something is seen to go wrong."""
    chance, caught = random.Random(seed), 0
    allocations = counts(kiosks, way)[0]
    for name in PLANTED:
        tally, careless = stage.Tally(), [*way, "--careless", name]
        while tally.cases < 300 and tally.defects() == 0:
            if name == "lets_throw":
                tally += kiosks.close(with_shortage(kiosks, "NO_MEMORY", [chance.randrange(1, allocations)], careless))
            else:
                tally += kiosks.close(with_calls(kiosks, [chance.choice(every)], careless))
        print(stage.row(f"planted: {name}", seed, tally), flush=True)
        caught += tally.defects() > 0
    print(f"caught {caught} of {len(PLANTED)} planted defects")
    return len(PLANTED) - caught


def while_a_line_is_open(allocations: int) -> list[int]:
    """Some allocations between the first byte to the province and the last; there libcurl once ended
    the program when it closed the line."""
    begin, end = int(0.78 * allocations), int(0.9 * allocations)
    return list(range(begin, end, (end - begin) // 20))


def sample(chance: random.Random, every: list, wished: str) -> list:
    return every if wished == "all" else chance.sample(every, min(int(wished), len(every)))


def half(wished: str) -> str:
    return wished if wished == "all" else str(int(wished) // 2)


def break_submissions(kiosks: stage.Stage, wish: argparse.Namespace, title: str, way: list) -> int:
    """All of it for one way of keeping dossiers; how much was wrong."""
    chance = random.Random(wish.seed)
    crossed, promise = kills.boundaries(kiosks, way)
    every, near = every_error(crossed), kills.around_commit(crossed, promise)
    allocations, writes, draws = counts(kiosks, way)
    failing = sorted({call for call, *_ in every})
    print(f"{title}: {len(failing)} calls fail: {' '.join(failing)}")
    print(f"{len(every)} errors of calls, 2 x {allocations} of memory, 2 x {writes} short writes, "
          f"2 x {draws} of chance\n{stage.HEADER}")
    kiosks.close(stage.Books())
    wrong = show_planted(kiosks, every, wish.seed, way)

    def shortage(kind: str, count: int, wished: str) -> stage.Books:
        return with_shortage(kiosks, kind, sample(chance, list(range(1, count + 1)), half(wished)), way)

    for told, run in (
            ("calls that fail", lambda: with_calls(
                kiosks, at_commit(crossed, promise) + sample(chance, every, half(wish.calls)), way)),
            ("kills, then calls that fail", lambda: during_recovery(
                kiosks, [chance.choice(near) for _ in range(int(wish.both) // 2)],
                [chance.choice(every) for _ in range(int(wish.both) // 2)], way)),
            ("memory that is not there", lambda: shortage("NO_MEMORY", allocations, wish.memory)),
            ("memory gone while a line is open", lambda: with_shortage(
                kiosks, "NO_MEMORY", while_a_line_is_open(allocations), way, ways=("FROM",))),
            ("short writes", lambda: shortage("SHORT_WRITE", writes, wish.writes)),
            ("chance that is not there", lambda: shortage("NO_CHANCE", draws, wish.chance))):
        tally = kiosks.close(run())
        print(stage.row(told, wish.seed, tally), flush=True)
        wrong += tally.defects()
    return wrong


def main() -> int:
    words = argparse.ArgumentParser()
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--calls", default="40")
    words.add_argument("--both", default="10")
    words.add_argument("--memory", default="10")
    words.add_argument("--writes", default="5")
    words.add_argument("--chance", default="5")
    wish = words.parse_args()
    if not stage.can_trace():
        print("skipped: this machine does not let programs be traced")
        return stage.SKIPPED
    wrong = 0
    with stage.stage() as kiosks:
        for title, way in stage.WAYS.items():
            wrong += break_submissions(kiosks, wish, title, way)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
