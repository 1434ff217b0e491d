#!/usr/bin/env python3
"""Every procedure is filed on a real kiosk, whoever comes and whichever source is silent, and a
verified receipt comes back. Whichever way somebody works, the office opens the same bytes.

    every_procedure_test.py          each procedure by touch and in one of the other ways, with another
                                     person and another outage
    every_procedure_test.py --ways   each procedure in each way: by touch, by six keys before a black
                                     screen, low in large letters, with the language switched in between
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
import zlib
from typing import NamedTuple

TOP = pathlib.Path(__file__).resolve().parents[2]
PROCEDURES = [tomllib.loads(file.read_text()) for file in sorted((TOP / "config/procedures").glob("*.toml"))]
PEOPLE = sorted(file.stem for file in (TOP / "tests/data/people").glob("*.toml"))
SOURCES = [source["id"] for source in tomllib.loads((TOP / "config/sources.toml").read_text())["source"]]
OUTAGES = [[], *([source] for source in SOURCES), SOURCES]

WAYS = ("touch", "keys", "low", "languages")

# "keys": read aloud, the screen turned off. "low": large letters, all that can be touched in the
# lower half. "languages": another one from the search on, the first one again for what is agreed to,
# the other one for the rest, so also for what is declared.
WISHES = {"keys": ("access.voice", "access.voice", "settings.screen", "settings.primary"),
          "low": ("access.size", "access.size", "access.reach")}
SHOTS = ("consent", "check")
SWITCH = '[[step]]\ntap = "access.language"\n'
FOR_MYSELF = '[[step]]\ntap = "behalf.self"\n'

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
{behalf}[[step]]
expect = "consent.title"
{switch}[[step]]
expect = "consent.title"
[[step]]
shot = "consent"
[[step]]
tap = "action.next"
[[step]]
expect = "check.title"
{switch}[[step]]
shot = "check"
[[step]]
finish = "bye.wiped"
"""

# What two visits of the same person never have in common.
ALWAYS_ANOTHER = "another one in every visit"


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
    taps = "".join(f'[[step]]\ntap = "{node}"\n' for node in WISHES.get(case.by, ()))
    return f'name = "{case}"\n' + outages + STEPS.format(
        code=case.procedure["code"], name=case.procedure["short_name"]["vi"], person=case.person,
        before=taps, behalf=FOR_MYSELF if "behalf" in case.procedure else "",
        switch=SWITCH if case.by == "languages" else "")


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


def rows_of(picture: pathlib.Path) -> bytes:
    """The filtered rows of a PNG: nothing but zeros where all of it is black."""
    content, packed, at = picture.read_bytes(), b"", 8
    while at < len(content):
        size = int.from_bytes(content[at:at + 4])
        if content[at + 4:at + 8] == b"IDAT":
            packed += content[at + 8:at + 8 + size]
        at += size + 12
    width, high = int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
    rows = zlib.decompress(packed)
    assert len(rows) == high * (1 + 3 * width), f"{picture.name} is no picture of the screen"
    return b"".join(rows[start + 1:start + 1 + 3 * width] for start in range(0, len(rows), 1 + 3 * width))


def wrong_pictures(case: Case, shots: pathlib.Path) -> str:
    seen = [shot for shot in SHOTS if any(rows_of(shots / f"{shot}.png"))]
    wanted = [] if case.by == "keys" else list(SHOTS)
    return "" if seen == wanted else f"what can be seen is {seen}"


