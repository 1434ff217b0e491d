#!/usr/bin/env python3
"""Every procedure is filed on a real kiosk, whoever comes and whichever source is silent, and a
verified receipt comes back.

    every_procedure_test.py          each procedure by touch and in one of the other ways, with another
                                     person and another outage
    every_procedure_test.py --ways   each procedure in each way: by touch, by six keys, low in large
                                     letters, with the language switched in between
    every_procedure_test.py --pairs  each procedure with each person, under one outage after another
    every_procedure_test.py --all    each procedure with each person under each outage: two hours
"""
import itertools
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import tomllib
from typing import NamedTuple

TOP = pathlib.Path(__file__).resolve().parents[2]
PROCEDURES = [tomllib.loads(file.read_text()) for file in sorted((TOP / "config/procedures").glob("*.toml"))]
PEOPLE = sorted(file.stem for file in (TOP / "tests/data/people").glob("*.toml"))
SOURCES = [source["id"] for source in tomllib.loads((TOP / "config/sources.toml").read_text())["source"]]
OUTAGES = [[], *([source] for source in SOURCES), SOURCES]

WAYS = ("touch", "keys", "low", "languages")

# "low": large letters, all that can be touched in the lower half. "languages": another one from the
# search on, the first one again for what is agreed to, the other one for the rest.
LARGE_AND_LOW = ("access.size", "access.size", "access.reach")
SWITCH = '[[step]]\ntap = "access.language"\n'

STEPS = """
[[step]]
lay_paper = ["rental_agreement.png", "leave_decision.png", "family_statement.png"]
{before}[[step]]
tap = "welcome.start"
[[step]]
tap = "search.open"
[[step]]
type = "{name}"
{switch}[[step]]
tap = "choose.{code}"
[[step]]
expect = "action.next"
[[step]]
tap = "action.next"
[[step]]
show_card = "{person}.png"
[[step]]
expect = "consent.title"
{switch}[[step]]
expect = "consent.title"
[[step]]
tap = "action.next"
[[step]]
expect = "check.title"
{switch}[[step]]
finish = "bye.wiped"
"""


class Case(NamedTuple):
    procedure: dict
    person: str
    silent: list[str]
    by: str = "touch"

    def __str__(self) -> str:
        silent = " ".join(self.silent) or "none"
        return f"{self.procedure['code']} by {self.person}, with {self.by}, silent: {silent}"


def journey(case: Case) -> str:
    outages = "".join(f'[[step]]\nprovince = "source {source} silent"\n' for source in case.silent)
    taps = "".join(f'[[step]]\ntap = "{node}"\n' for node in LARGE_AND_LOW) if case.by == "low" else ""
    return f'name = "{case}"\n' + outages + STEPS.format(
        code=case.procedure["code"], name=case.procedure["short_name"]["vi"], person=case.person,
        before=taps, switch=SWITCH if case.by == "languages" else "")


def wrong_counts(case: Case, counts: dict) -> str:
    """What the kiosk's own counts say that must not be; nothing when they are as they should."""
    tallies = counts["procedures"][case.procedure["code"]]
    asked = {key: number for key, number in tallies.items() if key.startswith("asked.")}
    heard = {source: words for source, words in counts["sources"].items() if "word.silent" in words}
    if tallies.get("filed") != 1 or tallies.get("begun") != 1:
        return f"begun and filed once, but {tallies}"
    if sum(asked.values()) != tallies.get("from.citizen", 0) + tallies.get("from.scan", 0):
        return f"asked without a reason, or with one and not asked: {tallies}"
    if not set(heard) <= set(case.silent):
        return f"sources were silent that were up: {sorted(heard)}"
    if "asked.source_unusable" in asked or ("asked.source_silent" in asked and not heard):
        return f"asked for what a source had answered: {asked}"
    return ""


def wrong_visit(case: Case) -> str:
    """What went wrong; nothing when a verified receipt came back and nothing was asked in vain."""
    try:
        return wrong_ending(case)
    except subprocess.TimeoutExpired:
        return "it did not end"


def wrong_ending(case: Case) -> str:
    with tempfile.TemporaryDirectory(prefix="motlan-") as folder:
        script = pathlib.Path(folder, "journey.toml")
        script.write_text(journey(case))
        world = pathlib.Path(folder, "world")
        played = subprocess.run([TOP / "kiosk/run", "--journey", script, "--by", "keys" if case.by == "keys" else "touch"], capture_output=True, text=True,
                                env={**os.environ, "KIOSK_WORLD": str(world)}, timeout=150,
                                stdin=subprocess.DEVNULL)
        if played.returncode != 0 or "receipt verified" not in played.stdout:
            return f"{played.stderr.strip().splitlines()[-1:]}"
        told = subprocess.run([TOP / "kiosk/run", "kioskctl", "counters", "--json"], capture_output=True,
                              text=True, env={**os.environ, "STATE_DIRECTORY": str(world / "kiosk")})
        if told.returncode != 0:
            return told.stderr.strip()
        return wrong_counts(case, json.loads(told.stdout)["counts"])


def cases(which: str) -> list[Case]:
    if which == "--all":
        return list(itertools.starmap(Case, itertools.product(PROCEDURES, PEOPLE, OUTAGES)))
    if which == "--pairs":
        return [Case(procedure, person, OUTAGES[(row + column) % len(OUTAGES)])
                for row, procedure in enumerate(PROCEDURES) for column, person in enumerate(PEOPLE)]
    others = WAYS[1:]
    return [Case(procedure, PEOPLE[row % len(PEOPLE)], OUTAGES[5 * row % len(OUTAGES)], by)
            for row, procedure in enumerate(PROCEDURES)
            for by in (WAYS if which == "--ways" else ("touch", others[row % len(others)]))]


def main() -> int:
    chosen = cases(*sys.argv[1:] or [""])
    wrong = 0
    for case in chosen:
        reason = wrong_visit(case)
        if reason:
            wrong += 1
            print(f"{case}: {reason}", flush=True)
    print(f"{len(chosen) - wrong} of {len(chosen)} visits ended with a verified receipt")
    return 1 if wrong or not chosen else 0


if __name__ == "__main__":
    sys.exit(main())
