#!/usr/bin/env python3
"""Two seconds after a visit nothing of the citizen is left in memory or on disk, however it ended.

    memory_test.py                       each of the seven ways to end once
    memory_test.py --visits N            N visits for each way to end
    memory_test.py --worlds N --seed N   so many kiosks at once; which people are invented

Each visit is played by the programs as shipped, with a person invented for it. While it runs, the
person is looked for in the kiosk's memory and must be found there: so the search can see. What a
helper wrote and the citizen did not confirm is gone two seconds after the kiosk was handed back.
Afterwards every spelling of every person so far is looked for in the memory of the link, of the
next visit's kiosk and of its eye, and in every file of the kiosk.
"""
import argparse
import concurrent.futures
import contextlib
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator

import canaries
from journey import ENDS, PIN, steps_of

TOP = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("KIOSK_BUILD", TOP / ".build/release"))
# Other programs may be measured with the tools of this build.
BIN = pathlib.Path(os.environ.get("KIOSK_PROGRAMS", BUILD / "bin"))
TOOLS = BUILD / "bin"
SKIPPED = 77
PATIENCE = 60
# What the design demands, of values that a visit holds (security design 6, G7).
LEAST_SPELLINGS = 200
def is_alive(program: int) -> bool:
    """Not when it has ended and only waits for somebody to ask how: then it has no memory left."""
    try:
        status = pathlib.Path("/proc", str(program), "stat").read_text()
    except OSError:
        return False
    return status.rsplit(")", 1)[1].split()[0] not in "ZX"


def children_of(program: int) -> list[int]:
    lists = pathlib.Path("/proc", str(program), "task").glob("*/children")
    return [int(child) for names in lists for child in names.read_text().split()]


