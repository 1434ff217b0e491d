"""A fresh Debian 13 that boots: systemd as the first process of namespaces of its own, in a layer over
a system made once, thrown away at the end. Root only; no virtual machine, so no kernel of its own: what
it shows are packages, units, users and sandboxes, not drivers."""
import pathlib
import signal
import subprocess
import time

BOOT = r"""
place=$1
mkdir -p "$place/layer" "$place/archives/partial"
mount -t tmpfs -o size=4g layer "$place/layer"
mkdir "$place"/layer/{above,work,root}
root=$place/layer/root
mount -t overlay -o "lowerdir=$2,upperdir=$place/layer/above,workdir=$place/layer/work" overlay "$root"
cp /etc/resolv.conf /etc/hosts "$root/etc/"
mount -t tmpfs -o mode=755 dev "$root/dev"
for name in null zero full random urandom tty; do
    touch "$root/dev/$name"
    mount --bind "/dev/$name" "$root/dev/$name"
done
ln -s /proc/self/fd "$root/dev/fd"
mkdir "$root"/dev/{shm,pts,mqueue,hugepages}
ln -s pts/ptmx "$root/dev/ptmx"
: >"$place/console"
touch "$root/dev/console"
mount --bind "$place/console" "$root/dev/console"
mount -t sysfs -o ro sysfs "$root/sys"
mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
mount -t proc proc "$root/proc"
# The kernel is this machine's: its settings are not for the system inside.
for name in sys sysrq-trigger irq bus; do
    [ -e "$root/proc/$name" ] || continue
    mount --bind "$root/proc/$name" "$root/proc/$name"
    mount -o remount,bind,ro "$root/proc/$name"
done
mount --bind "$place/archives" "$root/var/cache/apt/archives"
# pivot_root, not chroot: units may then make user namespaces of their own.
mkdir "$root/.old"
cd "$root"
pivot_root . .old
exec env -i container=motlan PATH=/usr/sbin:/usr/bin bash -euc '
    umount -l /.old
    rmdir /.old
    exec /usr/lib/systemd/systemd --system --log-target=journal --unit=multi-user.target \
        </dev/null >/dev/console 2>&1'
"""
ENVIRONMENT = {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root",
               "LC_ALL": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"}
BOOT_PATIENCE = 90.0


class FreshSystem:
    """Used in a `with`; nothing of it is left."""

    def __init__(self, place: pathlib.Path, fresh: pathlib.Path):
        self.place = place
        self.boot = subprocess.Popen(
            ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--uts", "--ipc", "--cgroup",
             "bash", "-euc", BOOT, "boot", str(place), str(fresh)])
        self.first = self.first_process()
        self.root = pathlib.Path(f"/proc/{self.first}/root")
        self.wait_for(lambda: self.call("systemctl", "is-system-running").stdout.strip()
                      in ("running", "degraded"), BOOT_PATIENCE, "the system to be up")

    def first_process(self) -> int:
        """The systemd inside, by the number that it has outside."""
        children = pathlib.Path(f"/proc/{self.boot.pid}/task/{self.boot.pid}/children")
        found = []

        def is_systemd() -> bool:
            found[:] = [int(word) for word in children.read_text().split()]
            return bool(found) and pathlib.Path(f"/proc/{found[0]}/comm").read_text().strip() == "systemd"

        self.wait_for(is_systemd, BOOT_PATIENCE, "the first process")
        return found[0]

    def __enter__(self) -> "FreshSystem":
        return self

    def __exit__(self, *_) -> None:
        self.boot.send_signal(signal.SIGKILL)
        self.boot.wait()

    def wait_for(self, done, patience: float, what: str) -> float:
        """How long it took until `done` answered true."""
        start = time.monotonic()
        while not done():
            if self.boot.poll() is not None:
                raise SystemExit(f"package: The fresh system ended: {(self.place / 'console').read_text()[-2000:]}")
            if time.monotonic() - start > patience:
                raise SystemExit(f"package: Waited {patience:.0f} s in vain for {what}.")
            time.sleep(0.05)
        return time.monotonic() - start

    def call(self, *words: str, **environment: str) -> subprocess.CompletedProcess:
        """Runs a command inside."""
        inside = ["nsenter", "-t", str(self.first), "-m", "-p", "-u", "-i", "-C", "-r", "--wdns=/", "--"]
        return subprocess.run([*inside, *words], env=ENVIRONMENT | environment, text=True, timeout=600,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def do(self, *words: str, **environment: str) -> str:
        """The same for a command that must not fail."""
        done = self.call(*words, **environment)
        if done.returncode != 0:
            raise SystemExit(f"package: {' '.join(words)} ended with {done.returncode}:\n{done.stdout[-3000:]}")
        return done.stdout

    def path(self, name: str) -> pathlib.Path:
        """A file inside as seen from here."""
        return self.root / name.lstrip("/")

    def main_process(self, unit: str) -> int:
        return int(self.do("systemctl", "show", "--property=MainPID", "--value", unit))

    def property(self, unit: str, name: str) -> str:
        return self.do("systemctl", "show", f"--property={name}", "--value", unit).strip()
