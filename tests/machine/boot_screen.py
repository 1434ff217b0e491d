"""What a screen says and where: words read from its picture, as a person reads them. Marks, case and
signs do not count, and a letter in six may be misread."""
import collections
import difflib
import pathlib
import subprocess
import typing
import unicodedata

from boot_picture import Picture
from guest import TOP

LIKE_ENOUGH = 0.84
INK = 200    # darker than this is no ground
TILE = 16  # pixels; less than a button is high, more than a letter's stroke is wide
READ = """
tesseract "$1" stdout -l vie --psm 11 tsv 2>/dev/null
"""


class Place(typing.NamedTuple):
    x: int
    y: int


class Letters(typing.NamedTuple):
    """A line of the screen: its letters, and for each of them the place of its word."""
    text: str
    places: list[Place]


def plain(words: str) -> str:
    apart = unicodedata.normalize("NFD", words.lower().replace("đ", "d"))
    return "".join(letter for letter in apart if letter.isascii() and letter.isalnum())


def flattened(width: int, height: int, levels: bytes) -> bytes:
    """Dark letters on white, whatever the ground: how far each pixel is from what its tile has most of."""
    flat = bytearray(levels)
    for top in range(0, height, TILE):
        rows = [y * width for y in range(top, min(top + TILE, height))]
        for left in range(0, width, TILE):
            right = min(left + TILE, width)
            tile = b"".join(levels[row + left:row + right] for row in rows)
            ground = collections.Counter(tile).most_common(1)[0][0]
            table = bytes(max(0, 255 - 2 * abs(level - ground)) for level in range(256))
            for row in rows:
                flat[row + left:row + right] = levels[row + left:row + right].translate(table)
    return without_frames(width, height, flat)


def without_frames(width: int, height: int, levels: bytearray) -> bytes:
    """Borders, rules and large shapes are painted over: around letters they are not read as such."""
    unseen = {at for at, level in enumerate(levels) if level < INK}
    while unseen:
        shape, border = [], [unseen.pop()]
        while border:
            at = border.pop()
            shape.append(at)
            near = {at + row + column for row in (-width, 0, width) for column in (-1, 0, 1)} & unseen
            unseen -= near
            border += near
        columns = [at % width for at in shape]
        wide, high = max(columns) - min(columns) + 1, (max(shape) - min(shape)) // width + 1
        if (wide > 60 and high > 45) or min(wide, high) * 8 < max(wide, high):
            for at in shape:
                levels[at] = 255
    return bytes(levels)


def doubled(width: int, height: int, levels: bytes) -> bytes:
    rows = []
    for y in range(height):
        row = bytearray(2 * width)
        row[0::2] = row[1::2] = levels[y * width:(y + 1) * width]
        rows += [row, row]
    return b"".join(rows)


class Screen:
    """What was read of a picture; the folder is for what is read meanwhile."""
    def __init__(self, picture: Picture, folder: pathlib.Path) -> None:
        width, height, green = picture.width, picture.height, picture.colours[1::3]
        levels = doubled(width, height, flattened(width, height, green))
        file = folder / "read.pgm"
        file.write_bytes(b"P5 %d %d 255\n" % (2 * width, 2 * height) + levels)
        self.lines = list(read(file).values())

    def find(self, words: str) -> Place | None:
        """The middle of these words, where the screen shows them in one line."""
        wanted = plain(words)
        for line in self.lines:
            start = closest(line.text, wanted)
            if start is not None:
                places = line.places[start:start + len(wanted)]
                return Place((places[0].x + places[-1].x) // 2, places[len(places) // 2].y)
        return None

    def text(self) -> str:
        return " / ".join(line.text for line in self.lines)


def read(file: pathlib.Path) -> dict[tuple, Letters]:
    call = [TOP / "config/debian13", "bash", "-euc", READ, "read", file]
    rows = subprocess.run(call, capture_output=True, text=True, check=True).stdout.split("\n")[1:]
    lines: dict[tuple, Letters] = {}
    for row in rows:
        cells = row.split("\t")
        if len(cells) < 12 or not plain(cells[11]):
            continue
        left, top, width, height = map(int, cells[6:10])
        place = Place((left + width // 2) // 2, (top + height // 2) // 2)
        letters = plain(cells[11])
        known = lines.get(tuple(cells[1:5]), Letters("", []))
        lines[tuple(cells[1:5])] = Letters(known.text + letters, known.places + [place] * len(letters))
    return lines


def closest(text: str, wanted: str) -> int | None:
    """Where in the text the wanted letters are, or letters that are like enough."""
    if wanted in text:
        return text.index(wanted)
    best, at = 0.0, None
    for start in range(max(0, len(text) - len(wanted)) + 1):
        likeness = difflib.SequenceMatcher(None, text[start:start + len(wanted)], wanted, autojunk=False).ratio()
        if likeness > best:
            best, at = likeness, start
    return at if best >= LIKE_ENOUGH and len(wanted) >= 6 else None
