#!/usr/bin/env bash
# kioskctl qr read keeps its contract: one line a picture, exact payload, exit status, any folder.
set -euo pipefail

here=$(dirname "$(dirname "$(dirname "$(realpath "$0")")")")
work=$(mktemp -d /tmp/motlan-XXXXXX)
trap 'rm -rf "$work"' EXIT
cd "$work"
cp "$here/.build/release/demo/kim_lien.png" card.png
head -c 300 card.png >cut.png
failures=0

# Runs kioskctl, keeps what it says in $work/{out,err} and its exit status in $status.
kioskctl() {
    status=0
    "$here/kiosk/run" kioskctl "$@" >out 2>err </dev/null || status=$?
}

expect() { # WHAT COMMAND…
    "${@:2}" || { echo "FAILED: $1"; cat out err; failures=$((failures + 1)); }
}

kioskctl qr read card.png
expect "a read card is success" [ "$status" = 0 ]
expect "path, tab, payload and nothing else" grep -qE $'^card\\.png\t[0-9]{12}\\|[0-9]*\\|[^|]+\\|[0-9]{8}\\|' out
expect "one line only" [ "$(wc -l <out)" = 1 ]

kioskctl qr read cut.png card.png missing.png
expect "one unread picture is failure" [ "$status" = 1 ]
expect "every picture has its line, in order" [ "$(cut -f1 out | tr '\n' ' ')" = "cut.png card.png missing.png " ]
expect "an unread picture says why" [ "$(grep -cE $'\tunreadable' out)" = 2 ]

kioskctl qr read --json card.png cut.png
expect "an object a line" python3 -c '
import json
good, bad = (json.loads(line) for line in open("out"))
assert good["ok"] is True and good["text"].count("|") == 6 and good["ms"] >= 0 and good["step"]
assert bad["ok"] is False and bad["path"] == "cut.png"'

status=0
"$here/kiosk/run" kioskctl qr read card.png >/dev/full 2>err </dev/null || status=$?
expect "an answer that cannot be written is failure" [ "$status" = 1 ]
expect "and says so" grep -q "standard output" err

kioskctl qr read --explain card.png
expect "an explained line ends with the step that read it" grep -qE $'\t[0-9]{12}\\|.*\tplain$' out

mkdir frames empty
cp cut.png frames/1.png
cp card.png frames/2.png
cp cut.png frames/3.png
kioskctl qr read --frames frames --explain
expect "a sequence is read when one of its pictures is" [ "$status" = 0 ]
expect "a sequence has one line with the folder and the picture" grep -qE $'^frames\t[0-9]{12}\\|.*\tplain, with 2.png$' out
expect "and no other" [ "$(wc -l <out)" = 1 ]

mkdir capitals
cp card.png capitals/1.PNG
kioskctl qr read --frames capitals
expect "a camera's files may end in capitals" [ "$status" = 0 ]

# A white picture, 64 by 64.
python3 -c '
import struct, zlib
def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
open("white.png", "wb").write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 64, 64, 8, 0, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress((b"\0" + b"\xff" * 64) * 64)) + chunk(b"IEND", b""))'
kioskctl qr read white.png
expect "a picture without a code has the code of that fault" grep -qF "(CARD-01)" out

# An eye that stops in its work, once, as over a picture that takes too long.
mkdir slow
cp "$here/.build/release/bin/kioskctl" slow
cat >slow/kiosk-eye <<EYE
#!/bin/sh
if mkdir "$work/slow/stopped" 2>/dev/null; then (sleep 0.5; kill -STOP \$\$) & fi
exec "$here/.build/release/bin/kiosk-eye" "\$@"
EYE
chmod +x slow/kiosk-eye
mapfile -t many < <(yes card.png | head -500)
"$here/config/debian13" slow/kioskctl qr read "${many[@]}" >out 2>err </dev/null || true
expect "a decoder that was ended is not the picture's fault" [ "$(grep -cF "(KSK-01)" out)" = 1 ]
expect "and the next picture is read" [ "$(grep -c '|' out)" = 499 ]

kioskctl qr read --frames empty
expect "an empty folder is failure" [ "$status" = 1 ]
expect "and says so on its line" grep -qE $'^empty\tunreadable' out

kioskctl qr read --frames frames empty
expect "two folders are wrong usage" [ "$status" = 2 ]

kioskctl qr read
expect "a call without pictures is wrong usage" [ "$status" = 2 ]
expect "and prints nothing on standard output" [ ! -s out ]

exit $((failures > 0))
