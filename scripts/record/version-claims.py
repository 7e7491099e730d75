"""What packaging answers to questions about specifiers and versions: JSON in, JSON out (scripts/record/version-claims.mjs)."""

import json
import sys

import packaging
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import InvalidVersion, Version


def answer(question):
    try:
        if "left" in question:
            left, right = Version(question["left"]), Version(question["right"])
            return "<" if left < right else ">" if left > right else "="
        if "specifier" not in question:
            return str(Version(question["version"]))
        specifier = SpecifierSet(question["specifier"])
        if "version" not in question:
            return "valid"
        return "admitted" if specifier.contains(Version(question["version"]), prereleases=True) else "refused"
    except (InvalidSpecifier, InvalidVersion):
        return "invalid"


questions = json.load(sys.stdin)
json.dump({"tool": f"packaging {packaging.__version__}", "answers": [answer(question) for question in questions]}, sys.stdout)
