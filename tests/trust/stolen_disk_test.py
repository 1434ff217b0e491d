#!/usr/bin/env python3
"""Who steals a kiosk's disk, with every key on it, reads nothing of any citizen.

    stolen_disk_test.py [VISITS]

Visits whose dossiers cannot be sent, because the network is cut; then the kiosk's folder is taken
as one image. In it no spelling of a person is found, and no key of it opens a sealed part in any
way that openssl knows. The province's key opens all of them, and there the persons are found. Copies of the disk on
which a careless kiosk has left words or keys come first and must be seen.
"""
import base64
import pathlib
import random
import shutil
import subprocess
import sys
import tarfile
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "outbox"))
import canaries  # noqa: E402
import kept_files  # noqa: E402
from journey import next_shows, steps_of  # noqa: E402
from memory_test import TOOLS, World  # noqa: E402

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


def is_found(words: pathlib.Path, *places: pathlib.Path, tells: bool = True) -> bool:
    call = [TOOLS / "scan_memory", words]
    for place in places:
        call += ["--path", place]
    done = subprocess.run(call, stderr=subprocess.DEVNULL, text=True, stdout=subprocess.PIPE)
    if tells:
        print(done.stdout, end="")
    assert done.returncode != 2
    return done.returncode == 1


def taken_from(disk: pathlib.Path, image: pathlib.Path) -> pathlib.Path:
    """All of the disk as one file."""
    with tarfile.open(image, "w") as tar:
        tar.add(disk)
    return image


def parts_on(disk: pathlib.Path) -> list[pathlib.Path]:
    """The sealed parts, each as a file beside the disk."""
    beside = disk.with_name(disk.name + "-parts")
    return [part for dossier in kept_files.unpacked(disk / "outbox", beside) for part in sorted(dossier.glob("part-*"))]


def opened_parts(disk: pathlib.Path, more: list[pathlib.Path]) -> int:
    """How many sealed parts some key of the disk opens, with any certificate of it or these."""
    certificates = [None, *disk.rglob("*.pem"), *more]
    return sum(bool(opened(part, key, certificate)) for part in parts_on(disk)
               for key in keys_on(disk) for certificate in certificates)


def show_planted(world: World, words: pathlib.Path) -> bool:
    """Copies of the disk on which a careless kiosk has left something: each must be seen."""
    person, recipient = world.people[0], world.folder / "province/recipient"

    def leaves_text(disk: pathlib.Path) -> None:
        (disk / "form.json").write_text(f'{{"full_name": "{person.name}"}}')

    def leaves_wide_text(disk: pathlib.Path) -> None:
        (disk / "core").write_bytes(b"\0" * 4096 + person.home.encode("utf-16-le"))

    def leaves_base64(disk: pathlib.Path) -> None:
        (disk / "log").write_bytes(b"attachment " + base64.b64encode(f"to {person.typed} ".encode()))

    def keeps_own_key(disk: pathlib.Path) -> None:
        shutil.copy(recipient.with_suffix(".key"), disk / "spare.key")

    def seals_to_itself(disk: pathlib.Path) -> None:
        part = parts_on(disk)[0]
        subprocess.run(["openssl", "cms", "-encrypt", "-binary", "-aes-256-gcm", "-outform", "DER", "-in", words, "-out",
                        part, disk / "enrolment/tls.pem"], check=True)
        with kept_files.store(disk / "outbox") as store:
            store.execute("UPDATE sealed SET bytes = ? WHERE dossier = ? AND name = ?",
                          (part.read_bytes(), part.parent.name, part.name))

    seen, careless = 0, [leaves_text, leaves_wide_text, leaves_base64, keeps_own_key, seals_to_itself]
    for spoil in careless:
        disk, image = world.folder / spoil.__name__, world.folder / f"{spoil.__name__}.tar"
        shutil.copytree(world.state, disk, ignore=lambda _, names: [name for name in names if name.endswith(".sock")])
        spoil(disk)
        is_seen = (is_found(words, taken_from(disk, image), tells=False) or
                   opened_parts(disk, [recipient.with_suffix(".pem")]) > 0)
        print(f"planted: {spoil.__name__:<58} {'seen' if is_seen else 'NOT SEEN'}")
        seen += is_seen
    print(f"planted {seen} of {len(careless)} seen\n")
    return seen == len(careless)


def steal(world: World, words: pathlib.Path) -> bool:
    image, disk = taken_from(world.state, world.folder / "image.tar"), world.state
    parts, keys = parts_on(disk), keys_on(disk)
    assert parts and len(keys) >= 2, "there is nothing to steal"
    province = world.folder / "province"
    broken = opened_parts(disk, [province / "recipient.pem"])
    found = is_found(words, image)
    rightly = [opened(part, province / "recipient.key", province / "recipient.pem") for part in parts]
    opened_file = world.folder / "opened"
    opened_file.write_bytes(b"".join(rightly))
    print(f"{len(parts)} sealed parts, {len(keys)} keys, {len(list(disk.rglob('*.pem'))) + 1} certificates")
    print(f"persons found in the image of {image.stat().st_size} bytes: {'YES' if found else '0'}")
    print(f"parts opened with the keys of the disk: {broken}")
    print(f"parts opened by the province: {sum(map(bool, rightly))} of {len(parts)}")
    return not found and not broken and all(rightly) and is_found(words, opened_file, tells=False)


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
        is_planted_seen = show_planted(world, words)
        return 0 if steal(world, words) and is_planted_seen else 1


if __name__ == "__main__":
    sys.exit(main())
