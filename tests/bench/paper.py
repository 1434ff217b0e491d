"""Pages of paper as files: size, character error, time and memory, ours beside its peers.

    tests/run bench paper [--sheets N] [--seed N]

Peers are measured in the same run on the same pictures: tesseract alone, and where tests/bench/peers
has fetched them OCRmyPDF (PDF/A-2, deskewed, cleaned, turned) and unpaper. Error is the edit distance
between NFC texts with white space folded, as a share of the truth (capture design 8). Times are CPU
seconds of the process and its children: other work on the machine does not count.
"""
import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}


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


def run(command, environment=None):
    """Output, CPU seconds and peak memory in MB of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(["/usr/bin/env", *command], capture_output=True, text=True, check=False,
                          env={**os.environ, **ONE_THREAD, **(environment or {})})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return done, cpu, after.ru_maxrss / 1024


def text_of(pdf):
    return run(["pdftotext", "-raw", str(pdf), "-"])[0].stdout


class Tally:
    def __init__(self, name):
        self.name, self.errors, self.bytes, self.cpu, self.failed = name, [], [], [], 0

    def add(self, truth, text, size, cpu):
        self.errors.append(error(truth, text))
        self.bytes.append(size)
        self.cpu.append(cpu)

    def line(self, base):
        if not self.errors:
            return f"{self.name:34} not measured"
        ordered = sorted(self.errors)
        size = f"{sum(self.bytes) / len(self.bytes) / 1000:8.1f}" if any(self.bytes) else "       -"
        return (f"{self.name:34} {sum(ordered) / len(ordered):7.2f} {ordered[len(ordered) // 2]:7.2f} "
                f"{ordered[-1]:7.2f} {size} {sum(self.cpu) / len(self.cpu):8.2f} "
                f"{sum(self.cpu) / len(self.cpu) / base:7.2f}")


def ours(kioskctl, picture, pdf, options=()):
    done, cpu, memory = run([str(kioskctl), "page", "process", "--json", "--dpi", "300", *options,
                             str(picture), "-o", str(pdf)])
    pages = [json.loads(line) for line in done.stdout.splitlines()]
    return pages, cpu, memory


def peer_environment(here):
    root = here / ".build/peers/root"
    if not (root / "usr/bin/ocrmypdf").exists():
        return None
    libraries = [root / "usr/lib/x86_64-linux-gnu", root / "lib/x86_64-linux-gnu"]
    return {"PATH": f"{root}/usr/bin:{os.environ['PATH']}",
            "LD_LIBRARY_PATH": ":".join(map(str, libraries)),
            "GS_LIB": f"{root}/usr/share/ghostscript/10.05.1/Resource/Init",
            "PYTHONPATH": f"{root}/usr/lib/python3/dist-packages"}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("here", type=Path)
    parser.add_argument("--sheets", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    wish = parser.parse_args()
    kioskctl = wish.here / ".build/release/bin/kioskctl"
    peers = peer_environment(wish.here)
    tallies = {name: Tally(name) for name in
               ("ours, page file with text", "ours, without text", "ours, in phone light",
                "tesseract alone", "tesseract alone, in phone light",
                "ocrmypdf PDF/A-2, all cleaning", "unpaper, then tesseract")}
    lost, peak = 0, 0
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        listed = subprocess.run([wish.here / ".build/release/tests/bench_paper_sheets", folder,
                                 str(wish.sheets), str(wish.seed)], capture_output=True, text=True,
                                check=True).stdout
        for line in listed.splitlines():
            name, angle, turn = line.split()
            picture, pdf = folder / f"{name}.png", folder / f"{name}.pdf"
            truth = (folder / f"{name}.txt").read_text()
            pages, cpu, memory = ours(kioskctl, picture, pdf)
            if not pdf.exists():
                tallies["ours, page file with text"].failed += 1
                continue
            peak = max(peak, memory)
            lost += "SCAN-19" in pages[0]["faults"]
            is_phone = name.startswith("phone")
            tallies["ours, page file with text"].add(truth, text_of(pdf), pdf.stat().st_size, cpu)
            if is_phone:
                tallies["ours, in phone light"].add(truth, text_of(pdf), pdf.stat().st_size, cpu)
            bare = folder / "bare.pdf"
            _, cpu, _ = ours(kioskctl, picture, bare, ["--no-text"])
            tallies["ours, without text"].add("", "", bare.stat().st_size, cpu)
            done, cpu, _ = run(["tesseract", str(picture), "-", "-l", "vie", "--dpi", "300"])
            tallies["tesseract alone"].add(truth, done.stdout, 0, cpu)
            if is_phone:
                tallies["tesseract alone, in phone light"].add(truth, done.stdout, 0, cpu)
            print(f"{name}: turned {turn}, skew {angle}: ours "
                  f"{tallies['ours, page file with text'].errors[-1]:.2f} %, tesseract "
                  f"{tallies['tesseract alone'].errors[-1]:.2f} %", file=sys.stderr)
            if peers is None:
                continue
            out = folder / "peer.pdf"
            out.unlink(missing_ok=True)
            done, cpu, _ = run(["python3", "-m", "ocrmypdf", "-l", "vie", "-j", "1", "--image-dpi", "300",
                                "--output-type", "pdfa-2", "--deskew", "--clean", "--rotate-pages",
                                str(picture), str(out)], peers)
            if out.exists():
                tallies["ocrmypdf PDF/A-2, all cleaning"].add(truth, text_of(out),
                                                               out.stat().st_size, cpu)
            else:
                print(done.stderr[-300:], file=sys.stderr)
            clean = folder / "clean.ppm"
            clean.unlink(missing_ok=True)
            _, first, _ = run(["unpaper", "--overwrite", str(picture.with_suffix(".ppm")), str(clean)],
                              peers)
            if clean.exists():
                done, second, _ = run(["tesseract", str(clean), "-", "-l", "vie", "--dpi", "300"])
                tallies["unpaper, then tesseract"].add(truth, done.stdout, 0, first + second)
    base = sum(tallies["tesseract alone"].cpu) / max(1, len(tallies["tesseract alone"].cpu)) or 1
    print(f"{'':34} {'error %: mean, median, worst':>23} {'KB':>8} {'CPU s':>8} {'x tess':>7}")
    for tally in tallies.values():
        print(tally.line(base))
    print(f"limits: error 1.5 % (stretch 1.1), 60 KB (45), with OCR 1.2 x tesseract, without 1/20 of "
          f"ocrmypdf; ours called text lost on {lost} of {wish.sheets} pages; peak memory of a process "
          f"{peak:.0f} MB (limit 180)")
    if peers is None:
        print("ocrmypdf and unpaper: not there; tests/bench/peers fetches them")


main()
