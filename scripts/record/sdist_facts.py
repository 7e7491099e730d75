"""What building a source distribution needs, as far as its files say. Nothing of it is run or unpacked.

Usage: sdist_facts.py SDIST. Prints one JSON object: the build backend and its requirements (pyproject.toml, `build-system`;
setuptools where there is none), and how many source files of each language it has, tests and documents left out.
"""

import json
import re
import sys
import tarfile
import tomllib
import zipfile

LANGUAGES = {
    "c": (".c",),
    "c++": (".cc", ".cpp", ".cxx"),
    "cython": (".pyx",),
    "fortran": (".f", ".f90"),
    "rust": (".rs",),
}
APART = re.compile(r"(^|/)(tests?|testing|docs?|examples?|benchmarks?|bench)/")


def contents(path: str) -> tuple[list[str], bytes | None]:
    """The names of files below the archive's one folder, and pyproject.toml."""
    if path.endswith(".zip"):
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            return read(names, lambda name: archive.read(name))
    with tarfile.open(path) as archive:
        members = {member.name: member for member in archive.getmembers() if member.isfile()}
        return read(list(members), lambda name: archive.extractfile(members[name]).read())


def read(names: list[str], text_of) -> tuple[list[str], bytes | None]:
    below = {name.split("/", 1)[1]: name for name in names if "/" in name}
    document = text_of(below["pyproject.toml"]) if "pyproject.toml" in below else None
    return list(below), document


names, document = contents(sys.argv[1])
system = tomllib.loads(document.decode()).get("build-system", {}) if document else {}
counted = [name for name in names if not APART.search(name)]
sources = {
    language: sum(name.endswith(endings) for name in counted) for language, endings in LANGUAGES.items()
}
json.dump(
    {
        "backend": system.get("build-backend", "setuptools.build_meta:__legacy__"),
        "backendInTree": "backend-path" in system,
        "requires": system.get("requires", ["setuptools"]),
        "sources": {language: number for language, number in sources.items() if number > 0},
    },
    sys.stdout,
)
