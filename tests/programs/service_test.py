#!/usr/bin/env python3
"""`kioskctl service` as a technician types it: a kiosk is closed, opened, and rests as planned; what nobody can mean is
refused and changes nothing."""
import datetime
import json
import os
import pathlib
import subprocess
import tempfile

BIN = pathlib.Path(__file__).resolve().parents[2] / ".build/release/bin"
VIETNAM = datetime.timezone(datetime.timedelta(hours=7))


def call(state: pathlib.Path, *words: str) -> subprocess.CompletedProcess:
    return subprocess.run([BIN / "kioskctl", "service", *words], env=os.environ | {"STATE_DIRECTORY": str(state)},
                          text=True, capture_output=True, timeout=60)


def must(state: pathlib.Path, *words: str) -> str:
    done = call(state, *words)
    assert done.returncode == 0, f"{words}: {done.returncode}: {done.stderr}"
    return done.stdout


def shown(state: pathlib.Path) -> dict:
    return json.loads(must(state, "show", "--json"))


def minute(hours: int) -> str:
    return (datetime.datetime.now(VIETNAM) + datetime.timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M")


def close_and_open(state: pathlib.Path) -> None:
    assert must(state, "show") == "It serves citizens.\n"
    must(state, "close")
    assert shown(state) == {"closed": True, "from": "", "rests": True, "to": ""}
    must(state, "open")
    assert shown(state) == {"closed": False, "from": "", "rests": False, "to": ""}


def plan(state: pathlib.Path) -> None:
    tonight, morning = minute(2), minute(9)
    must(state, "plan", tonight, morning)
    assert shown(state) == {"closed": False, "from": tonight, "rests": False, "to": morning}
    assert f"from {tonight} to {morning}" in must(state, "show")
    must(state, "plan", minute(-1), minute(1))
    assert must(state, "show").startswith("It rests as planned.\n")
    must(state, "plan", "none")
    assert must(state, "show") == "It serves citizens.\n"


def refuse(state: pathlib.Path) -> None:
    must(state, "plan", minute(2), minute(9))
    before = shown(state)
    for words in (["plan"], ["plan", minute(2)], ["plan", minute(9), minute(2)], ["plan", minute(-3), minute(-2)],
                  ["plan", "22:00", "23:00"], ["plan", minute(1), minute(24 * 40)], ["close", "now"], ["show", "all"]):
        assert call(state, *words).returncode == 2, words
    assert shown(state) == before


def main() -> None:
    for part in (close_and_open, plan, refuse):
        with tempfile.TemporaryDirectory(prefix="motlan-service-") as state:
            part(pathlib.Path(state))
        print(f"kioskctl service: {part.__name__.replace('_', ' ')}: as promised")


if __name__ == "__main__":
    main()
