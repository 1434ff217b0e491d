"""Pages of paper as files: size, character error, time and memory, ours beside its peers.

    tests/run bench paper [--sheets N] [--seed N]

Peers are measured in the same run on the same pictures: tesseract alone, and where tests/bench/peers
has fetched them OCRmyPDF (PDF/A-2, deskewed, cleaned, turned) and unpaper. Error is the edit distance
between NFC texts with white space folded, as a share of the truth (capture design 8). CPU seconds are
those of the process and its children: other work on the machine does not count. After the table each
figure that has a limit stands beside it.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import unicodedata
from pathlib import Path
from statistics import mean, median
from typing import NamedTuple

ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}
TEXT_LOST = "SCAN-19"
MOST_ERROR = 5  # percent; a page that was cut short costs its reader nothing
OURS, BARE, PHONE = "ours, page file with text", "ours, without text", "ours, in phone light"
ONE_BIT = "ours, one bit, without text"
TESSERACT = "tesseract alone"
OCRMYPDF = "ocrmypdf PDF/A-2, all cleaning"


def folded(text):
    return " ".join(unicodedata.normalize("NFC", text).split())


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, right in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (left != right))
    return row[-1]


def error(truth, text):
    truth, text = folded(truth), folded(text)
    return 100 * distance(truth, text) / max(1, len(truth))


class Done(NamedTuple):
    """What a command said and took: its own and its children's CPU, memory of the largest of them."""
    out: str
    complaint: str
    cpu: float
    wall: float
    megabytes: float


def run(command, environment=None):
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as complaint:
        start = time.monotonic()
        child = subprocess.Popen(["/usr/bin/env", *map(str, command)], stdout=out, stderr=complaint,
                                 env={**os.environ, **ONE_THREAD, **(environment or {})})
        # The account of all children together would hold the largest peer so far.
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - start
        out.seek(0)
        complaint.seek(0)
        return Done(out.read(), complaint.read(), used.ru_utime + used.ru_stime, wall,
                    used.ru_maxrss * 1024 / 1e6)


def text_of(pdf):
    return run(["pdftotext", "-raw", pdf, "-"]).out


class Tally:
    def __init__(self):
        self.errors, self.bytes, self.cpu, self.wall, self.megabytes = [], [], [], [], []

    def add(self, done, truth=None, text="", size=0):
        if truth is not None:
            self.errors.append(error(truth, text))
        if size:
            self.bytes.append(size)
        self.cpu.append(done.cpu)
        self.wall.append(done.wall)
        self.megabytes.append(done.megabytes)

    def line(self, name, base):
        if not self.cpu:
            return f"{name:34} not measured"
        errors = (f"{mean(self.errors):7.2f} {median(self.errors):7.2f} {max(self.errors):7.2f}"
                  if self.errors else f"{'-':>7} {'-':>7} {'-':>7}")
        size = f"{mean(self.bytes) / 1000:8.1f}" if self.bytes else f"{'-':>8}"
        return (f"{name:34} {errors} {size} {mean(self.cpu):8.2f} {mean(self.cpu) / base:7.2f} "
                f"{mean(self.wall):7.2f} {max(self.megabytes):7.0f}")


class Peers:
    """What tests/bench/peers has fetched; nothing is measured without it."""

    def __init__(self, here):
        root = here / ".build/peers/root"
        self.are_there = (root / "usr/bin/ocrmypdf").exists()
        libraries = [root / "usr/lib/x86_64-linux-gnu", root / "lib/x86_64-linux-gnu"]
        self.environment = {"PATH": f"{root}/usr/bin:{os.environ['PATH']}",
                            "LD_LIBRARY_PATH": ":".join(map(str, libraries)),
                            "GS_LIB": f"{root}/usr/share/ghostscript/10.05.1/Resource/Init",
                            "PYTHONPATH": f"{root}/usr/lib/python3/dist-packages"}

    def ocrmypdf(self, picture, pdf):
        pdf.unlink(missing_ok=True)
        done = run(["python3", "-m", "ocrmypdf", "-l", "vie", "-j", "1", "--image-dpi", "300", "--output-type",
                    "pdfa-2", "--deskew", "--clean", "--rotate-pages", picture, pdf], self.environment)
        if not pdf.exists():
            print(done.complaint[-300:], file=sys.stderr)
        return done

    def unpaper(self, picture, clean):
        clean.unlink(missing_ok=True)
        return run(["unpaper", "--overwrite", picture, clean], self.environment)


