#!/usr/bin/env bash
# kioskctl procedure: an author is told what to mend, what is asked and why, and what changed.
set -euo pipefail

here=$(dirname "$(dirname "$(dirname "$(realpath "$0")")")")
work=$(mktemp -d /tmp/motlan-XXXXXX)
trap 'rm -rf "$work"' EXIT
cd "$work"
lease=$here/config/procedures/1.004194.toml
people=$here/tests/data/people
failures=0

# Runs kioskctl procedure, keeps what it says in $work/{out,err} and its exit status in $status.
procedure() {
    status=0
    "$here/kiosk/run" kioskctl procedure "$@" >out 2>err </dev/null || status=$?
}

expect() { # WHAT COMMAND…
    "${@:2}" || { echo "FAILED: $1"; cat out err; failures=$((failures + 1)); }
}

procedure check "$here/config/procedures"
expect "the catalogue itself has nothing to mend" [ "$status" = 0 ]

awk '/^```/ { is_in = /toml/; next } is_in' "$here/config/procedures/README.md" >example.toml
procedure check example.toml
expect "the example of the guide has nothing to mend" [ "$status" = 0 ]

mkdir old
sed 's/^code = .*/code = "1.004194"\nunknown = 1/' "$lease" >old/unknown.toml
sed '0,/why = { vi = "/s//&Xác thực hệ thống. /' "$lease" >old/jargon.toml
procedure check --json old
expect "something to mend is failure" [ "$status" = 1 ]
expect "each finding has file, line, key and rule" python3 -c '
import json
found = [json.loads(line) for line in open("out")]
errors = {(row["file"], row["rule"]) for row in found if row["error"]}
assert ("old/unknown.toml", "does-not-load") in errors, errors
assert ("old/jargon.toml", "jargon") in errors, errors
assert all(row["line"] > 0 and row["key"] for row in found if row["rule"] == "jargon"), found'

procedure check old/missing.toml
expect "a file that is not there is told" [ "$status" = 1 ]
procedure check
expect "a call without files is wrong usage" [ "$status" = 2 ]

cp "$lease" old/twin.toml
procedure check "$lease" old/twin.toml
expect "overlapping versions are told" grep -q 'overlap' out

sed 's/^dong = .*/dong = 20000/' "$lease" >new.toml
procedure diff "$lease" new.toml
expect "a changed fee is told in words" grep -q '20000 đồng' out

procedure show --picture plan.svg 1.004194
expect "what is asked is told with its reason" grep -q 'asked: only the citizen can know it' out
expect "the picture is a picture" python3 -c '
import xml.etree.ElementTree as tree
assert tree.parse("plan.svg").getroot().tag.endswith("svg")'
procedure show 9.999999
expect "an unknown code is told" [ "$status" = 1 ]

procedure try --json 1.004194 --person "$people/student.toml"
cp out up
expect "a visit is planned" [ "$status" = 0 ]
procedure try --json 1.004194 --person "$people/student.toml" --down dc
expect "a silent source asks for no paper" [ "$(grep -c '"asked":true' out)" = "$(grep -c '"asked":true' up)" ]
procedure try 1.004194 --person "$people/student.toml" --down nowhere
expect "an unknown source is told" [ "$status" = 1 ]

exit $((failures > 0))
