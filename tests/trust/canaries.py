"""Invented people whose every word can be recognised wherever it turns up, and its spellings."""
import base64
import pathlib
import random
import unicodedata
from typing import NamedTuple

# Letters with two marks, so that every encoding and every normal form spells them differently.
SYLLABLES = ["Quẩng", "Phuỗm", "Ngoạch", "Thuyểng", "Khuệnh", "Đoặc", "Giưỡng", "Nghiễm", "Choằn",
             "Hoẵng", "Luỹnh", "Truợm", "Xuyễn", "Boạng", "Duềnh", "Vuống", "Tuẫng", "Soẩm"]

PERSON = """# Invented. No person of this name and number is known.
about = "Somebody whose words are looked for after the visit"

[card]
number = "{number}"
old_number = "{old_number}"
full_name = "{name}"
birth_date = "{born_day}{born_month}2006"
sex = "Nữ"
address = "{home}, Châu Tiến, Quỳ Châu, Nghệ An"
issued = "14102022"

[sources.dc]
"person.full_name" = "{name}"
"person.birth_date" = "{born}"
"person.sex" = "Nữ"
"person.residence" = "{home}, xã Châu Tiến, tỉnh Nghệ An"
"person.nationality" = "Việt Nam"
"person.ethnicity" = "Thái"
"family.relations" = "Cha: {father}; mẹ: {mother}"
"document.kinship_proof" = "held:{paper}"

[sources.ct]
"residence.registered" = "{home}, xã Châu Tiến, tỉnh Nghệ An"
"residence.household" = "Con của {father}; hộ có 5 người"
"document.residence_confirmation" = "held:{paper}"
"residence.history" = "{home}, từ khi sinh"

[sources.ht]
"birth.registration" = "{registration}"
"document.birth_certificate" = "held:{paper}"
"marital.status" = "Chưa đăng ký kết hôn"
"""


class Person(NamedTuple):
    name: str
    number: str
    old_number: str
    home: str
    father: str
    mother: str
    registration: str
    paper: str
    born: str
    typed: str  # what the visitor writes on the screen
    helped: str  # what a helper writes there and the visitor takes back

    def to_toml(self) -> str:
        _, month, day = self.born.split("-")
        return PERSON.format(**self._asdict(), born_month=month, born_day=day)

    def values(self) -> dict[str, str]:
        """All that is this person's: whole, and what is left of words when half of them was written over."""
        born = ".".join(reversed(self.born.split("-")))
        whole = {**self._asdict(), "born.shown": born.replace(".", "/"), "born.other": born}
        pairs = {f"{key}.{at}": pair for key in ("name", "home", "typed", "father", "mother", "registration")
                 for at, pair in enumerate(pairs_of(whole[key])) if not any(map(str.isdigit, pair))}
        return whole | pairs


def invent(dice: random.Random) -> Person:
    def name() -> str:
        return " ".join(dice.sample(SYLLABLES, 4))

    def digits(count: int) -> str:
        return "".join(dice.choice("0123456789") for _ in range(count))

    return Person(name=name(), number="040306" + digits(6), old_number="1" + digits(8),
                  home=f"Ngõ {name()} số {digits(4)}", father=name(), mother=name(),
                  registration=f"Số {digits(5)}/2006 quyển {name()}", paper=f"HT-{digits(9)}",
                  born=f"2006-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}",
                  typed=f"Số {digits(4)} đường {name()}", helped=f"Số {digits(4)} ngách {digits(4)} hẻm {digits(4)}")


def grouped(digits: str) -> list[str]:
    triples = [digits[at:at + 3] for at in range(0, len(digits), 3)]
    return [mark.join(triples) for mark in (" ", ".", "-")]


def in_base64(text: str) -> list[bytes]:
    """What of the text's base64 is the same wherever the text begins in a longer one."""
    raw = text.encode()
    found = []
    for before in range(3):
        whole = base64.b64encode(b"\0" * before + raw)
        found.append(whole[(before * 4 + 2) // 3 + (1 if before else 0):-4])
    return found


def spellings(text: str) -> list[bytes]:
    """The bytes by which the text may be told, in whatever form it was kept."""
    forms = [text, text.upper(), unicodedata.normalize("NFD", text)]
    if text.isdigit():
        forms += grouped(text)
    marks = [form.encode(code) for form in forms for code in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")]
    marks += in_base64(text)
    marks.append(text.encode().hex().encode())
    marks.append("".join(f"\\u{ord(letter):04x}" if ord(letter) > 126 else letter for letter in text).encode())
    marks.append("".join(f"%{byte:02X}" for byte in text.encode()).encode())
    return list(dict.fromkeys(mark for mark in marks if len(mark) >= 8))


def words_of(person: Person) -> dict[str, bytes]:
    """All spellings of all that is this person's, by a name that tells nothing."""
    return {f"{key}/{at}": mark for key, text in person.values().items() for at, mark in enumerate(spellings(text))}


def pairs_of(text: str) -> list[str]:
    """Every two words of it that stand beside each other."""
    words = text.split()
    return [f"{one} {other}" for one, other in zip(words, words[1:])]


def pieces_of(text: str) -> dict[str, bytes]:
    """The whole text and every two words of it."""
    return {f"{at}.{way}": mark for at, piece in enumerate([text, *pairs_of(text)])
            for way, mark in enumerate(spellings(piece))}


def write_words(people: list[Person], file: pathlib.Path) -> int:
    lines = [f"{at}/{name}\t{mark.hex()}\n" for at, person in enumerate(people)
             for name, mark in words_of(person).items()]
    file.write_text("".join(lines))
    return len(lines)
