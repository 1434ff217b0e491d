#!/usr/bin/env python3
"""A citizen files a dossier, comes back with the card and sees where it is: late with a letter of
apology, then with an officer's wishes that the sources are asked about, and adds the one paper that nobody else
holds. The code on the receipt can be typed, and tells nothing without the card. Another card sees nothing.
"""
import datetime
import os
import pathlib
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]

# An apology promises a later day than the first promise: two weeks are so whatever the weekday.
LATE = """
[[step]]
province = "event last late 15 Sổ hộ tịch năm 1951 phải tra ở kho lưu trữ."
[[step]]
tap = "welcome.follow"
[[step]]
expect = "find.title"
[[step]]
show_card = "kim_lien.png"
[[step]]
tap = "follow.apology"
[[step]]
expect = "apology.words"
says = "kho lưu trữ"
[[step]]
expect = "apology.due"
[[step]]
shot = "apology"
[[step]]
tap = "action.back"
[[step]]
expect = "follow.duty"
[[step]]
shot = "late"
[[step]]
tap = "follow.print"
[[step]]
expect = "slip.again"
[[step]]
tap = "action.next"
[[step]]
expect = "bye.wiped"
"""

ASKED = """
[[step]]
province = "event last supplement document.residence_confirmation Giấy cư trú § Điều 5 ; document.lease Hợp đồng thuê § Điều 6 ; document.photo Ảnh"
[[step]]
tap = "welcome.follow"
[[step]]
expect = "find.title"
[[step]]
show_card = "kim_lien.png"
[[step]]
expect = "follow.supplement"
[[step]]
tap = "action.next"
[[step]]
expect = "wish.lead"
[[step]]
expect = "wish.0.verdict"
says = "có thể đã có"
[[step]]
tap = "action.next"
[[step]]
expect = "wish.may_add"
[[step]]
expect = "wish.0.verdict"
says = "không phải nộp"
[[step]]
expect = "wish.1.verdict"
says = "tại đây"
[[step]]
expect = "wish.2.basis"
says = "chưa nêu căn cứ"
[[step]]
shot = "wishes"
[[step]]
tap = "action.next"
[[step]]
expect = "scan.paper"
[[step]]
lay_paper = ["rental_agreement.png"]
[[step]]
tap = "action.next"
[[step]]
expect = "page.title"
[[step]]
tap = "action.next"
[[step]]
expect = "review.title"
[[step]]
shot = "supplement"
[[step]]
tap = "action.next"
[[step]]
expect = "declare.title"
[[step]]
tap = "action.next"
[[step]]
expect = "done.title"
[[step]]
shot = "supplemented"
[[step]]
expect = "slip.again"
[[step]]
tap = "action.next"
[[step]]
expect = "bye.wiped"
"""

ADDED = """
[[step]]
tap = "welcome.follow"
[[step]]
expect = "find.title"
[[step]]
show_card = "kim_lien.png"
[[step]]
expect = "follow.words"
says = "phần bổ sung"
[[step]]
tap = "follow.report"
[[step]]
tap = "report.copies"
[[step]]
tap = "report.center"
[[step]]
tap = "report.counter_unknown"
[[step]]
tap = "report.today"
[[step]]
expect = "report.evidence"
[[step]]
shot = "report"
[[step]]
tap = "action.next"
[[step]]
expect = "opinion.number"
says = "H41-"
[[step]]
tap = "action.next"
[[step]]
expect = "bye.wiped"
"""

TYPED = """
[[step]]
tap = "welcome.follow"
[[step]]
tap = "find.type"
[[step]]
type = "{day}000"
[[step]]
expect = "find.code_digits"
says = "hiện có 9"
[[step]]
type = "{number}"
[[step]]
shot = "typed"
[[step]]
tap = "action.next"
[[step]]
expect = "find.typed"
says = "{day}-000{number}"
[[step]]
show_card = "kim_lien.png"
[[step]]
expect = "{leads_to}"
[[step]]
shot = "found"
[[step]]
tap = "action.next"
[[step]]
expect = "bye.wiped"
"""

DAY = f"{datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=7))):%y%m%d}"

OTHER = """
[[step]]
tap = "welcome.follow"
[[step]]
expect = "find.title"
[[step]]
show_card = "student.png"
[[step]]
expect = "card.refused"
says = "Chưa thấy hồ sơ"
[[step]]
tap = "action.back"
[[step]]
expect = "bye.wiped"
"""

VISITS = {"late": LATE, "asked": ASKED, "added": ADDED,
          "its code": TYPED.format(day=DAY, number=1, leads_to="follow.duty"),
          "another code": TYPED.format(day=DAY, number=9, leads_to="dossiers.sought"),
          "another card": OTHER}


def play(journey: pathlib.Path, world: pathlib.Path, shots: list[str]) -> str:
    """What went wrong; nothing when the visit went as it should."""
    done = subprocess.run([TOP / "kiosk/run", "--journey", journey, *shots], text=True, timeout=120,
                          capture_output=True, env={**os.environ, "KIOSK_WORLD": str(world)})
    return "" if done.returncode == 0 else done.stdout + done.stderr


def main() -> int:
    shots = ["--shots", sys.argv[1]] if len(sys.argv) > 1 else []
    with tempfile.TemporaryDirectory(prefix="motlan-") as folder:
        world, file = pathlib.Path(folder, "world"), pathlib.Path(folder, "visit.toml")
        wrong = play(TOP / "tests/journeys/birth_extract.toml", world, [])
        assert not wrong, f"nothing was filed:\n{wrong}"
        for name, steps in VISITS.items():
            file.write_text(f'name = "followed: {name}"\nsubmits = false\n{steps}')
            wrong = play(file, world, shots)
            assert not wrong, f"{name}:\n{wrong}"
            print(f"followed: {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
