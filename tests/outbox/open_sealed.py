"""Opens one sealed dossier with nothing of ours: Python and the `openssl` program.

open_sealed.py FOLDER: FOLDER holds ca.pem, recipient.pem, recipient.key, label.cms and
part-000.cms, part-001.cms, ... Exits 0 when every rule of kiosk/formats.md section 5 holds.
"""

import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

DEVICE = "1.3.6.1.4.1.55555.7.1"
STEP = 65536


def openssl(*arguments):
    return subprocess.run(["openssl", *arguments], check=True, capture_output=True).stdout


def signed_content(folder, document):
    """The content, when the signer was certified by the authority for device signatures only."""
    with tempfile.TemporaryDirectory() as scratch:
        signer = f"{scratch}/signer.pem"
        content = openssl("cms", "-verify", "-binary", "-inform", "DER", "-in", str(document),
                          "-CAfile", f"{folder}/ca.pem", "-purpose", "any", "-signer", signer)
        usage = openssl("x509", "-in", signer, "-noout", "-ext", "extendedKeyUsage").decode()
        assert usage.split("\n")[1].strip() == DEVICE, usage
    words = json.loads(content)
    canonical = json.dumps(words, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert canonical.encode() == content, "not canonical"
    return words


def opened(folder, part):
    plain = openssl("cms", "-decrypt", "-binary", "-inform", "DER", "-in", str(part),
                    "-recip", f"{folder}/recipient.pem", "-inkey", f"{folder}/recipient.key")
    assert len(plain) % STEP == 0, "not padded"
    content = plain.rstrip(b"\0")
    assert content.endswith(b"\x80") and len(plain) - len(content) < STEP, "wrong padding"
    return content[:-1]


def algorithms(part):
    return openssl("cms", "-cmsout", "-print", "-noout", "-inform", "DER", "-in", str(part)).decode()


def main(folder):
    label = signed_content(folder, folder / "label.cms")
    assert label["type"] == "motlan-label" and label["version"] == 1
    parts = sorted(folder.glob("part-*.cms"))
    assert len(parts) == len(label["parts"])
    for part, mark in zip(parts, label["parts"]):
        sealed = part.read_bytes()
        assert mark == {"sha256": hashlib.sha256(sealed).hexdigest(), "size": len(sealed)}
        text = algorithms(part)
        for name in ("id-smime-ct-authEnvelopedData", "aes-256-gcm", "id-aes256-wrap",
                     "dhSinglePass-stdDH-sha256kdf-scheme"):
            assert name in text, name
    plain = [opened(folder, part) for part in parts]
    with tempfile.NamedTemporaryFile() as manifest_file:
        manifest_file.write(plain[0])
        manifest_file.flush()
        manifest = signed_content(folder, manifest_file.name)
    assert manifest["dossier"] == label["dossier"] and manifest["kiosk"] == label["kiosk"]
    assert len(manifest["parts"]) == len(plain) - 1
    for content, listed in zip(plain[1:], manifest["parts"]):
        assert listed["sha256"] == hashlib.sha256(content).hexdigest()
        assert listed["size"] == len(content)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
