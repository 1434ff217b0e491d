#!/usr/bin/env python3
"""kioskctl page process, scan and print --test as a technician types them: pictures from files, a
scanner of SANE's, one in the network whose feeder jams, and a printer that is a folder. What can be
used is kept, what cannot is named, and the exit status says which it was."""
import http.server
import json
import os
import pathlib
import re
import struct
import subprocess
import sys
import tempfile
import threading
import zlib

TOP = pathlib.Path(__file__).resolve().parents[2]
A4_MM = (210, 297)
NAMES = ('xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" '
         'xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm"')


def png(dpi: int, first_line: int, width: int = 0, height: int = 0) -> bytes:
    """A grey A4 page with lines of dashes like words, the first so many millimetres from the top."""
    dot = dpi / 25.4
    width, height = width or round(A4_MM[0] * dot), height or round(A4_MM[1] * dot)
    blank = b"\0" + b"\xf0" * width
    line = bytearray(blank)
    for word in range(20, 180, 15):
        for at in range(round(word * dot), min(width, round((word + 5 + word % 7) * dot))):
            line[1 + at] = 20
    rows = b"".join(bytes(line) if y >= first_line * dot and y / dot % 9 < 2.5 and y / dot < 250 else blank
                    for y in range(height))
    chunk = lambda kind, body: struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b""))


