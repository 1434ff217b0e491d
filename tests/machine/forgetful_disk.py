"""A disk with a volatile write cache, behind a Unix socket that speaks NBD.

What was written but not flushed lives in memory only. A power cut keeps any of it: nothing, all,
a prefix, some of the writes, or some of their sectors, as a real disk may. QEMU is only a
client: killing it loses nothing by itself, cut_power() does. A lying disk answers flushes and
forgets them. Protocol: the NBD specification, fixed newstyle negotiation and simple replies.
"""
import os
import random
import socket
import struct
import threading
import typing

# What a disk writes whole or not at all: a physical sector of today's SSDs and eMMCs. Of smaller ones no
# file system can be kept: ext4 takes it that its superblock, 1 KiB, is written whole.
SECTOR = 4096
READ, WRITE, DISCONNECT, FLUSH = range(4)
FORCE_UNIT_ACCESS = 1
OPTION_MAGIC, REPLY_MAGIC = 0x49484156454F5054, 0x3E889045565A9
NAME, ABORT, INFO, GO = 1, 2, 6, 7
ACKNOWLEDGED, DESCRIBED, UNSUPPORTED = 1, 3, 0x80000001
HAS_FLAGS, CAN_FLUSH, CAN_FORCE = 1, 4, 8


class Platter:
    """The durable bytes are the file; versions[sector] are (write number, bytes), oldest first."""

    def __init__(self, path: str, is_lying: bool = False) -> None:
        self.file = os.open(path, os.O_RDWR)
        self.size = os.fstat(self.file).st_size
        self.is_lying = is_lying
        self.versions: dict[int, list[tuple[int, bytes]]] = {}
        self.writes = 0

    def close(self) -> None:
        os.close(self.file)

    def read(self, offset: int, size: int) -> bytes:
        content = bytearray(os.pread(self.file, size, offset))
        for sector in range(offset // SECTOR, (offset + size) // SECTOR):
            if sector in self.versions:
                start = sector * SECTOR - offset
                content[start:start + SECTOR] = self.versions[sector][-1][1]
        return bytes(content)

    def write(self, offset: int, content: bytes, is_forced: bool = False) -> None:
        assert offset % SECTOR == 0 and len(content) % SECTOR == 0
        self.writes += 1
        first = offset // SECTOR
        sectors = range(first, first + len(content) // SECTOR)
        if is_forced and not self.is_lying:
            os.pwrite(self.file, content, offset)
            for sector in sectors:
                self.versions.pop(sector, None)
            return
        for sector in sectors:
            start = (sector - first) * SECTOR
            version = (self.writes, content[start:start + SECTOR])
            self.versions.setdefault(sector, []).append(version)

    def flush(self) -> None:
        if not self.is_lying:
            self._keep(lambda found: found[-1])

    def cut_power(self, chance: random.Random) -> str:
        """Forgets what the chance says of what was not flushed; how it chose."""
        numbers = sorted({number for found in self.versions.values() for number, _ in found})
        way = chance.choice(["nothing", "everything", "prefix", "writes", "sectors"])
        if way == "everything":
            self._keep(lambda found: found[-1])
        elif way == "prefix" and numbers:
            last = chance.choice(numbers)
            self._keep(lambda found: _last(v for v in found if v[0] <= last))
        elif way == "writes":
            share = chance.random()
            kept = {number for number in numbers if chance.random() < share}
            self._keep(lambda found: _last(v for v in found if v[0] in kept))
        elif way == "sectors":
            self._keep(lambda found: chance.choice([None, *found]))
        self.versions.clear()
        return way

    def _keep(self, choose: typing.Callable) -> None:
        for sector in sorted(self.versions):
            version = choose(self.versions[sector])
            if version:
                os.pwrite(self.file, version[1], sector * SECTOR)
        self.versions.clear()


def _last(versions: typing.Iterable) -> tuple[int, bytes] | None:
    return max(versions, key=lambda version: version[0], default=None)


class ForgetfulDisk:
    """Serves one client. With cut_at, falls silent at that write or flush, without an answer."""

    def __init__(self, path: str, socket_path: str, cut_at: int = 0, is_lying: bool = False) -> None:
        self.platter = Platter(path, is_lying)
        self.cut_at = cut_at
        self.steps = 0
        self.is_silent = threading.Event()
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(socket_path)
        self.listener.listen(1)
        self.thread = threading.Thread(target=self._serve)
        self.thread.start()

    def end(self) -> Platter:
        """After the client has gone: the platter, with what was not flushed still in its cache."""
        self.listener.shutdown(socket.SHUT_RDWR)
        self.thread.join()
        self.listener.close()
        return self.platter

    def _serve(self) -> None:
        try:
            client, _ = self.listener.accept()
            with client, client.makefile("rwb") as stream:
                if self._agree(stream):
                    while self._answer(stream):
                        pass
                while client.recv(65536):  # silent: the client waits until it is killed
                    pass
        except (OSError, EOFError):
            pass

    def _agree(self, stream: typing.BinaryIO) -> bool:
        stream.write(b"NBDMAGIC" + struct.pack(">QH", OPTION_MAGIC, 3))
        stream.flush()
        _take(stream, 4)
        shape = struct.pack(">QH", self.platter.size, HAS_FLAGS | CAN_FLUSH | CAN_FORCE)
        while True:
            _, option, size = struct.unpack(">QII", _take(stream, 16))
            _take(stream, size)
            if option == NAME:
                stream.write(shape)
            elif option in (INFO, GO):
                _reply(stream, option, DESCRIBED, struct.pack(">H", 0) + shape)
                _reply(stream, option, ACKNOWLEDGED)
            else:
                _reply(stream, option, ACKNOWLEDGED if option == ABORT else UNSUPPORTED)
            stream.flush()
            if option in (NAME, GO, ABORT):
                return option != ABORT

    def _answer(self, stream: typing.BinaryIO) -> bool:
        """One request; False when the client has gone or the disk has fallen silent."""
        _, flags, kind, cookie, offset, size = struct.unpack(">IHHQQI", _take(stream, 28))
        body = b""
        if kind == DISCONNECT:
            return False
        if kind == WRITE:
            content = _take(stream, size)
            is_last = self._is_last_step()
            # What was not answered was promised to nobody: it may be torn like the rest.
            self.platter.write(offset, content, bool(flags & FORCE_UNIT_ACCESS) and not is_last)
            if is_last:
                return False
        elif kind == FLUSH:
            if self._is_last_step():
                return False
            self.platter.flush()
        else:
            body = self.platter.read(offset, size)
        stream.write(struct.pack(">IIQ", 0x67446698, 0, cookie) + body)
        stream.flush()
        return True

    def _is_last_step(self) -> bool:
        self.steps += 1
        if self.steps == self.cut_at:
            self.is_silent.set()
        return self.steps == self.cut_at


def _take(stream: typing.BinaryIO, size: int) -> bytes:
    content = stream.read(size)
    if len(content) != size:
        raise EOFError
    return content


def _reply(stream: typing.BinaryIO, option: int, kind: int, content: bytes = b"") -> None:
    stream.write(struct.pack(">QIII", REPLY_MAGIC, option, kind, len(content)) + content)
