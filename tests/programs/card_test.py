#!/usr/bin/env python3
"""The card's camera and its chip, through the real programs: what kioskctl tells of them, and a visit
in which the chip of the card is read through pcscd."""
import contextlib
import json
import os
import pathlib
import random
import socket
import subprocess
import sys
import tempfile
import time

TOP = pathlib.Path(__file__).resolve().parents[2]
BUILD = TOP / ".build/release"
CARD = BUILD / "demo/kim_lien.png"
# The second line on the back of kim_lien's card, and one with another end.
ZONE = "5103124F9912315VNM<<<<<<<<<<<6"
OTHER_ZONE = "5103124F3103120VNM<<<<<<<<<<<6"
PRIVATE = ["Trần", "Mẫu", "040151000017", "12031951"]

JOURNEY = """
name = "the chip is read"
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
show_card = "kim_lien.png"
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


def config(folder: pathlib.Path, camera: str = "", chip: str = "") -> pathlib.Path:
    """The project's configuration with another camera or chip reader."""
    text = (TOP / "config/kiosk.toml").read_text()
    for key in ("procedures", "sources.toml", "holidays.toml", "units.toml", "search.toml"):
        text = text.replace(f'= "{key}"', f'= "{TOP}/config/{key}"')
    if camera:
        text = text.replace('[card_camera]\ndriver = "simulated"', f"[card_camera]\n{camera}\n#")
    if chip:
        head, tail = text.split("[chip]", 1)
        text = f"{head}[chip]\n{chip}\n#" + tail.replace('\ndriver = "none"', "\n#", 1)
    file = folder / f"kiosk{random.randrange(10**9)}.toml"
    file.write_text(text)
    return file


def run(*command, **more) -> subprocess.CompletedProcess:
    done = subprocess.run([TOP / "kiosk/run", *command], capture_output=True, text=True, timeout=120,
                          stdin=subprocess.DEVNULL, **more)
    told = done.stdout + done.stderr
    assert not any(word in told for word in PRIVATE), "kioskctl told who the card is about"
    return done


def expect(done: subprocess.CompletedProcess, status: int, words: str) -> None:
    told = done.stdout + done.stderr
    assert done.returncode == status and words in told, f"{status} and {words!r} were due: {done}"


def test_camera(folder: pathlib.Path) -> None:
    def seen(path) -> subprocess.CompletedProcess:
        camera = f'driver = "folder"\npath = "{path}"'
        return run("kioskctl", "camera", "--seconds", "2", config(folder, camera=camera))

    expect(seen(CARD), 0, "card read: ")
    expect(seen(BUILD / "demo/not_a_card.png"), 1, "no card's code: CARD-02")
    expect(seen(folder / "nothing"), 1, "CAM-01")
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(2000))
    expect(seen(folder / "broken.jpg"), 1, "pictures fail: SCAN-10")
    expect(run("kioskctl", "camera", "--seconds", "0"), 2, "usage:")
    test_controls(config(folder, camera=f'driver = "folder"\npath = "{CARD}"'))


def test_controls(file: pathlib.Path) -> None:
    """A camera without controls says so; what is saved stands in the file, and nothing wrong does."""
    def command(*words) -> subprocess.CompletedProcess:
        return run("kioskctl", "camera", *words[:1], "--file", file, *words[1:])

    expect(command("controls"), 0, "This camera has nothing that can be set.")
    expect(command("controls", "--json"), 0, '{"controls":[]}')
    expect(command("set", "gain=32"), 1, "this camera has no gain that can be set")
    expect(command("set"), 2, "is needed")
    expect(command("save", "sparkle=3"), 2, "sparkle=3 is no value of a control")
    expect(command("save", "gain=much"), 2, "gain=much is no value of a control")
    expect(command("save", "gain=9999999"), 1, "card_camera.gain")
    assert "\ngain = " not in file.read_text()
    expect(command("save", "gain=32", "exposure_us=8000"), 0, "Written.")
    assert "\ngain = 32" in file.read_text() and "\nexposure_us = 8000" in file.read_text()
    expect(command("reset"), 0, "- [card_camera] gain = 32")
    assert "\ngain = " not in file.read_text()


def free_port() -> int:
    for port in random.sample(range(20_000, 32_000, 2), 100):
        with contextlib.ExitStack() as probes:
            with contextlib.suppress(OSError):
                for each in (port, port + 1):
                    probes.enter_context(socket.socket()).bind(("", each))
                return port
    raise RuntimeError("no port is free")


