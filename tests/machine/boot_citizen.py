"""Somebody who stands before the machine: reads its screen, touches it, holds up a card."""
import json
import pathlib
import time
import tomllib
import typing

import boot_camera
from boot_machine import BOOT_PATIENCE, Machine
from boot_screen import Place, Screen
from guest import TOP

TOUCHES = 4  # of a button that does not answer
TEXTS = json.loads((TOP / "assets/strings/vi.json").read_text())
PROCEDURE = tomllib.loads((TOP / "config/procedures/2.000635.toml").read_text())["name"]["vi"]
CHILDREN = "Con cái, khai sinh"    # the guide's first answer, config/search.toml
NEXT = Place(680, 1688)            # the button that goes on, white on dark: the same place on every screen


class Step(typing.NamedTuple):
    """A screen is known by words on it, and left by a touch on others or on a place."""
    shot: str
    known_by: str
    touched: str | Place = NEXT


# A copy of a birth extract: nothing is typed and no paper is scanned, as in journeys/birth_extract.toml.
TO_THE_CARD = [Step("welcome", TEXTS["welcome.start"], TEXTS["welcome.start"]),
               Step("choose", TEXTS["choose.title"], CHILDREN),
               Step("which", TEXTS["search.which"], PROCEDURE),
               Step("need", TEXTS["need.spared"])]
TO_THE_DECLARATION = [Step("for_whom", TEXTS["behalf.title"], TEXTS["behalf.self_hint"]),
                      Step("consent", TEXTS["consent.title"]),
                      Step("check", TEXTS["check.title"]),
                      Step("answer", "Ông/bà cần mấy bản sao?"),
                      Step("review", TEXTS["review.title"])]
DECLARE = Step("declare", TEXTS["declare.title"])
FILED = Step("filed", TEXTS["done.title"])
# Without a road to the province.
SENDING = Step("sending", TEXTS["sending.leave"], TEXTS["sending.leave"])
KEPT = Step("kept", TEXTS["kept.title"])


class Citizen:
    def __init__(self, machine: Machine, pictures: pathlib.Path) -> None:
        """Waits for a screen twice as long as the machine took to boot, and a quarter of that before a second touch."""
        self.machine, self.pictures, self.patience = machine, pictures, BOOT_PATIENCE
        self.taken = 0
        self.picture, self.screen = b"", None

    def show(self, name: str) -> None:
        """Leaves the picture that was last seen for people."""
        self.taken += 1
        (self.pictures / f"{self.taken:02}_{name}.png").write_bytes(self.picture)

    def look(self, *words: str, patience: float) -> Place | None:
        """Until the screen says one of these."""
        ends = time.monotonic() + patience
        while True:
            picture = self.machine.shown.picture()
            if picture and picture != self.picture:
                self.picture, self.screen = picture, Screen(picture, self.machine.folder)
                self.answer_whether_still_there()
            places = [self.screen.find(each) for each in words] if picture and self.screen else []
            place = next(filter(None, places), None)
            if place or time.monotonic() > ends:
                return place
            time.sleep(0.2)

    def answer_whether_still_there(self) -> None:
        """What a slow machine asks of somebody who waits for it; any touch is an answer."""
        asked = self.screen.find(TEXTS["still.title"])
        if asked:
            self.machine.touch(*asked)

    def expect(self, name: str, *words: str) -> Place:
        """The same, with a picture; what does not appear ends the run."""
        place = self.look(*words, patience=self.patience)
        if self.picture:
            self.show(name if place else f"{name}_NOT_SEEN")
        if not place:
            said = self.screen.text() if self.screen else "nothing"
            raise SystemExit(f"boot: The screen does not say {' or '.join(words)}, but: {said}\n"
                             f"{self.machine.journal()}")
        return place

    def leave(self, step: Step, *next_words: str) -> None:
        """Touches the step's button until the next screen is there."""
        self.expect(step.shot, step.known_by)
        for _ in range(TOUCHES):
            # Nothing is touched that is not there any more: the next screen came late.
            is_there = self.screen.find(step.known_by)
            button = step.touched if isinstance(step.touched, Place) else self.screen.find(step.touched)
            if is_there and button:
                self.machine.touch(*button)
            if self.look(*next_words, patience=self.patience / 4):
                return
        self.expect(f"after_{step.shot}", *next_words)

    def go(self, steps: list[Step], last_words: str) -> None:
        for step, follows in zip(steps, [*(step.known_by for step in steps[1:]), last_words]):
            self.leave(step, follows)

    def go_to_the_card(self) -> None:
        self.go(TO_THE_CARD, TEXTS["card.title"])
        self.expect("card", TEXTS["card.title"])

    def show_card(self, card: str) -> None:
        """Held up until the machine has read it."""
        boot_camera.hold(self.machine, card)
        self.expect("card_read", TO_THE_DECLARATION[0].known_by)
        boot_camera.take_away(self.machine)

    def go_to_the_declaration(self) -> None:
        self.go(TO_THE_DECLARATION, DECLARE.known_by)

    def declare(self, *ends: Step) -> None:
        """Files the dossier, over these screens, and leaves. The goodbye goes by itself."""
        self.go([DECLARE, *ends[:-1]], ends[-1].known_by)
        self.leave(ends[-1], TEXTS["bye.wiped"], TEXTS["welcome.start"])
        self.show("goodbye")
