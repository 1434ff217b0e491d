"""A province and kiosks in folders, the program that submits to it, and the comparison of both
ledgers. Reads the kiosk's store and the province's ledger by itself."""
import contextlib
import json
import os
import pathlib
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile
from dataclasses import dataclass, field

TOP = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("KIOSK_BUILD", TOP / ".build/release"))
SUBMIT = BUILD / "tests/submit"
PROVINCE = BUILD / "bin/province"
KILLED = -signal.SIGKILL
SKIPPED = 77
PATIENCE_S = 180
# In which way the program keeps its dossiers.
WAYS = {"in the store": [], "in files": ["--store", "0"]}


@dataclass
class Tally:
    """What a harness found; every number but the first is a defect."""
    cases: int = 0
    lost: int = 0
    doubled: int = 0
    stuck: int = 0
    corrupt: int = 0
    crashed: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(mine + theirs for mine, theirs in zip(vars(self).values(), vars(other).values())))

    def defects(self) -> int:
        return self.lost + self.doubled + self.stuck + self.corrupt + self.crashed


HEADER = f"{'':44} {'seed':>6} {'cases':>7} {'lost':>6} {'doubled':>8} {'stuck':>6} {'corrupt':>8} {'crashed':>8}"


def row(name: str, seed: int, tally: Tally) -> str:
    return (f"{name:44} {seed:>6} {tally.cases:>7} {tally.lost:>6} {tally.doubled:>8} "
            f"{tally.stuck:>6} {tally.corrupt:>8} {tally.crashed:>8}")


class Province:
    """The real stand-in province as a process; it may be killed and started again."""

    def __init__(self, folder: pathlib.Path):
        self.folder = folder
        subprocess.run([PROVINCE, "init", folder], check=True, stdout=subprocess.DEVNULL)
        self.process = None
        self.start()

    def start(self) -> None:
        ready, told = os.pipe()
        self.process = subprocess.Popen([PROVINCE, "serve", self.folder, "--ready-fd", str(told)],
                                        pass_fds=[told], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(told)
        is_ready = os.read(ready, 1) == b"\n"
        os.close(ready)
        assert is_ready, "the province did not start"

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def port(self) -> int:
        return int((self.folder / "port").read_text())

    def order(self, line: str) -> None:
        """A command of its control socket, e.g. "receipt other_dossier"."""
        with socket.socket(socket.AF_UNIX) as control:
            control.connect(str(self.folder / "control.sock"))
            control.sendall(line.encode() + b"\n")
            assert control.recv(64).startswith(b"ok"), line

    def ledger(self) -> dict[str, dict]:
        out = subprocess.run([PROVINCE, "ledger", self.folder, "--json"], check=True, capture_output=True).stdout
        return {entry["dossier"]: entry for entry in json.loads(out) if entry["code"]}


class Stage:
    """A province, an enrolment, and as many kiosks as wished."""

    def __init__(self, folder: pathlib.Path, address: str = ""):
        self.folder = folder
        self.province = Province(folder / "province")
        self.enrolment = folder / "enrolment"
        self.enrol(address)
        self.count = 0
        self.seen: set[str] = set()
        self.first = self.kiosk()
        subprocess.run([SUBMIT, "send", self.first, "--rounds", "1"], check=True, stderr=subprocess.DEVNULL)

    def enrol(self, address: str) -> None:
        wish = ["--address", address] if address else []
        subprocess.run([PROVINCE, "enrol", self.province.folder, "--kiosk", "NA-VINH-03", "--out", self.enrolment,
                        *wish], check=True, stdout=subprocess.DEVNULL)

    def kiosk(self) -> pathlib.Path:
        """A fresh state folder; it has the first one's bundle."""
        self.count += 1
        state = self.folder / f"kiosk-{self.count}"
        state.mkdir(mode=0o700)
        (state / "enrolment").symlink_to(self.enrolment)
        if self.count > 1:
            shutil.copytree(self.first / "bundles", state / "bundles")
        return state

    def close(self, books: "Books") -> Tally:
        """Compares the books of a run with what the province has taken over during it."""
        ledger = self.province.ledger()
        books.compare({dossier: entry for dossier, entry in ledger.items() if dossier not in self.seen})
        self.seen = set(ledger)
        return books.tally


@contextlib.contextmanager
def stage():
    """On a disk of memory where there is one: a killed program loses nothing there."""
    fast = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="motlan-faults-", dir=fast) as folder:
        made = Stage(pathlib.Path(folder))
        try:
            yield made
        finally:
            made.province.kill()


