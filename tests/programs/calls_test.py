#!/usr/bin/env python3
"""`kioskctl staff calls` on an enrolled kiosk: who waits at which kiosk, who is on the way, and what it says when the
link or the province does not answer. Nothing in it is a citizen's."""
import json
import pathlib
import socket
import subprocess
import tempfile
import time

from enrol_test import BIN, World

PATIENCE = 30.0


def tell(world: World, line: str) -> str:
    """A command to the stand-in for the province."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as control:
        control.connect(str(world.home / "control.sock"))
        control.sendall(f"{line}\n".encode())
        answer = control.recv(65536).decode()
    assert answer.startswith("ok"), f"{line}: {answer}"
    return answer


def linked(world: World) -> None:
    ends = time.monotonic() + PATIENCE
    while world.call("kioskctl", "staff", "calls").returncode != 0:
        assert time.monotonic() < ends, world.call("kioskctl", "staff", "calls").stderr
        time.sleep(0.2)


def ask(world: World) -> None:
    assert world.must("kioskctl", "staff", "calls").startswith("Nobody has called.")
    tell(world, "call NA-VINH-07 scan")
    said = world.must("kioskctl", "staff", "calls")
    assert said.split("\t") == ["NA-VINH-07", "0 min", "scan", "vi\n"], said
    tell(world, "take NA-VINH-07 0456")
    assert "0456 is on the way" in world.must("kioskctl", "staff", "calls")
    row = json.loads(world.must("kioskctl", "staff", "calls", "--json"))
    assert set(row) == {"kiosk", "language", "since", "step", "taken_by", "unhurried"} and row["taken_by"] == "0456", row
    assert world.call("kioskctl", "staff", "calls", "NA-VINH-07").returncode == 2


def time_province(world: World) -> None:
    """The same signed answers tell how soon the province answers, and the time."""
    ends = time.monotonic() + PATIENCE
    while True:
        result = json.loads(world.call("kioskctl", "test", "--json", "network").stdout)
        if result["verdict"] == "passed" or time.monotonic() >= ends:
            break
        time.sleep(0.5)
    figures = {one["name"]: one["value"] for one in result["figures"]}
    assert set(figures) == {"queue", "certificate_days", "latency_ms", "clock_seconds"}, result
    assert 0 < figures["latency_ms"] < 5000 and figures["clock_seconds"] <= 2, result
    told = world.call("kioskctl", "doctor").stdout
    assert "days left: device " in told, told


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="motlan-calls-") as place:
        folder = pathlib.Path(place)
        world = World(folder, "")
        try:
            world.enrol(folder / "stick")
            with subprocess.Popen([BIN / "kiosk-link"], env=world.places, stderr=subprocess.DEVNULL) as link:
                linked(world)
                ask(world)
                time_province(world)
                tell(world, "network cut")
                silent = world.call("kioskctl", "staff", "calls")
                link.terminate()
            assert silent.returncode == 1 and "cannot be asked" in silent.stderr, silent.stdout + silent.stderr
            gone = world.call("kioskctl", "staff", "calls")
            assert gone.returncode == 1 and "cannot be asked" in gone.stderr, gone.stdout + gone.stderr
        finally:
            world.server.kill()
            world.server.wait()


if __name__ == "__main__":
    main()
