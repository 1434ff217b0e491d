"""What a kiosk has promised on its serial line, and whether what is left after a power cut keeps it.

"kept" must never be lost, "released" must never be forgotten or come back as unconfirmed, and a
dossier with a receipt must be at the province; no state ever goes back (kiosk/formats.md 8)."""
import collections

RANKS = {"held": 0, "released": 1, "uploaded": 2, "acknowledged": 3, "purged": 4}
PROMISES = {"kept": 0, "released": 1, "receipt": 3}
BROKEN_PROMISES = ("lost", "doubled", "forgotten", "gone back")
KINDS = (*BROKEN_PROMISES, "damaged", "stuck")


class Book:
    def __init__(self) -> None:
        self.sealed: set[str] = set()
        self.least: dict[str, int] = {}
        self.shown: set[str] = set()
        self.faults: list[str] = []
        self.moments: collections.Counter[str] = collections.Counter()

    def hear(self, lines: list[str], ledger: list[str], play: str) -> None:
        """One life of the machine, from its start to its end."""
        rows: dict[str, list[str]] = {}
        for line in lines:
            word, *rest = line.split(" ")
            if word == "sealing":
                self.sealed.add(rest[0])
            elif word in PROMISES:
                self._promise(rest[0], PROMISES[word])
                if word == "released":
                    self.shown.add(rest[0])
            elif word == "row":
                rows[rest[0]] = rest[1:]
            elif word in ("finding", "trouble", "refused"):
                self.faults.append(f"damaged: {line}")
            elif word == "looked":
                self._check(rows, set(ledger))
                rows = {}
        self.moments[f"{play}: after {moment(lines)}"] += 1

    def _promise(self, dossier: str, rank: int) -> None:
        self.least[dossier] = max(self.least.get(dossier, 0), rank)

    def _check(self, rows: dict[str, list[str]], ledger: set[str]) -> None:
        for dossier in self.least:
            if dossier not in rows:
                self.faults.append(f"{'forgotten' if dossier in ledger else 'lost'}: {dossier}")
        for dossier, (state, confirmation, parked) in rows.items():
            rank = RANKS.get(state, -1)
            if dossier not in self.sealed:
                self.faults.append(f"damaged: nobody sealed {dossier}")
            if rank < self.least.get(dossier, 0):
                self.faults.append(f"gone back: {dossier} is {state}")
            if dossier in self.shown and confirmation != "confirmed":
                self.faults.append(f"gone back: {dossier} is {confirmation}")
            if rank >= RANKS["acknowledged"] and dossier not in ledger:
                self.faults.append(f"lost: {dossier} is {state} and not at the province")
            if parked != "-":
                self.faults.append(f"stuck: {dossier} is parked as {parked}")
            self._promise(dossier, rank)

    def close(self, ledger: list[str], is_drained: bool) -> None:
        """At the end everything that was kept is at the province, once."""
        for dossier, times in collections.Counter(ledger).items():
            if times > 1:
                self.faults.append(f"doubled: {dossier}")
            if dossier not in self.sealed:
                self.faults.append(f"doubled: nobody sealed {dossier}")
        for dossier in self.least.keys() - set(ledger):
            self.faults.append(f"lost: {dossier} never came to the province")
        if not is_drained:
            self.faults.append("stuck: the outbox was not empty at the end")

    def sums(self) -> dict[str, int]:
        found = collections.Counter(fault.split(":")[0] for fault in set(self.faults))
        return {kind: found[kind] for kind in KINDS}


def moment(lines: list[str]) -> str:
    """The last word that was heard: where the power went."""
    known = ["mounted", "looked", "sealing", *PROMISES]
    words = [line.removeprefix("guest ").split(" ")[0] for line in lines]
    return next((word for word in reversed(words) if word in known), "nothing")
