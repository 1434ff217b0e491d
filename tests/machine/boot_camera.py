"""What the virtual camera sees: pictures sent to the other end of the kernel's vivid driver, whose
output is its input's other end. The kiosk opens it like any camera."""
import pathlib

from boot_machine import Machine
from boot_picture import read_png

WIDTH, HEIGHT = 1280, 720
CAMERA, OUTPUT = "/dev/video0", "/dev/video1"
# The driver's controls: no text over the picture; its input's choices are a test pattern, nothing, its output.
JOIN = (f"udevadm wait --timeout=300 {CAMERA} && "
        f"v4l2-ctl -d {CAMERA} -c osd_text_mode=2,hdmi_000_0_is_connected_to=2")


def join_ends(machine: Machine) -> None:
    machine.do(JOIN)


def hold(machine: Machine, name: str) -> None:
    """The picture of that name (of /srv/cards) lies before the camera until it is taken away."""
    machine.do("systemd-run --unit=card-before-camera -q -p StandardOutput=null -p StandardError=null "
               f"v4l2-ctl -d {OUTPUT} "
               f"--set-fmt-video-out=width={WIDTH},height={HEIGHT},pixelformat=YUYV "
               f"--stream-out-mmap --stream-loop --stream-from=/srv/cards/{name}")


def take_away(machine: Machine) -> None:
    machine.run("systemctl stop card-before-camera; systemctl reset-failed card-before-camera")


def frame_of(file: pathlib.Path) -> bytes:
    """A grey frame (YUYV) of a picture in PNG."""
    picture = read_png(file)
    assert (picture.width, picture.height) == (WIDTH, HEIGHT), f"{file}: not a picture of this camera"
    frame = bytearray(b"\x80" * 2 * WIDTH * HEIGHT)
    frame[0::2] = picture.colours[1::3]
    return bytes(frame)
