"""Builds the trees of src/core/wheel/build/recorded/trees.json with the real backends and says what came of each.

Run by builds.ts with the environment's Python: builds.py TREES UV. Prints one JSON object a line: a tree, a backend, and of wheel,
sdist and editable wheel what is in it, or how the backend refused; of the wheel also what pip installs. uv_build is uv's own binary,
which has the same backend as the package uv-build of that release (`uv build-backend`).
"""

import email
import hashlib
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

TREES, UV = sys.argv[1:]
EPOCH = "1767225600"  # 2026-01-01
ENV = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_COLOR": "1", "UV_NO_CONFIG": "1"}
KINDS = ("wheel", "sdist", "editable")

BUILD_SYSTEMS = {
    "hatchling": ['requires = ["hatchling"]', 'build-backend = "hatchling.build"'],
    "setuptools": ['requires = ["setuptools"]', 'build-backend = "setuptools.build_meta"'],
    "uv_build": ['requires = ["uv_build>=0.13,<0.14"]', 'build-backend = "uv_build"'],
}

# A hook in a process of its own, as frontends call it; what it raises goes to a file as its class and its words.
HOOK = """
import importlib, json, sys
backend, kind, out, report = sys.argv[1:]
# hatchling brings the list of classifiers along; setuptools looks at it only where somebody else has, which a build’s own environment hasn’t.
if backend.startswith("setuptools"):
    sys.modules["trove_classifiers"] = None
try:
    sys.argv[1:] = []
    module = importlib.import_module(backend)
    module.__dict__["build_" + kind](out)
except BaseException as error:
    with open(report, "w", encoding="utf-8") as file:
        kind = type(error)
        raises = kind.__qualname__ if kind.__module__ == "builtins" else kind.__module__ + "." + kind.__qualname__
        json.dump({"raises": raises, "says": str(error)}, file)
    sys.exit(1)
"""


def pyproject(tree, backend):
    tool = tree.get("tool", {}).get(backend, [])
    lines = ["[build-system]", *BUILD_SYSTEMS[backend], "", *tree["pyproject"], *(["", *tool] if tool else [])]
    return "\n".join(lines) + "\n"


def write(tree, backend, folder):
    for path, text in {**tree["files"], "pyproject.toml": pyproject(tree, backend)}.items():
        at = folder / path
        at.parent.mkdir(parents=True, exist_ok=True)
        at.write_bytes(text.encode())
        at.chmod(0o755 if path in tree.get("executable", []) else 0o644)
        os.utime(at, (int(EPOCH), int(EPOCH)))


def digest(data, mode):
    """Sixteen digits of the SHA-256, and the mode where it isn’t the usual one."""
    return hashlib.sha256(data).hexdigest()[:16] + ("" if mode == 0o644 else f" {mode:o}")


def wheel_contents(path, folder):
    with zipfile.ZipFile(path) as archive:
        files = {i.filename: (archive.read(i), i.external_attr >> 16 & 0o777) for i in archive.infolist()}
    # What an editable wheel writes down of the project’s folder, as if it lay in /project.
    placed = {name: plain(data.decode(), folder) for name, (data, _) in files.items() if re.search(r"\.pth$|^__editable__.*\.py$", name)}
    files.update({name: (text.encode(), files[name][1]) for name, text in placed.items()})
    (info,) = {name.split("/")[0] for name in files if name.split("/")[0].endswith(".dist-info")}
    inside = {name.removeprefix(f"{info}/"): data.decode() for name, (data, _) in files.items() if name.startswith(f"{info}/") and not name.endswith("/")}
    wheel = email.message_from_string(inside.pop("WHEEL"))
    inside.pop("RECORD")
    return {
        "file": path.name,
        "info": info,
        "entries": {name: digest(*file) for name, file in files.items() if not name.startswith(f"{info}/")},
        "purelib": wheel["Root-Is-Purelib"] == "true",
        "tags": wheel.get_all("Tag"),
        "metadata": inside.pop("METADATA"),
        **({"entryPoints": inside.pop("entry_points.txt")} if "entry_points.txt" in inside else {}),
        "beside": {name: hashlib.sha256(text.encode()).hexdigest()[:16] for name, text in inside.items()},
        # Of setuptools’ finder only the lines that differ from project to project.
        "texts": {name: "\n".join(re.findall(r"^(?:MAPPING|NAMESPACES).*", text, re.MULTILINE)) or text for name, text in placed.items()},
    }


