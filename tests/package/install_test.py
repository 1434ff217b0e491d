#!/usr/bin/env python3
"""The package in a fresh Debian 13: a stranger sets the kiosk up by the technician's page, it serves, it
comes back after crashes and hangs, it is upgraded, removed and purged. Prints what it measures."""
import contextlib
import json
import os
import pathlib
import shlex
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(TOP / "tests/package"), str(TOP / "tests/programs")]
import handbook  # noqa: E402
from fresh_system import FreshSystem  # noqa: E402
from settings_door import Technician  # noqa: E402

PLACE = TOP / ".build/package"
BIN = TOP / ".build/release/bin"
KIOSK = "NA-KIMLIEN-01"
PROGRAMS = ["kiosk.service", "kiosk-link.service", "kiosk-screen.service"]
# What of the technician's page is run here, in this order; tests/programs/handbook_test.py counts on it.
SET_UP, UPGRADE = "Set up a kiosk", "Upgrade, remove"
IN_SERVICE = ["Every day", "Test the devices", "Change something", "When it does not get better"]
MENTIONED = ["kioskctl log fault_seen", "kioskctl log SCAN-03", "journalctl MOTLAN_FAULT=SCAN-03",
             "kioskctl log --since today --unit kiosk-link --search upload", "kioskctl service show",
             "kioskctl service plan none",
             "systemctl daemon-reload"]
MEND = ["dpkg --force-confold --configure -a",
        "apt-get install -y -o Dpkg::Options::=--force-confold --reinstall ./motlan_NEWER_amd64.deb"]
MOST_COMMANDS = 15       # of a stranger, from the package to a kiosk that passes doctor
MOST_RESTART = 2.0       # seconds from a crash to the welcome screen
# A system without panel and graphics card: cage draws into memory, Mesa by the processor.
SCREEN = """[Service]
Environment=WLR_BACKENDS=headless WLR_RENDERER=pixman WLR_LIBINPUT_NO_DEVICES=1 LIBSEAT_BACKEND=noop
"""
KIOSK_SCREEN = """[Service]
Environment=LIBGL_ALWAYS_SOFTWARE=1 GALLIUM_DRIVER=softpipe DRAW_USE_LLVM=0
"""
checks = 0


def check(truth: object, what: str) -> None:
    global checks
    checks += 1
    if not truth:
        raise SystemExit(f"package: NOT SO: {what}")
    print(f"package: {what}", flush=True)


def page(title: str) -> list[str]:
    """The commands of the block under a heading of the technician's page."""
    return handbook.blocks_of(handbook.section(handbook.TECHNICIAN, title))


def filled(command: str) -> str:
    for word, value in {"VERSION": "1.0", "NEWER": "1.1", "CENTER": "Trung tâm Kim Liên",
                        "COUNTER 1": "Quầy 1: Hộ tịch", "COUNTER 2": "Quầy 2: Đất đai",
                        "card_camera.driver=camera": "card_camera.driver=folder", "CAMERA": "/srv/cards",
                        "SCANNER": "test:0", "KIOSK": KIOSK, "STICK": "/media/stick"}.items():
        command = command.replace(word, value)
    return command


class Province:
    """The province, on this machine; the fresh system shares its network."""

    def __init__(self, folder: pathlib.Path):
        self.folder = folder
        self.run("init", str(folder))
        ready, done = os.pipe()
        self.server = subprocess.Popen([BIN / "province", "serve", folder, "--ready-fd", str(done)],
                                       pass_fds=[done], stdout=subprocess.DEVNULL)
        os.read(ready, 1)

    def run(self, *words: str) -> None:
        subprocess.run([BIN / "province", *words], check=True, capture_output=True)

    def certify(self, stick: pathlib.Path) -> None:
        made = self.folder.parent / "made"
        self.run("enrol", str(self.folder), "--kiosk", KIOSK, "--requests", str(stick), "--out", str(made))
        for file in made.iterdir():
            (stick / file.name).write_bytes(file.read_bytes())

    def badge(self, number: str) -> str:
        """The code of a technician's badge."""
        issued = subprocess.run([BIN / "province", "badge", self.folder, "--number", number, "--name", "Lê Văn Bình",
                                 "--role", "technician"], check=True, capture_output=True, text=True).stdout
        return issued.rstrip("\n").split("\t")[1]

    def end(self) -> None:
        self.server.kill()


