#!/usr/bin/env python3
"""A new kiosk makes its keys, in a file and in a TPM 2.0 (swtpm), the province certifies them, and a
whole visit is then signed with them. What does not fit is refused, and nothing changes."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from soft_tpm import tpm

TOP = pathlib.Path(__file__).resolve().parents[2]
BIN = TOP / ".build/release/bin"
KIOSK = "TEST-07"


class World:
    """A province, and a kiosk that nobody knows yet."""

    def __init__(self, folder: pathlib.Path, tcti: str):
        self.folder, self.state, self.home = folder, folder / "kiosk", folder / "province"
        self.places = os.environ | {
            "STATE_DIRECTORY": str(self.state), "RUNTIME_DIRECTORY": str(folder), "SDL_VIDEODRIVER": "dummy",
            "MOTLAN_PROVINCE_CONTROL": str(self.home / "control.sock"), "TPM2OPENSSL_TCTI": tcti}
        self.state.mkdir(mode=0o700)
        assert self.call("kioskctl", "enrol", "request", folder / "x").returncode == 2, "a kiosk without a name"
        self.must("province", "init", self.home)
        ready, done = os.pipe()
        self.server = subprocess.Popen([BIN / "province", "serve", self.home, "--ready-fd", str(done)],
                                       pass_fds=[done], stdout=subprocess.DEVNULL)
        os.read(ready, 1)

    def call(self, program: str, *words) -> subprocess.CompletedProcess:
        return subprocess.run([BIN / program, *words], env=self.places, text=True, capture_output=True, timeout=120)

    def must(self, program: str, *words) -> str:
        done = self.call(program, *words)
        assert done.returncode == 0, f"{program} {words}: {done.stdout}{done.stderr}"
        return done.stdout

    def enrol(self, stick: pathlib.Path, *options: str) -> None:
        self.must("kioskctl", "enrol", "request", "--kiosk", KIOSK, *options, stick)
        self.must("province", "enrol", self.home, "--kiosk", KIOSK, "--requests", stick, "--out", stick / "made")
        assert not list(stick.rglob("*.key")), "a key left the machine"
        self.must("kioskctl", "enrol", "accept", stick / "made")

    def visit(self) -> None:
        """Files a dossier; the journey ends well only when its receipt was verified."""
        with subprocess.Popen([BIN / "kiosk-link"], env=self.places, stderr=subprocess.DEVNULL) as link:
            done = self.call("kiosk", "--journey", TOP / "tests/journeys/birth_extract.toml")
            link.terminate()
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]


def refusals(world: World, folder: pathlib.Path) -> None:
    """None of these changes what is in force."""
    before = {file.name: file.read_bytes() for file in (world.state / "enrolment").iterdir()}
    good = folder / "stick/made"

    def refused(what: str, stick: pathlib.Path) -> None:
        done = world.call("kioskctl", "enrol", "accept", stick)
        assert done.returncode == 1 and "CFG-" in done.stderr, f"{what}: {done.returncode} {done.stderr}"
        now = {file.name: file.read_bytes() for file in (world.state / "enrolment").iterdir()}
        assert now == before, f"{what} changed the enrolment"

    refused("no request waits", good)
    world.must("kioskctl", "enrol", "request", "--kiosk", KIOSK, folder / "again")
    waiting = (world.state / "enrolment.new/device.key").read_bytes()
    second = world.call("kioskctl", "enrol", "request", folder / "twice")
    assert second.returncode == 1 and "--again" in second.stderr, second.stderr
    assert (world.state / "enrolment.new/device.key").read_bytes() == waiting, "keys that wait were lost"
    refused("certificates of other keys", good)
    refused("an empty stick", folder / "none")
    world.must("province", "enrol", world.home, "--kiosk", KIOSK, "--requests", folder / "again", "--out",
               folder / "again/made")
    for name in ("ca.pem", "root.json", "device.pem", "tls.pem", "province.toml"):
        broken = pathlib.Path(shutil.copytree(folder / "again/made", folder / f"broken-{name}"))
        (broken / name).write_bytes((broken / name).read_bytes()[:40])
        refused(f"a damaged {name}", broken)
    other = world.call("province", "enrol", world.home, "--kiosk", "TEST-08", "--requests", folder / "again",
                       "--out", folder / "other")
    assert other.returncode != 0, "a request was certified for another kiosk"
    assert world.call("kioskctl", "enrol", "request").returncode == 2


def renew(world: World, stick: pathlib.Path) -> None:
    """An enrolled kiosk's next keys: nobody has to know its name, and a key in the TPM is followed by one there."""
    before = {name: (world.state / "enrolment" / name).read_text() for name in ("device.key", "tls.key")}
    said = world.must("kioskctl", "enrol", "request", stick)
    assert KIOSK in said and "the signing key in the TPM" in said, said
    assert sorted(file.name for file in stick.iterdir()) == ["device.csr", "tls.csr"], "a key left the machine"
    world.must("province", "enrol", world.home, "--kiosk", KIOSK, "--requests", stick, "--out", stick / "made")
    assert "restart kiosk-link" in world.must("kioskctl", "enrol", "accept", stick / "made")
    now = {name: (world.state / "enrolment" / name).read_text() for name in before}
    assert all(now[name] != before[name] for name in now), "a key was not renewed"
    assert "TSS2 PRIVATE KEY" in now["device.key"], "the signing key left the TPM"
    world.visit()


def cut_off(world: World, stick: pathlib.Path) -> None:
    """The power goes while new certificates take the place of the former ones: nothing is lost, accept goes on."""
    world.must("kioskctl", "enrol", "request", stick)
    world.must("province", "enrol", world.home, "--kiosk", KIOSK, "--requests", stick, "--out", stick / "made")
    former = (world.state / "enrolment/device.key").read_bytes()
    shutil.rmtree(world.state / "enrolment.old")
    (world.state / "enrolment").rename(world.state / "enrolment.old")
    world.must("kioskctl", "enrol", "accept", stick / "made")
    assert (world.state / "enrolment.old/device.key").read_bytes() == former, "the former keys are lost"
    assert (world.state / "enrolment/tls.pem").exists(), "nothing is in force"


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="motlan-enrol-") as place, tpm(pathlib.Path(place) / "tpm") as tcti:
        folder = pathlib.Path(place)
        world = World(folder, tcti)
        try:
            world.enrol(folder / "stick")
            world.visit()
            refusals(world, folder)
            world.enrol(folder / "second", "--tpm", "--again")
            key = (world.state / "enrolment/device.key").read_text()
            assert "TSS2 PRIVATE KEY" in key, "the signing key is not in the TPM"
            world.visit()
            renew(world, folder / "third")
            cut_off(world, folder / "fourth")
        finally:
            world.server.kill()
            world.server.wait()
    print("enrolled with keys in a file and in a TPM; both signed a dossier that the province took")
    return 0


if __name__ == "__main__":
    sys.exit(main())
