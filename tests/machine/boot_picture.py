"""Pictures as QEMU writes them (portable pixmaps) and as people look at them (PNG, 8 bits, not
interlaced: PNG specification, 3rd edition, sections 9 and 11)."""
import pathlib
import struct
import typing
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"


class Picture(typing.NamedTuple):
    width: int
    height: int
    colours: bytes  # red, green, blue of each pixel


def read_png(file: pathlib.Path) -> Picture:
    content = file.read_bytes()
    width, height, depth, kind, *_, interlaced = struct.unpack(">IIBBBBB", content[16:29])
    assert (depth, kind, interlaced) == (8, 2, 0), f"{file}: not a picture of this kind"
    packed, at = b"", len(SIGNATURE)
    while at < len(content):
        length, name = struct.unpack(">I4s", content[at:at + 8])
        packed += content[at + 8:at + 8 + length] if name == b"IDAT" else b""
        at += 12 + length
    lines, stride = zlib.decompress(packed), width * 3
    above, colours = bytearray(stride), bytearray()
    for start in range(0, height * (stride + 1), stride + 1):
        row = bytearray(lines[start + 1:start + 1 + stride])
        unfilter(lines[start], row, above)
        colours += row
        above = row
    return Picture(width, height, bytes(colours))


def unfilter(way: int, row: bytearray, above: bytearray) -> None:
    for n, level in enumerate(row):
        left, corner = (row[n - 3], above[n - 3]) if n >= 3 else (0, 0)
        if way == 1:
            row[n] = (level + left) & 255
        elif way == 2:
            row[n] = (level + above[n]) & 255
        elif way == 3:
            row[n] = (level + (left + above[n]) // 2) & 255
        elif way == 4:
            row[n] = (level + nearest(left, above[n], corner)) & 255


def nearest(left: int, above: int, corner: int) -> int:
    """Paeth's predictor."""
    guess = left + above - corner
    return min((left, above, corner), key=lambda level: abs(guess - level))