class JammingFeeder(http.server.BaseHTTPRequestHandler):
    """An eSCL scanner that draws two sheets and jams at the third."""
    settings = ""
    given = 0

    def log_message(self, *_) -> None:
        pass

    def say(self, status: int, body: bytes = b"", kind: str = "text/xml", **more: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **more}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        mine = type(self)
        if self.path.endswith("ScannerCapabilities"):
            caps = ("<scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>2480</scan:MaxWidth>"
                    "<scan:MinHeight>16</scan:MinHeight><scan:MaxHeight>3508</scan:MaxHeight>"
                    "<scan:SettingProfiles><scan:SettingProfile><scan:ColorModes>"
                    "<scan:ColorMode>Grayscale8</scan:ColorMode></scan:ColorModes><scan:DocumentFormats>"
                    "<pwg:DocumentFormat>image/png</pwg:DocumentFormat></scan:DocumentFormats>"
                    "<scan:SupportedResolutions><scan:DiscreteResolutions><scan:DiscreteResolution>"
                    "<scan:XResolution>150</scan:XResolution><scan:YResolution>150</scan:YResolution>"
                    "</scan:DiscreteResolution></scan:DiscreteResolutions></scan:SupportedResolutions>"
                    "</scan:SettingProfile></scan:SettingProfiles>")
            self.say(200, (f"<scan:ScannerCapabilities {NAMES}><pwg:Version>2.0</pwg:Version><scan:Adf>"
                           f"<scan:AdfSimplexInputCaps>{caps}</scan:AdfSimplexInputCaps></scan:Adf>"
                           "</scan:ScannerCapabilities>").encode())
        elif self.path.endswith("ScannerStatus"):
            state = "ScannerAdfJam" if mine.given == 2 else "ScannerAdfLoaded"
            self.say(200, (f"<scan:ScannerStatus {NAMES}><pwg:Version>2.0</pwg:Version><pwg:State>Idle</pwg:State>"
                           f"<scan:AdfState>{state}</scan:AdfState></scan:ScannerStatus>").encode())
        elif mine.given == 2:
            self.say(503)
        else:
            mine.given += 1
            wide, high = (int(re.search(f"<[a-z:]*{name}>(\\d+)<", mine.settings)[1]) // 2 for name in ("Width", "Height"))
            self.say(200, png(150, 20 + 40 * mine.given, wide, high), "image/png")

    def do_POST(self) -> None:
        type(self).settings = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.say(201, Location=f"http://{self.headers['Host']}/eSCL/ScanJobs/1")

    def do_DELETE(self) -> None:
        self.say(200)


def config(folder: pathlib.Path, device: str) -> pathlib.Path:
    text = (TOP / "config/kiosk.toml").read_text()
    for key in ("procedures", "sources.toml", "holidays.toml", "units.toml", "search.toml"):
        text = text.replace(f'= "{key}"', f'= "{TOP}/config/{key}"')
    head, tail = text.split("[scanner]", 1)
    tail = tail.replace('\ndriver = "simulated"', f'\ndriver = "sane"\ndevice = "{device}"', 1).replace("dpi = 300", "dpi = 150", 1)
    tail = tail.replace('folder = "slips"', f'folder = "{folder}/slips"', 1)
    file = folder / "kiosk.toml"
    file.write_text(f"{head}[scanner]{tail}")
    return file


def kioskctl(folder: pathlib.Path, status: int, *words: object) -> subprocess.CompletedProcess:
    places = os.environ | {"STATE_DIRECTORY": f"{folder}/state", "RUNTIME_DIRECTORY": f"{folder}/run",
                           "SANE_CONFIG_DIR": f"{folder}/sane", "LC_ALL": "C"}
    done = subprocess.run([TOP / "kiosk/run", "kioskctl", *map(str, words)], env=places, text=True,
                          capture_output=True, timeout=300, stdin=subprocess.DEVNULL)
    assert done.returncode == status, f"{words}: {done.returncode}: {done.stdout}{done.stderr}"
    return done


def page_count(file: pathlib.Path) -> int:
    assert subprocess.run(["qpdf", "--check", file], capture_output=True).returncode == 0, f"qpdf refuses {file}"
    return int(subprocess.run(["qpdf", "--show-npages", file], capture_output=True, text=True, check=True).stdout)


def check_process(folder: pathlib.Path) -> None:
    first, second, broken, out = (folder / name for name in ("first.png", "second.png", "broken.png", "out.pdf"))
    first.write_bytes(png(200, 30))
    second.write_bytes(png(200, 120))
    broken.write_bytes(first.read_bytes()[:1000])
    told = kioskctl(folder, 1, "page", "process", "--json", "--dpi", 200, first, second, broken, first, "-o", out).stdout
    one, two, refused, again, file = map(json.loads, told.splitlines())
    assert refused["faults"] == ["SCAN-10"] and "SCAN-20" in again["faults"], told
    assert "SCAN-20" not in one["faults"] + two["faults"], told
    assert set(one["ms"]) == {"decode", "prepare", "layers", "read"} and one["paper"] == two["paper"] == "A4", one
    assert len(one["corners"]) == 4 and abs(one["angle"]) < 0.2 and one["scores"]["ink"] > 0, one
    assert file["pages"] == page_count(out) == 3 and file["bytes"] == out.stat().st_size, file
    table = kioskctl(folder, 1 if one["faults"] else 0, "page", "process", "--no-text", first, "-o", out).stdout
    assert "corners" in table and "ms " in table and page_count(out) == 1, table
    kioskctl(folder, 2, "page", "process", first)
    kioskctl(folder, 2, "page", "process", "-o", out)
    before, link = first.read_bytes(), folder / "link.png"
    link.symlink_to(first)
    for same in (first, link):
        done = kioskctl(folder, 2, "page", "process", "--no-text", second, first, "-o", same)
        assert f"{same} is one of the pictures" in done.stderr, done
    assert first.read_bytes() == before, "a picture was written over"


def check_scan(folder: pathlib.Path) -> None:
    sane = folder / "sane"
    sane.mkdir()
    (sane / "dll.conf").write_text("test\n")
    (sane / "test.conf").write_text("number_of_devices 1\nmode Color\ngeometry_max 300\nresolution_max 1200\n"
                                    'test-picture "Grid"\n')
    file, out = config(folder, "test:0"), folder / "scan.pdf"
    told = kioskctl(folder, 0, "scan", "--list").stdout
    assert told.startswith("test:0  "), told
    told = kioskctl(folder, 1, "scan", "-o", out, file).stdout
    assert re.search(r"^page 1: \d+x\d+ pixels, 150 dpi", told) and page_count(out) == 1, told
    kioskctl(folder, 2, "scan", "--list", "-o", out)
    kioskctl(folder, 2, "scan", "-o", out, "--source", "ceiling", file)


def check_jam(folder: pathlib.Path) -> None:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), JammingFeeder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    (folder / "sane/dll.conf").write_text("airscan\n")
    (folder / "sane/airscan.conf").write_text(
        f'[devices]\n"Twin" = http://127.0.0.1:{server.server_port}/eSCL/, eSCL\n[options]\ndiscovery = disable\n')
    out = folder / "jammed.pdf"
    done = kioskctl(folder, 1, "scan", "--source", "feeder", "-o", out, config(folder, "airscan:e0:Twin"))
    assert "page 3: SCAN-03" in done.stdout + done.stderr, done
    assert "2 pages" in done.stdout and page_count(out) == 2, done
    out.unlink()
    done = kioskctl(folder, 1, "scan", "--source", "feeder", "-o", out, config(folder, "airscan:e0:Twin"))
    assert not out.exists() and "page 1: SCAN-03" in done.stdout + done.stderr, done
    server.shutdown()


def check_print(folder: pathlib.Path) -> None:
    told = kioskctl(folder, 0, "print", "--test", config(folder, "test:0")).stdout
    assert re.match(r"printed: \d+ dots wide, \d+ rows$", told), told
    assert len(list((folder / "slips").iterdir())) == 1
    kioskctl(folder, 2, "print")


def main() -> None:
    if not pathlib.Path("/etc/debian_version").read_text().startswith("13"):
        os.execv(TOP / "config/debian13", [TOP / "config/debian13", __file__])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        check_process(folder)
        check_scan(folder)
        check_jam(folder)
        check_print(folder)
    print("pages are processed, scanned and printed, and what fails is named")


if __name__ == "__main__":
    main()
