"""What the real pip and uv do with sound, odd and broken wheels: which files they install and where, or that they refuse.

Run by wheel-checks.ts with the environment's Python; prints one JSON object a line. The wheels are made by wheel_checks.py's means.
"""

import base64
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from wheel_checks import DATA, INFO, METADATA, NAME, PACKAGE, PLATLIB, TIME, WHEEL, bad_byte, wheel

KIT = [("kit.py", "x = 1\n")]
OTHERS = f"{INFO}/METADATA,,\n{INFO}/WHEEL,,\n{INFO}/RECORD,,\n"
ENTRY_POINTS = "[console_scripts]\nkit = kit:main\n\n[kit.plugins]\nmore = kit\n"


def with_mode(archive, path, content, mode):
    """The wheel with one more file, of this mode."""
    out = io.BytesIO(archive)
    with zipfile.ZipFile(out, "a") as opened:
        info = zipfile.ZipInfo(path, TIME)
        info.create_system = 3
        info.external_attr = mode << 16
        opened.writestr(info, content)
    return out.getvalue()


def with_byte(archive, at, value):
    return archive[:at] + bytes([value]) + archive[at + 1 :]


SOUND = wheel(KIT)
CASES = {
    "sound": SOUND,
    "package": wheel(PACKAGE),
    "platlib": wheel(PACKAGE, wheel_file=PLATLIB),
    "schemes": wheel([*KIT, (f"{DATA}/scripts/run", "#!python\nimport kit\n"), (f"{DATA}/scripts/plain", "#!/bin/sh\n"), (f"{DATA}/headers/kit.h", "//\n"), (f"{DATA}/data/share/kit.txt", "kit\n"), (f"{DATA}/platlib/fast.py", "y = 1\n")]),
    "purelib-in-platlib": wheel([*KIT, (f"{DATA}/purelib/more.py", "y = 1\n")], wheel_file=PLATLIB),
    "entry-points": wheel([*KIT, (f"{INFO}/entry_points.txt", ENTRY_POINTS)]),
    "pth": wheel([*KIT, ("kit.pth", "lib\n")]),
    "licence": wheel([*KIT, (f"{INFO}/licenses/LICENSE", "Free\n")], metadata=METADATA + "License-File: LICENSE\n"),
    "hash-differs": wheel(KIT, record=f"kit.py,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,6\n{OTHERS}"),
    "size-differs": wheel(KIT, record=f"kit.py,,99\n{OTHERS}"),
    "weak-hash": wheel(KIT, record=f"kit.py,md5=AAAA,6\n{OTHERS}"),
    "not-listed": wheel(KIT, record=OTHERS),
    "listed-and-missing": wheel(KIT, record=f"kit.py,,\nmore.py,,\n{OTHERS}"),
    "record-missing": wheel(KIT, record=False),
    "wheel-file-missing": wheel(KIT, wheel_file=None),
    "metadata-missing": wheel(KIT, metadata=None),
    "scheme-unknown": wheel([*KIT, (f"{DATA}/etc/a", "a")]),
    "scheme-without": wheel([*KIT, (f"{DATA}/a", "a")]),
    "data-of-another": wheel([*KIT, ("tool-1.0.data/scripts/a", "a")]),
    "dist-info-of-another": wheel(KIT, info="tool-1.0.dist-info"),
    "dist-info-of-another-version": wheel(KIT, info="kit-1.1.dist-info"),
    "two-dist-infos": wheel(KIT, more=[("kit-2.0.dist-info/METADATA", METADATA)]),
    "metadata-of-another": wheel(KIT, metadata=METADATA.replace("Name: kit", "Name: tool")),
    "metadata-of-another-version": wheel(KIT, metadata=METADATA.replace("Version: 1.0", "Version: 1.1")),
    "tags-differ": wheel(KIT, wheel_file=WHEEL.replace("py3", "py2")),
    "wheel-version-2": wheel(KIT, wheel_file=WHEEL.replace("Wheel-Version: 1.0", "Wheel-Version: 2.0")),
    "wheel-version-1.9": wheel(KIT, wheel_file=WHEEL.replace("Wheel-Version: 1.0", "Wheel-Version: 1.9")),
    "file-twice": wheel(KIT, more=[("kit.py", "x = 2\n")]),
    "file-and-folder": wheel([*KIT, ("kit.py/a.py", "a")]),
    "case-differs": wheel([*KIT, ("KIT.py", "a")]),
    "path-parent": wheel([*KIT, ("../out.py", "a")]),
    "path-parent-inside": wheel([*KIT, ("a/../in.py", "a")]),
    "path-absolute": wheel([*KIT, ("/nowhere/abs.py", "a")]),
    "path-backslash": wheel([*KIT, ("..\\out.py", "a")]),
    "path-dot": wheel([*KIT, ("./dot.py", "a")]),
    "symbolic-link": with_mode(SOUND, "link.py", "kit.py", 0o120777),
    "executable": with_mode(SOUND, "run.py", "x = 1\n", 0o100755),
    "lent-rights": with_mode(SOUND, "run.py", "x = 1\n", 0o104755),
    "bad-checksum": bad_byte(SOUND, b"x = 1"),
    "prepended": b"#!/bin/sh\n" + SOUND,
    "trailing": SOUND + b"more",
    "local-name-differs": SOUND.replace(b"kit.py", b"bad.py", 1),
    "local-size-differs": with_byte(SOUND, 22, 7),
    "local-flag-encrypted": with_byte(SOUND, 6, 1),
    "cut-off": SOUND[:-40],
}


def listed(folder):
    """What was installed: path, and L for a link, x for what may be run."""
    found = {}
    for path in sorted(Path(folder).rglob("*")):
        if path.is_dir() and not path.is_symlink():
            continue
        inner = path.relative_to(folder).as_posix()
        if inner == ".lock" or path.suffix == ".pyc":
            continue
        kind = "L" if path.is_symlink() else "x" if os.access(path, os.X_OK) else ""
        site = inner.split("site-packages/", 1)
        name = inner if len(site) == 1 else f"site-packages/{site[1]}"
        name = name.replace(f"python{sys.version_info[0]}.{sys.version_info[1]}", "pythonX.Y")
        found[name] = kind
    return found


def run(command, prefix):
    shutil.rmtree(prefix, ignore_errors=True)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return {"installs": True, "files": listed(prefix)} if done.returncode == 0 else {"installs": False}


def main():
    with tempfile.TemporaryDirectory() as folder:
        path, prefix = os.path.join(folder, NAME), os.path.join(folder, "prefix")
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-compile", "--prefix", prefix, path]
        uv = [os.path.join(os.path.dirname(sys.executable), "uv"), "pip", "install", "--quiet", "--no-cache", "--offline"]
        uv += ["--no-deps", "--python", sys.executable, "--prefix", prefix, path]
        for id, archive in CASES.items():
            Path(path).write_bytes(archive)
            answers = {"pip": run(pip, prefix), "uv": run(uv, prefix)}
            print(json.dumps({"id": id, "name": NAME, **answers, "archive": base64.b64encode(archive).decode()}))


if __name__ == "__main__":
    sys.exit(main())
