"""The commands on the pages of config/handbook: the blocks, and what stands between backticks in the text."""
import pathlib
import re
from typing import NamedTuple

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "config/handbook"
TECHNICIAN, PROVINCE = "technician.md", "province.md"
# What commands begin with; other words between backticks are files, settings and faults.
PROGRAMS = {"apt-get", "dpkg", "journalctl", "kioskctl", "mount", "province", "systemctl", "tests/run"}


class Command(NamedTuple):
    page: str
    section: str
    words: str
    is_mention: bool  # in the text: perhaps no more than the beginning of a command


def sections(page: str) -> dict[str, str]:
    """The text under each heading, by the heading; that before the first one has none."""
    first, *others = re.split(r"^## ", (FOLDER / page).read_text(), flags=re.MULTILINE)
    return {"": first} | {text.partition("\n")[0]: text.partition("\n")[2] for text in others}


def blocks_of(text: str) -> list[str]:
    return [line for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL) for line in block.strip().splitlines()]


def mentions_of(text: str) -> list[str]:
    between = re.findall(r"`([^`]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))
    found = [" ".join(words.split()) for words in between]
    return [words for words in found if " " in words and words.split()[0] in PROGRAMS]


def section(page: str, title: str) -> str:
    """The text under the heading that begins with these words."""
    text, = (text for heading, text in sections(page).items() if heading.startswith(title))
    return text


def all_commands() -> list[Command]:
    found = []
    for page in sorted(path.name for path in FOLDER.glob("*.md")):
        for heading, text in sections(page).items():
            found += [Command(page, heading, words, False) for words in blocks_of(text)]
            found += [Command(page, heading, words, True) for words in mentions_of(text)]
    return found
