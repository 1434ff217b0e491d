"""500 kiosks report to a real Prometheus under the shipped alert rules; what it then knows is compared
with how each kiosk was made to be. The figures are those that kioskctl prints, with other values."""
import http.server
import json
import os
import pathlib
import random
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request

TOP = pathlib.Path(__file__).resolve().parents[2]
KIOSKS = 500
SEED = int(os.environ.get("SEED", "1"))
PATIENCE = 120.0
CODES = ["SCAN-03", "PRN-02", "CAM-01"]


def figures() -> str:
    """What a kiosk prints that is not set up: every family is there."""
    with tempfile.TemporaryDirectory() as folder:
        places = os.environ | {"STATE_DIRECTORY": folder, "RUNTIME_DIRECTORY": folder}
        return subprocess.run([TOP / ".build/release/bin/kioskctl", "metrics"], env=places, text=True,
                              check=True, stdout=subprocess.PIPE).stdout


class Kiosk:
    """One kiosk and what is wrong with it."""

    def __init__(self, chance: random.Random, pattern: str):
        self.is_off = chance.random() < 0.01
        self.state = chance.choices(["welcome", "visit", "out_of_service", "stopped"], [70, 26, 3, 1])[0]
        self.faults = [code for code in CODES if chance.random() < 0.02]
        self.oldest = chance.choice([0] * 30 + [600, 5 * 3600])
        self.is_cut = chance.random() < 0.05
        self.begun = chance.randrange(1000)
        self.text = self.told(pattern)

    def told(self, pattern: str) -> str:
        values = {"motlan_province_reachable": int(not self.is_cut), "motlan_link_up": 1,
                  "motlan_outbox_oldest_seconds": self.oldest, "motlan_outbox_dossiers": int(self.oldest > 0),
                  "motlan_outbox_parked_dossiers": 0,
                  "motlan_bundle_version": 7, "motlan_certificate_seconds": 30 * 86400,
                  "motlan_disk_free_bytes": 50_000_000_000, "motlan_visits_begun_total": self.begun,
                  "motlan_dossiers_filed_total": self.begun // 2}
        lines = []
        for line in pattern.splitlines():
            name = re.split(r"[{ ]", line)[0]
            if name == "motlan_fault":
                continue
            if name == "motlan_kiosk_serving":
                is_mine = f'"{self.state}"' in line
                line = f"{line.rsplit(' ', 1)[0]} {int(is_mine)}"
            lines.append(f"{name} {values[name]}" if name in values else line)
            if line.startswith("# TYPE motlan_fault "):
                lines += [f'motlan_fault{{code="{code}"}} 1' for code in self.faults]
        return "\n".join(lines) + "\n"


def serve(kiosks: list[Kiosk]) -> int:
    """Answers for all of them at one port; the port."""

    class Desk(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            kiosk = kiosks[int(self.path.split("/")[1])]
            self.send_response(503 if kiosk.is_off else 200)
            self.send_header("Content-Type", "text/plain; version=0.0.4")
            self.end_headers()
            self.wfile.write(kiosk.text.encode())

        def log_message(self, *_) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Desk)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_port


def free_port() -> int:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return line.getsockname()[1]


class Prometheus:
    def __init__(self, folder: pathlib.Path, port: int):
        rules = folder / "alerts.yaml"
        shipped = (TOP / "config/fleet/alerts.yaml").read_text()
        rules.write_text(shipped.replace("interval: 1m", "interval: 5s"))  # Nobody waits for minutes here.
        targets = [{"targets": [f"127.0.0.1:{port}"],
                    "labels": {"__metrics_path__": f"/{n}", "instance": f"kiosk-{n:03}"}} for n in range(KIOSKS)]
        (folder / "targets.json").write_text(json.dumps(targets))
        (folder / "prometheus.yml").write_text(json.dumps({
            "global": {"scrape_interval": "5s", "evaluation_interval": "5s"}, "rule_files": [str(rules)],
            "scrape_configs": [{"job_name": "kiosk", "file_sd_configs": [{"files": [str(folder / "targets.json")]}]}]}))
        self.port = free_port()
        self.log = (folder / "prometheus.log").open("w")
        self.program = subprocess.Popen(
            ["prometheus", f"--config.file={folder}/prometheus.yml", f"--storage.tsdb.path={folder}/data",
             f"--web.listen-address=127.0.0.1:{self.port}"], stdout=self.log, stderr=self.log)

    def ask(self, query: str) -> list[dict]:
        call = f"http://127.0.0.1:{self.port}/api/v1/query?" + urllib.parse.urlencode({"query": query})
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(call, timeout=10) as answer:
                return json.load(answer)["data"]["result"]
        except OSError:
            return []

    def number(self, query: str) -> float:
        found = self.ask(query)
        return float(found[0]["value"][1]) if found else 0.0

    def instances(self, query: str) -> set[str]:
        return {row["metric"]["instance"] for row in self.ask(query)}


def compare(prometheus: Prometheus, kiosks: list[Kiosk]) -> int:
    """How many statements about the fleet do not hold."""
    wrong = 0

    def same(what: str, query: str, expected) -> None:
        nonlocal wrong
        wanted = {f"kiosk-{n:03}" for n, kiosk in enumerate(kiosks) if expected(kiosk)}
        found = prometheus.instances(query)
        wrong += found != wanted
        print(f"fleet: {what}: {len(found)} of {len(wanted)} kiosks, {'the same' if found == wanted else 'NOT THE SAME'}")

    def raised(alert: str) -> str:
        return f'ALERTS{{alertname="{alert}"}}'

    same("answer", 'up{job="kiosk"} == 1', lambda kiosk: not kiosk.is_off)
    same("KioskSilent", raised("KioskSilent"), lambda kiosk: kiosk.is_off)
    same("KioskServesNobody", raised("KioskServesNobody"),
         lambda kiosk: not kiosk.is_off and kiosk.state in ("out_of_service", "stopped"))
    same("KioskFault", raised("KioskFault"), lambda kiosk: not kiosk.is_off and bool(kiosk.faults))
    same("DossiersWaitLong", raised("DossiersWaitLong"), lambda kiosk: not kiosk.is_off and kiosk.oldest > 4 * 3600)
    same("ProvinceUnreachable", raised("ProvinceUnreachable"), lambda kiosk: not kiosk.is_off and kiosk.is_cut)
    same("DiskFills", raised("DiskFills"), lambda kiosk: False)
    total = sum(kiosk.begun for kiosk in kiosks if not kiosk.is_off)
    wrong += prometheus.number("sum(motlan_visits_begun_total)") != total
    print(f"fleet: visits in all: {prometheus.number('sum(motlan_visits_begun_total)'):.0f} of {total}")
    return wrong


def main() -> int:
    pattern = figures()
    linted = subprocess.run(["promtool", "check", "metrics"], input=pattern, text=True, capture_output=True)
    print(f"fleet: promtool finds {'nothing' if linted.returncode == 0 else linted.stderr} wrong with the figures")
    chance = random.Random(SEED)
    kiosks = [Kiosk(chance, pattern) for _ in range(KIOSKS)]
    with tempfile.TemporaryDirectory(prefix="motlan-fleet-") as folder:
        prometheus = Prometheus(pathlib.Path(folder), serve(kiosks))
        try:
            end = time.monotonic() + PATIENCE
            while time.monotonic() < end and (prometheus.number('count(up{job="kiosk"})') < KIOSKS or
                                              not prometheus.ask('ALERTS{alertname="KioskSilent"}')):
                time.sleep(0.5)
            time.sleep(6)  # One more evaluation of the rules, after the last kiosk was asked.
            wrong = compare(prometheus, kiosks) + linted.returncode
            series = prometheus.number('count({__name__=~"motlan.*"})')
            print(f"fleet: seed {SEED}: {KIOSKS} kiosks, {len(pattern)} bytes each, "
                  f"{series:.0f} series, "
                  f"slowest answer {prometheus.number('max(scrape_duration_seconds)'):.3f} s, {wrong} wrong")
        finally:
            prometheus.program.terminate()
            prometheus.program.wait()
    return 0 if wrong == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
