#!/usr/bin/env python3
"""kioskctl print against printers by other people: CUPS' ippeveprinter, and a file where a receipt
printer would be. What is wrong with the printer is said by its code before anything is printed."""
import contextlib
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

TOP = pathlib.Path(__file__).resolve().parents[2]

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>system</type><listen>unix:path={0}/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/><allow user="*"/></policy>
</busconfig>
"""
# Its stderr changes the printer's attributes (ippeveprinter(8)).
COMMAND = """#!/bin/sh
cp "$1" {0}/job.bin
[ ! -f {0}/trouble ] || {{ cat {0}/trouble >&2; [ -f {0}/stall ] || exit 1; }}
while [ -f {0}/stall ]; do sleep 0.1; done
"""
# How its jobs stand, one word each (ipptool(1)).
JOBS = """{ OPERATION Get-Jobs
GROUP operation-attributes-tag
ATTR charset attributes-charset utf-8
ATTR language attributes-natural-language en
ATTR uri printer-uri $uri
ATTR keyword which-jobs completed
ATTR keyword requested-attributes job-state
STATUS successful-ok
DISPLAY job-state }
"""


def config(folder: pathlib.Path, printer: str) -> pathlib.Path:
    text = (TOP / "config/kiosk.toml").read_text()
    for key in ("procedures", "sources.toml", "holidays.toml", "units.toml", "search.toml"):
        text = text.replace(f'= "{key}"', f'= "{TOP}/config/{key}"')
    head, tail = text.split("[printer]", 1)
    tail = tail.replace('\ndriver = "simulated"', "\n#", 1)
    file = folder / "kiosk.toml"
    file.write_text(f"{head}[printer]\n{printer}\n#{tail}")
    return file


def print_slip(file: pathlib.Path, status: int, words: str) -> None:
    done = subprocess.run([TOP / "kiosk/run", "kioskctl", "print", "--test", file],
                          capture_output=True, text=True, timeout=120, stdin=subprocess.DEVNULL)
    told = done.stdout + done.stderr
    assert done.returncode == status and words in told, f"{done.returncode} for {words!r}: {told}"


def free_port() -> int:
    with contextlib.closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def printer(folder: pathlib.Path, formats: str):
    """ippeveprinter on a bus of its own, without anybody to announce it. Its port."""
    environment = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={folder}/bus"}
    (folder / "bus.conf").write_text(BUS.format(folder))
    command = folder / "print.sh"
    command.write_text(COMMAND.format(folder))
    command.chmod(0o755)
    (folder / "spool").mkdir(exist_ok=True)
    port = free_port()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": environment}
    bus = subprocess.Popen(["dbus-daemon", f"--config-file={folder}/bus.conf", "--nofork"], **quiet)
    try:
        until(lambda: (folder / "bus").exists() or bus.poll() is not None)
        twin = subprocess.Popen(["ippeveprinter", "-p", str(port), "-d", folder / "spool", "-k",
                                 "-r", "off", "-c", command, "-f", formats, "Kiosk"], **quiet)
        try:
            if not until(lambda: is_open(port) or twin.poll() is not None) or twin.poll() is not None:
                print("skipped: ippeveprinter cannot start on this machine")
                sys.exit(77)
            yield port
        finally:
            twin.kill()
            twin.wait()
    finally:
        bus.kill()
        bus.wait()
        (folder / "bus").unlink(missing_ok=True)


def is_open(port: int) -> bool:
    with contextlib.closing(socket.socket()) as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def until(happened) -> bool:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        if happened():
            return True
        time.sleep(0.05)
    return False


def job_states(folder: pathlib.Path, port: int) -> list[str]:
    (folder / "jobs.test").write_text(JOBS)
    told = subprocess.run(["ipptool", "-c", f"ipp://127.0.0.1:{port}/ipp/print", folder / "jobs.test"],
                          capture_output=True, text=True)
    return told.stdout.split()[1:]


def check_taken_back(folder: pathlib.Path) -> None:
    """Paper that runs out in the middle: the slip does not wait for the next visit's paper."""
    (folder / "trouble").write_text("STATE: +media-empty-error\n")
    (folder / "stall").touch()
    with printer(folder, "image/pwg-raster") as port:
        print_slip(config(folder, f'driver = "ipp"\naddress = "ipp://127.0.0.1:{port}/ipp/print"'), 1, "PRN-02")
        (folder / "stall").unlink()
        until(lambda: job_states(folder, port))
        assert job_states(folder, port) == ["canceled"], job_states(folder, port)
    (folder / "trouble").unlink()