def prepare(system: FreshSystem) -> None:
    """What a bare machine of this test lacks: its screen, pictures for the camera, SANE's test scanner."""
    for unit, words in {"kiosk-screen": SCREEN, "kiosk": KIOSK_SCREEN, "kiosk-rests": KIOSK_SCREEN}.items():
        folder = system.path(f"/etc/systemd/system/{unit}.service.d")
        folder.mkdir(parents=True)
        (folder / "test.conf").write_text(words)
    system.path("/srv/cards").mkdir()
    system.path("/media/stick").mkdir()
    system.path("/etc/sane.d/dll.d").mkdir(parents=True)
    system.path("/etc/sane.d/dll.d/motlan-test").write_text("test\n")
    system.path("/etc/apt/apt.conf.d/motlan-test").write_text(
        'APT::Install-Recommends "false";\nAcquire::Languages "none";\n')
    for version in ("1.0", "1.1"):
        system.path(f"/root/motlan_{version}_amd64.deb").write_bytes((PLACE / f"motlan_{version}_amd64.deb").read_bytes())


def run_command(system: FreshSystem, command: str) -> str:
    """One command of the page, as a technician types it."""
    # Where a page lets a command find something, it may say so, but neither crash nor be called wrongly.
    plain = command.removesuffix(" || true")
    done = system.call("bash", "-c", f"cd /root && {plain}")
    is_fine = done.returncode == 0 or (done.returncode == 1 and plain != command)
    check(is_fine, f"{command}: {done.stdout.strip().splitlines()[-1:] or ['']}" if is_fine
          else f"{command} ended with {done.returncode}: {done.stdout[-2500:]}")
    return done.stdout


def run_page(system: FreshSystem, title: str, province: Province | None = None) -> int:
    commands = page(title)
    for command in map(filled, commands):
        if command.startswith("kioskctl enrol accept"):
            province.certify(system.path("/media/stick"))
        if command == "kioskctl doctor":
            expect_health(system, "once it is set up")
        run_command(system, command)
    return len(commands)


def wrong(system: FreshSystem) -> list[str]:
    """What doctor finds wrong, but for tests of devices: the bare machine has none, so they failed."""
    said = system.call("kioskctl", "doctor").stdout.splitlines()
    return [line for line in said if line.startswith("!!") and not line.startswith("!! tests")]


def expect_health(system: FreshSystem, when: str) -> None:
    """Of link and kiosk, which need a moment once they were started."""
    ends = time.monotonic() + 60
    while (found := wrong(system)) and time.monotonic() < ends:
        time.sleep(0.5)
    check(not found, f"doctor finds nothing wrong {when}: {found}")


def is_serving(system: FreshSystem) -> bool:
    said = json.loads(system.call("cat", "/run/motlan/kiosk.json").stdout or "{}")
    return said.get("serving") == "welcome" and said["process"] == system.main_process("kiosk.service")


def comes_back(system: FreshSystem, unit: str, number: signal.Signals) -> float:
    """Kills the unit's program; how long until another one is up again."""
    before = system.main_process(unit)
    os.kill(outside(system, before), number)
    return system.wait_for(lambda: system.main_process(unit) not in (0, before) and
                           system.property(unit, "ActiveState") == "active", 30, f"{unit} after {number.name}")


def outside(system: FreshSystem, inside: int) -> int:
    """The number that the process with that number inside has here."""
    world = os.readlink(f"/proc/{system.first}/ns/pid")
    for status in pathlib.Path("/proc").glob("[0-9]*/status"):
        try:
            numbers = next(line.split()[1:] for line in status.read_text().splitlines() if line.startswith("NSpid"))
            if numbers[-1] == str(inside) and os.readlink(status.parent / "ns/pid") == world:
                return int(numbers[0])
        except OSError:
            continue
    raise SystemExit(f"package: no process {inside}")


