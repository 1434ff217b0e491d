"""What the kiosk's screen says at the door to its settings (kiosk/care/config_door.h), said from outside."""
import fcntl
import json
import os
import pathlib
import socket

PATIENCE = 30.0


def ask(door: pathlib.Path, body: dict, *texts: str) -> dict:
    """One question with its blocks of sealed memory; the answer, or nothing where nobody gives one."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as line:
        line.settimeout(PATIENCE)
        line.connect(str(door))
        socket.send_fds(line, [json.dumps(body).encode()], [sealed(text) for text in texts])
        return json.loads(line.recv(65536) or b"{}")


def sealed(text: str) -> int:
    """Memory that holds the text and can change no more."""
    memory = os.memfd_create("settings", os.MFD_ALLOW_SEALING | os.MFD_CLOEXEC)
    os.write(memory, text.encode())
    fcntl.fcntl(memory, fcntl.F_ADD_SEALS, fcntl.F_SEAL_WRITE | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW)
    return memory


class Technician:
    """Somebody who changes one value at the screen, with a second one's badge and PIN where that takes two."""

    def __init__(self, door: pathlib.Path, settings: pathlib.Path, number: str):
        self.door, self.settings, self.number = door, settings, number

    def change(self, before: str, after: str, badge: str = "", pin: str = "") -> dict:
        former = self.settings.read_text()
        if before not in former:
            raise SystemExit(f"package: {before} does not stand in {self.settings}")
        return ask(self.door, {"verb": "change", "by": self.number, "badge": badge, "pin": pin},
                   former, former.replace(before, after, 1))

    def say(self, word: str) -> bool:
        return ask(self.door, {"verb": word}).get("told") is True