def plain_form(content: bytes, case: Case) -> bytes:
    """The form as it would be had it been filed at no time by somebody who reads one language: the only
    things that may differ. Everything else stays, byte by byte."""
    form = json.loads(content)
    same = json.dumps(form, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    assert same == content, "the form is not as it is written here again"
    form["declaration"]["given"] = form["consent"]["given"] = ALWAYS_ANOTHER
    form["consent"]["reference"] = ALWAYS_ANOTHER
    for item in form["items"]:
        item.update({key: ALWAYS_ANOTHER for key in ("query", "time") if key in item})
    read = "en" if case.by == "languages" else "vi"
    words = (form["language"], form["declaration"]["text"], form["consent"]["text"])
    assert words == (read, f"{read}:declaration:1", "vi:consent:1"), f"what was read is {words}"
    form["language"], form["declaration"]["text"] = "vi", "vi:declaration:1"
    return json.dumps(form, ensure_ascii=False, sort_keys=True).encode()


def plain_manifest(content: bytes) -> bytes:
    """The same of the signed list of parts; the form's own hash follows from its times."""
    start = content.index(b'{"boot":')
    manifest, _ = json.JSONDecoder().raw_decode(content[start:].decode("utf-8", "replace"))
    manifest["dossier"] = manifest["sealed"] = ALWAYS_ANOTHER
    for part in manifest["parts"]:
        if part["kind"] == "form":
            part["sha256"] = part["size"] = ALWAYS_ANOTHER
    return json.dumps(manifest, ensure_ascii=False, sort_keys=True).encode()


def pictures_of(file: pathlib.Path) -> bytes:
    """What the pages of a paper show. Their invisible text is there where it was read before the
    dossier was sealed, and nobody waits for it."""
    with tempfile.TemporaryDirectory(prefix="motlan-") as folder:
        subprocess.run(["pdfimages", "-all", file, pathlib.Path(folder, "picture")], check=True)
        return b"".join(part.read_bytes() for part in sorted(pathlib.Path(folder).iterdir()))


def opened(world: pathlib.Path, case: Case, out: pathlib.Path) -> dict[str, bytes]:
    """What the office finds in the dossier: the manifest, the form and each paper."""
    told = subprocess.run([TOP / "kiosk/run", "province", "ledger", world / "province", "--json"],
                          capture_output=True, text=True, check=True).stdout
    dossier = json.loads(told)[-1]["dossier"]
    subprocess.run([TOP / "kiosk/run", "province", "open", world / "province", dossier, "--out", out],
                   check=True, capture_output=True)
    parts = {file.name: pictures_of(file) if file.suffix == ".pdf" else file.read_bytes() for file in out.iterdir()}
    parts["form.json"] = plain_form(parts["form.json"], case)
    parts["manifest.cms"] = plain_manifest(parts["manifest.cms"])
    return parts


def differences(parts: dict[str, bytes], first: dict[str, bytes]) -> str:
    return ", ".join(name for name in sorted(parts.keys() | first.keys())
                     if parts.get(name) != first.get(name))


def wrong_visit(case: Case, filed: dict[tuple, dict[str, bytes]]) -> str:
    """What went wrong; nothing when a verified receipt came back, nothing was asked in vain, and the
    dossier is what the same person has filed in another way."""
    try:
        return wrong_ending(case, filed)
    except subprocess.TimeoutExpired:
        return "it did not end"
    except AssertionError as wrong:
        return str(wrong)


def wrong_ending(case: Case, filed: dict[tuple, dict[str, bytes]]) -> str:
    with tempfile.TemporaryDirectory(prefix="motlan-") as folder:
        script = pathlib.Path(folder, "journey.toml")
        script.write_text(journey(case))
        world, shots = pathlib.Path(folder, "world"), pathlib.Path(folder, "shots")
        by = "keys" if case.by == "keys" else "touch"
        played = subprocess.run([TOP / "kiosk/run", "--journey", script, "--by", by, "--shots", shots],
                                capture_output=True, text=True, timeout=150, stdin=subprocess.DEVNULL,
                                env={**os.environ, "KIOSK_WORLD": str(world)})
        if played.returncode != 0 or "receipt verified" not in played.stdout:
            return f"{played.stderr.strip().splitlines()[-1:]}"
        told = subprocess.run([TOP / "kiosk/run", "kioskctl", "counters", "--json"], capture_output=True,
                              text=True, env={**os.environ, "STATE_DIRECTORY": str(world / "kiosk")})
        if told.returncode != 0:
            return told.stderr.strip()
        parts = opened(world, case, pathlib.Path(folder, "opened"))
        other = differences(parts, filed.setdefault((case.procedure["code"], case.person, *case.silent), parts))
        return (wrong_counts(case, json.loads(told.stdout)["counts"]) or wrong_pictures(case, shots)
                or (f"not the same bytes in {other}" if other else ""))


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
    filed: dict[tuple, dict[str, bytes]] = {}
    wrong = 0
    for case in chosen:
        reason = wrong_visit(case, filed)
        if reason:
            wrong += 1
            print(f"{case}: {reason}", flush=True)
    print(f"{len(chosen) - wrong} of {len(chosen)} visits ended with a verified receipt")
    return 1 if wrong or not chosen else 0


if __name__ == "__main__":
    sys.exit(main())
