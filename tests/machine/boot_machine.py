"""The machine that boots: QEMU with a panel, a finger, a network card and a disk that forgets at a
power cut what was not flushed. Its screen is seen, and touched, from outside only."""
import pathlib
import random
import subprocess
import time

from boot_image import Image, Panel
from boot_line import Agent, Done, Line, Refused
from forgetful_disk import ForgetfulDisk

QEMU = "qemu-system-x86_64"
# As tests/machine/power.py has it: emulation is slow at wide registers, and a busy host is too slow
# for the kernel's checks of its timer and of its progress.
EMULATED = ["-accel", "tcg,thread=multi,tb-size=1024", "-cpu", "Westmere,+rdrand"]
BY_KVM = ["-accel", "kvm", "-cpu", "host"]
PLATFORM = ["-machine", "pc", "-smp", "2", "-m", "2048", "-nodefaults", "-no-user-config", "-no-reboot",
            "-vga", "none", "-display", "none"]
WORDS = ("root=/dev/vda rw console=ttyS0 net.ifnames=0 quiet loglevel=3 panic=-1 mitigations=off nokaslr "
         "cryptomgr.notests no_timer_check rcupdate.rcu_cpu_stall_suppress=1 systemd.show_status=0")
BOOT_PATIENCE = 900.0
TOUCH_AXIS = 0x7FFF  # the largest value of QEMU's absolute axes
TOUCH_LASTS = 0.4    # seconds: longer than a frame takes that is drawn meanwhile


class Machine:
    def __init__(self, folder: pathlib.Path, image: Image, panel: Panel, is_by_kvm: bool) -> None:
        self.folder, self.image, self.panel = folder, image, panel
        self.processor = BY_KVM if is_by_kvm else EMULATED
        self.is_on = False

    def power_on(self) -> float:
        """How long it took until its agent answered."""
        start = time.monotonic()
        for name in ("nbd", "qmp", "agent"):
            (self.folder / name).unlink(missing_ok=True)
        self.disk = ForgetfulDisk(str(self.image.disk), str(self.folder / "nbd"))
        log = (self.folder / "console").open("ab")
        self.process = subprocess.Popen(self._call(), stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self.is_on = True
        self._wait_for_socket("qmp")
        self.monitor = Line(self.folder / "qmp")
        self.monitor.hear(30)
        self.monitor.ask("qmp_capabilities")
        self.agent = Agent(self.folder / "agent")
        while not self.agent.is_there(5):
            self._expect_life(start)
        return time.monotonic() - start

    def cut_power(self, chance: random.Random) -> str:
        """At once, whatever it does; how its disk forgot."""
        self.is_on = False
        self.process.kill()
        self.process.wait()
        self.monitor.close()
        platter = self.disk.end()
        way = platter.cut_power(chance)
        platter.close()
        return way

    def run(self, script: str, patience: float = 120.0) -> Done:
        return self.agent.run(script, patience)

    def do(self, script: str, patience: float = 120.0) -> str:
        """The same for what must not fail."""
        done = self.run(script, patience)
        if done.status != 0:
            raise SystemExit(f"boot: {script} ended with {done.status}: {done.output[-2000:]}")
        return done.output

    def journal(self) -> str:
        return self.run("journalctl -b -n 60 --no-pager -o short-monotonic -u 'kiosk*' -u seatd").output

    def picture(self) -> bytes:
        """What the panel shows, as a portable pixmap; nothing while it shows nothing."""
        file = self.folder / "screen.ppm"
        file.unlink(missing_ok=True)
        try:
            self.monitor.ask("screendump", filename=str(file))
        except Refused:
            return b""
        return file.read_bytes()

    def touch(self, x: int, y: int) -> None:
        def send(*events: dict) -> None:
            self.monitor.ask("input-send-event", events=list(events))

        def axis(name: str, place: int, size: int) -> dict:
            return {"type": "abs", "data": {"axis": name, "value": place * TOUCH_AXIS // size}}

        place = [axis("x", x, self.panel.width), axis("y", y, self.panel.height)]
        send(*place, {"type": "btn", "data": {"down": True, "button": "left"}})
        time.sleep(TOUCH_LASTS)
        send(*place, {"type": "btn", "data": {"down": False, "button": "left"}})

    def _call(self) -> list[str]:
        def device(name: str, *words: str) -> list[str]:
            return ["-device", ",".join([name, *words])]

        disk = ["-blockdev", f"driver=nbd,node-name=disk,server.type=unix,server.path={self.folder}/nbd",
                *device("virtio-blk-pci", "drive=disk", "write-cache=on")]
        agent = ["-chardev", f"socket,id=agent,path={self.folder}/agent,server=on,wait=off",
                 *device("virtio-serial-pci"),
                 *device("virtserialport", "chardev=agent", "name=org.qemu.guest_agent.0")]
        screen = [*device("virtio-gpu-pci", f"xres={self.panel.width}", f"yres={self.panel.height}"),
                  *device("virtio-tablet-pci")]
        road = ["-netdev", "user,id=road", *device("virtio-net-pci", "netdev=road", "romfile=")]
        return ["setpriv", "--pdeathsig", "KILL", "--", "nice", "-n", "15", QEMU,
                *self.processor, *PLATFORM, *disk, *agent,
                *screen, *road, *device("virtio-rng-pci"), "-serial", "stdio",
                "-qmp", f"unix:{self.folder}/qmp,server=on,wait=off",
                "-kernel", str(self.image.kernel), "-initrd", str(self.image.initramfs), "-append", WORDS]

    def _wait_for_socket(self, name: str) -> None:
        start = time.monotonic()
        while not (self.folder / name).exists():
            self._expect_life(start)
            time.sleep(0.05)

    def _expect_life(self, start: float) -> None:
        if self.process.poll() is None and time.monotonic() - start < BOOT_PATIENCE:
            return
        said = (self.folder / "console").read_text(errors="replace")[-3000:]
        raise SystemExit(f"boot: The machine does not come up. Its console:\n{said}")
