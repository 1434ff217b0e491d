#!/usr/bin/env python3
"""A visit whose card is read by a serial code reader, through the real programs. The camera sees no
card, and the reader is plugged in only when the citizen already waits for it."""
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import tomllib
import tty

TOP = pathlib.Path(__file__).resolve().parents[2]
PERSON = tomllib.loads((TOP / "tests/data/people/kim_lien.toml").read_text())["card"]
FIELDS = ("number", "old_number", "full_name", "birth_date", "sex", "address", "issued")

JOURNEY = """
name = "a card at the hand reader"
[[step]]
tap = "welcome.start"
[[step]]
tap = "search.open"
[[step]]
type = "bản sao khai sinh"
[[step]]
tap = "choose.2.000635"
[[step]]
tap = "action.next"
[[step]]
tap = "behalf.self"
[[step]]
expect = "consent.title"
[[step]]
tap = "action.next"
[[step]]
expect = "check.full_name"
says = "Trần Thị Mẫu"
[[step]]
finish = "bye.wiped"
"""


def config(folder: pathlib.Path, node: pathlib.Path) -> pathlib.Path:
    """The project's configuration with a serial reader that may be plugged in at `node`."""
    text = (TOP / "config/kiosk.toml").read_text()
    for key in ("procedures", "sources.toml", "holidays.toml", "units.toml", "search.toml"):
        text = text.replace(f'= "{key}"', f'= "{TOP}/config/{key}"')
    head, tail = text.split("[hand_reader]", 1)
    tail = tail.replace('\ndriver = "none"', "\n#", 1)
    file = folder / "kiosk.toml"
    file.write_text(f'{head}[hand_reader]\ndriver = "serial"\npath = "{node}"\naim_prefix = true\n#{tail}')
    return file


def plug(node: pathlib.Path) -> int:
    """A reader at one end of a pseudo terminal, whose other end is the node: answers the reader's."""
    reader, line = os.openpty()
    tty.setraw(line)
    os.set_blocking(reader, False)
    node.symlink_to(os.ttyname(line))
    os.close(line)
    return reader


def scan_until_done(visit: subprocess.Popen, reader: int) -> None:
    """Holds the card under the reader again and again; what nobody reads is dropped."""
    card = f"]Q1{'|'.join(PERSON[field] for field in FIELDS)}\r\n".encode()
    while visit.poll() is None:
        try:
            os.write(reader, card)
        except (BlockingIOError, OSError):
            pass
        time.sleep(0.2)


def is_waiting(line: str) -> bool:
    """The citizen stands before the reader, and it is not there."""
    return '"fault_seen"' in line and '"READ-01"' in line


def play(command: list, folder: pathlib.Path) -> tuple[int, str, str]:
    """Runs the visit; answers its status, what it told, and what it logged."""
    node, script, told = folder / "reader", folder / "journey.toml", folder / "told"
    script.write_text(JOURNEY)
    with told.open("w") as out:
        visit = subprocess.Popen([*command, "--journey", script, "--config", config(folder, node)],
                                 stdout=out, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True)
    logged, reader = [], None
    for line in visit.stderr:
        logged.append(line)
        if reader is None and is_waiting(line):
            reader = plug(node)
        elif reader is not None and '"device_found"' in line:
            scan_until_done(visit, reader)
    return visit.wait(), told.read_text(), "".join(logged)


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="motlan-") as name:
        status, told, logged = play([TOP / "kiosk/run", "kiosk"], pathlib.Path(name))
    assert status == 0 and "receipt verified" in told, f"{status}: {told}\n{logged}"
    lost, found = logged.find('"device_lost"'), logged.find('"device_found"')
    assert 0 <= lost < found, f"the reader was not found again: {logged}"
    assert not any(PERSON[field] in told + logged for field in ("full_name", "number", "address"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