def look_at_units(system: FreshSystem) -> None:
    system.wait_for(lambda: is_serving(system), 60, "the welcome screen")
    for unit in PROGRAMS:
        check(system.property(unit, "ActiveState") == "active", f"{unit} is active")
    for unit in PROGRAMS:
        check(system.property(unit, "User") == "motlan", f"{unit} runs as motlan")
    groups = system.do("id", "-nG", "motlan").split()
    check({"render", "video"} <= set(groups), f"the kiosk's user may use screen and graphics card: {groups}")
    world = system.path("/var/lib/motlan").stat()
    check(world.st_mode & 0o777 == 0o700, "nobody else opens /var/lib/motlan")
    check("MOTLAN_EVENT=first_picture" in system.do("journalctl", "-u", "kiosk", "-o", "export"),
          "the journal has fields of its own")
    check(system.call("dpkg", "--verify", "motlan").stdout.strip() in ("", "??5?????? c /etc/motlan/kiosk.toml"),
          "dpkg --verify finds only the changed settings")
    completion = system.do("bash", "-c", ". /usr/share/bash-completion/completions/kioskctl; "
                           "COMP_WORDS=(kioskctl outbox ''); COMP_CWORD=2; _kioskctl; echo ${COMPREPLY[*]}")
    check("verify" in completion and "export" in completion, f"the shell completes: {completion.strip()}")
    for man in ("man1/kioskctl.1.gz", "man8/kiosk.8.gz", "man8/kiosk-link.8.gz"):
        check(system.path(f"/usr/share/man/{man}").exists(), f"there is a page {man}")


def journal(system: FreshSystem, unit: str) -> str:
    return system.do("journalctl", "-u", unit, "-o", "cat")


def is_linked(system: FreshSystem) -> bool:
    return "motlan_link_up 1" in system.do("kioskctl", "metrics").splitlines()


def crash(system: FreshSystem) -> None:
    """Each program ends as it should not; systemd tells how, and what people need of it is there again."""
    ends = [("kiosk.service", signal.SIGSEGV, "status=11/SEGV", is_serving),
            ("kiosk-link.service", signal.SIGSEGV, "status=11/SEGV", is_linked),
            ("kiosk.service", signal.SIGSTOP, "Watchdog timeout", is_serving),
            ("kiosk-screen.service", signal.SIGSEGV, "status=11/SEGV", is_serving)]
    for unit, number, told, is_well in ends:
        before = journal(system, unit).count(told)
        took = comes_back(system, unit, number)
        served = took + system.wait_for(lambda: is_well(system), 30, f"a kiosk that serves after {number.name} of {unit}")
        goal = f", goal {MOST_RESTART} s" if number == signal.SIGSEGV else ""
        check(journal(system, unit).count(told) == before + 1,
              f"{unit} is up again {took:.2f} s after {number.name} ({told}), and people served after {served:.2f} s{goal}")
    for unit in PROGRAMS:
        check(system.property(unit, "ActiveState") == "active", f"{unit} is active after all of it")


def roll_back(system: FreshSystem) -> None:
    before = system.path("/etc/motlan/kiosk.toml").read_text()
    refused = system.call("kioskctl", "config", "set", "screen.width=7")
    check(refused.returncode == 1 and "screen.width" in refused.stdout, "a wrong value is refused by name")
    broken = system.path("/etc/systemd/system/kiosk.service.d/broken.conf")
    broken.write_text("[Service]\nExecStart=\nExecStart=/bin/false\n")
    system.do("systemctl", "daemon-reload")
    failed = system.call("kioskctl", "config", "set", "printer.folder=elsewhere")
    check(failed.returncode == 1 and "CFG-01" in failed.stdout, "a change that the kiosk does not come back with is told")
    check(system.path("/etc/motlan/kiosk.toml").read_text() == before, "and the former settings are in force again")
    system.wait_for(lambda: system.property("kiosk-rests.service", "ActiveState") == "active", 60, "a kiosk that rests")
    check(True, "meanwhile the screen says that the kiosk rests")
    broken.unlink()
    system.do("systemctl", "daemon-reload")
    system.do("systemctl", "reset-failed", "kiosk.service")
    system.do("systemctl", "start", "kiosk.service")
    system.wait_for(lambda: is_serving(system), 60, "the welcome screen")


def interrupt(system: FreshSystem) -> None:
    before = system.path("/etc/motlan/kiosk.toml").read_text()
    system.call("timeout", "--signal=INT", "5", "kioskctl", "config", "set", "printer.folder=interrupted")
    check(not tried(system) and system.path("/etc/motlan/kiosk.toml").read_text() == before,
          "a change that is interrupted at the terminal is taken back at once")
    serves_anew(system)


def tried(system: FreshSystem) -> bool:
    return system.path("/etc/motlan/before-trial.toml").exists()


def serves_anew(system: FreshSystem) -> None:
    system.wait_for(lambda: not tried(system), 120, "the end of a trial")
    system.wait_for(lambda: is_serving(system), 60, "the welcome screen")


def settings_told(system: FreshSystem) -> list[dict]:
    """What the audit log says of settings."""
    told = [json.loads(line) for line in system.do("kioskctl", "audit", "list", "--json").splitlines()]
    return [each["fields"] for each in told if each["event"] == "setting_changed"]


