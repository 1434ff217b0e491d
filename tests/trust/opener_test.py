#!/usr/bin/env python3
"""Python and the `openssl` program, with nothing of ours, open every sealed dossier and find in it
what its manifest says.

    opener_test.py [COUNT]      so many dossiers; twenty are usual
"""
import os
import pathlib
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("KIOSK_BUILD", TOP / ".build/release"))
sys.path.insert(0, str(TOP / "tests/outbox"))

import open_sealed  # noqa: E402  (it stands beside the tests of what it opens)


def opens(folder: pathlib.Path) -> bool:
    try:
        open_sealed.main(folder)
    except (AssertionError, subprocess.CalledProcessError) as reason:
        print(f"{folder.name}: {reason}")
        return False
    return True


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with tempfile.TemporaryDirectory(prefix="motlan-") as place:
        subprocess.run([BUILD / "bin/sealed_dossiers", place, str(count)], check=True)
        folders = sorted(pathlib.Path(place).iterdir())
        opened = sum(opens(folder) for folder in folders)
        spoilt = folders[0] / "part-001.cms"
        content = bytearray(spoilt.read_bytes())
        content[len(content) // 2] ^= 1
        spoilt.write_bytes(content)
        notices = not opens(folders[0])
    print(f"{opened} of {count} sealed dossiers opened; one that was spoilt is {'refused' if notices else 'TAKEN'}")
    return 0 if opened == count and notices else 1


if __name__ == "__main__":
    sys.exit(main())
