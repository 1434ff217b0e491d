#!/usr/bin/env python3
"""kioskctl test as a technician types it: a printer whose slips lie before the camera, a scanner of
SANE's, and devices that are not there. Each test ends with its verdict, why, and what to do; the
results are kept, told again and shown by kioskctl doctor."""
import json
import os
import pathlib
import pty
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]


def config(folder: pathlib.Path) -> pathlib.Path:
    text = (TOP / "config/kiosk.toml").read_text()
    for key in ("procedures", "sources.toml", "holidays.toml", "units.toml", "search.toml"):
        text = text.replace(f'= "{key}"', f'= "{TOP}/config/{key}"')
    slips = folder / "slips"
    slips.mkdir()
    text = text.replace('[card_camera]\ndriver = "simulated"', f'[card_camera]\ndriver = "folder"\npath = "{slips}"')
    text = text.replace('[voice]                     # reads the screen aloud\ndriver = "espeak"', '[voice]\ndriver = "none"')
    head, tail = text.split("[printer]", 1)
    tail = tail.replace('\ndriver = "simulated"', '\ndriver = "file"', 1).replace('folder = "slips"', f'folder = "{slips}"', 1)
    file = folder / "kiosk.toml"
    file.write_text(f"{head}[printer]{tail}")
    return file


def answered(folder: pathlib.Path, file: pathlib.Path, answers: bytes) -> dict:
    """The newest result of the printer, of which somebody at a terminal has told what only a person can."""
    for earlier in (folder / "slips").iterdir():
        earlier.unlink()
    keyboard, terminal = pty.openpty()
    os.write(keyboard, answers)
    kioskctl(folder, "test", "--file", file, "printer", stdin=terminal)
    os.close(keyboard)
    os.close(terminal)
    told = kioskctl(folder, "test", "--history", "--json", "printer").stdout
    return json.loads(told.splitlines()[-1])


def kioskctl(folder: pathlib.Path, *words: object, stdin: int = subprocess.DEVNULL) -> subprocess.CompletedProcess:
    places = os.environ | {"STATE_DIRECTORY": str(folder / "state"), "RUNTIME_DIRECTORY": str(folder / "run"), "LC_ALL": "C"}
    return subprocess.run([TOP / "kiosk/run", "kioskctl", *map(str, words)], env=places, text=True,
                          capture_output=True, timeout=300, stdin=stdin)


def tested(folder: pathlib.Path, file: pathlib.Path, *names: str) -> dict:
    done = kioskctl(folder, "test", "--json", "--file", file, *names)
    results = {one["test"]: one for one in map(json.loads, done.stdout.splitlines())}
    failed = any(one["verdict"] == "failed" for one in results.values())
    assert done.returncode == int(failed), f"{done.returncode}: {done.stdout}{done.stderr}"
    return results


def check_verdicts(folder: pathlib.Path, file: pathlib.Path) -> None:
    results = tested(folder, file, "printer", "camera", "scanner", "reader", "card", "sound", "network", "payment", "traces")
    verdicts = {name: (one["verdict"], one["reason"]) for name, one in results.items()}
    assert verdicts == {"printer": ("passed", "none"), "camera": ("failed", "figures"),
                        "scanner": ("not_tested", "no_test_sheet"), "reader": ("not_tested", "not_configured"),
                        "card": ("not_tested", "not_configured"), "sound": ("not_tested", "not_configured"),
                        "network": ("failed", "fault"), "payment": ("failed", "fault"), "traces": ("passed", "none")}, verdicts
    assert results["network"]["fault"] == "NET-01", results["network"]
    fine = [one["value"] for one in results["camera"]["figures"] if one["name"] == "pixels_per_mm"]
    # The picture of a slip is white, and has 203 dots an inch, so 8 each millimetre: no camera's figures.
    assert fine and fine[0] < 9, results["camera"]


def check_questions(folder: pathlib.Path, file: pathlib.Path) -> None:
    for answers, figures, verdict in ((b"3\n1\n", {"darkness": 3, "cut": 1}, "passed"),
                                      (b"6\n3\n", {"darkness": 6}, "failed"), (b"\n7\n", {}, "passed")):
        result = answered(folder, file, answers)
        told = {one["name"]: one["value"] for one in result["figures"] if one["name"] != "print_seconds"}
        assert (told, result["verdict"]) == (figures, verdict), result


def check_report(folder: pathlib.Path) -> None:
    """One page in Vietnamese that can be searched: who signs it, and a figure beside its limit."""
    file = folder / "report.pdf"
    assert kioskctl(folder, "test", "report", file).returncode == 2
    done = kioskctl(folder, "test", "report", file, "12/BB", "Lê Văn Bình")
    assert done.returncode == 0, done.stderr
    read = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout
    words = " ".join(read.split())
    for wanted in ("Biên bản kiểm tra", "Số: 12/BB", "Lê Văn Bình", "Ký, ghi rõ họ tên", "tối đa 10", "CHƯA ĐẠT"):
        assert wanted in words, f"{wanted}: {words}"
    pages = subprocess.run(["qpdf", "--show-npages", file], capture_output=True, text=True, check=True).stdout
    assert int(pages) == 1, pages


def check_reach(folder: pathlib.Path, file: pathlib.Path) -> None:
    assert tested(folder, file, "reach")["reach"]["reason"] == "not_measured"
    measured = folder / "measured.toml"
    for height, verdict in ((900, "passed"), (1000, "failed")):
        measured.write_text(file.read_text().replace("# bottom_mm = 900", f"bottom_mm = {height}"))
        assert tested(folder, measured, "reach")["reach"]["verdict"] == verdict, height


def check_history(folder: pathlib.Path, file: pathlib.Path) -> None:
    told = kioskctl(folder, "test", "--history", "network", "traces").stdout
    assert "FAILED" in told and "NET-01" in told and "PASSED" in told, told
    kept = sorted(path.name for path in (folder / "state/tests").iterdir())
    assert "network.json" in kept and "traces.json" in kept, kept
    doctor = kioskctl(folder, "doctor").stdout
    assert "network failed on" in doctor and "kioskctl test network" in doctor, doctor
    assert "passed: printer" not in doctor.replace("camera", "") or "traces" in doctor, doctor


def check_calls(folder: pathlib.Path) -> None:
    for words in ([], ["oven"], ["--loud", "camera"]):
        assert kioskctl(folder, "test", *words).returncode == 2, words
    sheet = folder / "sheet.pdf"
    assert kioskctl(folder, "test", "sheet", sheet).returncode == 0
    assert sheet.read_bytes().startswith(b"%PDF-1.4")
    (folder / "run").mkdir(exist_ok=True)
    (folder / "run/kiosk.json").write_text(json.dumps({"process": os.getpid(), "serving": "visit"}))
    served = kioskctl(folder, "test", "traces")
    assert served.returncode == 1 and "being served" in served.stderr, served.stderr
    (folder / "run/kiosk.json").unlink()


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        file = config(folder)
        check_verdicts(folder, file)
        check_history(folder, file)
        check_questions(folder, file)
        check_report(folder)
        check_reach(folder, file)
        check_calls(folder)
    print("each test ends with its verdict, and all of them are kept")


if __name__ == "__main__":
    sys.exit(main())
