"""The machine that boots: QEMU with a panel, a finger, a network card and a disk that forgets at a
power cut what was not flushed. Its screen is seen, and touched, from outside only."""
import os
import pathlib
import random
import subprocess
import time

from boot_image import TOOLS, Image
from boot_line import Agent, Done, Line, Silence
from boot_panel import Panel, Shown
from forgetful_disk import SECTOR, ForgetfulDisk
from guest import TOP

LIBRARIES = TOOLS / "usr/lib/x86_64-linux-gnu"
QEMU = [TOP / "config/debian13", "env", f"LD_LIBRARY_PATH={LIBRARIES}:{LIBRARIES}/pulseaudio",
        f"QEMU_MODULE_DIR={LIBRARIES}/qemu", f"LIBGL_DRIVERS_PATH={LIBRARIES}/dri", "SDL_AUDIODRIVER=dummy",
        f"__EGL_VENDOR_LIBRARY_DIRS={TOOLS}/usr/share/glvnd/egl_vendor.d",
        "setpriv", "--pdeathsig", "KILL", "--", TOOLS / "usr/bin/qemu-system-x86_64",
        "-L", TOOLS / "usr/share/qemu", "-L", TOOLS / "usr/share/seabios"]
# As tests/machine/power.py has it: emulation is slow at wide registers, and a busy host is too slow
# for the kernel's checks of its timer and of its progress.
EMULATED = ["-accel", "tcg,thread=multi,tb-size=1024", "-cpu", "Westmere,+rdrand"]
BY_KVM = ["-accel", "kvm", "-cpu", "host"]
PLATFORM = ["-machine", "pc", "-smp", "2", "-m", "2048", "-nodefaults", "-no-user-config", "-no-reboot",
            "-vga", "none", "-display", "sdl,gl=on"]
WORDS = ("root=/dev/vda rw console=ttyS0 net.ifnames=0 quiet loglevel=3 panic=-1 mitigations=off nokaslr "
         "cryptomgr.notests no_timer_check rcupdate.rcu_cpu_stall_suppress=1 systemd.show_status=0 "
         "systemd.firstboot=no")
BOOT_PATIENCE = 1800.0
TOUCH_AXIS = 0x7FFF  # the largest value of QEMU's absolute axes
TOUCH_LASTS = 0.2    # seconds


class Machine:
    def __init__(self, folder: pathlib.Path, image: Image, panel: Panel, is_by_kvm: bool) -> None:
        self.folder, self.image, self.panel = folder, image, panel
        self.processor = BY_KVM if is_by_kvm else EMULATED
        self.shown = Shown(panel, folder)
        self.is_on = False
        self.slowness = 1.0  # how much longer a program takes inside than outside

    def power_on(self) -> float:
        """How long it took until its agent answered."""
        start = time.monotonic()
        for name in ("nbd", "qmp", "agent"):
            (self.folder / name).unlink(missing_ok=True)
        self.disk = ForgetfulDisk(str(self.image.disk), str(self.folder / "nbd"))
        log = (self.folder / "console").open("ab")
        self.process = subprocess.Popen(self._call(), stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                        env=os.environ | {"DISPLAY": self.shown.name})
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

    def run(self, script: str, patience: float = 600.0) -> Done:
        try:
            return self.agent.run(script, patience)
        except (Silence, OSError) as trouble:
            raise SystemExit(f"boot: The machine does not answer to {script}: {trouble!r}") from None

    def do(self, script: str, patience: float = 600.0) -> str:
        """The same for what must not fail."""
        done = self.run(script, patience)
        if done.status != 0:
            raise SystemExit(f"boot: {script} ended with {done.status}: {done.output[-2000:]}")
        return done.output

    def journal(self) -> str:
        return self.run("journalctl -b -n 60 --no-pager -o short-monotonic -u 'kiosk*' -u seatd").output

    def touch(self, x: int, y: int) -> None:
        """One finger comes down and goes."""
        def finger(kind: str, number: int, axis: str = "x", value: int = 0) -> dict:
            touch = {"type": kind, "slot": 0, "tracking-id": number, "axis": axis, "value": value}
            return {"type": "mtt", "data": touch}

        def button(is_down: bool) -> dict:
            return {"type": "btn", "data": {"down": is_down, "button": "touch"}}

        down = [finger("begin", 1), button(True), finger("data", 1, "x", x * TOUCH_AXIS // self.panel.width),
                finger("data", 1, "y", y * TOUCH_AXIS // self.panel.height)]
        self.monitor.ask("input-send-event", events=down)
        time.sleep(TOUCH_LASTS)
        self.monitor.ask("input-send-event", events=[finger("end", -1), button(False)])

    def _call(self) -> list[str | os.PathLike]:
        def device(name: str, *words: str) -> list[str]:
            return ["-device", ",".join([name, *words])]

        disk = ["-blockdev", f"driver=nbd,node-name=disk,server.type=unix,server.path={self.folder}/nbd",
                *device("virtio-blk-pci", "drive=disk", "write-cache=on",
                        f"logical_block_size={SECTOR}", f"physical_block_size={SECTOR}")]
        agent = ["-chardev", f"socket,id=agent,path={self.folder}/agent,server=on,wait=off",
                 *device("virtio-serial-pci"),
                 *device("virtserialport", "chardev=agent", "name=org.qemu.guest_agent.0")]
        screen = [*device("virtio-gpu-gl-pci", f"xres={self.panel.width}", f"yres={self.panel.height}"),
                  *device("virtio-multitouch-pci")]
        road = ["-netdev", "user,id=road", *device("virtio-net-pci", "netdev=road", "romfile=")]
        return [*QEMU, *self.processor, *PLATFORM, *disk, *agent,
                *screen, *road, *device("virtio-rng-pci"), "-serial", "stdio",
                "-qmp", f"unix:{self.folder}/qmp,server=on,wait=off",
                "-kernel", self.image.kernel, "-initrd", self.image.initramfs, "-append", WORDS]

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