def change_at_screen(system: FreshSystem, province: Province) -> None:
    """What the screen asks of the door, which has a user of its own: two technicians, a trial that is kept, one
    that nobody keeps, and one that is cut off."""
    file = system.path("/etc/motlan/kiosk.toml")
    first, other = (Technician(system.path("/run/motlan/settings.sock"), file, number) for number in ("0900", "0901"))
    slow = ("# words_per_minute = 140", "words_per_minute = 120")
    check(first.change(*slow)["answer"] == "begun", "a change at the screen is begun")
    held = other.change("words_per_minute = 120", "words_per_minute = 150")
    check((held["answer"], held["who"]) == ("held", "0900"), f"another technician is told whose turn it is: {held}")
    check(first.say("keep"), "the first one keeps it")
    serves_anew(system)
    owner = system.do("stat", "-c", "%U %a", "/etc/motlan/kiosk.toml").strip()
    check(slow[1] in file.read_text() and owner == "motlan-settings 644", f"it stays, in a file of {owner}")
    told = settings_told(system)
    check({"setting": "voice.words_per_minute", "after": 120, "way": "screen", "staff": "0900"} in told and
          any(each["setting"] == "printer.folder" and each["way"] == "kioskctl" for each in told),
          f"the audit log tells who changed which setting, at the screen and by kioskctl: {told}")

    before = file.read_text()
    units = ("/usr/share/motlan/units.toml", "/usr/share/motlan/./units.toml")
    check(first.change(*units)["answer"] == "needs_second", "what leads to words and fees takes a second technician")
    badge, own, pin = province.badge("0901"), province.badge("0900"), "246810"
    for code in (badge, own):
        system.do("bash", "-c", f"echo {pin} | kioskctl staff enrol {shlex.quote(code)}")
    check(first.change(*units, own, pin)["answer"] == "second_refused", "nobody agrees to his own change")
    check(first.change(*units, badge, "135790")["answer"] == "second_refused", "nor does somebody with a wrong PIN")
    check("1 wrong PINs" in system.do("kioskctl", "staff", "list"), "whose try was counted")
    check(first.change(*units, badge, pin)["answer"] == "begun", "another technician's badge and PIN begin it")
    check(json.loads(system.path("/var/lib/motlan/staff/0901.json").read_text())["boot"], "the door knows this boot")
    start = time.monotonic()
    serves_anew(system)
    check(file.read_text() == before and time.monotonic() - start >= 60, "nobody keeps it: after a minute it is taken back")

    judge_as_owner(system, badge)
    faster = ("words_per_minute = 120", "words_per_minute = 150")
    check(first.change(*faster)["answer"] == "begun" and tried(system), "another one is begun")
    for unit in ("kiosk-settings@*.service", "kiosk.service"):
        system.do("systemctl", "kill", "--signal=KILL", unit)
    serves_anew(system)
    check(file.read_text() == before, "cut off in the middle, the former settings are in force again")
    ways = [(each["after"], each["way"], each.get("staff")) for each in settings_told(system)]
    check(ways[-2:] == [(units[1], "screen", "0900"), (units[0], "taken_back", "0900")],
          f"the audit log tells what the kiosk served with, and who took it back: {ways[-2:]}")
    check("records hold" in system.do("kioskctl", "audit", "verify"), "and all of it holds")


def judge_as_owner(system: FreshSystem, badge: str) -> None:
    """Root judges a badge as the kiosk's user does, who has some things, such as the TPM, only by a group."""
    system.do("bash", "-c", "cd /var/lib/motlan/staff && chown root:tss 0901.json && chmod 060 0901.json")
    refused = system.call("bash", "-c", "echo 135790 | kioskctl config set catalogue.units=/usr/share/motlan/./units.toml "
                          f"--second {shlex.quote(badge)}")
    check(refused.returncode == 1 and "STF-04" in refused.stdout, f"a wrong PIN is told by its code: {refused.stdout}")
    for unit in ("kiosk-metrics.service", "kiosk.service"):
        check("char-tpm" in system.property(unit, "DeviceAllow"), f"{unit} may ask the TPM")


def is_installed(system: FreshSystem) -> bool:
    return system.call("dpkg-query", "-W", "-f", "${db:Status-Status}", "motlan").stdout == "installed"