class World:
    """A province and a kiosk's state in one folder, as systemd would give them to the programs."""

    def __init__(self, folder: pathlib.Path, dice: random.Random, visits: int) -> None:
        self.folder, self.state, self.runtime = folder, folder / "kiosk", folder / "run"
        self.people = [canaries.invent(dice) for _ in range(visits)]
        self.held: set[str] = set()
        self.inputs = folder / "inputs"
        self.temporary = folder / "tmp"
        for made in (self.state, self.runtime, self.inputs, self.temporary, folder / "logs"):
            made.mkdir(parents=True)
        for at, person in enumerate(self.people):
            (self.inputs / f"person{at}.toml").write_text(person.to_toml())
        subprocess.run([TOOLS / "demo_pictures", self.inputs, self.inputs], check=True)
        self.environment = {
            **os.environ, "STATE_DIRECTORY": str(self.state), "RUNTIME_DIRECTORY": str(self.runtime),
            "MOTLAN_PROVINCE_CONTROL": str(folder / "province/control.sock"),
            "TMPDIR": str(self.temporary), "SDL_VIDEODRIVER": "dummy"}
        self.province = self.serve()
        self.enrol_attendant()
        self.link = self.start_link()

    def call(self, *words: str | pathlib.Path) -> None:
        subprocess.run([TOOLS / words[0], *words[1:]], check=True, stdout=subprocess.DEVNULL)

    def start(self, program: str, *words: str | pathlib.Path) -> subprocess.Popen:
        log = (self.folder / "logs" / f"{program}.log").open("ab")
        return subprocess.Popen([BIN / program, *words], env=self.environment, stdout=log, stderr=log,
                                stdin=subprocess.DEVNULL)

    def start_link(self) -> subprocess.Popen:
        """The link, once it listens: only then it has an outbox and an audit log."""
        listens = self.runtime / "link.sock"
        listens.unlink(missing_ok=True)
        link = self.start("kiosk-link")
        until = time.monotonic() + PATIENCE
        while not listens.exists():
            assert time.monotonic() < until and link.poll() is None, "the link does not listen"
            time.sleep(0.05)
        return link

    def serve(self) -> subprocess.Popen:
        home = self.folder / "province"
        self.call("province", "init", home, "--people", self.inputs)
        reader, writer = os.pipe()
        province = subprocess.Popen([TOOLS / "province", "serve", home, "--port", "0", "--ready-fd", str(writer)],
                                    stdout=subprocess.DEVNULL, pass_fds=[writer])
        os.close(writer)
        assert os.read(reader, 1) == b"\n", "the province did not start"
        os.close(reader)
        self.call("province", "enrol", home, "--kiosk", "TEST-01", "--out", self.state / "enrolment")
        return province

    def enrol_attendant(self) -> None:
        self.call("province", "badge", self.folder / "province", "--number", "0123", "--name", "Nguyễn Văn An",
                  "--role", "attendant", "--out", self.inputs / "attendant.png")
        subprocess.run([TOOLS / "kioskctl", "staff", "enrol", "0123"], env=self.environment, input=f"{PIN}\n", text=True,
                       check=True, stdout=subprocess.DEVNULL)

    def scan(self, words: pathlib.Path, programs: list[int], *places: pathlib.Path) -> tuple[bool, str]:
        """Whether something was found, and where."""
        call = [TOOLS / "scan_memory", words]
        for program in programs:
            call += ["--pid", str(program)]
        for place in places:
            call += ["--path", place]
        done = subprocess.run(call, capture_output=True, text=True)
        if done.returncode == 2:
            raise RuntimeError(f"the search could not see everything: {done.stderr}")
        return done.returncode == 1, done.stdout

    def visit(self, at: int, end: str) -> str:
        """Plays a visit; what was found afterwards, or an empty text."""
        person = self.people[at]
        script, own, all_words = (self.inputs / name for name in ("visit.toml", "own", "all"))
        script.write_text(steps_of(at, person, end, end in ("finished", "helped")) + ENDS[end])
        canaries.write_words(self.people[:at + 1], all_words)
        helps = self.count("help_ended")
        kiosk = self.start("kiosk", "--journey", script)
        try:
            self.wait_until_seen(kiosk, person, own)
            found = self.after_help(kiosk, person, helps) if end == "helped" else ""
            eyes = self.end(kiosk, end)
        finally:
            kiosk.kill()
            kiosk.wait()
        ended = time.monotonic()
        fresh = self.start("kiosk")
        time.sleep(max(0.0, ended + 2 - time.monotonic()))
        try:
            assert fresh.poll() is None, "the next visit's kiosk does not run"
            assert not any(map(is_alive, eyes)), "an eye outlived its visit"
            return found + self.scan(all_words, [self.link.pid, fresh.pid, *children_of(fresh.pid)], self.state,
                                     self.runtime, self.temporary, self.folder / "logs", pathlib.Path("/dev/shm"))[1]
        finally:
            fresh.terminate()
            fresh.wait()

    def wait_until_seen(self, kiosk: subprocess.Popen, person: canaries.Person, own: pathlib.Path) -> None:
        """The journey holds the typed words from its start on, so the name must be seen: it comes
        by the card and the sources. Notes what else is held: looking for other words is no art."""
        canaries.write_words([person], own)
        found = self.wait_for(kiosk, own, "0/name/0", "0/home/0")
        self.held |= {line.split("\t")[2].split("/")[1] for line in found.splitlines()}

    def wait_for(self, kiosk: subprocess.Popen, words: pathlib.Path, *names: str) -> str:
        """Until the kiosk's memory holds all of these; what was found."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            assert kiosk.poll() is None, f"the visit ended before {names} were seen: {kiosk.returncode}"
            with contextlib.suppress(RuntimeError):
                found = self.scan(words, [kiosk.pid])[1]
                if all(f"\t{name}\t" in found for name in names):
                    return found
            time.sleep(0.2)
        raise AssertionError(f"{names} were never seen in the kiosk's memory")

    def after_help(self, kiosk: subprocess.Popen, person: canaries.Person, helps: int) -> str:
        """What is found of the helper's words two seconds after the citizen took them back."""
        words = self.inputs / "helped"
        words.write_text("".join(f"helped.{name}\t{mark.hex()}\n"
                                 for name, mark in canaries.pieces_of(person.helped).items()))
        self.wait_for(kiosk, words, "helped.0.0")
        until = time.monotonic() + PATIENCE
        while self.count("help_ended") == helps:
            assert time.monotonic() < until and kiosk.poll() is None, "the kiosk was never handed back"
            time.sleep(0.1)
        time.sleep(2)
        found = self.scan(words, [kiosk.pid, *children_of(kiosk.pid), self.link.pid], self.state, self.runtime,
                          self.temporary, self.folder / "logs")[1]
        # The visit goes on meanwhile.
        self.wait_for(kiosk, self.inputs / "own", "0/name/0")
        return found

    def count(self, event: str) -> int:
        """How often the audit log tells of it."""
        told = subprocess.run([TOOLS / "kioskctl", "audit", "list", "--json"], env=self.environment, text=True, check=True,
                              stdout=subprocess.PIPE).stdout
        return sum(json.loads(line)["event"] == event for line in told.splitlines())

    def end(self, kiosk: subprocess.Popen, end: str) -> list[int]:
        """The eyes that the visit had."""
        if end in ("finished", "helped", "cancelled", "idle"):
            eyes = children_of(kiosk.pid)
            assert kiosk.wait(timeout=4 * PATIENCE) == 0, f"the visit did not end as '{end}'"
            return eyes
        time.sleep(2)  # somewhere between the card and the overview
        eyes = children_of(kiosk.pid)
        for eye in eyes:
            # As busy as an eye can be: it looks up at nothing any more.
            with contextlib.suppress(ProcessLookupError):
                os.kill(eye, signal.SIGSTOP)
        kiosk.send_signal(signal.SIGSEGV if end == "crash" else signal.SIGKILL)
        assert kiosk.wait() < 0
        if end == "power":
            self.link.kill()
            self.link.wait()
            self.link = self.start_link()
        return eyes

    def close(self) -> None:
        for program in (self.link, self.province):
            program.terminate()
            program.wait()


