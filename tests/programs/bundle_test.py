#!/usr/bin/env python3
"""A bundle comes over the road and on a stick; kioskctl tells the truth about it under any clock."""
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time

TOP = pathlib.Path(__file__).resolve().parents[2]
BIN = TOP / ".build/release/bin"


class World:
    """A province with one kiosk in a folder of their own."""

    def __init__(self, folder: pathlib.Path):
        self.home, self.state = folder / "province", folder / "kiosk"
        self.places = os.environ | {"STATE_DIRECTORY": str(self.state), "RUNTIME_DIRECTORY": str(folder)}
        self.state.mkdir(mode=0o700)
        self.call("province", "init", self.home)
        ready, done = os.pipe()
        self.server = subprocess.Popen([BIN / "province", "serve", self.home, "--ready-fd", str(done)],
                                       pass_fds=[done], stdout=subprocess.DEVNULL)
        os.read(ready, 1)
        self.call("province", "enrol", self.home, "--kiosk", "TEST-01", "--out", self.state / "enrolment")

    def call(self, program: str, *words, under=()) -> subprocess.CompletedProcess:
        return subprocess.run([*under, BIN / program, *words], env=self.places, text=True,
                              capture_output=True, timeout=60)

    def order(self, words: str) -> None:
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(str(self.home / "control.sock"))
            line.sendall(f"{words}\n".encode())
            assert line.recv(100).startswith(b"ok"), words

    def show(self, under=()) -> dict:
        told = self.call("kioskctl", "bundle", "show", "--json", under=under)
        return json.loads(told.stdout) if told.stdout else {"state": told.stderr}

    def fetch(self, version: int) -> None:
        """Lets the link run until that bundle is in service."""
        with subprocess.Popen([BIN / "kiosk-link"], env=self.places, stderr=subprocess.DEVNULL) as link:
            for _ in range(600):
                if self.show().get("version") == version:
                    break
                time.sleep(0.1)
            # The floor of the clock is written after the bundle.
            while not (self.state / "clock_floor").exists():
                time.sleep(0.05)
            link.terminate()

    def stick(self, folder: pathlib.Path) -> pathlib.Path:
        """The bundle in service as a technician would carry it."""
        newest = max((self.state / "bundles").glob("1-*"), key=lambda each: int(each.name[2:]))
        shutil.copytree(newest, folder)
        return folder


def clocks(world: World) -> list[str]:
    """No clock ends the service of a good bundle."""
    wrong = []
    for turned in ("-10y", "+10y", "-30d", "+5d", "+0 x0.000001"):
        state = world.show(["faketime", "-f", turned])["state"]
        if state != "in_service":
            wrong.append(f"under a clock turned by {turned}: {state}")
    return wrong


def sticks(world: World, folder: pathlib.Path) -> list[str]:
    """A stick is believed as far as its signatures go, and only the files that they name."""
    wrong = []

    def expect(what: str, holds: bool) -> None:
        if not holds:
            wrong.append(what)

    def imported(stick: pathlib.Path) -> int:
        return world.call("kioskctl", "bundle", "import", stick).returncode

    old = world.stick(folder / "old")
    (world.home / "catalogue/units.toml").write_text((TOP / "config/units.toml").read_text())
    world.order("bundle publish")
    world.fetch(2)
    new = world.stick(folder / "new")
    shutil.rmtree(world.state / "bundles")
    shutil.copytree(old, world.state / "bundles/1-1")
    broken = pathlib.Path(shutil.copytree(new, folder / "broken"))
    with (broken / "units.toml").open("a") as file:
        file.write("x = 1\n")
    (new / "sources.toml").write_text("nobody signed this")
    expect("a stick with a changed file was taken", imported(broken) == 1)
    expect("the bundle before did not stay", world.show().get("version") == 1)
    expect("a good stick was refused", imported(new) == 0)
    shown = world.show()
    expect("the stick's bundle is not in service", shown.get("version") == 2)
    expect("other files than those signed came along", shown.get("files") == ["revocation.crl", "units.toml"])
    expect("an old stick was taken", imported(old) == 1)
    expect("an empty stick was taken", imported(folder) == 1)
    expect("a folder with a stranger was checked as fine",
           world.call("kioskctl", "config", "check", "--bundle", world.state / "enrolment").returncode == 1)
    expect("the bundle's own folder was not checked as fine",
           world.call("kioskctl", "config", "check", "--bundle", world.state / "bundles/1-2").returncode == 0)
    damaged = world.state / "bundles/1-2/units.toml"
    damaged.write_text(damaged.read_text().replace("units", "Units", 1))
    expect("a damaged file was not told", world.show().get("damaged") == 1)
    return wrong


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="motlan-bundle-") as place:
        folder = pathlib.Path(place)
        world = World(folder)
        try:
            (world.home / "catalogue").mkdir()
            world.fetch(1)
            wrong = clocks(world) + sticks(world, folder)
        finally:
            world.server.terminate()
            world.server.wait()
    print(*wrong, sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
