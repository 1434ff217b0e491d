#!/usr/bin/env python3
"""Carries dossiers over a bad road while both ends are killed now and then, and compares the ledgers.

    road.py [--seed S] [--dossiers N]

The road is a proxy in front of the province: connections are cut at any byte of either direction,
reset, stalled, slowed to a trickle or not taken at all, and answers get lost. First it has to catch
careless programs.
"""
import argparse
import contextlib
import pathlib
import random
import shutil
import socket
import struct
import sys
import threading
import time

import stage

BATCH = 10
# Careless programs, and how the province signs its receipts for them.
PLANTED = {"believes_the_road": "good", "gives_up": "good", "seals_again": "good", "trusts_its_offset": "good",
           "takes_any_receipt": "other_dossier"}
STARTS = 400
PIECE = 16384


class Road:
    """Forwards connections, each with a trouble of its own. Threads, because a trickle takes time."""

    TROUBLES = ["none", "none", "cut", "cut", "reset", "answer_lost", "stall", "trickle", "deaf", "closed"]

    def __init__(self, seed: int):
        self.chance = random.Random(seed)
        self.to = 0
        self.is_bad = False
        self.counts: dict[str, int] = {}
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self) -> None:
        while True:
            try:
                kiosk, _ = self.listener.accept()
            except OSError:
                return
            trouble = self.chance.choice(self.TROUBLES) if self.is_bad else "none"
            self.counts[trouble] = self.counts.get(trouble, 0) + 1
            # Where it strikes: in the handshake, in a request, far into the parts.
            after = int(self.chance.choice([3_000, 20_000, 300_000]) * self.chance.random())
            threading.Thread(target=self.carry, args=(kiosk, trouble, after), daemon=True).start()

    def carry(self, kiosk: socket.socket, trouble: str, after: int) -> None:
        if trouble == "deaf":
            time.sleep(0.3)
        if trouble in ("deaf", "closed"):
            return reset(kiosk)
        try:
            province = socket.create_connection(("127.0.0.1", self.to), timeout=5)
        except OSError:
            return reset(kiosk)
        lost = trouble == "answer_lost"
        threading.Thread(target=self.pump, args=(province, kiosk, trouble if lost else "none", after), daemon=True).start()
        self.pump(kiosk, province, "none" if lost else trouble, after)

    def pump(self, come: socket.socket, go: socket.socket, trouble: str, after: int) -> None:
        """One direction, until it ends or its trouble comes."""
        passed = 0
        with contextlib.suppress(OSError):
            while piece := come.recv(PIECE):
                if trouble != "none" and passed + len(piece) > after:
                    go.sendall(piece[:max(0, after - passed)])
                    self.strike(come, go, trouble, piece[max(0, after - passed):])
                    return
                go.sendall(piece)
                passed += len(piece)
        close(go)

    def strike(self, come: socket.socket, go: socket.socket, trouble: str, rest: bytes) -> None:
        if trouble == "stall":
            time.sleep(0.5)
        if trouble == "trickle":  # 1 kB/s
            for at in range(0, min(len(rest), 600), 100):
                go.sendall(rest[at:at + 100])
                time.sleep(0.1)
        for end in (come, go):
            reset(end) if trouble == "reset" else close(end)


def close(end: socket.socket) -> None:
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()


def reset(end: socket.socket) -> None:
    with contextlib.suppress(OSError):
        end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    end.close()


def killed_at_random(chance: random.Random, what: str, state: pathlib.Path, *options: str) -> stage.Outcome:
    """One start of the program; one of three is killed."""
    process = stage.begin(what, state, *options)
    if chance.random() < 0.33:
        time.sleep(chance.uniform(0.005, 0.4))
        process.kill()
    return stage.finish(process)


def perhaps_kill_province(kiosks: stage.Stage, road: Road, chance: random.Random) -> None:
    if chance.random() < 0.15:
        kiosks.province.kill()
        kiosks.province.start()  # its receipts are good ones again
        road.to = kiosks.province.port()


def batch(kiosks: stage.Stage, road: Road, chance: random.Random, careless: list = ()) -> tuple:
    """Some visits, then starts of the sender until everything is delivered."""
    state, promised, visits = kiosks.kiosk(), [], 0
    while len(promised) < BATCH:
        visits += 1
        way = chance.choice(list(stage.WAYS.values()))
        promised += killed_at_random(chance, "keep", state, *way, *careless).promised
    status = 1
    for start in range(STARTS):
        perhaps_kill_province(kiosks, road, chance)
        status = killed_at_random(chance, "send", state, "--rounds", "8", *careless).status
        if status == 0 or (careless and start > 20):
            break
    return state, promised, visits, status


def deliver(kiosks: stage.Stage, road: Road, dossiers: int, chance: random.Random, careless: list = ()) -> stage.Books:
    books = stage.Books()
    road.is_bad = True
    while books.tally.cases < dossiers:
        state, promised, visits, status = batch(kiosks, road, chance, careless)
        books.close_case(state, promised, visits, status)
        books.tally.cases += len(promised) - 1
        shutil.rmtree(state)
    road.is_bad = False
    return books


@contextlib.contextmanager
def staged(seed: int):
    road = Road(seed)
    with stage.stage() as kiosks:
        road.to = kiosks.province.port()
        kiosks.enrol(f"https://127.0.0.1:{road.port}")
        yield kiosks, road
    road.listener.close()


def main() -> int:
    words = argparse.ArgumentParser()
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--dossiers", type=int, default=50)
    wish = words.parse_args()
    chance, caught, total, left = random.Random(wish.seed), 0, stage.Tally(), wish.dossiers
    print(stage.HEADER)
    with staged(wish.seed) as (kiosks, road):
        for name, mood in PLANTED.items():
            tally = stage.Tally()
            while tally.cases < 10 * BATCH and tally.defects() == 0:
                kiosks.province.order(f"receipt {mood}")
                tally += kiosks.close(deliver(kiosks, road, 1, chance, ["--careless", name]))
            kiosks.province.order("receipt good")
            print(stage.row(f"planted: {name}", wish.seed, tally), flush=True)
            caught += tally.defects() > 0
        print(f"caught {caught} of {len(PLANTED)} planted defects", flush=True)
    # A new province now and then, so that its ledger does not fill the disk.
    begun = time.monotonic()
    while left > 0:
        with staged(wish.seed + left) as (kiosks, road):
            total += kiosks.close(deliver(kiosks, road, min(left, 1000), chance))
            print(stage.row("over a bad road", wish.seed, total), flush=True)
            print("    connections:", ", ".join(f"{n} {name}" for name, n in sorted(road.counts.items())))
            left -= 1000
    print(f"    {total.cases / (time.monotonic() - begun):.1f} dossiers a second")
    return 0 if caught == len(PLANTED) and total.defects() == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
