"""Reads what an outbox keeps by itself: the rows of its store and the files of its queue
(kiosk/formats.md 8)."""
import contextlib
import pathlib
import sqlite3


@contextlib.contextmanager
def store(outbox: pathlib.Path):
    with contextlib.closing(sqlite3.connect(outbox / "outbox.db")) as opened, opened:
        yield opened


def unpacked(outbox: pathlib.Path, into: pathlib.Path) -> list[pathlib.Path]:
    """A folder under `into` for each dossier that is kept, with its files in it."""
    for file in outbox.glob("q/*/*"):
        put(into, file.parent.name, file.name, file.read_bytes())
    with store(outbox) as opened:
        for dossier, name, content in opened.execute("SELECT dossier, name, bytes FROM sealed"):
            put(into, dossier, name, content)
    return sorted(into.iterdir()) if into.exists() else []


def put(into: pathlib.Path, dossier: str, name: str, content: bytes) -> None:
    (into / dossier).mkdir(parents=True, exist_ok=True)
    (into / dossier / name).write_bytes(content)
