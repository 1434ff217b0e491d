#!/usr/bin/env python3
"""Two seconds after a visit nothing of the citizen is left in memory or on disk, however it ended.

    memory_test.py                       each of the six ways to end once
    memory_test.py --visits N            N visits for each way to end
    memory_test.py --worlds N --seed N   so many kiosks at once; which people are invented

Each visit is played by the programs as shipped, with a person invented for it. While it runs, the
person is looked for in the kiosk's memory and must be found there: so the search can see.
Afterwards every spelling of every person so far is looked for in the memory of the link, of the
next visit's kiosk and of its eye, and in every file of the kiosk.
"""
import argparse
import concurrent.futures
import contextlib
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

TOP = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("KIOSK_BUILD", TOP / ".build/release"))
# Other programs may be measured with the tools of this build.
BIN = pathlib.Path(os.environ.get("KIOSK_PROGRAMS", BUILD / "bin"))
TOOLS = BUILD / "bin"
SKIPPED = 77
PATIENCE = 60
# Long enough to be seen on a busy machine.
PAUSE = '[[step]]\nwait = 5000\n'
STANDS = '[[step]]\nwait = 25000\n'
# Ninety seconds, then the question whether somebody is still there, for thirty.
IDLE = STANDS * 3 + '[[step]]\nexpect = "still"\n' + STANDS + '[[step]]\nexpect = "bye.wiped"\n'
LEAVE = '[[step]]\ntap = "access.leave"\n[[step]]\ntap = "leave.other"\n[[step]]\nexpect = "bye.wiped"\n'
SEND = "".join(f'[[step]]\ntap = "action.next"\n[[step]]\nexpect = "{shown}"\n'
               for shown in ("declare.title", "slip.again", "bye.wiped"))
# How a visit goes on from the overview of all answers.
ENDS = {"finished": PAUSE + SEND, "cancelled": PAUSE + LEAVE, "idle": IDLE, "crash": STANDS, "kill": STANDS,
        "power": STANDS}

STEPS = """name = "a visit that ends: {end}"
submits = {submits}
[[step]]
tap = "welcome.start"
[[step]]
tap = "search.open"
[[step]]
type = "thuê trọ"
[[step]]
tap = "choose.1.004194"
[[step]]
expect = "need.full_name.row"
[[step]]
tap = "action.next"
[[step]]
show_card = "{card}.png"
[[step]]
expect = "consent.title"
[[step]]
tap = "action.next"
[[step]]
expect = "check.title"
[[step]]
tap = "action.next"
[[step]]
expect = "new_unit.wider"
[[step]]
type = "kl"
[[step]]
tap = "answer.17971"
[[step]]
tap = "action.next"
[[step]]
expect = "key.shift"
[[step]]
type = "{typed}"
[[step]]
tap = "action.next"
[[step]]
expect = "scan.title"
[[step]]
lay_paper = ["rental_agreement.png"]
[[step]]
tap = "action.next"
[[step]]
expect = "page.title"
[[step]]
tap = "action.next"
[[step]]
expect = "review.title"
[[step]]
show_card = ""
[[step]]
lay_paper = []
"""


def children_of(program: int) -> list[int]:
    lists = pathlib.Path("/proc", str(program), "task").glob("*/children")
    return [int(child) for names in lists for child in names.read_text().split()]


