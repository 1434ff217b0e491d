#!/usr/bin/env python3
"""An attendant helps in a visit: what audit log and manifest say of it afterwards, and that no PIN stays anywhere;
the same of a declaration before witnesses and of a paper taken while its source is silent.
Then a technician does what the handbook's section about staff says, and looks after a kiosk at its own screen."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import handbook

TOP = pathlib.Path(__file__).resolve().parents[2]
BIN = TOP / ".build/release/bin"
PIN, WRONG = "246810", "135791"
SECTION = "Let staff sign in"  # of the technician's page; handbook_test.py counts on it


def kioskctl(state: pathlib.Path, *words: str, given: str = "", status: int = 0) -> str:
    done = subprocess.run([BIN / "kioskctl", *words], text=True, input=given, capture_output=True, timeout=60,
                          env={**os.environ, "STATE_DIRECTORY": str(state)})
    assert done.returncode == status, f"kioskctl {words}: {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout


def visit(world: pathlib.Path, journey: pathlib.Path, shots: list[str]) -> None:
    done = subprocess.run([TOP / "kiosk/run", "--journey", journey, *shots],
                          text=True, timeout=180, capture_output=True, env={**os.environ, "KIOSK_WORLD": str(world)})
    assert done.returncode == 0, done.stdout + done.stderr


def check_audit(state: pathlib.Path) -> None:
    told = [json.loads(line) for line in kioskctl(state, "audit", "list", "--json").splitlines()]
    of = {name: [each["fields"] for each in told if each["event"] == name]
          for name in ("staff_enrolled", "staff_refused", "staff_signed_in", "help_granted", "help_ended", "help_edited")}
    assert of["staff_refused"] == [{"fault": "STF-04"}], of
    assert of["staff_signed_in"] == [{"role": "attendant", "staff": "0123"}], of
    assert of["help_granted"] == [{"scope": "type", "staff": "0123"}], of
    assert of["help_ended"] == [{"confirmed": 2, "entered": 3, "scope": "type", "staff": "0123"}], of
    edits = of["help_edited"]
    assert len({each["item"] for each in edits}) == 3 and sum(each["confirmed"] for each in edits) == 2, edits
    for each in edits:
        assert each["staff"] == "0123" and each["after"] != each.get("before"), each
        assert all(len(each[one]) == 64 for one in ("before", "after") if one in each), f"only hashes: {each}"
    kioskctl(state, "audit", "verify")


def opened(world: pathlib.Path, out: pathlib.Path) -> bytes:
    """The manifest of the newest dossier, as the office opens it."""
    ledger = subprocess.run([BIN / "province", "ledger", world / "province", "--json"], text=True,
                            capture_output=True, check=True).stdout
    subprocess.run([BIN / "province", "open", world / "province", json.loads(ledger)[-1]["dossier"], "--out", out],
                   check=True, capture_output=True)
    return (out / "manifest.cms").read_bytes()


def check_manifest(world: pathlib.Path, out: pathlib.Path) -> None:
    manifest = opened(world, out)
    assert b'"confirmed":2,"entered":3' in manifest and b'"staff":"0123"' in manifest
    form = (out / "form.json").read_text()
    assert "14 đường Sen" in form and "12 đường Sen" not in form, "what was taken back was filed"


def check_answered_for(world: pathlib.Path, shots: list[str]) -> None:
    """What staff have put their badges to stands in the sealed manifest, in the log and in the counts."""
    visit(world, TOP / "tests/journeys/witnessed.toml", shots)
    manifest = opened(world, world / "witnessed")
    assert b'"need":"cannot_read","reader":"0123","witness":"0456"' in manifest, manifest
    visit(world, TOP / "tests/journeys/paper_exception.toml", shots)
    manifest = opened(world, world / "excepted")
    assert b'"source":"dd","verdict":"silent"' in manifest and b'"reason":"deadline","staff":"0456"' in manifest
    told = [json.loads(line) for line in kioskctl(world / "kiosk", "audit", "list", "--json").splitlines()]
    events = [(each["event"], each["fields"]["staff"]) for each in told if "staff" in each["fields"]]
    for expected in (("declaration_witnessed", "0123"), ("declaration_witnessed", "0456"), ("paper_excepted", "0456")):
        assert events.count(expected) == 1, events
    counted = kioskctl(world / "kiosk", "counters", "--json")
    assert '"excepted.deadline":1' in counted and '"witnessed":1' in counted, counted


def check_nothing_kept(world: pathlib.Path) -> None:
    for file in world.rglob("*"):
        if file.is_file() and not file.is_relative_to(world / "province"):
            for pin in (PIN, WRONG):
                assert pin.encode() not in file.read_bytes(), f"a PIN stands in {file}"


def check_commands(world: pathlib.Path, state: pathlib.Path) -> None:
    commands = handbook.blocks_of(handbook.section(handbook.TECHNICIAN, SECTION))
    assert len(commands) == 4, commands
    for command in commands:
        words = command.split()
        assert words[:2] == ["kioskctl", "staff"], command
        kioskctl(state, *words[1:], given=f"{PIN}\n" if words[2] == "enrol" else "")
    listed = kioskctl(state, "staff", "list")
    assert "0123" not in listed and "0900" in listed, f"0123 was removed, the technician was not: {listed}"
    kioskctl(state, "staff", "remove", "0900")
    kioskctl(state, "staff", "remove", "0456")

    issued = subprocess.run([BIN / "province", "badge", world / "province", "--number", "0777", "--name", "Lê Thị Sen",
                             "--role", "attendant"], text=True, capture_output=True, check=True).stdout
    code = issued.rstrip("\n").split("\t")[1]
    kioskctl(state, "staff", "enrol", code, given=f"{PIN}\n")
    assert json.loads(kioskctl(state, "staff", "list", "--json"))["number"] == "0777"
    forged = code[:-1] + ("0" if code[-1] != "0" else "1")
    kioskctl(state, "staff", "enrol", forged, given=f"{PIN}\n", status=2)
    for poor in ("123456", "000000", "12345", "abcdef", ""):
        kioskctl(state, "staff", "enrol", "0777", given=f"{poor}\n", status=2)
    kioskctl(state, "staff", "unlock", "--strangers")
    kioskctl(state, "staff", "unlock", "0999", status=1)
    kioskctl(state, "staff", "remove", "../../x", status=2)


def check_technician(world: pathlib.Path) -> None:
    visit(world, TOP / "tests/journeys/technician.toml", [])
    state = world / "kiosk"
    told = [json.loads(line) for line in kioskctl(state, "audit", "list", "--json").splitlines()]
    signed_in = [each["fields"] for each in told if each["event"] == "staff_signed_in"]
    assert signed_in == [{"role": "technician", "staff": "0900"}], signed_in
    assert not [each for each in told if each["event"] == "visit_started"], "a technician is no visit"
    assert (state / "tests/network.json").is_file()
    assert json.loads((state / "tests/scanner.json").read_text())[-1]["reason"] == "skipped_repair"
    assert "scanner is skipped_repair" in kioskctl(state, "doctor", status=1)
    assert not (state / "closed").exists(), "it was opened again"

    # A kiosk that was left closed serves nobody, also after a start.
    (state / "closed").touch()
    closed = world / "closed.toml"
    closed.write_text('name = "closed"\nsubmits = false\n[[step]]\nexpect = "closed.fault"\nsays = "nghỉ một lát"\n')
    visit(world, closed, [])


def main() -> int:
    shots = ["--shots", sys.argv[1]] if len(sys.argv) > 1 else []
    with tempfile.TemporaryDirectory(prefix="motlan-") as folder:
        world = pathlib.Path(folder, "world")
        state = world / "kiosk"
        visit(world, TOP / "tests/journeys/assisted_visit.toml", shots)
        check_audit(state)
        check_manifest(world, pathlib.Path(folder, "opened"))
        check_nothing_kept(world)
        check_commands(world, state)
        check_answered_for(pathlib.Path(folder, "answered"), shots)
        check_technician(pathlib.Path(folder, "care"))
    print("staff helped, and the records say so")
    return 0


if __name__ == "__main__":
    sys.exit(main())
