"""A TPM 2.0 without hardware (swtpm), for tests of what a kiosk does with one."""
import contextlib
import pathlib
import socket
import subprocess
import time


def free_port() -> int:
    """A port that is free now, and so is the one after it."""
    with socket.socket() as first, socket.socket() as second:
        first.bind(("127.0.0.1", 0))
        port = first.getsockname()[1]
        second.bind(("127.0.0.1", port + 1))
    return port


def started_tpm(folder: pathlib.Path, port: int) -> subprocess.Popen | None:
    """A TPM that listens; nothing when somebody took one of its two ports meanwhile."""
    ready = folder / "pid"
    program = subprocess.Popen(["swtpm", "socket", "--tpm2", f"--tpmstate=dir={folder}", "--flags=startup-clear",
                                f"--server=type=tcp,port={port}", f"--ctrl=type=tcp,port={port + 1}",
                                f"--pid=file={ready}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while program.poll() is None:
        # Written once both ports listen. Knocking would not do: a line to a port that nobody holds
        # can be given that same port, and then meets itself.
        if ready.exists():
            return program
        time.sleep(0.01)
    return None


@contextlib.contextmanager
def tpm(folder: pathlib.Path):
    """A TPM 2.0 without hardware; how the provider finds it."""
    folder.mkdir()
    program = None
    while program is None:
        port = free_port()
        program = started_tpm(folder, port)
    try:
        yield f"swtpm:host=127.0.0.1,port={port}"
    finally:
        program.kill()
        program.wait()
