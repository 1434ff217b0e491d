#!/usr/bin/env python3
"""Who steals a kiosk's disk, with every key on it, reads nothing of any citizen.

    stolen_disk_test.py [VISITS]

Visits whose dossiers cannot be sent, because the network is cut; then the kiosk's folder is taken
as one image. In it no spelling of a person is found, and no key of it opens a sealed part in any
way that openssl knows. The province's key opens all of them, and there the persons are found.
"""
import pathlib
import random
import subprocess
import sys
import tarfile
import tempfile

import canaries
from memory_test import TOOLS, World, next_shows, steps_of

CUT = (next_shows("declare.title") + '[[step]]\nfault = "network_cut"\n' +
       next_shows("sending.slow", "kept.dossier", "bye.wiped"))


def visit(world: World, at: int) -> None:
    script = world.inputs / "visit.toml"
    words = steps_of(at, world.people[at], "kept", False) + CUT
    script.write_text(words.replace("[[step]]", '[[step]]\nfault = "network_up"\n[[step]]', 1))
    assert world.start("kiosk", "--journey", script).wait(timeout=120) == 0, "the visit failed"


def opened(part: pathlib.Path, key: pathlib.Path, certificate: pathlib.Path | None) -> bytes:
    """What openssl brings out, whatever it says of it."""
    call = ["openssl", "cms", "-decrypt", "-binary", "-inform", "DER", "-in", part, "-inkey", key]
    if certificate:
        call += ["-recip", certificate]
    return subprocess.run(call, capture_output=True).stdout


def keys_on(disk: pathlib.Path) -> list[pathlib.Path]:
    return [file for file in disk.rglob("*") if file.is_file() and b"PRIVATE KEY" in file.read_bytes()]


def is_found(words: pathlib.Path, *places: pathlib.Path) -> bool:
    call = [TOOLS / "scan_memory", words]
    for place in places:
        call += ["--path", place]
    done = subprocess.run(call, stderr=subprocess.DEVNULL, text=True, stdout=subprocess.PIPE)
    print(done.stdout, end="")
    assert done.returncode != 2
    return done.returncode == 1


def steal(world: World, words: pathlib.Path) -> bool:
    image, disk = world.folder / "image.tar", world.state
    with tarfile.open(image, "w") as tar:
        tar.add(disk)
    parts = sorted(disk.glob("outbox/q/*/part-*.cms"))
    keys, certificates = keys_on(disk), [None, *disk.rglob("*.pem"), world.folder / "province/recipient.pem"]
    assert parts and len(keys) >= 2, "there is nothing to steal"
    broken = sum(bool(opened(part, key, certificate))
                 for part in parts for key in keys for certificate in certificates)
    found = is_found(words, image)
    province = world.folder / "province"
    rightly = [opened(part, province / "recipient.key", province / "recipient.pem") for part in parts]
    opened_file = world.folder / "opened"
    opened_file.write_bytes(b"".join(rightly))
    print(f"{len(parts)} sealed parts, {len(keys)} keys, {len(certificates) - 1} certificates on the disk")
    print(f"persons found in the image of {image.stat().st_size} bytes: {'YES' if found else '0'}")
    print(f"parts opened with the keys of the disk: {broken}")
    print(f"parts opened by the province: {sum(map(bool, rightly))} of {len(parts)}")
    persons = subprocess.run([TOOLS / "scan_memory", words, "--path", opened_file], capture_output=True)
    return not found and not broken and all(rightly) and persons.returncode == 1


def main() -> int:
    visits = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    with tempfile.TemporaryDirectory(prefix="motlan-") as folder:
        world = World(pathlib.Path(folder, "world"), random.Random("stolen"), visits)
        try:
            for at in range(visits):
                visit(world, at)
        finally:
            world.close()
        words = pathlib.Path(folder, "words")
        canaries.write_words(world.people, words)
        return 0 if steal(world, words) else 1


if __name__ == "__main__":
    sys.exit(main())