def check_left_by_crash(folder: pathlib.Path) -> None:
    """A process that dies over its slip: the next one takes the slip back before it prints."""
    begun = folder / "job.bin"
    begun.unlink(missing_ok=True)
    (folder / "stall").touch()
    with printer(folder, "image/pwg-raster") as port:
        file = config(folder, f'driver = "ipp"\naddress = "ipp://127.0.0.1:{port}/ipp/print"')
        dying = subprocess.Popen([TOP / "kiosk/run", "kioskctl", "print", "--test", file],
                                 stdin=subprocess.DEVNULL, start_new_session=True)
        assert until(begun.exists), "the slip was never begun"
        os.killpg(dying.pid, signal.SIGKILL)
        dying.wait()
        print_slip(file, 1, "PRN-05")
        (folder / "stall").unlink()
        until(lambda: job_states(folder, port))
        assert job_states(folder, port) == ["canceled"], job_states(folder, port)


def check_ipp(folder: pathlib.Path) -> None:
    with printer(folder, "image/pwg-raster,application/pdf") as port:
        file = config(folder, f'driver = "ipp"\naddress = "ipp://127.0.0.1:{port}/ipp/print"')
        print_slip(file, 0, "printed: 576 dots wide")
        assert (folder / "job.bin").read_bytes().startswith(b"RaS2"), "not a PWG raster"
        (folder / "trouble").write_text("STATE: +media-empty-error\n")
        print_slip(file, 1, "PRN-02")
        (folder / "job.bin").unlink()
        print_slip(file, 1, "PRN-02")
        assert not (folder / "job.bin").exists(), "sent although it was known to have no paper"
    print_slip(file, 1, "PRN-01")
    (folder / "trouble").write_text("STATE: +cover-open-error\n")
    with printer(folder, "image/pwg-raster") as port:
        file = config(folder, f'driver = "ipp"\naddress = "ipp://127.0.0.1:{port}/ipp/print"')
        print_slip(file, 1, "PRN-04")
    (folder / "trouble").unlink()
    with printer(folder, "application/pdf") as port:
        file = config(folder, f'driver = "ipp"\naddress = "ipp://127.0.0.1:{port}/ipp/print"')
        print_slip(file, 1, "PRN-06")


def check_escpos(folder: pathlib.Path) -> None:
    paper = folder / "paper.bin"
    paper.touch()
    print_slip(config(folder, f'driver = "escpos"\npath = "{paper}"\nanswers = false\n'
                              'width_dots = 384'), 0, "printed: 384 dots wide")
    told = paper.read_bytes()
    assert told.startswith(b"\x1b@\x1dv0\x00\x30\x00"), "not a raster of 48 bytes a row"
    assert told.endswith(b"\x1dVB\x00\x1dr\x01"), "not cut"
    print_slip(config(folder, f'driver = "escpos"\npath = "{folder}/nothing"'), 1, "PRN-01")


def main() -> None:
    if shutil.which("ippeveprinter") is None:
        os.execv(TOP / "config/debian13", [TOP / "config/debian13", __file__])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        check_escpos(folder)
        check_ipp(folder)
        check_taken_back(folder)
        check_left_by_crash(folder)
    print("printers of other people were asked and told")


if __name__ == "__main__":
    main()