@contextlib.contextmanager
def world(seed: str, visits: int) -> Iterator[World]:
    folder = pathlib.Path(tempfile.mkdtemp(prefix="motlan-"))
    made = World(folder, random.Random(seed), visits)
    try:
        yield made
    finally:
        made.close()
        if "KIOSK_KEEP" not in os.environ:
            shutil.rmtree(folder)


def play(seed: str, ends: list[str]) -> tuple[list[tuple[str, str]], set[str]]:
    """For each visit how it ended and what was found; and what the visits held."""
    with world(seed, len(ends)) as played:
        return [(end, played.visit(at, end)) for at, end in enumerate(ends)], played.held


def main() -> int:
    wishes = argparse.ArgumentParser()
    wishes.add_argument("--visits", type=int, default=1)
    wishes.add_argument("--worlds", type=int, default=2)
    wishes.add_argument("--seed", default="1")
    wishes.add_argument("--ends", default=" ".join(ENDS))
    wish = wishes.parse_args()
    if os.geteuid() != 0:
        print("skipped: only root may read the memory of other programs")
        return SKIPPED
    ends = wish.ends.split() * wish.visits
    shares = [ends[at::wish.worlds] for at in range(min(wish.worlds, len(ends)))]
    started = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(len(shares)) as crew:
        worlds = list(crew.map(play, [f"{wish.seed}.{at}" for at in range(len(shares))], shares))
    results = [row for rows, _ in worlds for row in rows]
    held = set.union(*(seen for _, seen in worlds))
    for end in dict.fromkeys(wish.ends.split()):
        found = [text for what, text in results if what == end]
        hits = sum(len(text.splitlines()) for text in found)
        print(f"{end:<10} {len(found):>5} visits   {hits:>4} hits 2 s after the end")
    for end, text in results:
        if text:
            print(f"--- {end}\n{text}", end="")
    values = canaries.invent(random.Random(wish.seed)).values()
    spelled = sum(len(canaries.spellings(values[key])) for key in held)
    print(f"values that the visits held: {' '.join(sorted(held))}")
    print(f"seed {wish.seed}: {len(results)} visits; of each person {spelled} spellings of these looked for, "
          f"{len(canaries.words_of(canaries.invent(random.Random(wish.seed))))} in all, {time.monotonic() - started:.0f} s")
    return 1 if any(text for _, text in results) or not results or spelled < LEAST_SPELLINGS else 0


if __name__ == "__main__":
    sys.exit(main())
