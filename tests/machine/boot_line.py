"""A socket on which both sides say one JSON object a line: QEMU's own (QMP), and the agent's inside
the machine (QEMU guest agent), which does what a hand at its console would do."""
import base64
import itertools
import json
import pathlib
import socket
import time
import typing


class Silence(Exception):
    """The other side did not answer in time."""


class Refused(Exception):
    """The other side answered that it cannot."""


class Line:
    def __init__(self, path: pathlib.Path) -> None:
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(str(path))
        self.heard = b""

    def say(self, command: str, **arguments: object) -> None:
        message = {"execute": command} | ({"arguments": arguments} if arguments else {})
        self.socket.sendall(json.dumps(message).encode() + b"\n")

    def hear(self, patience: float) -> dict:
        """The next object; what is no object, as half a line of an earlier life, is passed over."""
        ends = time.monotonic() + patience
        while True:
            line, found, rest = self.heard.partition(b"\n")
            if found:
                self.heard = rest
                try:
                    return json.loads(line)
                except ValueError:
                    continue
            self.socket.settimeout(max(0.01, ends - time.monotonic()))
            try:
                got = self.socket.recv(65536)
            except TimeoutError:
                raise Silence from None
            if not got:
                raise Silence
            self.heard += got

    def ask(self, command: str, patience: float = 60.0, **arguments: object) -> typing.Any:
        self.say(command, **arguments)
        while True:
            answer = self.hear(patience)
            if "error" in answer:
                raise Refused(f"{command}: {answer['error'].get('desc')}")
            if "return" in answer:
                return answer["return"]

    def close(self) -> None:
        self.socket.close()


class Done(typing.NamedTuple):
    status: int
    output: str


class Agent:
    numbers = itertools.count(1)

    def __init__(self, path: pathlib.Path) -> None:
        self.line = Line(path)

    def is_there(self, patience: float) -> bool:
        """Whether it answers now; answers to what was asked before are passed over."""
        number = next(self.numbers)
        ends = time.monotonic() + patience
        try:
            self.line.say("guest-sync", id=number)
            while time.monotonic() < ends:
                if self.line.hear(ends - time.monotonic()).get("return") == number:
                    return True
        except (Silence, OSError):
            pass
        return False

    def run(self, script: str, patience: float = 120.0) -> Done:
        """A shell's command inside, as root."""
        ends = time.monotonic() + patience
        process = self.line.ask("guest-exec", path="/bin/sh", arg=["-c", script], **{"capture-output": True})["pid"]
        while time.monotonic() < ends:
            state = self.line.ask("guest-exec-status", pid=process)
            if state["exited"]:
                said = base64.b64decode(state.get("out-data", "")) + base64.b64decode(state.get("err-data", ""))
                return Done(state.get("exitcode", 128 + state.get("signal", 0)), said.decode(errors="replace"))
            time.sleep(0.2)
        raise Silence(script)