def sdist_contents(path, given):
    with tarfile.open(path) as archive:
        files = {m.name: (archive.extractfile(m).read(), m.mode & 0o777) for m in archive.getmembers() if m.isfile()}
    (top,) = {name.split("/")[0] for name in files}
    inside = {name.removeprefix(f"{top}/"): file for name, file in files.items()}
    written = [name for name in inside if name.endswith("SOURCES.txt") or name == "setup.cfg"]
    written += [name for name in ("pyproject.toml",) if inside[name][0].decode() != given]
    return {
        "file": path.name,
        "top": top,
        "entries": {name: digest(*file) for name, file in inside.items() if name != "PKG-INFO"},
        "metadata": inside["PKG-INFO"][0].decode(),
        "texts": {name: inside[name][0].decode() for name in written},
    }


def plain(text, folder):
    return text.replace(str(folder), "/project")


def warned(stderr):
    """The first line of each warning, in the order in which they came."""
    found = re.findall(r"^(?:warning: (.+)|.*?\b(\w*Warning: .+))$", stderr, re.MULTILINE)
    return list(dict.fromkeys(mine or theirs for mine, theirs in found))


def refusal_of_uv(stderr):
    """uv’s own lines: the error and what caused it, without its warnings."""
    lines = [line.rstrip() for line in stderr.splitlines()]
    start = next((at for at, line in enumerate(lines) if line.lower().startswith("error")), 0)
    return "\n".join(lines[start:]).strip()


def build(tree, backend, kind):
    with tempfile.TemporaryDirectory(prefix="shipshape-builds-") as place:
        folder, out, report = Path(place) / "project", Path(place) / "out", Path(place) / "report.json"
        out.mkdir()
        write(tree, backend, folder)
        if backend == "uv_build":
            command = [UV, "--no-cache", "--offline", "build-backend", f"build-{kind}", str(out)]
        else:
            module = "hatchling.build" if backend == "hatchling" else "setuptools.build_meta"
            command = [sys.executable, "-c", HOOK, module, kind, str(out), str(report)]
        ran = subprocess.run(command, cwd=folder, env=ENV, capture_output=True, text=True)
        warnings = [plain(line, folder) for line in warned(ran.stderr)]
        beside = {"warnings": warnings} if warnings else {}
        if ran.returncode != 0:
            if backend == "uv_build":
                return {"refuses": {"says": plain(refusal_of_uv(ran.stderr), folder)}, **beside}
            refusal = json.loads(report.read_text())
            says = plain(refusal["says"], folder)
            if refusal["raises"] == "SystemExit" and not says.startswith("error"):
                says = plain(ran.stderr.strip().splitlines()[-1], folder)
            return {"refuses": {"raises": refusal["raises"], "says": says}, **beside}
        (made,) = out.iterdir()
        if kind == "sdist":
            return {**sdist_contents(made, pyproject(tree, backend)), **beside}
        contents = {**wheel_contents(made, folder), **beside}
        return contents if kind == "editable" else {**contents, "installs": installs(made, Path(place) / "prefix")}


def installs(wheel, prefix):
    """What pip puts where, without its notes; for a refusal its last line."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-compile", "--ignore-installed", "--prefix", str(prefix), str(wheel)]
    ran = subprocess.run(command, env=ENV, capture_output=True, text=True)
    if ran.returncode != 0:
        return {"refuses": plain(ran.stderr.strip().splitlines()[-1], wheel.parent)}
    notes = re.compile(r"\.dist-info/(INSTALLER|REQUESTED|direct_url\.json)$")
    found = [str(path.relative_to(prefix)) for path in prefix.rglob("*") if path.is_file()]
    return sorted(re.sub(r"^lib/python[\d.]+/", "", path) for path in found if not notes.search(path))


def lean(built):
    """Without what the wheel says already."""
    wheel = built["wheel"]
    for kind in ("sdist", "editable"):
        other = built[kind]
        for part in ("metadata", "entryPoints", "beside", "info", "tags", "purelib", "refuses", "warnings"):
            if part in other and other.get(part) == wheel.get(part):
                other[part] = "as the wheel"
    for each in built.values():
        if each.get("texts") == {}:
            del each["texts"]
    return built


def recorded(task):
    tree, backend = task
    return {"tree": tree["id"], "backend": backend, **lean({kind: build(tree, backend, kind) for kind in KINDS})}


def main():
    os.umask(0o022)
    trees = json.loads(Path(TREES).read_text(encoding="utf-8"))
    tasks = [(tree, backend) for tree in trees for backend in tree.get("backends", BUILD_SYSTEMS)]
    with ThreadPoolExecutor(2) as workers:
        for line in workers.map(recorded, tasks):
            print(json.dumps(line, ensure_ascii=False, separators=(",", ":")), flush=True)


main()
