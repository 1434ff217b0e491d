"""What a screen says and where: words read from its picture, as a person reads them. Marks, case and
signs do not count, and a letter in six may be misread."""
import difflib
import pathlib
import subprocess
import typing
import unicodedata

from guest import TOP

LIKE_ENOUGH = 0.84
READ = """
OMP_THREAD_LIMIT=1 tesseract "$1" stdout -l vie --psm 11 tsv 2>/dev/null
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


class Screen:
    """What was read of a picture (PNG); the folder is for what is read meanwhile."""
    def __init__(self, picture: bytes, folder: pathlib.Path) -> None:
        file = folder / "read.png"
        file.write_bytes(picture)
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
        place = Place(left + width // 2, top + height // 2)
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
