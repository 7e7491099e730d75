"""The versions of a project as its page lists them, in order, and what `packaging` admits of them.

Reads {"versions": [...], "files": [{"filename": ..., "yanked": ...}], "asks": [{"specifier": ..., "prereleases": ...}]} and writes
{"versions": [...], "yanked": [...], "admits": [[...], ...]}, null for a specifier that is none. A version is listed when some file of it is;
it is yanked when all are.
"""

import json
import re
import sys

from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import InvalidVersion, Version

POLICIES = {"if-needed": None, "allow": True, "refuse": False}


def version_or_none(text):
    try:
        return Version(text)
    except InvalidVersion:
        return None


def names(filename, written):
    return re.search(rf"-{re.escape(written)}(?=[-.]|$)", filename, re.IGNORECASE) is not None


given = json.load(sys.stdin)
files = given["files"]
listed = {}
for written in given["versions"]:
    version = version_or_none(written)
    if version is None:
        print(f"{written} is no version: left out", file=sys.stderr)
        continue
    if files is None:
        listed[version] = False
        continue
    # A longer version may begin alike: 1.0 and 1.0.1 both stand in `x-1.0.1.zip`; the longest that fits is the file's.
    own = [
        file
        for file in files
        if any(names(file["filename"], text) for text in {written, str(version)})
        and not any(
            len(other) > len(written) and other.startswith(written) and names(file["filename"], other)
            for other in given["versions"]
        )
    ]
    if own:
        listed[version] = all(file["yanked"] not in (False, None) for file in own)
    else:
        print(f"{written} has no file: left out", file=sys.stderr)

versions = sorted(listed)
admits = []
for ask in given["asks"]:
    try:
        specifiers = SpecifierSet(ask["specifier"])
    except InvalidSpecifier:
        admits.append(None)
        continue
    kept = specifiers.filter(versions, prereleases=POLICIES[ask["prereleases"]])
    admits.append([str(version) for version in kept])
json.dump(
    {
        "versions": [str(version) for version in versions],
        "yanked": [str(version) for version in versions if listed[version]],
        "admits": admits,
    },
    sys.stdout,
)
