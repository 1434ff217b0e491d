#!/usr/bin/env python3
"""A report with a photo, made while the network is cut, lies sealed on the kiosk. Python and openssl, with nothing of
ours, open it with the province's key: the form says which counter and that a photo goes along, and the photo is a PDF.
Nothing of it lies there in the clear.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.append(str(TOP / "tests/outbox"))
import kept_files  # noqa: E402
import open_sealed  # noqa: E402

WORDS = "Đòi bản sao chứng thực"
VISIT = f"""
name = "a report with a photo and no network"
submits = false
papers = "glass"

[[step]]
expect = "welcome.more"
[[step]]
fault = "network_cut"
[[step]]
tap = "welcome.more"
[[step]]
tap = "home.report"
[[step]]
tap = "report.other"
[[step]]
type = "{WORDS}"
[[step]]
tap = "action.next"
[[step]]
tap = "report.center"
[[step]]
tap = "report.counter.1"
[[step]]
tap = "report.today"
[[step]]
tap = "report.photo_wish"
[[step]]
lay_paper = ["family_statement.png"]
[[step]]
tap = "action.next"
[[step]]
expect = "page.sharp"
[[step]]
tap = "action.next"
[[step]]
tap = "report.check.before"
[[step]]
expect = "report.photo"
[[step]]
tap = "action.next"
[[step]]
expect = "opinion.number"
[[step]]
tap = "opinion.print"
[[step]]
expect = "slip.again"
[[step]]
tap = "action.next"
[[step]]
expect = "bye.wiped"
"""


def one(found: list[pathlib.Path]) -> pathlib.Path:
    assert len(found) == 1, found
    return found[0]


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="motlan-") as folder:
        world, journey = pathlib.Path(folder, "world"), pathlib.Path(folder, "visit.toml")
        journey.write_text(VISIT)
        done = subprocess.run([TOP / "kiosk/run", "--journey", journey], text=True, timeout=120, capture_output=True,
                              env={**os.environ, "KIOSK_WORLD": str(world)})
        assert done.returncode == 0, done.stdout + done.stderr
        outbox = one(list(world.rglob("outbox.db"))).parent
        given = one(kept_files.unpacked(outbox, pathlib.Path(folder, "given")))
        for name in ("recipient.pem", "recipient.key", "ca.pem"):
            shutil.copy(one(list((world / "province").glob(name))), given)
        open_sealed.main(given)
        parts = [open_sealed.opened(given, part) for part in sorted(given.glob("part-*.cms"))]
        manifest, form = parts[0], json.loads(parts[1])
        assert len(parts) == 3 and b'"component":"request"' in manifest
        assert form["counter"] == "Quầy 2: Đất đai" and form["photo"] is True and form["words"].strip() == WORDS
        assert "profile" not in form and "phone" not in form
        assert parts[2].startswith(b"%PDF-")
        for file in (file for file in world.rglob("*") if file.is_file()):
            assert WORDS.encode() not in file.read_bytes(), file
        print(f"opened: {len(parts)} parts, {form['counter']}, a photo of {len(parts[2])} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