@contextlib.contextmanager
def pcscd(folder: pathlib.Path):
    """A pcscd of our own with a virtual reader: yields the reader's port. It is told by systemd's
    convention (sd_listen_fds(3)) where to listen."""
    port = free_port()
    (folder / "readers").mkdir()
    (folder / "readers/virtual").write_text(
        f'FRIENDLYNAME "Virtual PCD"\nDEVICENAME /dev/null:{port}\n'
        f"LIBPATH /usr/lib/pcsc/drivers/serial/libifdvpcd.so\nCHANNELID {port}\n")
    path = folder / "pcscd.comm"
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(path))
    listener.listen()
    os.environ["PCSCLITE_CSOCK_NAME"] = str(path)
    script = (f"exec 3<&{listener.fileno()}; LISTEN_PID=$$ LISTEN_FDS=1 exec setpriv --pdeathsig KILL "
              "/usr/sbin/pcscd --foreground --disable-polkit --config \"$0\"")
    daemon = subprocess.Popen(["sh", "-c", script, folder / "readers"], pass_fds=[listener.fileno()],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(0.3)
    if daemon.poll() is not None:
        print("skipped: pcscd does not run here")
        sys.exit(77)
    try:
        yield port
    finally:
        daemon.kill()
        daemon.wait()


@contextlib.contextmanager
def card(port: int, trust: pathlib.Path, manner: str = "good"):
    person = TOP / "tests/data/people/kim_lien.toml"
    laid = subprocess.Popen([BUILD / "bin/virtual_card", "--port", str(port), "--person", person,
                             "--trust", trust, "--manner", manner], stdout=subprocess.PIPE, text=True)
    try:
        assert "laid" in laid.stdout.readline()
        yield
    finally:
        laid.kill()
        laid.wait()
        time.sleep(1)  # pcscd looks for a card 2.5 times a second


def test_chip(folder: pathlib.Path, port: int) -> None:
    trust = folder / "trust"
    trust.mkdir()
    chip = config(folder, chip=f'driver = "pcsc"\nreader = "00 00"\ntrust = "{trust}"\nface = true')
    with card(port, trust):
        expect(run("kioskctl", "card", "--seconds", "3", chip), 0, "opens with the card's number")
        expect(run("kioskctl", "card", "--code", CARD, chip), 0, "authentic, with its picture")
        expect(run("kioskctl", "card", "--code", BUILD / "demo/student.png", chip), 1, "CHIP-05")
        test_visit(folder / "with_pace", chip)
    with card(port, trust, "exchanged"):
        expect(run("kioskctl", "card", "--code", CARD, chip), 1, "CHIP-07")
    with card(port, trust, "unknown-issuer"):
        expect(run("kioskctl", "card", "--code", CARD, chip), 1, "signer not known here")
    with card(port, trust, "no-pace"):
        expect(run("kioskctl", "card", "--seconds", "3", chip), 0, "(BAC)")
        expect(run("kioskctl", "card", "--code", CARD, chip), 0, "authentic, with its picture")
        expect(run("kioskctl", "card", "--code", CARD, "--zone", ZONE, chip), 0, "authentic")
        expect(run("kioskctl", "card", "--code", CARD, "--zone", OTHER_ZONE, chip), 1, "CHIP-05")
        expect(run("kioskctl", "card", "--code", CARD, "--zone", "510312", chip), 2, "--zone")
        test_visit(folder / "with_zone", chip)
    expect(run("kioskctl", "card", "--zone", ZONE, chip), 2, "usage:")
    expect(run("kioskctl", "card", "--seconds", "1", chip), 1, "CHIP-02")


def test_visit(folder: pathlib.Path, chip: pathlib.Path) -> None:
    folder.mkdir()
    script, world = folder / "journey.toml", folder / "world"
    script.write_text(JOURNEY)
    played = subprocess.run([TOP / "kiosk/run", "kiosk", "--journey", script, "--config", chip],
                            capture_output=True, text=True, timeout=120, stdin=subprocess.DEVNULL,
                            env={**os.environ, "KIOSK_WORLD": str(world)})
    assert played.returncode == 0 and "receipt verified" in played.stdout, played
    counted = run("kioskctl", "counters", "--json", env={**os.environ, "STATE_DIRECTORY": str(world / "kiosk")})
    tallies = json.loads(counted.stdout)["counts"]["procedures"]["2.000635"]
    assert tallies.get("from.card.chip", 0) > 0, f"nothing was taken from the chip: {tallies}"


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="motlan-") as name:
        folder = pathlib.Path(name)
        test_camera(folder)
        with pcscd(folder) as port:
            test_chip(folder, port)
    return 0


if __name__ == "__main__":
    sys.exit(main())
