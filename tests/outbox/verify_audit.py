#!/usr/bin/env python3
"""Verifies an audit log with nothing of ours: Python and the `openssl` program.

verify_audit.py OUTBOX.DB CA.PEM KIOSK: says whether every rule of kiosk/formats.md section 12
holds, or at which record the log breaks. Exits 0 when it holds and 1 when it does not.
"""

import hashlib
import json
import sqlite3
import subprocess
import sys
import tempfile

DEVICE = "1.3.6.1.4.1.55555.7.1"
RECEIPTS = "1.3.6.1.4.1.55555.7.2"
KEYS = {"actor", "boot", "count", "event", "fields", "session", "steady", "time", "time_uncertain"}


class Broken(Exception):
    """The log breaks at a record."""


def need(holds, record, reason):
    if not holds:
        raise Broken(f"record {record}: {reason}")


def canonical(text):
    words = json.loads(text)
    again = json.dumps(words, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return words if again.encode() == text else None


def signed_content(document, authority, role):
    """The content and the signer's name when the signature and the signer's role hold."""
    with tempfile.TemporaryDirectory() as scratch:
        paths = [f"{scratch}/{name}" for name in ("document", "signer")]
        with open(paths[0], "wb") as file:
            file.write(document)
        verified = subprocess.run(
            ["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", paths[0], "-CAfile",
             authority, "-purpose", "any", "-signer", paths[1]], capture_output=True)
        if verified.returncode != 0:
            return None, None
        signer = subprocess.run(
            ["openssl", "x509", "-in", paths[1], "-noout", "-subject", "-nameopt", "multiline",
             "-ext", "extendedKeyUsage"], capture_output=True, text=True).stdout
    if role not in signer.split():
        return None, None
    name = [line.split("=", 1)[1].strip() for line in signer.splitlines() if "commonName" in line]
    return canonical(verified.stdout), name[0] if name else None


def chained(start, rows):
    """The hash after every record, by its number."""
    hashes = {start[0]: start[1]}
    told = (0, "0" * 64)
    last = start[0]
    for number, text, stored in rows:
        need(number == last + 1, last + 1, "is missing")
        after = hashlib.sha256((hashes[last] + text).encode()).hexdigest()
        need(after == stored, number, "is not the one that was chained")
        words = canonical(text.encode())
        need(words is not None and set(words) == KEYS and words["count"] == number, number,
             "is not one that a kiosk writes")
        if words["event"] == "records_dropped":
            told = (words["fields"]["count"], words["fields"]["hash"])
        hashes[number], last = after, number
    need(told == start, start[0] + 1, "earlier ones were dropped unlawfully")
    return hashes


def check_witness(hashes, count, value, reason):
    first, last = min(hashes), max(hashes)
    if count < first:
        return
    need(count <= last, last + 1, "is missing")
    need(hashes[count] == value, count, reason)


def verify(store, authority, kiosk):
    connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
    start = connection.execute("SELECT count, hash FROM audit_start").fetchone() or (0, "0" * 64)
    hashes = chained(start, connection.execute("SELECT number, record, hash FROM audit ORDER BY 1"))
    for count, document in connection.execute("SELECT count, document FROM checkpoint ORDER BY 1"):
        words, signer = signed_content(document, authority, DEVICE)
        need(words is not None and words["type"] == "motlan-checkpoint" and words["count"] == count
             and words["kiosk"] == kiosk == signer, count, "its checkpoint does not hold")
        check_witness(hashes, count, words["hash"], "the signed checkpoint tells otherwise")
    for (receipt,) in connection.execute("SELECT receipt FROM dossier WHERE receipt IS NOT NULL "
                                         "UNION SELECT receipt FROM anchor"):
        words, _ = signed_content(receipt, authority, RECEIPTS)
        need(words is not None and words["type"] == "motlan-receipt", start[0] + 1,
             "a stored receipt does not hold")
        if "checkpoint" in words:
            check_witness(hashes, words["checkpoint"]["count"], words["checkpoint"]["hash"],
                          "the province's receipt tells otherwise")
    return max(hashes) - start[0]


def main(store, authority, kiosk):
    try:
        print(f"{verify(store, authority, kiosk)} records hold")
    except (Broken, ValueError, KeyError, TypeError, sqlite3.Error) as problem:
        print(f"the log breaks: {problem}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