def cut_upgrades(system: FreshSystem) -> None:
    """The power goes in the middle of an upgrade; the page says how it is gone on with."""
    for cut in (0.3, 0.8, 1.5):
        cutting = system.call("timeout", "-s", "KILL", str(cut), "dpkg", "--force-confold", "-i",
                              "/root/motlan_1.1_amd64.deb")
        for by in MEND:
            system.call("bash", "-c", f"cd /root && {filled(by)}")
            if is_installed(system):
                break
        check(is_installed(system) and system.call("kioskctl", "--version").returncode == 0,
              f"an upgrade killed after {cut} s (status {cutting.returncode}) is gone on with by {by}")


def upgrade(system: FreshSystem) -> None:
    kiosk, link = system.main_process("kiosk.service"), system.main_process("kiosk-link.service")
    settings = system.path("/etc/motlan/kiosk.toml").read_text()
    run_command(system, filled(page(UPGRADE)[0]))
    check("1.1" in system.do("dpkg-query", "-W", "motlan"), "upgraded to 1.1")
    system.wait_for(lambda: system.main_process("kiosk.service") not in (0, kiosk), 30, "the kiosk's new program")
    check(system.main_process("kiosk-link.service") != link, "link and, at the welcome screen, kiosk start anew")
    cut_upgrades(system)
    check(system.path("/etc/motlan/kiosk.toml").read_text() == settings, "the settings survive upgrades and cuts")
    system.wait_for(lambda: is_serving(system), 60, "the welcome screen after the upgrade")
    expect_health(system, "after the upgrade")


def enter_dossier(system: FreshSystem, dossier: str) -> None:
    """A row of a dossier that waits in the store."""
    parts = json.dumps([{"sha256": "a" * 64, "size": 1}] * 2, separators=(",", ":"))
    with contextlib.closing(sqlite3.connect(system.path("/var/lib/motlan/outbox/outbox.db"))) as store, store:
        store.execute("INSERT INTO dossier (id, kiosk, label, parts, state, confirmed, entered, changed) "
                      "VALUES (?, ?, ?, ?, 'held', 1, 0, 0)", (dossier, KIOSK, "a" * 64, parts))


def remove_and_purge(system: FreshSystem) -> None:
    _, remove, purge = page(UPGRADE)
    kept = system.path("/var/lib/motlan/outbox/q/0123456789abcdef0123456789abcdef")
    kept.mkdir(parents=True)
    (kept / "part-0").write_bytes(b"sealed")
    enter_dossier(system, "fedcba9876543210fedcba9876543210")
    run_command(system, remove)
    unsent = system.path("/var/lib/motlan/unsent").read_text()
    check("fedcba9876543210" in unsent, "removed: what the store still keeps is told to the purge")
    check(not system.path("/usr/libexec/motlan").exists(), "removed: the programs are gone")
    check(system.path("/var/lib/motlan/enrolment/device.key").exists(), "removed: the keys stay")
    check(not system.do("find", "/proc", "-maxdepth", "1", "-user", "motlan"), "removed: nothing of it runs")
    said = run_command(system, purge)
    check(kept.exists() and "not acknowledged" in said, "purged: an unsent dossier stays, and dpkg says so")
    system.do("apt-get", "install", "-y", "/root/motlan_1.1_amd64.deb")
    check(kept.exists(), "installed again: the dossier is still there")
    system.do("dpkg", "--purge", "motlan", MOTLAN_PURGE_UNSENT="force")
    for place in ("/var/lib/motlan", "/etc/motlan", "/var/lib/motlan-metrics"):
        check(not system.path(place).exists(), f"purged by force: {place} is gone")


def serve(system: FreshSystem, province: Province) -> None:
    """The kiosk's life by the technician's page, from its set-up to its end."""
    commands = run_page(system, SET_UP, province)
    check(commands <= MOST_COMMANDS, f"{commands} commands to a kiosk that passes doctor, at most {MOST_COMMANDS}")
    look_at_units(system)
    for title in IN_SERVICE:
        run_page(system, title)
    for command in MENTIONED:
        run_command(system, command)
    change_at_screen(system, province)
    interrupt(system)
    roll_back(system)
    crash(system)
    upgrade(system)
    remove_and_purge(system)


def main() -> int:
    start = time.monotonic()
    shutil.rmtree(PLACE / "world", ignore_errors=True)
    province = Province(PLACE / "world/province")
    try:
        with FreshSystem(PLACE, PLACE / "fresh") as system:
            prepare(system)
            serve(system, province)
    finally:
        province.end()
    print(f"package: {checks} checks held, {time.monotonic() - start:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
