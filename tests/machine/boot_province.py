"""The province of the machine that boots. It runs outside and never loses its power."""
import json
import os
import pathlib
import shutil
import socket
import subprocess

from guest import BUILD, TOP

DIES_WITH_US = ["setpriv", "--pdeathsig", "KILL", "--"]


class Province:
    def __init__(self, folder: pathlib.Path, kiosk: str) -> None:
        """Serves, by a copy that no build replaces, and has enrolled the kiosk."""
        self.folder, self.enrolment = folder / "province", folder / "enrolment"
        self.program = shutil.copy(BUILD / "bin/province", folder / "program")
        self._run("init")
        self.serving = subprocess.Popen([*DIES_WITH_US, *self._call("serve"), "--port", "0"],
                                        stdout=subprocess.PIPE, text=True)
        if "serving" not in (self.serving.stdout.readline() if self.serving.stdout else ""):
            raise SystemExit("boot: The province did not start.")
        self._run("enrol", "--kiosk", kiosk, "--out", self.enrolment)
        self.port = int((self.folder / "port").read_text())

    def obey(self, command: str) -> None:
        with socket.socket(socket.AF_UNIX) as control:
            control.connect(str(self.folder / "control.sock"))
            control.sendall(f"{command}\n".encode())
            assert control.recv(64) == b"ok\n", command

    def ledger(self) -> list[str]:
        """The dossiers that it has taken over."""
        return [entry["dossier"] for entry in json.loads(self._run("ledger", "--json"))]

    def end(self) -> None:
        self.serving.terminate()
        self.serving.wait()

    def _call(self, command: str) -> list[str]:
        return [str(TOP / "config/debian13"), str(self.program), command, str(self.folder)]

    def _run(self, command: str, *words: os.PathLike | str) -> str:
        return subprocess.run([*self._call(command), *words], check=True, stdout=subprocess.PIPE, text=True).stdout
