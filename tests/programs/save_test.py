#!/usr/bin/env python3
"""A student saves a visit for later and takes it up again with slip and card: another card opens nothing, what was
answered and scanned is there, it is filed and receipted, and the slip opens nothing any more. What waits on the disk
meanwhile cannot be read.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
WORDS = ["Số 12 đường Sen", "Kim Liên", "17971", "1.004194"]

TAKEN_UP = """
[[step]]
tap = "welcome.follow"
[[step]]
expect = "find.title"
[[step]]
show_card = "{slip}"
[[step]]
expect = "find.saved"
[[step]]
shot = "slip_shown"
[[step]]
show_card = "kim_lien.png"
[[step]]
expect = "card.refused"
says = "không phải của người đã lưu"
[[step]]
show_card = "student.png"
[[step]]
expect = "consent.title"
[[step]]
tap = "action.next"
[[step]]
expect = "check.title"
[[step]]
tap = "action.next"
[[step]]
expect = "review.title"
[[step]]
shot = "taken_up"
[[step]]
tap = "action.next"
[[step]]
expect = "declare.title"
[[step]]
tap = "action.next"
[[step]]
expect = "slip.again"
[[step]]
tap = "action.next"
[[step]]
expect = "bye.wiped"
"""

USED = """
[[step]]
tap = "welcome.follow"
[[step]]
expect = "find.title"
[[step]]
show_card = "{slip}"
[[step]]
expect = "card.refused"
says = "không còn"
[[step]]
tap = "action.back"
[[step]]
expect = "welcome.start"
"""


def play(journey: pathlib.Path, world: pathlib.Path, shots: list[str]) -> None:
    done = subprocess.run([TOP / "kiosk/run", "--journey", journey, *shots], text=True, timeout=120,
                          capture_output=True, env={**os.environ, "KIOSK_WORLD": str(world)})
    assert done.returncode == 0, f"{journey.name}:\n{done.stdout}{done.stderr}"


def play_steps(name: str, steps: str, submits: bool, world: pathlib.Path, shots: list[str]) -> None:
    file = world / f"{name}.toml"
    file.write_text(f'name = "{name}"\nsubmits = {str(submits).lower()}\n{steps}')
    play(file, world, shots)
    print(f"saved: {name}")


def main() -> int:
    shots = ["--shots", sys.argv[1]] if len(sys.argv) > 1 else []
    with tempfile.TemporaryDirectory(prefix="motlan-") as folder:
        world = pathlib.Path(folder, "world")
        play(TOP / "tests/journeys/saved.toml", world, shots)
        slips = list(world.glob("kiosk/slips/*.png"))
        assert len(slips) == 1, f"one slip was expected: {slips}"
        waiting = list(world.glob("kiosk/saved/*"))
        assert len(waiting) == 1, f"one saved work was expected: {waiting}"
        sealed = waiting[0].read_bytes()
        for word in WORDS:
            assert word.encode() not in sealed, f"{word} can be read in {waiting[0].name}"
        play_steps("taken up", TAKEN_UP.format(slip=slips[0]), True, world, shots)
        assert not list(world.glob("kiosk/saved/*")), "it was taken up and is still there"
        play_steps("used", USED.format(slip=slips[0]), False, world, shots)
    return 0


if __name__ == "__main__":
    sys.exit(main())
