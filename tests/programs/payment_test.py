#!/usr/bin/env python3
"""`kioskctl test payment` on an enrolled kiosk: money that comes and goes back, and which hop is named when it does not.
No dossier is there before or after it."""
import json
import pathlib
import subprocess
import tempfile

from calls_test import linked, tell
from enrol_test import BIN, World


def tested(world: World, status: int) -> dict:
    done = world.call("kioskctl", "test", "--json", "payment")
    assert done.returncode == status, done.stdout + done.stderr
    return json.loads(done.stdout)


def verdict(result: dict) -> tuple[str, str, str]:
    return result["verdict"], result["reason"], result["fault"]


def ask(world: World) -> None:
    good = tested(world, 0)
    assert verdict(good) == ("passed", "none", ""), good
    figures = {one["name"]: one for one in good["figures"]}
    assert set(figures) == {"callback_seconds", "refund_seconds"}, good
    assert all(0 < one["value"] <= 10 == one["most"] for one in figures.values()), good
    words = world.must("kioskctl", "test", "payment")
    assert "There is no terminal in this configuration." in words or "không có máy quẹt thẻ" in words, words
    for mood, status, expected in (
            ("uncalled", 1, ("failed", "no_callback", "")),
            ("unrefunded", 1, ("failed", "no_refund", "")),
            ("untested", 0, ("not_tested", "no_sandbox", "")),
            ("forged", 1, ("failed", "fault", "PAY-02")),
            ("swapped", 1, ("failed", "fault", "PAY-02")),
            ("other_sum", 1, ("failed", "fault", "PAY-02"))):
        tell(world, f"payment {mood}")
        assert verdict(tested(world, status)) == expected, mood
    tell(world, "payment good")
    tell(world, "network cut")
    assert tested(world, 1)["reason"] == "fault"
    assert world.must("kioskctl", "outbox", "list") == world.must("kioskctl", "outbox", "list", "--json") == ""


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="motlan-payment-") as place:
        folder = pathlib.Path(place)
        world = World(folder, "")
        try:
            world.enrol(folder / "stick")
            with subprocess.Popen([BIN / "kiosk-link"], env=world.places, stderr=subprocess.DEVNULL) as link:
                linked(world)
                ask(world)
                link.terminate()
        finally:
            world.server.kill()
            world.server.wait()


if __name__ == "__main__":
    main()
