#!/usr/bin/env python3
"""A visit leaves nothing of a person in the clear on disk, outbox and ledger agree, and the audit
log tells what was done.

Plays a journey with the kiosk, its eye and its link under strace, then looks for what the person
said and showed in every byte that one of them wrote to a file, and in every file that is left.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib

SKIPPED = 77
WRITES = "write,writev,pwrite64,pwritev,pwritev2,copy_file_range,sendfile,splice,fallocate"
WRITE = re.compile(r'^\d+ +(?:write|writev|pwrite64|pwritev2?)\(\d+<([^>]*)>')
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
TYPED = "Số 12 đường Sen, xã Kim Liên"


def words_of(person: pathlib.Path) -> list[bytes]:
    """What identifies the person: never in the clear, in no spelling of it that we write."""
    card = tomllib.loads(person.read_text())["card"]
    texts = [card[key] for key in ("number", "old_number", "full_name", "address", "birth_date")]
    return [text.encode() for text in [*texts, *texts[2].split(), TYPED, TYPED[:12]] if len(text) > 3]


def from_hex(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def is_file(path: str) -> bool:
    """True for what stays. The copy of the catalogue is public and names real places."""
    return (path.startswith("/") and not path.startswith(("/dev/", "/proc/", "/memfd:"))
            and "/kiosk/catalogue" not in path)


def written(trace: str) -> list[tuple[str, bytes]]:
    """File and bytes of every write to something that stays."""
    found = []
    for line in trace.splitlines():
        match = WRITE.match(line)
        path = from_hex(match[1]).decode() if match else ""
        if is_file(path):
            found.append((path, from_hex("".join(TEXT.findall(line)))))
    return found


def clear_words(words: list[bytes], content: bytes) -> list[bytes]:
    return [word for word in words if word in content]


def play(top: pathlib.Path, world: pathlib.Path, trace: pathlib.Path) -> None:
    under = f"strace -f -A -y -xx -s 16777216 -e trace={WRITES} -o {trace}"
    subprocess.run(
        [top / "kiosk/run", "--journey", top / "tests/journeys/temporary_residence.toml"],
        env={**os.environ, "KIOSK_WORLD": str(world), "KIOSK_UNDER": under},
        check=True, stdout=subprocess.DEVNULL)


def report(top: pathlib.Path, *call: str | pathlib.Path, state: pathlib.Path) -> list[dict]:
    out = subprocess.run([top / "kiosk/run", *call], check=True, capture_output=True, text=True,
                         env={**os.environ, "STATE_DIRECTORY": str(state)}).stdout
    rows = [json.loads(line) for line in out.splitlines()]
    return rows[0] if len(rows) == 1 and isinstance(rows[0], list) else rows


def check_disk(words: list[bytes], top: pathlib.Path, world: pathlib.Path, trace: str) -> None:
    writes = written(trace)
    sealed = sum(len(content) for path, content in writes if "/outbox/" in path)
    assert sealed > 65536, f"the trace saw only {sealed} bytes go to the outbox"
    for path, content in writes:
        assert not clear_words(words, content), f"a person's words were written to {path}"
    # What the kiosk was given before anybody came holds the names of places.
    given = {path.read_bytes() for path in (top / "config").rglob("*.toml")}
    kept = [path for path in world.rglob("*") if path.is_file() and "province" not in path.parts
            and is_file(str(path)) and path.read_bytes() not in given]
    assert kept, "nothing is left to look at"
    for path in kept:
        assert not clear_words(words, path.read_bytes()), f"a person's words stand in {path}"
        assert not clear_words(words, str(path).encode()), "a person's words name a file"


def check_search(words: list[bytes]) -> None:
    """The search itself finds what is there."""
    with tempfile.TemporaryDirectory() as folder:
        trace = pathlib.Path(folder, "trace")
        subprocess.run(["strace", "-f", "-y", "-xx", "-s", "65536", "-e", f"trace={WRITES}", "-o", trace,
                        "tee", f"{folder}/copy"], input=words[0], check=True, stdout=subprocess.DEVNULL)
        found = [path for path, content in written(trace.read_text()) if clear_words(words, content)]
        assert any(path.endswith("/copy") for path in found), "the trace shows no written words"


def check_agreement(top: pathlib.Path, world: pathlib.Path) -> None:
    state = world / "kiosk"
    outbox = report(top, "kioskctl", "outbox", "list", "--json", state=state)
    ledger = report(top, "province", "ledger", world / "province", "--json", state=state)
    assert all(row["state"] in ("acknowledged", "purged") for row in outbox), outbox
    ours = {row["dossier"]: (row["parts"], row["size"]) for row in outbox}
    theirs = {row["dossier"]: (len(row["parts"]), sum(part["size"] for part in row["parts"]))
              for row in ledger if row["code"]}
    assert ours and ours == theirs, f"outbox {outbox} and ledger {ledger} differ"


def check_audit(top: pathlib.Path, world: pathlib.Path) -> None:
    state = world / "kiosk"
    verdict = report(top, "kioskctl", "audit", "verify", "--json", state=state)[0]
    assert verdict["ok"] and verdict["anchored_until"] > 0, verdict
    kiosk = tomllib.loads((state / "enrolment/province.toml").read_text())["kiosk"]
    subprocess.run([sys.executable, top / "tests/outbox/verify_audit.py", state / "outbox/outbox.db",
                    state / "enrolment/ca.pem", kiosk], check=True, stdout=subprocess.DEVNULL)
    told = [row["event"] for row in report(top, "kioskctl", "audit", "list", "--json", state=state)]
    wanted = ["visit_started", "dossier_committed", "dossier_released", "dossier_uploaded",
              "dossier_acknowledged"]
    assert [event for event in told if event in wanted] == wanted, told
    assert {"program_started", "bundle_accepted", "visit_ended"} <= set(told), told


def main() -> int:
    top = pathlib.Path(__file__).resolve().parents[2]
    words = words_of(top / "tests/data/people/student.toml")
    if subprocess.run(["strace", "-o", "/dev/null", "true"], stderr=subprocess.DEVNULL).returncode != 0:
        print("skipped: this machine does not let programs be traced")
        return SKIPPED
    with tempfile.TemporaryDirectory(prefix="motlan-") as folder:
        world, trace = pathlib.Path(folder, "world"), pathlib.Path(folder, "trace")
        check_search(words)
        play(top, world, trace)
        check_disk(words, top, world, trace.read_text())
        check_agreement(top, world)
        check_audit(top, world)
    print("nothing in the clear; outbox and ledger agree; the audit log holds")
    return 0


if __name__ == "__main__":
    sys.exit(main())