class Bench:
    def __init__(self, here, folder):
        self.kioskctl, self.folder, self.peers = here / ".build/release/bin/kioskctl", folder, Peers(here)
        self.tallies = {name: Tally() for name in (
            OURS, BARE, ONE_BIT, PHONE, TESSERACT, f"{TESSERACT}, in phone light", OCRMYPDF,
            "unpaper, then tesseract")}
        self.pipeline = []  # milliseconds of a page until its file, without reading
        self.beside = []  # CPU of ours and of tesseract alone, where that has read the page
        self.lost, self.whole, self.unread, self.noticed, self.toned, self.refused = 0, 0, 0, 0, 0, 0

    def ours(self, picture, pdf, *options):
        pdf.unlink(missing_ok=True)
        done = run([self.kioskctl, "page", "process", "--json", "--dpi", "300", *options, picture, "-o", pdf])
        if pdf.exists():
            return done, [json.loads(line) for line in done.out.splitlines()]
        self.refused += 1
        print(f"no page file of {picture.name}: {done.complaint}{done.out}", file=sys.stderr)
        return done, None

    def measure(self, name, told):
        picture, pdf = self.folder / f"{name}.png", self.folder / f"{name}.pdf"
        truth = (self.folder / f"{name}.txt").read_text()
        done, said = self.ours(picture, pdf)
        if said is None:
            return
        self.whole += 1
        self.lost += TEXT_LOST in said[0]["faults"]
        own, names = done, [OURS, PHONE] if name.startswith("phone") else [OURS]
        for tally in names:
            self.tallies[tally].add(done, truth, text_of(pdf), pdf.stat().st_size)
        self.measure_bare(name)
        done = run(["tesseract", picture, "-", "-l", "vie", "--dpi", "300"])
        for tally in [TESSERACT, f"{TESSERACT}, in phone light"][:len(names)]:
            self.tallies[tally].add(done, truth, done.out)
        if self.tallies[TESSERACT].errors[-1] < MOST_ERROR:
            self.beside.append((own.cpu, done.cpu))
        print(f"{name}: {told}: ours {self.tallies[OURS].errors[-1]:.2f} %, "
              f"tesseract {self.tallies[TESSERACT].errors[-1]:.2f} %", file=sys.stderr)
        if self.peers.are_there:
            self.measure_peers(picture, truth)

    def measure_bare(self, name):
        bare = self.folder / "bare.pdf"
        done, said = self.ours(self.folder / f"{name}.png", bare, "--no-text")
        if said is None:
            return
        self.tallies[BARE].add(done, size=bare.stat().st_size)
        steps = said[0]["ms"]
        self.pipeline.append(steps["prepare"] + steps["layers"] + said[-1]["ms"]["bind"])
        if name.startswith("phone"):
            return
        done, said = self.ours(self.folder / f"{name}.grey.png", bare, "--no-text")
        if said is None:
            return
        if b"/DCTDecode" in bare.read_bytes():
            self.toned += 1
        else:
            self.tallies[ONE_BIT].add(done, size=bare.stat().st_size)

    def measure_peers(self, picture, truth):
        pdf = self.folder / "peer.pdf"
        done = self.peers.ocrmypdf(picture, pdf)
        if pdf.exists():
            self.tallies[OCRMYPDF].add(done, truth, text_of(pdf), pdf.stat().st_size)
        clean = self.folder / "clean.ppm"
        first = self.peers.unpaper(picture.with_suffix(".ppm"), clean)
        if clean.exists():
            done = run(["tesseract", clean, "-", "-l", "vie", "--dpi", "300"])
            self.tallies["unpaper, then tesseract"].add(
                done._replace(cpu=first.cpu + done.cpu, wall=first.wall + done.wall), truth, done.out)

    def look_for_unread(self, name):
        """Of a note across the lines whose numbers are not in the text, the kiosk says so."""
        pdf = self.folder / f"{name}.pdf"
        _, said = self.ours(self.folder / f"{name}.png", pdf)
        if said is None:
            return
        numbers, text = (self.folder / f"{name}.txt").read_text().split(), text_of(pdf)
        found, is_noticed = sum(number in text for number in numbers), TEXT_LOST in said[0]["faults"]
        print(f"{name}: {found} of {len(numbers)} numbers were read, {'noticed' if is_noticed else 'not noticed'}",
              file=sys.stderr)
        if found * 2 < len(numbers):
            self.unread += 1
            self.noticed += is_noticed

    def print_table(self):
        base = mean(self.tallies[TESSERACT].cpu)
        print(f"{'':34} {'error %: mean, median, worst':>23} {'KB':>8} {'CPU s':>8} {'x tess':>7} "
              f"{'wall s':>7} {'MB':>7}")
        for name, tally in self.tallies.items():
            print(tally.line(name, base))

    def print_limits(self):
        tallies = self.tallies
        own, peer = tallies[OURS], tallies[OCRMYPDF]
        figure("character error, mean", mean(own.errors), "%", 1.5, "1.1")
        figure("character error, worst page", max(own.errors), "%", 1.5, "1.1")
        figure("colour page of 300 dpi with its text", mean(own.bytes) / 1000, "KB", 60, "45")
        if tallies[ONE_BIT].bytes:
            figure("the same in one bit, without text", mean(tallies[ONE_BIT].bytes) / 1000, "KB", 31, "28")
        if self.toned:
            print(f"pages in grey that needed more than one bit\t{self.toned}\t\t")
        figure("page to its file without reading, median", median(self.pipeline), "ms", 400)
        if self.beside:
            figure(f"with reading, CPU as a share of tesseract alone ({len(self.beside)} pages that it could read)",
                   sum(ours for ours, _ in self.beside) / sum(peer for _, peer in self.beside), "", 1.2, "1.0")
        if peer.wall:
            figure("without reading, wall time as a share of ocrmypdf's", mean(tallies[BARE].wall) / mean(peer.wall),
                   "", 0.05)
        figure("memory of the largest process of ours", max(own.megabytes), "MB", 180)
        figure("pages refused", self.refused, "", 0)
        figure("whole pages called partly unread", 100 * self.lost / self.whole, "%", 2)
        if self.unread:
            figure(f"pages with a part that was not read ({self.unread}), noticed",
                   100 * self.noticed / self.unread, "%", 100, least=True)


def figure(what, value, unit, limit, stretch="", least=False):
    """A line as print_figure() of figure.h writes it."""
    is_kept = value >= limit if least else value <= limit
    print(f"{what}\t{value:.2f}{' ' if unit else ''}{unit}\t{'>=' if least else '<='} {limit}"
          f"{' / ' if stretch else ''}{stretch}\t{'reached' if is_kept else 'MISSED'}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("here", type=Path)
    parser.add_argument("--sheets", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    wish = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(wish.here, Path(folder))
        listed = subprocess.run([wish.here / ".build/release/tests/bench_paper_sheets", folder,
                                 str(wish.sheets), str(wish.seed)], capture_output=True, text=True,
                                check=True).stdout
        for line in listed.splitlines():
            name, angle, turn = line.split()
            if name.startswith("aslant"):
                bench.look_for_unread(name)
            else:
                bench.measure(name, f"turned {turn}, skew {angle}")
    bench.print_table()
    bench.print_limits()
    if not bench.peers.are_there:
        print("ocrmypdf and unpaper: not there; tests/bench/peers fetches them")


main()
