"""The panel of the machine that boots: an X server in memory, on which QEMU lets this machine's Mesa
draw what the graphics card inside is told. Its pixels lie in a file (X11/XWDFile.h)."""
import pathlib
import struct
import subprocess
import typing
import zlib

from guest import TOP

HEADER_WORDS = 25
HEIGHT, BITS, LINE, COLOURS = 5, 11, 12, 19  # places in the header
COLOUR_SIZE = 12
# QEMU opens a window of this size in the middle and lets it grow to the right and down.
FIRST_WIDTH, FIRST_HEIGHT = 640, 480


class Panel(typing.NamedTuple):
    width: int
    height: int


class Shown:
    def __init__(self, panel: Panel, folder: pathlib.Path) -> None:
        """The panel fills the lower right of the server's screen."""
        whole = f"{2 * panel.width - FIRST_WIDTH}x{2 * panel.height - FIRST_HEIGHT}x24"
        call = [TOP / "config/debian13", "setpriv", "--pdeathsig", "KILL", "--", "Xvfb", "-displayfd", "1",
                "-nolisten", "tcp", "-screen", "0", whole, "-fbdir", folder]
        self.server = subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.name = ":" + (self.server.stdout.readline().strip() if self.server.stdout else "")
        self.panel, self.file = panel, folder / "Xvfb_screen0"

    def picture(self) -> bytes:
        """What it shows, as PNG."""
        content = self.file.read_bytes()
        head = struct.unpack(f">{HEADER_WORDS}I", content[:4 * HEADER_WORDS])
        assert head[BITS] == 32, "not the server that was expected"
        pixels, line = content[head[0] + COLOUR_SIZE * head[COLOURS]:], head[LINE]
        rows = [pixels[(y + 1) * line - 4 * self.panel.width:(y + 1) * line]
                for y in range(head[HEIGHT] - self.panel.height, head[HEIGHT])]
        return png(self.panel.width, rows)

    def end(self) -> None:
        self.server.kill()
        self.server.wait()


def png(width: int, rows: list[bytes]) -> bytes:
    """Of rows of blue, green, red and nothing. PNG specification, 3rd edition, sections 9 and 11."""
    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    lines = bytearray()
    for row in rows:
        line = bytearray(3 * width)
        line[0::3], line[1::3], line[2::3] = row[2::4], row[1::4], row[0::4]
        lines += b"\0" + line
    shape = struct.pack(">IIBBBBB", width, len(rows), 8, 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", shape) + chunk(b"IDAT", zlib.compress(lines, 3)) +
            chunk(b"IEND", b""))
