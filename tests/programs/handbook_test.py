#!/usr/bin/env python3
"""Every command on the pages of the handbook is run by a test, or a reason stands here why none can. What the province's
page says and what is carried on sticks is run here, in worlds of its own; what an installed kiosk needs is run by
tests/package/install_test.py, what is about staff by staff_test.py."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import handbook
import staff_test

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/package"))
import install_test  # noqa: E402

BIN = TOP / ".build/release/bin"
KIOSK = "NA-KIMLIEN-01"
NOT_RUN = {"mount -o X-mount.mkdir,uid=motlan,umask=077,noexec,nodev,nosuid /dev/sdX1 /media/stick":
           "needs a memory stick: neither the tests nor their namespaces have a block device to plug in"}
# What the integrator's page says that a kiosk is handed back.
HANDED_BACK = ["province.toml", "ca.pem", "root.json", "revocation.crl", "device.pem", "tls.pem"]


class Reader:
    """Somebody who does what the pages say, on this machine."""

    def __init__(self, folder: pathlib.Path):
        self.folder, self.state = folder, folder / "kiosk"
        self.home, self.stick = folder / "province", folder / "stick"
        self.places = os.environ | {"STATE_DIRECTORY": str(self.state), "RUNTIME_DIRECTORY": str(folder / "run"),
                                    "PATH": f"{BIN}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
        for made in (self.state, self.stick):
            made.mkdir(mode=0o700)

    def call(self, command: str) -> str:
        done = subprocess.run(["bash", "-c", command], cwd=TOP, env=self.places, text=True, capture_output=True,
                              timeout=300, stdin=subprocess.DEVNULL)
        assert done.returncode == 0, f"{command} ended with {done.returncode}: {done.stdout[-2000:]}{done.stderr[-2000:]}"
        return done.stdout

    def do(self, command: str, **filled_in: object) -> str:
        """A command of a page with what its words in capitals stand for."""
        assert any(command in each.words for each in handbook.all_commands()), f"no page says: {command}"
        ran.append(command)
        for word, value in filled_in.items():
            command = command.replace(word, str(value))
        return self.call(command)


ran: list[str] = []


def enrol(reader: Reader) -> None:
    """The province's page: a kiosk's requests are certified and handed back on its stick."""
    text = handbook.section(handbook.PROVINCE, "Enrol a kiosk")
    for name in HANDED_BACK:
        assert f"`{name}`" in text, f"the page does not name {name}"
    first, second = handbook.blocks_of(text)
    reader.do(first, PROVINCE=reader.home)
    reader.call(f"kioskctl enrol request --kiosk {KIOSK} {reader.stick}")
    assert sorted(file.name for file in reader.stick.iterdir()) == ["device.csr", "tls.csr"], "the page names two requests"
    reader.do(second, PROVINCE=reader.home, KIOSK=KIOSK, STICK=reader.stick)
    for name in HANDED_BACK:
        shutil.copy(reader.stick / "made" / name, reader.stick / name)
    reader.do("kioskctl enrol accept STICK", STICK=reader.stick)
    address = second.split("--address ")[1]
    assert address in (reader.state / "enrolment/province.toml").read_text(), "the address is not the enrolment's"


def renew(reader: Reader) -> None:
    """The technician's page: the next certificates, of a kiosk that serves."""
    stick = reader.folder / "renewal"
    reader.do("kioskctl enrol request STICK", STICK=stick)
    reader.call(f"province enrol {reader.home} --kiosk {KIOSK} --requests {stick} --out {stick / 'made'}"
                " --address https://kiosk.nghean.example:8443")
    reader.do("kioskctl enrol accept STICK", STICK=stick / "made")


def examine(reader: Reader) -> None:
    """Another backend, played by our own, is asked whether it keeps the contract."""
    ready, done = os.pipe()
    server = subprocess.Popen([BIN / "province", "serve", reader.home, "--ready-fd", str(done)], pass_fds=[done],
                              stdout=subprocess.DEVNULL)
    try:
        os.read(ready, 1)
        enrolment = reader.folder / "examined"
        reader.call(f"province enrol {reader.home} --kiosk EXAMINED-01 --out {enrolment}")
        port = (reader.home / "port").read_text().strip()
        told = reader.do("tests/run province --url https://… --enrolment …",
                         **{"https://…": f"https://127.0.0.1:{port}", "--enrolment …": f"--enrolment {enrolment}"})
        assert "passed" in told and "FAILED" not in told, told
    finally:
        server.kill()
        server.wait()


def carry(reader: Reader) -> None:
    """A dossier that waits goes to the province on a stick, and its receipt comes back."""
    done = subprocess.run([TOP / "kiosk/run", "--journey", TOP / "tests/journeys/network_cut.toml"], text=True, timeout=180,
                          capture_output=True, env=os.environ | {"KIOSK_WORLD": str(reader.folder)})
    assert done.returncode == 0, done.stdout + done.stderr
    waiting = reader.do("kioskctl outbox export STICK", STICK=reader.stick)
    assert waiting.endswith("\twritten\n") and waiting.count("\n") == 1, waiting
    reader.call(f"province import {reader.home} {reader.stick}")
    back = reader.do("kioskctl outbox import STICK", STICK=reader.stick)
    assert back == waiting.replace("\twritten", "\tacknowledged"), back
    bundle, = (reader.state / "bundles").glob("1-*")
    reader.do("kioskctl config check --bundle FOLDER", FOLDER=bundle)


def check_all_are_run() -> int:
    """Each command that a page says is one that a test runs; a mention may be the beginning of one."""
    elsewhere = {(handbook.TECHNICIAN, title) for title in [install_test.SET_UP, *install_test.IN_SERVICE,
                                                            install_test.UPGRADE, staff_test.SECTION]}
    all_commands = handbook.all_commands()
    blocks = {command.words for command in all_commands if not command.is_mention
              and any(command.page == page and command.section.startswith(title) for page, title in elsewhere)}
    run = {*blocks, *ran, *install_test.MENTIONED, *install_test.MEND}
    lost = [command for command in all_commands if command.words not in run and command.words not in NOT_RUN
            and not (command.is_mention and any(whole.startswith(command.words + " ") for whole in run))]
    assert not lost, f"no test runs {[f'{command.page}: {command.words}' for command in lost]}"
    said = {command.words for command in all_commands}
    old = [words for words in [*NOT_RUN, *install_test.MENTIONED, *install_test.MEND] if words not in said]
    assert not old, f"no page says {old} any more"
    return len(all_commands)


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="motlan-handbook-") as place:
        for part in ("enrolled", "carried"):
            (pathlib.Path(place) / part).mkdir()
        reader = Reader(pathlib.Path(place) / "enrolled")
        enrol(reader)
        renew(reader)
        examine(reader)
        carry(Reader(pathlib.Path(place) / "carried"))
    print(f"{check_all_are_run()} commands on the pages, each run by a test; but for {len(NOT_RUN)}:")
    for command, reason in NOT_RUN.items():
        print(f"    {command}: {reason}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
