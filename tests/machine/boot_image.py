"""The disk of the machine that boots: a Debian 13 made once from this machine's package mirror, and on
it, anew for each run, the package and a kiosk as its technician leaves it. Root only: it mounts, in a
namespace of its own, and writes to no file of this machine outside .build/boot."""
import pathlib
import shutil
import subprocess
import typing

from boot_panel import Panel
from guest import BUILD, TOP, in_debian13, unpacked_kernel

PLACE = TOP / ".build/boot"
PACKAGE = TOP / ".build/package/motlan_1.0_amd64.deb"
KIOSK = "VM-BOOT-01"
SKIPPED = 77
CAMERA = "/dev/v4l/by-path/platform-vivid.0-video-index0"
# QEMU of Debian 13, which has a touch panel (since 8.1) and a graphics card, whose drawing is this
# machine's Mesa's; and what makes a file system. Run from where they were unpacked.
TOOLS, TOOL_PACKAGES = PLACE / "tools", (
    "qemu-system-x86,qemu-system-gui,qemu-system-modules-opengl,libgl1-mesa-dri,libegl-mesa0,libglx-mesa0,e2fsprogs")
# The system, what boots it, what the package needs, and its devices: an agent that does what a hand
# at the console would do, and the means to show pictures to a camera.
BASE, BASE_PACKAGES = PLACE / "base", (
    "systemd-sysv,dbus,udev,kmod,linux-image-amd64,initramfs-tools,qemu-guest-agent,v4l-utils,"
    "cage,seatd,xwayland,espeak-ng,fonts-noto-core,tesseract-ocr,tesseract-ocr-vie,libegl1,libgles2,"
    "libsane1,sane-utils,pcscd")
FETCH = r"""
root=$1 packages=$2
options=$(apt-config dump | grep -E '^Acquire::(https?|Retries|Force)' || true)
rm -rf --one-file-system "$root.partial"
mmdebstrap --variant=minbase --mode=root --include="$packages" --skip=cleanup/apt/lists \
    --aptopt='Acquire::Languages "none"' --aptopt='APT::Install-Recommends "false"' ${options:+--aptopt="$options"} \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
    --essential-hook='mkdir -p "$1"/etc/initramfs-tools/conf.d "$1"/usr/share/initramfs-tools/modules.d' \
    --essential-hook='echo MODULES=list >"$1/etc/initramfs-tools/conf.d/motlan"' \
    --essential-hook='printf "%s\n" virtio_pci virtio_blk ext4 >"$1/usr/share/initramfs-tools/modules.d/motlan"' \
    trixie "$root.partial" - \
    < <(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null)
mv "$root.partial" "$root"
"""
# What is written goes into a layer over the base, in memory. The package's further needs are fetched once.
DISK = r"""
place=$1 package=$2 laid_over=$3 disk=$4
shift 4
mkdir -p "$place/layer" "$place/archives/partial"
mount -t tmpfs -o size=4g layer "$place/layer"
mkdir "$place"/layer/{above,work,root}
root=$place/layer/root
mount -t overlay -o "lowerdir=$place/base,upperdir=$place/layer/above,workdir=$place/layer/work" overlay "$root"
rm -f "$root"/etc/{resolv.conf,hosts}
cp /etc/resolv.conf /etc/hosts "$root/etc/"
mount -t proc proc "$root/proc"
mount -t tmpfs -o mode=755 dev "$root/dev"
for name in null zero full random urandom; do
    touch "$root/dev/$name"
    mount --bind "/dev/$name" "$root/dev/$name"
done
mount --bind "$place/archives" "$root/var/cache/apt/archives"
cp "$package" "$root/root/motlan.deb"
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
cat >"$root/usr/sbin/policy-rc.d" <<<$'#!/bin/sh\nexit 101'
chmod 755 "$root/usr/sbin/policy-rc.d"
install() { chroot "$root" apt-get -qy -o APT::Keep-Downloaded-Packages=true install /root/motlan.deb; }
install || { chroot "$root" apt-get -q update; install; }
rm -f "$root/root/motlan.deb" "$root/usr/sbin/policy-rc.d" "$root/etc/resolv.conf"
cp -a --no-preserve=ownership "$laid_over/." "$root/"
chroot "$root" kioskctl config set "$@"
chroot "$root" chown -R motlan:motlan /var/lib/motlan
chroot "$root" systemctl enable motlan.target systemd-networkd.service road.socket
# Nothing is to be brought up to date at the first boot.
touch "$root"/{etc,var}/.updated
umount -R "$root/var/cache/apt/archives" "$root/dev" "$root/proc"
rm -f "$disk"
truncate -s 4G "$disk"
LD_LIBRARY_PATH=$place/tools/usr/lib/x86_64-linux-gnu "$place/tools/usr/sbin/mke2fs" -q -t ext4 -d "$root" "$disk"
"""
# The province's certificate names 127.0.0.1; its port there leads to the machine outside.
ROAD_SOCKET = """[Unit]
Description=The province, as this machine sees it
[Socket]
ListenStream=127.0.0.1:{port}
[Install]
WantedBy=sockets.target
"""
ROAD = """[Service]
ExecStart=/usr/lib/systemd/systemd-socket-proxyd 10.0.2.2:{port}
"""
NETWORK = """[Match]
Name=eth0
[Network]
Address=10.0.2.15/24
LinkLocalAddressing=no
IPv6AcceptRA=no
"""
CAMERA_SHAPE = """options vivid n_devs=1 node_types=0x101 num_inputs=1 input_types=3 num_outputs=1 output_types=1
"""
# Until it is known how slow the machine is.
NO_LIMITS = "[Service]\nTimeoutStartSec=infinity\nWatchdogSec=0\n"
# What comes each day or minute for nobody here.
QUIET = ["apt-daily.timer", "apt-daily-upgrade.timer", "e2scrub_all.timer", "fstrim.timer", "dpkg-db-backup.timer",
         "kiosk-metrics.timer"]