@dataclass
class Outcome:
    status: int
    promised: list[str]
    log: str


def finish(process: subprocess.Popen, patience: float = PATIENCE_S) -> Outcome:
    """Waits; a program that hangs is killed, as a watchdog would."""
    try:
        out, log = process.communicate(timeout=patience)
    except subprocess.TimeoutExpired:
        process.kill()
        out, log = process.communicate()
    words = [line.split() for line in out.decode().splitlines()]
    return Outcome(process.returncode, [each[1] for each in words if each[:1] == ["promised"] and len(each) == 2],
                   log.decode(errors="replace"))


def begin(what: str, state: pathlib.Path, *options: str, under: list = (), env: dict | None = None) -> subprocess.Popen:
    return subprocess.Popen([*under, SUBMIT, what, state, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            env={**os.environ, **(env or {})})


@dataclass
class Books:
    """What the kiosks of a run say that they delivered, against what the province has."""
    tally: Tally = field(default_factory=Tally)
    delivered: dict[str, tuple] = field(default_factory=dict)

    def close_case(self, state: pathlib.Path, promised: list[str], handed_in: int, status: int) -> None:
        """One kiosk after it was started again and went on to its end."""
        self.tally.cases += 1
        try:
            rows = read_store(state)
        except sqlite3.Error:
            self.tally.corrupt += 1
            return
        known = {each[0] for each in rows}
        self.tally.lost += any(each not in known for each in promised)
        self.tally.doubled += len(rows) > handed_in
        self.tally.stuck += status != 0 or is_left_over(state) or any(each[3] != "purged" for each in rows)
        self.tally.corrupt += any(each[0].encode() not in (each[4] or b"") for each in rows if each[3] == "purged")
        self.delivered |= {each[0]: (each[1], each[2]) for each in rows if each[3] == "purged"}

    def compare(self, ledger: dict[str, dict]) -> None:
        """Every dossier that a kiosk has forgotten is at the province as it was, and no other."""
        self.tally.lost += len(self.delivered.keys() - ledger.keys())
        self.tally.doubled += len(ledger.keys() - self.delivered.keys())
        for dossier in self.delivered.keys() & ledger.keys():
            theirs = ledger[dossier]
            self.tally.corrupt += self.delivered[dossier] != (theirs["label"], theirs["parts"])


def rows_of(state: pathlib.Path, table: str, columns: str) -> list[tuple]:
    """Empty when the store was never made."""
    file = state / "outbox/outbox.db"
    if not file.exists():
        return []
    with contextlib.closing(sqlite3.connect(f"file:{file}", uri=True)) as store:
        if store.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise sqlite3.DatabaseError("damaged")
        if not store.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone():
            return []
        return store.execute(f"SELECT {columns} FROM {table}").fetchall()


def read_store(state: pathlib.Path) -> list[tuple]:
    """Every dossier as (id, label, parts, state, receipt)."""
    rows = rows_of(state, "dossier", "id, label, parts, state, receipt")
    return [(name, label, json.loads(parts), at, receipt) for name, label, parts, at, receipt in rows]


def is_left_over(state: pathlib.Path) -> bool:
    return bool(rows_of(state, "sealed", "name")) or any(
        any((state / "outbox" / name).glob("*")) for name in ("tmp", "q", "quarantine"))


def resume(state: pathlib.Path, *options: str) -> Outcome:
    """The machine starts again, and nothing goes wrong."""
    return finish(begin("send", state, *options))


def can_trace() -> bool:
    try:
        return subprocess.run(["strace", "-o", "/dev/null", "true"], stderr=subprocess.DEVNULL).returncode == 0
    except FileNotFoundError:
        return False
