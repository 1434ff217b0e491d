"""Somebody who stands before the machine: reads its screen, touches it, holds up a card."""
import json
import pathlib
import time
import tomllib
import typing

import boot_camera
from boot_machine import Machine
from boot_picture import of_pixmap, write_png
from boot_screen import Place, Screen
from guest import TOP

PATIENCE = 240.0
TOUCHES = 4            # of a button that does not answer
ANSWER_PATIENCE = 45.0
TEXTS = json.loads((TOP / "assets/strings/vi.json").read_text())
PROCEDURE = tomllib.loads((TOP / "config/procedures/2.000635.toml").read_text())["name"]["vi"]
CHILDREN = "Con cái, khai sinh"  # the guide's first answer, config/search.toml


class Step(typing.NamedTuple):
    """A screen is known by words on it, and left by a touch on others."""
    shot: str
    known_by: str
    touched: str


# A copy of a birth extract: nothing is typed and no paper is scanned, as in journeys/birth_extract.toml.
TO_THE_CARD = [Step("welcome", TEXTS["welcome.start"], TEXTS["welcome.start"]),
               Step("choose", TEXTS["choose.title"], CHILDREN),
               Step("which", TEXTS["search.which"], PROCEDURE),
               Step("need", TEXTS["need.spared"], TEXTS["need.start"])]
TO_THE_DECLARATION = [Step("consent", TEXTS["consent.title"], TEXTS["consent.agree"]),
                      Step("check", TEXTS["check.title"], TEXTS["check.right"]),
                      Step("answer", "Ông/bà cần mấy bản sao?", TEXTS["common.continue"]),
                      Step("review", TEXTS["review.title"], TEXTS["review.next"])]
DECLARE = Step("declare", TEXTS["declare.title"], TEXTS["declare.next"])
FILED = Step("filed", TEXTS["done.title"], TEXTS["done.next"])
# Without a road to the province.
SENDING = Step("sending", TEXTS["sending.leave"], TEXTS["sending.leave"])
KEPT = Step("kept", TEXTS["kept.title"], TEXTS["kept.next"])


class Citizen:
    def __init__(self, machine: Machine, pictures: pathlib.Path) -> None:
        self.machine, self.pictures = machine, pictures
        self.taken = 0
        self.pixmap, self.screen = b"", None

    def show(self, name: str, pixmap: bytes) -> None:
        """Leaves a picture of the screen for people."""
        self.taken += 1
        write_png(of_pixmap(pixmap), self.pictures / f"{self.taken:02}_{name}.png")

    def look(self, *words: str, patience: float = PATIENCE) -> Place | None:
        """Until the screen says one of these."""
        ends = time.monotonic() + patience
        while True:
            pixmap = self.machine.picture()
            if pixmap and pixmap != self.pixmap:
                self.pixmap, self.screen = pixmap, Screen(of_pixmap(pixmap), self.machine.folder)
            places = [self.screen.find(each) for each in words] if pixmap and self.screen else []
            place = next(filter(None, places), None)
            if place or time.monotonic() > ends:
                return place
            time.sleep(0.5)

    def expect(self, name: str, *words: str) -> Place:
        """The same, with a picture; what does not appear ends the run."""
        place = self.look(*words)
        if self.pixmap:
            self.show(name if place else f"{name}_NOT_SEEN", self.pixmap)
        if not place:
            said = self.screen.text() if self.screen else "nothing"
            raise SystemExit(f"boot: The screen does not say {' or '.join(words)}, but: {said}\n"
                             f"{self.machine.journal()}")
        return place

    def leave(self, step: Step, *next_words: str) -> None:
        """Touches the step's button until the next screen is there."""
        self.expect(step.shot, step.known_by)
        for _ in range(TOUCHES):
            button = self.look(step.touched, patience=ANSWER_PATIENCE)
            if button:
                self.machine.touch(*button)
            if self.look(*next_words, patience=ANSWER_PATIENCE):
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
        self.expect("card_read", TEXTS["consent.title"])
        boot_camera.take_away(self.machine)

    def go_to_the_declaration(self) -> None:
        self.go(TO_THE_DECLARATION, DECLARE.known_by)

    def declare(self, *ends: Step) -> None:
        """Files the dossier, over these screens, and leaves. The goodbye goes by itself."""
        self.go([DECLARE, *ends[:-1]], ends[-1].known_by)
        self.leave(ends[-1], TEXTS["bye.wiped"], TEXTS["welcome.start"])
        self.show("goodbye", self.pixmap)