class Image(typing.NamedTuple):
    kernel: pathlib.Path
    initramfs: pathlib.Path
    disk: pathlib.Path


def make_package() -> None:
    """The package and, for the other side, the province; the build draws the cards with the kiosk."""
    calls = [[TOP / "tests/package/run", "--fast", "1.0"], [TOP / "config/build", BUILD, "--", "province"]]
    for call in calls:
        done = subprocess.run(call, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode != 0:
            raise SystemExit(f"boot: There is no package:\n{done.stdout[-3000:]}")


def fetch(root: pathlib.Path, packages: str, what: str) -> None:
    if root.exists():
        return
    print(f"boot: Fetching {what} (once, some minutes) …", flush=True)
    PLACE.mkdir(parents=True, exist_ok=True)
    try:
        in_debian13(FETCH, root, packages)
    except SystemExit as reason:
        print(f"{reason}\nboot: Skipped: there is no {what} here, and it cannot be fetched.")
        raise SystemExit(SKIPPED) from None


def settings(panel: Panel) -> list[str]:
    """Of the technician: this panel of 21.5 inches, the camera, a scanner that SANE plays."""
    metre = 4034 * panel.width // 1080
    return ["center_name=Trung tâm Kim Liên", f"screen.width={panel.width}", f"screen.height={panel.height}",
            f"screen.pixels_per_metre={metre}", "card_camera.driver=camera", f"card_camera.path={CAMERA}",
            "scanner.driver=sane", "scanner.device=test:0", "printer.driver=file", "voice.driver=none"]


class Besides(typing.NamedTuple):
    """What the machine has besides Debian and the package, and that is not the same each time."""
    enrolment: pathlib.Path
    port: int
    cards: dict[str, bytes]
    is_emulated: bool


def lay_over(folder: pathlib.Path, besides: Besides) -> None:
    units = "etc/systemd/system"
    files = {"etc/hostname": "kiosk\n", "etc/hosts": "127.0.0.1 localhost kiosk\n", "etc/machine-id": "b007" * 8 + "\n",
             "etc/fstab": "/dev/vda / ext4 errors=panic 0 1\n",
             "etc/modules-load.d/early.conf": "virtio_gpu\nvivid\n", "etc/modprobe.d/vivid.conf": CAMERA_SHAPE,
             "etc/sane.d/dll.d/motlan-test": "test\n",
             "etc/systemd/network/10-road.network": NETWORK,
             f"{units}/road.socket": ROAD_SOCKET.format(port=besides.port),
             f"{units}/road.service": ROAD.format(port=besides.port)}
    if besides.is_emulated:
        files |= {f"{units}/{unit}.service.d/slow.conf": NO_LIMITS for unit in ("kiosk", "kiosk-rests")}
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    for name in QUIET:
        (folder / units / name).symlink_to("/dev/null")
    (folder / "srv/cards").mkdir(parents=True)
    for name, frame in besides.cards.items():
        (folder / "srv/cards" / name).write_bytes(frame)
    shutil.copytree(besides.enrolment, folder / "var/lib/motlan/enrolment")


def make_disk(folder: pathlib.Path, laid_over: pathlib.Path, panel: Panel) -> Image:
    fetch(TOOLS, TOOL_PACKAGES, "QEMU")
    fetch(BASE, BASE_PACKAGES, "a Debian 13 that boots")
    print("boot: Installing the package, making the disk …", flush=True)
    in_debian13(DISK, PLACE, PACKAGE, laid_over, folder / "disk", *settings(panel))
    kernel = folder / "kernel"
    kernel.write_bytes(unpacked_kernel(BASE))
    initramfs = shutil.copy(next(BASE.glob("boot/initrd.img-*")), folder / "initramfs")
    return Image(kernel, pathlib.Path(initramfs), folder / "disk")


def card_picture(name: str) -> pathlib.Path:
    """Of an invented person, as a camera sees it; drawn by the build."""
    return BUILD / "demo" / f"{name}.png"
