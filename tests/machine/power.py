"""One machine, its disk and the province it belongs to, and lives of it that end in a power cut."""
import json
import os
import pathlib
import random
import select
import shutil
import socket
import subprocess
import time
import typing

from forgetful_disk import SECTOR, ForgetfulDisk
from guest import BUILD, TOP

DISK_SIZE = 96 << 20
BOOT_PATIENCE = 300.0
QEMU = "qemu-system-x86_64"
TOOLS = [QEMU, "mke2fs", "e2fsck"]
# A processor with AES and random numbers, but without the wide registers that emulation is slow at.
PLATFORM = ["-accel", "tcg,thread=multi", "-cpu", "Westmere,+rdrand", "-machine", "pc", "-m", "256",
            "-nodefaults", "-no-user-config", "-display", "none", "-no-reboot", "-serial", "stdio"]
NETWORK = ["-netdev", "user,id=road,net=127.0.0.0/24,host=127.0.0.1,dns=127.0.0.3,"
           "dhcpstart=127.0.0.16", "-device", "virtio-net-pci,netdev=road,romfile="]
DIES_WITH_US = ["setpriv", "--pdeathsig", "KILL", "--"]
# A busy host is too slow for the kernel's checks of its timer and of its progress.
WORDS = ("console=ttyS0 loglevel=1 panic=-1 mitigations=off cryptomgr.notests no_timer_check "
         "rcupdate.rcu_cpu_stall_suppress=1")


class Life(typing.NamedTuple):
    """How a machine lives: what it does, and when its power goes (0 for never): at a write or flush
    of its disk, or so long after it began to keep dossiers."""
    play: str
    seed: int
    defect: str = "-"
    cut_at_step: int = 0
    cut_at_second: float = 0
    patience: float = BOOT_PATIENCE


class World:
    def __init__(self, folder: pathlib.Path, kernel: pathlib.Path, initramfs: pathlib.Path) -> None:
        """Its own copies of everything that runs: a build meanwhile changes nothing."""
        self.folder, self.disk = folder, folder / "disk"
        self.kernel, self.initramfs, self.program = (
            shutil.copy(path, folder / name) for path, name in
            ((kernel, "kernel"), (initramfs, "initramfs"), (BUILD / "bin/province", "program")))
        self._province("init")
        self.serving = subprocess.Popen(
            [*DIES_WITH_US, *self._call("serve"), "--port", "0"], stdout=subprocess.PIPE, text=True)
        assert "serving" in self.serving.stdout.readline(), "the province did not start"
        (folder / "state/kiosk").mkdir(parents=True, mode=0o700)
        self._province("enrol", "--kiosk", "VM-01", "--out", folder / "state/kiosk/enrolment")
        with self.disk.open("wb") as file:
            file.truncate(DISK_SIZE)
        subprocess.run(["mke2fs", "-q", "-t", "ext4", "-b", str(SECTOR), "-d", folder / "state", self.disk],
                       check=True, stdout=subprocess.DEVNULL)

    def keep_disk(self) -> None:
        """As it is now: make_disk_anew() comes back to it."""
        shutil.copyfile(self.disk, self.folder / "kept-disk")

    def make_disk_anew(self) -> None:
        shutil.copyfile(self.folder / "kept-disk", self.disk)

    def say_to_province(self, command: str) -> None:
        with socket.socket(socket.AF_UNIX) as control:
            control.connect(str(self.folder / "province/control.sock"))
            control.sendall(f"{command}\n".encode())
            assert control.recv(64) == b"ok\n", command

    def ledger(self) -> list[str]:
        """The dossiers that the province has taken over."""
        out = subprocess.run([*self._call("ledger"), "--json"], check=True, capture_output=True)
        return [entry["dossier"] for entry in json.loads(out.stdout)]

    def end(self) -> None:
        self.serving.terminate()
        self.serving.wait()

    def live(self, life: Life) -> tuple[list[str], str]:
        """Boots the machine and ends it: the lines it said, and how the disk forgot."""
        path = self.folder / "nbd"
        path.unlink(missing_ok=True)
        disk = ForgetfulDisk(str(self.disk), str(path), life.cut_at_step,
                             life.defect == "lying_disk")
        machine = subprocess.Popen(self._machine(life, path), stdin=subprocess.DEVNULL,
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        try:
            lines, is_cut = listen(machine.stdout.fileno(), disk, life)
        finally:
            machine.kill()
            machine.wait()
            platter = disk.end()
        way = platter.cut_power(random.Random(life.seed)) if is_cut else "ended"
        platter.close()
        return lines, way

    def damage(self) -> str:
        """What e2fsck finds once the journal was replayed, on a copy; empty for a sound disk."""
        copy = self.folder / "copy"
        shutil.copyfile(self.disk, copy)
        replayed = subprocess.run(["e2fsck", "-p", copy], capture_output=True, text=True)
        checked = subprocess.run(["e2fsck", "-fn", copy], capture_output=True, text=True)
        is_sound = replayed.returncode in (0, 1) and checked.returncode == 0
        return "" if is_sound else (replayed.stdout + checked.stdout).strip()

    def _machine(self, life: Life, path: pathlib.Path) -> list[str]:
        words = f"{WORDS} PLAY={life.play} SEED={life.seed} DEFECT={life.defect}"
        disk = ["-blockdev", f"driver=nbd,node-name=disk,server.type=unix,server.path={path}",
                "-device", f"virtio-blk-pci,drive=disk,write-cache=on,"
                f"logical_block_size={SECTOR},physical_block_size={SECTOR}"]
        return [*DIES_WITH_US, "nice", "-n", "10", QEMU, *PLATFORM, *NETWORK, *disk, "-kernel", str(self.kernel),
                "-initrd", str(self.initramfs), "-append", words]

    def _call(self, command: str) -> list[str]:
        return [str(TOP / "config/debian13"), str(self.program), command,
                str(self.folder / "province")]

    def _province(self, command: str, *words: os.PathLike | str) -> None:
        subprocess.run([*self._call(command), *words], check=True, stdout=subprocess.DEVNULL)


def listen(serial: int, disk: ForgetfulDisk, life: Life) -> tuple[list[str], bool]:
    """Whole lines until the power goes; whether it went, rather than the machine by itself."""
    heard = b""
    ends = time.monotonic() + life.patience
    is_started = is_over = False
    while not is_over and time.monotonic() < ends and not disk.is_silent.is_set():
        if select.select([serial], [], [], 0.02)[0]:
            got = os.read(serial, 65536)
            heard += got
            is_over = not got
        if not is_started and b"sealing " in heard:
            is_started = True
            ends = min(ends, time.monotonic() + (life.cut_at_second or life.patience))
    whole = heard.decode(errors="replace").replace("\r", "").split("\n")[:-1]
    return whole, not is_over
