"""Builds the inspector's small distributions with the real backends, and damages some of them as others do by accident or intent.

Run by inspector-files.ts in an environment that has build, hatchling and setuptools. Prints one JSON object: by the scenario's id, the
file's name, its bytes in base64 and what made it. Builds are reproducible as far as the backends are (SOURCE_DATE_EPOCH).
"""

import base64
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import zipfile

EPOCH = "1767225600"  # 2026-01-01, so that the same source gives the same file
ENV = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "CFLAGS": "-Os -g0", "LDFLAGS": "-s -Wl,-z,noseparate-code"}

HATCH = '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n'
SETUPTOOLS = '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n'


def project(name: str, version: str, summary: str, more: str = "") -> str:
    return (
        f'\n[project]\nname = "{name}"\nversion = "{version}"\ndescription = "{summary}"\n'
        f'readme = "README.md"\nrequires-python = ">=3.10"\n{more}'
    )


GREETING = {
    "README.md": "# greeting\n\nSays hello, in a few languages.\n",
    "src/greeting/__init__.py": '"""Greets people."""\n\n\ndef greet(name: str) -> str:\n    return f"Hello, {name}!"\n',
    "src/greeting/__main__.py": (
        'import sys\n\nfrom greeting import greet\n\n\ndef main() -> None:\n    print(greet(" ".join(sys.argv[1:]) or "you"))\n\n\n'
        'if __name__ == "__main__":\n    main()\n'
    ),
    "tests/test_greet.py": 'from greeting import greet\n\n\ndef test_greet():\n    assert greet("Ada") == "Hello, Ada!"\n',
}
GREETING_SCRIPTS = '\n[project.scripts]\ngreet = "greeting.__main__:main"\n'
NEWER = {
    **GREETING,
    "README.md": "# greeting\n\nSays hello, in a few languages and in colour.\n",
    "src/greeting/__init__.py": (
        '"""Greets people."""\n\nfrom greeting.languages import HELLO\n\n\n'
        'def greet(name: str, language: str = "en") -> str:\n    return f"{HELLO[language]}, {name}!"\n'
    ),
    "src/greeting/languages.py": 'HELLO = {"en": "Hello", "de": "Hallo", "fr": "Bonjour"}\n',
}
GREETING_0_1 = project("greeting", "0.1.0", "Says hello.", 'dependencies = ["idna>=3"]\n' + GREETING_SCRIPTS)
GREETING_0_2 = project(
    "greeting",
    "0.2.0",
    "Says hello.",
    "dependencies = [\"idna>=3.4\", \"colorama>=0.4; sys_platform == 'win32'\"]\n"
    '\n[project.optional-dependencies]\ncolour = ["rich>=13"]\n' + GREETING_SCRIPTS,
)

FAST = {
    "README.md": "# fastgreet\n\nThe same in C.\n",
    "fastgreet.c": (
        "#include <Python.h>\n\nstatic PyObject *greet(PyObject *self, PyObject *name) {\n"
        '    return PyUnicode_FromFormat("Hello, %S!", name);\n}\n\n'
        "static PyMethodDef methods[] = {{\"greet\", greet, METH_O, \"Greets.\"}, {NULL, NULL, 0, NULL}};\n"
        'static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "fastgreet", NULL, 0, methods};\n\n'
        "PyMODINIT_FUNC PyInit_fastgreet(void) { return PyModuleDef_Init(&module); }\n"
    ),
    "pyproject.toml": SETUPTOOLS
    + project("fastgreet", "1.0.0", "Says hello, in C.")
    + '\n[tool.setuptools]\next-modules = [{ name = "fastgreet", sources = ["fastgreet.c"] }]\npy-modules = []\n',
}

DATA = {
    "README.md": "# teapot\n\nBrews tea.\n",
    "teapot/__init__.py": '"""Brews tea."""\n\n\ndef brew() -> None:\n    print("Short and stout.")\n',
    "teapot/plugins.py": "def earl_grey() -> str:\n    return \"bergamot\"\n",
    "bin/teapot-clean": "#!/usr/bin/env python3\nprint('Rinsed.')\n",
    "man/teapot.1": ".TH TEAPOT 1\n.SH NAME\nteapot \\- brews tea\n",
    "pyproject.toml": HATCH
    + project("teapot", "2.1.0", "Brews tea.")
    + '\n[project.scripts]\nteapot = "teapot:brew"\n\n[project.gui-scripts]\nteapot-window = "teapot:brew"\n'
    + '\n[project.entry-points."teapot.teas"]\nearl-grey = "teapot.plugins:earl_grey"\n'
    + '\n[tool.hatch.build.targets.wheel.shared-data]\n"man/teapot.1" = "share/man/man1/teapot.1"\n'
    + '\n[tool.hatch.build.targets.wheel.shared-scripts]\n"bin/teapot-clean" = "teapot-clean"\n',
}

