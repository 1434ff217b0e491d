"""Start to first picture, idle CPU, frames, search and memory of a visit, beside their limits."""

import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(sys.argv[1])
RUN = HERE / "kiosk/run"
PROGRAMS = ("kiosk", "kiosk-eye", "kiosk-link")
IDLE_SECONDS = 20
ROUNDS = 5


def events(text):
    """The JSON lines of a log; other lines are left out."""
    for line in text.splitlines():
        if line.startswith("{"):
            yield json.loads(line)


def find(program):
    """Process numbers of a program, by its name."""
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        try:
            if entry.name.isdigit() and os.readlink(entry / "exe").endswith("/bin/" + program):
                found.append(int(entry.name))
        except OSError:
            pass
    return found


def memory_kib(process):
    """What a process adds to the machine's memory: its proportional set."""
    try:
        for line in pathlib.Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    except OSError:
        pass
    return 0


def cpu_ticks(process):
    fields = pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return int(fields[11]) + int(fields[12])


def play(journey, watch=None):
    """Plays a journey and answers its log; `watch` is called while it runs."""
    with tempfile.TemporaryFile("w+") as log:
        command = [RUN, "--journey", HERE / "tests/journeys" / journey]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=log)
        while process.poll() is None:
            if watch:
                watch()
            time.sleep(0.02)
        log.seek(0)
        text = log.read()
    if process.returncode != 0:
        sys.exit(f"the journey {journey} did not hold:\n{text}")
    return text


def first_pictures():
    ages = []
    for _ in range(ROUNDS):
        log = play("birth_extract.toml")
        ages += [event["age_ms"] for event in events(log) if event["event"] == "first_picture"]
    return sorted(ages)[len(ages) // 2]


def peak_memory():
    peaks = dict.fromkeys(PROGRAMS, 0)

    def watch():
        for program in PROGRAMS:
            used = sum(memory_kib(process) for process in find(program))
            peaks[program] = max(peaks[program], used)

    play("temporary_residence.toml", watch)
    return peaks


def idle_share():
    """Share of one core that a waiting kiosk uses before a real window (Xvfb)."""
    screen = subprocess.Popen(["Xvfb", ":97", "-screen", "0", "1080x1920x24"],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(1)
    environment = dict(os.environ, DISPLAY=":97")
    environment.pop("SDL_VIDEODRIVER", None)
    before = set(find("kiosk"))
    kiosk = subprocess.Popen([RUN, "kiosk"], env=environment, stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        time.sleep(5)
        process = (set(find("kiosk")) - before).pop()
        ticks = cpu_ticks(process)
        time.sleep(IDLE_SECONDS)
        used = (cpu_ticks(process) - ticks) / os.sysconf("SC_CLK_TCK")
    finally:
        os.killpg(kiosk.pid, signal.SIGTERM)
        screen.terminate()
    return used / IDLE_SECONDS


def figures(program):
    """What a program of this folder measured: names, milliseconds, perhaps limits."""
    text = subprocess.run([HERE / ".build/release/tests" / program], check=True,
                          capture_output=True, text=True).stdout
    return [line.split("\t") for line in text.splitlines()]


def row(what, value, limit, unit):
    verdict = "reached" if value <= limit else "MISSED"
    print(f"{what:<44} {value:>9.2f} {unit:<4} limit {limit:>7} {unit:<4} ratio {value / limit:>5.2f}  {verdict}")


def main():
    row("exec to first picture, median", first_pictures(), 150, "ms")
    row("idle share of one core", idle_share() * 100, 0.1, "%")
    for name, value in figures("bench_frame"):
        row(f"frame: {name}", float(value), 33, "ms")
    for name, value in figures("bench_search"):
        row(f"search: {name}", float(value), 2, "ms")
    for name, value, limit in figures("bench_plan"):
        row(name, float(value), float(limit), "ms")
    peaks = peak_memory()
    for program, kib in peaks.items():
        if program == "kiosk-eye":
            row("peak memory of kiosk-eye", kib / 1024, 80, "MiB")
        else:
            print(f"{'peak memory of ' + program:<44} {kib / 1024:>9.2f} MiB")
    row("peak memory of all, a page processed", sum(peaks.values()) / 1024, 200, "MiB")


main()