class World:
    """A province and a kiosk's state in one folder, as systemd would give them to the programs."""

    def __init__(self, folder: pathlib.Path, dice: random.Random, visits: int) -> None:
        self.folder, self.state, self.runtime = folder, folder / "kiosk", folder / "run"
        self.people = [canaries.invent(dice) for _ in range(visits)]
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
        self.link = self.start("kiosk-link")

    def call(self, *words: str | pathlib.Path) -> None:
        subprocess.run([TOOLS / words[0], *words[1:]], check=True, stdout=subprocess.DEVNULL)

    def start(self, program: str, *words: str | pathlib.Path) -> subprocess.Popen:
        log = (self.folder / "logs" / f"{program}.log").open("ab")
        return subprocess.Popen([BIN / program, *words], env=self.environment, stdout=log, stderr=log,
                                stdin=subprocess.DEVNULL)

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
        script.write_text(STEPS.format(end=end, submits=str(end == "finished").lower(), card=f"person{at}",
                                       typed=person.typed) + ENDS[end])
        own.write_text(f"typed\t{person.typed.encode().hex()}\n")
        canaries.write_words(self.people[:at + 1], all_words)
        kiosk = self.start("kiosk", "--journey", script)
        try:
            self.wait_until_seen(kiosk, person, own)
            eyes = children_of(kiosk.pid)
            self.end(kiosk, end)
        finally:
            kiosk.kill()
            kiosk.wait()
        ended = time.monotonic()
        fresh = self.start("kiosk")
        time.sleep(max(0.0, ended + 2 - time.monotonic()))
        try:
            assert fresh.poll() is None, "the next visit's kiosk does not run"
            assert not any(pathlib.Path("/proc", str(eye)).exists() for eye in eyes), "an eye outlived its visit"
            return self.scan(all_words, [self.link.pid, fresh.pid, *children_of(fresh.pid)], self.state, self.runtime,
                             self.temporary, self.folder / "logs", pathlib.Path("/dev/shm"))[1]
        finally:
            fresh.terminate()
            fresh.wait()

    def wait_until_seen(self, kiosk: subprocess.Popen, person: canaries.Person, own: pathlib.Path) -> None:
        """The journey holds the typed words from its start on, so the name must be seen: it comes
        by the card and the sources."""
        own.write_text(f"name\t{person.name.encode().hex()}\ntyped.home\t{person.home.encode().hex()}\n")
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            assert kiosk.poll() is None, f"the visit ended before it was seen: {kiosk.returncode}"
            with contextlib.suppress(RuntimeError):
                found = self.scan(own, [kiosk.pid])[1]
                if "\tname\t" in found and "\ttyped.home\t" in found:
                    return
            time.sleep(0.2)
        raise AssertionError("nothing of the visit was ever seen in the kiosk's memory")

    def end(self, kiosk: subprocess.Popen, end: str) -> None:
        if end in ("finished", "cancelled", "idle"):
            assert kiosk.wait(timeout=4 * PATIENCE) == 0, f"the visit did not end as '{end}'"
            return
        time.sleep(2)  # somewhere between the card and the overview
        kiosk.send_signal(signal.SIGSEGV if end == "crash" else signal.SIGKILL)
        assert kiosk.wait() < 0
        if end == "power":
            self.link.kill()
            self.link.wait()
            self.link = self.start("kiosk-link")

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


def play(seed: str, ends: list[str]) -> list[tuple[str, str]]:
    """For each visit how it ended and what was found."""
    with world(seed, len(ends)) as played:
        return [(end, played.visit(at, end)) for at, end in enumerate(ends)]


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
        results = [row for rows in crew.map(play, [f"{wish.seed}.{at}" for at in range(len(shares))], shares)
                   for row in rows]
    for end in dict.fromkeys(wish.ends.split()):
        found = [text for what, text in results if what == end]
        hits = sum(len(text.splitlines()) for text in found)
        print(f"{end:<10} {len(found):>5} visits   {hits:>4} hits 2 s after the end")
    for end, text in results:
        if text:
            print(f"--- {end}\n{text}", end="")
    words = len(canaries.words_of(canaries.invent(random.Random(wish.seed)))) * max(map(len, shares))
    print(f"seed {wish.seed}: {len(results)} visits, up to {words} spellings looked for after each, "
          f"{time.monotonic() - started:.0f} s")
    return 1 if any(text for _, text in results) or not results else 0


if __name__ == "__main__":
    sys.exit(main())