PTH = {
    "README.md": "# autoload\n\nLoads itself.\n",
    "autoload/__init__.py": 'print("autoload is here, and nobody imported it.")\n',
    "autoload.pth": "import autoload\n",
    "pyproject.toml": HATCH
    + project("autoload", "0.3.0", "Loads itself into every Python of the environment.")
    + '\n[tool.hatch.build.targets.wheel.force-include]\n"autoload.pth" = "autoload.pth"\n',
}

PACKED = {
    "README.md": "# packed\n\nA little too much in the box.\n",
    "packed/__init__.py": '"""A library."""\n',
    "packed/core.py": "def answer() -> int:\n    return 42\n",
    "tests/__init__.py": "",
    "tests/test_core.py": "from packed.core import answer\n\n\ndef test_answer():\n    assert answer() == 42\n",
    "docs/conf.py": 'project = "packed"\n',
    "pyproject.toml": SETUPTOOLS
    + project("packed", "1.0.0", "A library with its tests in the wheel.")
    + '\n[tool.setuptools]\npackages = ["packed", "tests", "docs"]\n',
}


def build(files: dict[str, str], kind: str, pyproject: str | None = None) -> pathlib.Path:
    """Builds one distribution of a project in a folder of its own."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="shipshape-inspector-"))
    for path, text in {**files, **({} if pyproject is None else {"pyproject.toml": pyproject})}.items():
        at = folder / "src-of-it" / path
        at.parent.mkdir(parents=True, exist_ok=True)
        at.write_text(text)
        os.utime(at, (int(EPOCH), int(EPOCH)))
    out = folder / "dist"
    subprocess.run(
        [sys.executable, "-m", "build", f"--{kind}", "--no-isolation", "--outdir", out, folder / "src-of-it"],
        check=True,
        env=ENV,
        stdout=subprocess.DEVNULL,
    )
    (made,) = out.iterdir()
    return made


def rewritten(wheel: pathlib.Path, change) -> pathlib.Path:
    """The same zip, written again: `change` gives for each entry its path and bytes, and whatever comes after them."""
    target = pathlib.Path(tempfile.mkdtemp(prefix="shipshape-inspector-")) / wheel.name
    with zipfile.ZipFile(wheel) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            copy = zipfile.ZipInfo(info.filename, info.date_time)
            copy.external_attr, copy.compress_type = info.external_attr, zipfile.ZIP_DEFLATED
            new.writestr(copy, change(info.filename, old.read(info)))
        for path, data in change(None, b"") or []:
            added = zipfile.ZipInfo(path, (2026, 1, 1, 0, 0, 0))
            added.external_attr, added.compress_type = 0o644 << 16, zipfile.ZIP_DEFLATED
            new.writestr(added, data)
    return target


def tampered(path: str | None, data: bytes):
    if path is None:
        return []
    if path == "greeting/__init__.py":
        return data + b"\n\nimport os  # one line more than was built\n"
    return data


def escaping(path: str | None, data: bytes):
    if path is None:
        return [("../../../.bashrc", b"# this would be outside of the environment\n"), ("greeting/LICENSE.exe ", b"")]
    return data


def renamed(wheel: pathlib.Path, old: str, new: str) -> pathlib.Path:
    return wheel.rename(wheel.with_name(wheel.name.replace(old, new)))


def main() -> None:
    hatch = build(GREETING, "wheel", HATCH + GREETING_0_1)
    setup = SETUPTOOLS + GREETING_0_1
    made = {
        "greeting": (hatch, ["build", "hatchling"]),
        "greeting-sdist": (build(GREETING, "sdist", HATCH + GREETING_0_1), ["build", "hatchling"]),
        "greeting-newer": (build(NEWER, "wheel", HATCH + GREETING_0_2), ["build", "hatchling"]),
        "greeting-setuptools": (build(GREETING, "wheel", setup), ["build", "setuptools"]),
        "greeting-sdist-setuptools": (build(GREETING, "sdist", setup), ["build", "setuptools"]),
        "compiled": (build(FAST, "wheel"), ["build", "setuptools"]),
        "commands-and-data": (build(DATA, "wheel"), ["build", "hatchling"]),
        "path-file": (build(PTH, "wheel"), ["build", "hatchling"]),
        "tests-packed": (build(PACKED, "wheel"), ["build", "setuptools"]),
        "tampered": (rewritten(hatch, tampered), ["build", "hatchling"]),
        "dangerous-path": (rewritten(hatch, escaping), ["build", "hatchling"]),
        "renamed": (
            renamed(build(FAST, "wheel"), "-linux_x86_64", "-manylinux_2_17_x86_64"),
            ["build", "setuptools"],
        ),
    }
    files = {
        name: {"file": path.name, "made": tools, "base64": base64.b64encode(path.read_bytes()).decode()}
        for name, (path, tools) in made.items()
    }
    print(json.dumps(files))


main()
