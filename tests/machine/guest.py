"""Makes the machine that loses its power: Debian 13's cloud kernel, and an initramfs with busybox,
our programs and the libraries they need. Packages are fetched once, from the mirror that
config/debian13 uses, into .build/vm; nothing of them is installed."""
import ctypes
import lzma
import os
import pathlib
import shutil
import struct
import subprocess

TOP = pathlib.Path(__file__).resolve().parents[2]
PLACE = TOP / ".build/vm"
BUILD = TOP / ".build/release"
PROGRAMS = ["bin/kiosk-link", "bin/vm_worker", "bin/slow_road"]
PLANTED = "bin/forgotten_sync.so"
MODULES = ["failover", "net_failover", "virtio_net", "virtio_blk", "sch_netem"]
FETCH = r"""
cd "$1" && mkdir -p lists/partial archives/partial
apt="-q -o Dir::State::Lists=$PWD/lists -o Dir::Cache=$PWD -o APT::Sandbox::User=root"
apt-get $apt update
kernel=$(apt-cache $apt depends linux-image-cloud-amd64 | sed -n 's/.*Depends: //p')
apt-get $apt download "$kernel" busybox-static
for package in *.deb; do dpkg-deb -x "$package" fresh; done
"""
LIBRARIES = r"""
ldd "${@:2}" | sed -nE 's/^.*(=> |\t)(\/[^ ]+) \(.*/\2/p' | sort -u | xargs -r cp -L -t "$1"
"""


def in_debian13(script: str, *words: os.PathLike | str) -> None:
    call = [TOP / "config/debian13", "bash", "-euc", script, "guest", *words]
    done = subprocess.run(call, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        raise SystemExit(f"vm: The machine cannot be made:\n{done.stdout}")


def fetch_packages() -> pathlib.Path:
    """The folder with the unpacked packages."""
    packages = PLACE / "packages"
    if not packages.exists():
        print("vm: Fetching a kernel and busybox (once, 36 MB) …", flush=True)
        shutil.rmtree(PLACE / "fetched", ignore_errors=True)
        (PLACE / "fetched").mkdir(parents=True)
        in_debian13(FETCH, PLACE / "fetched")
        (PLACE / "fetched/fresh").rename(packages)
    return packages


def unpacked_kernel(packages: pathlib.Path) -> bytes:
    """The kernel's ELF file, which QEMU starts as it is (PVH): unpacking it inside the machine would
    take a second each time. Offsets: Linux's Documentation/arch/x86/boot.rst, header 2.08."""
    image = next(packages.glob("boot/vmlinuz-*")).read_bytes()
    offset, size = struct.unpack_from("<II", image, 0x248)
    start = (image[0x1F1] + 1) * 512 + offset
    packed = image[start:start + size - 4]
    whole = ctypes.create_string_buffer(struct.unpack_from("<I", image, start + size - 4)[0])
    library = ctypes.CDLL("libzstd.so.1")
    library.ZSTD_decompress.restype = ctypes.c_size_t
    unpacked = library.ZSTD_decompress(whole, ctypes.c_size_t(len(whole)), packed,
                                       ctypes.c_size_t(len(packed)))
    assert unpacked == len(whole) and whole.raw[:4] == b"\x7fELF", "not the kernel that was expected"
    return whole.raw


def fill(tree: pathlib.Path, packages: pathlib.Path) -> None:
    for name in ("bin", "lib", "lib64", "modules", "proc", "sys", "dev"):
        (tree / name).mkdir(parents=True)
    shutil.copy(TOP / "tests/machine/init", tree / "init")
    shutil.copy(packages / "usr/bin/busybox", tree / "bin")
    for name in MODULES:
        packed = next(packages.glob(f"usr/lib/modules/*/kernel/**/{name}.ko.xz"))
        (tree / "modules" / f"{name}.ko").write_bytes(lzma.decompress(packed.read_bytes()))
    for name in PROGRAMS:
        shutil.copy(BUILD / name, tree / "bin")
    shutil.copy(BUILD / PLANTED, tree / "lib")
    in_debian13(LIBRARIES, tree / "lib", *(BUILD / name for name in [*PROGRAMS, PLANTED]))
    for loader in tree.glob("lib/ld-linux*"):
        shutil.move(loader, tree / "lib64")
    debug = [path for path in [*tree.glob("bin/*"), *tree.glob("lib/*")] if path.name != "busybox"]
    in_debian13('strip --strip-debug "$@"', *debug)


def write_archive(tree: pathlib.Path, archive: pathlib.Path) -> None:
    """A cpio archive in the kernel's "newc" format (Documentation/driver-api/early-userspace)."""
    with archive.open("wb") as out:
        def entry(number: int, name: str, mode: int, content: bytes) -> None:
            words = (number, mode, 0, 0, 1, 0, len(content), 0, 0, 0, 0, len(name) + 1, 0)
            out.write(b"070701" + b"".join(b"%08X" % word for word in words))
            for piece in (name.encode() + b"\0", content):
                out.write(piece)
                out.write(bytes(-out.tell() % 4))
        paths = sorted(tree.rglob("*"))
        for number, path in enumerate(paths, 1):
            content = path.read_bytes() if path.is_file() else b""
            entry(number, str(path.relative_to(tree)), path.stat().st_mode, content)
        entry(len(paths) + 1, "TRAILER!!!", 0, b"")


def make_guest() -> tuple[pathlib.Path, pathlib.Path]:
    """Kernel and initramfs, with the programs as they are built now."""
    subprocess.run([TOP / "config/build", BUILD, "--", "vm_programs"], check=True)
    packages = fetch_packages()
    tree = PLACE / "tree"
    shutil.rmtree(tree, ignore_errors=True)
    fill(tree, packages)
    write_archive(tree, PLACE / "initramfs")
    (PLACE / "kernel").write_bytes(unpacked_kernel(packages))
    return PLACE / "kernel", PLACE / "initramfs"
