#!/usr/bin/env python3
"""The disk that forgets keeps what was flushed, may lose or tear anything else, and speaks NBD."""
import pathlib
import random
import socket
import struct
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forgetful_disk import FLUSH, SECTOR, WRITE, ForgetfulDisk, Platter  # noqa: E402

SECTORS = 16
SEEDS = 300


def new_platter(folder: pathlib.Path, is_lying: bool = False) -> Platter:
    path = folder / "disk"
    path.write_bytes(bytes(SECTORS * SECTOR))
    return Platter(str(path), is_lying)


def content(letter: bytes, sectors: int = SECTORS) -> bytes:
    return letter * (sectors * SECTOR)


def letters(platter: Platter) -> bytes:
    """One letter for each sector, each of which is whole."""
    whole = platter.read(0, SECTORS * SECTOR)
    found = [whole[at:at + SECTOR] for at in range(0, len(whole), SECTOR)]
    assert all(sector == sector[:1] * SECTOR for sector in found), "a sector was torn"
    return b"".join(sector[:1] for sector in found)


def check_cuts(folder: pathlib.Path) -> None:
    left: set[bytes] = set()
    ways = set()
    for seed in range(SEEDS):
        platter = new_platter(folder)
        platter.write(0, content(b"a"))
        platter.flush()
        platter.write(0, content(b"b"))
        platter.write(0, content(b"c", 8))
        assert letters(platter) == b"c" * 8 + b"b" * 8, "what was written is read at once"
        ways.add(platter.cut_power(random.Random(seed)))
        left.add(letters(platter))
        platter.close()
    assert all(set(state) <= set(b"abc") for state in left), "what was flushed has gone"
    assert {b"a" * 16, b"b" * 16, b"c" * 8 + b"b" * 8} <= left, "whole states are missing"
    assert any(b"a" in state[:8] and b"c" in state[:8] for state in left), "no write was torn"
    assert any(b"a" in state[8:] and b"c" in state[:8] for state in left), "no write was passed over"
    assert len(ways) == 5, ways


def check_forced_writes(folder: pathlib.Path) -> None:
    for seed in range(SEEDS):
        platter = new_platter(folder)
        platter.write(0, content(b"a"))
        platter.write(0, content(b"f", 1), is_forced=True)
        platter.cut_power(random.Random(seed))
        assert letters(platter)[:1] == b"f", "a forced write was lost or overtaken"
        platter.close()


def check_lying(folder: pathlib.Path) -> None:
    left = set()
    for seed in range(SEEDS):
        platter = new_platter(folder, is_lying=True)
        platter.write(0, content(b"a"), is_forced=True)
        platter.flush()
        platter.cut_power(random.Random(seed))
        left.add(letters(platter))
        platter.close()
    assert bytes(SECTORS) in left, "a lying disk lost nothing"


def ask(client: socket.socket, kind: int, body: bytes = b"", size: int = 0) -> bytes:
    """One request at offset 0; the answer's bytes, empty when there is none."""
    client.sendall(struct.pack(">IHHQQI", 0x25609513, 0, kind, 7, 0, len(body) or size) + body)
    wanted = 16 + size
    answer = b""
    while len(answer) < wanted:
        got = client.recv(wanted - len(answer))
        if not got:
            break
        answer += got
    assert struct.unpack(">IIQ", answer[:16]) == (0x67446698, 0, 7)
    return answer[16:]


def check_protocol(folder: pathlib.Path) -> None:
    new_platter(folder).close()
    disk = ForgetfulDisk(str(folder / "disk"), str(folder / "nbd"), cut_at=3)
    client = socket.socket(socket.AF_UNIX)
    client.connect(str(folder / "nbd"))
    client.recv(18, socket.MSG_WAITALL)
    client.sendall(struct.pack(">IQII", 3, 0x49484156454F5054, 7, 0))
    told = client.recv(20 + 12 + 20, socket.MSG_WAITALL)
    assert struct.unpack(">QH", told[22:32]) == (SECTORS * SECTOR, 13)
    ask(client, WRITE, content(b"a"))
    ask(client, FLUSH)
    assert ask(client, 0, size=SECTOR) == b"a" * SECTOR
    client.sendall(struct.pack(">IHHQQI", 0x25609513, 0, WRITE, 7, 0, SECTOR) + b"z" * SECTOR)
    assert disk.is_silent.wait(60), "the disk did not fall silent at its third step"
    client.close()
    platter = disk.end()
    platter.cut_power(random.Random(1))
    assert letters(platter)[1:] == b"a" * (SECTORS - 1)
    platter.close()


def main() -> None:
    for check in (check_cuts, check_forced_writes, check_lying, check_protocol):
        with tempfile.TemporaryDirectory() as folder:
            check(pathlib.Path(folder))


if __name__ == "__main__":
    main()
