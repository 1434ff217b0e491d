#!/usr/bin/env python3
"""Whether tests/machine/boot finds on the pictures of tests/golden what it touches and waits for."""
import json
import pathlib
import tempfile

from boot_screen import Screen, closest, plain
from guest import TOP

TEXTS = json.loads((TOP / "assets/strings/vi.json").read_text())
SHOWN = {"welcome.high_vi": {"welcome.start": (270, 540)},
         "what_you_need.copy.high_vi": {"need.spared": (112, 279)},
         "goodbye.high_vi": {"bye.wiped": (270, 345)}}
NEAR = 40  # pixels from the middle of the words; the lowest button is three times as wide


def check_words() -> None:
    assert plain("Đưa mã QR, vào khung?") == "duamaqrvaokhung"
    assert closest("xchamvaodaydebatdau", "chamvaoday") == 1
    assert closest("xchamvaodoydebatdau", "chamvaoday") == 1, "one letter in ten may be misread"
    assert closest("xong", "xoang") is None, "few letters must not be misread"


def check_golden(folder: pathlib.Path) -> None:
    for name, wanted in SHOWN.items():
        screen = Screen((TOP / f"tests/golden/{name}.png").read_bytes(), folder)
        assert screen.find("Không có trên màn hình này") is None, name
        for text, place in wanted.items():
            found = screen.find(TEXTS[text])
            assert found, f"{name}: '{TEXTS[text]}' is not in {screen.text()}"
            away = max(abs(found.x - place[0]), abs(found.y - place[1]))
            assert away < NEAR, f"{name}: {text} at {found}"


def main() -> None:
    check_words()
    with tempfile.TemporaryDirectory() as folder:
        check_golden(pathlib.Path(folder))


if __name__ == "__main__":
    main()
