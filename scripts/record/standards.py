"""Answers of pypa/packaging to cases of the packaging standards, in the files' own schema (docs/conformance.md).

    standards.py again <folder>                     asks every case of the files in a folder again and prints what differs
    standards.py grow <folder> <out> <count> <seed> writes <count> new cases a suite: the inputs of the folder's cases, mutated,
                                                    each with the answer of the packaging that is installed

Tags and wheel-choice have a script of their own. Started by scripts/record/standards.ts, in the environment of the tools.
"""

import json
import random
import sys
from pathlib import Path

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from packaging.markers import InvalidMarker, Marker, UndefinedComparison, UndefinedEnvironmentName
from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.utils import (
    InvalidName,
    InvalidSdistFilename,
    InvalidWheelFilename,
    canonicalize_name,
    canonicalize_version,
    is_normalized_name,
    parse_sdist_filename,
    parse_wheel_filename,
)
from packaging.version import InvalidVersion, Version
from standard_documents import DOCUMENTS

LARGEST = 2**53 - 1


def plain(value):
    """JSON as the files write it: numbers that JavaScript can't hold stand as text."""
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return value
    if isinstance(value, int):
        return str(value) if abs(value) > LARGEST else value
    if isinstance(value, (list, tuple)):
        return [plain(inner) for inner in value]
    return {key: plain(inner) for key, inner in value.items()}


def versions(case):
    try:
        version = Version(case["input"])
    except InvalidVersion:
        return {"valid": False}
    return {
        "valid": True,
        "normalized": str(version),
        "public": version.public,
        "base": version.base_version,
        "local": version.local,
        "epoch": version.epoch,
        "release": version.release,
        "pre": version.pre,
        "post": version.post,
        "dev": version.dev,
        "isPrerelease": version.is_prerelease,
        "isPostrelease": version.is_postrelease,
        "isDevrelease": version.is_devrelease,
        "canonical": canonicalize_version(version),
    }


def version_order(case):
    return {"sorted": sorted(case["versions"], key=Version)}


def version_compare(case):
    left, right = Version(case["left"]), Version(case["right"])
    return {"cmp": (left > right) - (left < right)}


def specifiers(case):
    try:
        wanted = SpecifierSet(case["specifier"], prereleases=case["prereleases"])
    except InvalidSpecifier:
        return {"valid": False, "contains": None}
    return {"valid": True, "contains": wanted.contains(case["version"], prereleases=case["prereleases"])}


def filtered(case):
    try:
        wanted = SpecifierSet(case["specifier"])
    except InvalidSpecifier:
        return {"valid": False, "filtered": None}
    return {"valid": True, "filtered": list(wanted.filter(case["versions"], prereleases=case["prereleases"]))}


def markers(case):
    try:
        marker = Marker(case["marker"])
    except InvalidMarker:
        return {"valid": False, "result": None}
    environment = dict(case["environment"])
    if isinstance(case["extra"], list):
        environment["extras"] = set(case["extra"])
    elif case["extra"] is not None:
        environment["extra"] = case["extra"]
    if case["dependencyGroups"] is not None:
        environment["dependency_groups"] = set(case["dependencyGroups"])
    answer = {"valid": True, "normalized": str(marker)}
    try:
        return {**answer, "result": marker.evaluate(environment, context=case["context"])}
    except UndefinedComparison:
        return {**answer, "result": None, "error": "undefined-comparison"}
    except (UndefinedEnvironmentName, KeyError):
        return {**answer, "result": None, "error": "undefined-name"}


def requirements(case):
    try:
        requirement = Requirement(case["input"])
    except InvalidRequirement:
        return {"valid": False}
    return {
        "valid": True,
        "name": requirement.name,
        "canonicalName": canonicalize_name(requirement.name),
        "extras": sorted(requirement.extras),
        "specifier": str(requirement.specifier),
        "url": requirement.url,
        "marker": None if requirement.marker is None else str(requirement.marker),
        "normalized": str(requirement),
    }


def names(case):
    try:
        normalized = canonicalize_name(case["input"], validate=True)
    except InvalidName:
        return {"valid": False, "normalized": None, "isNormalized": is_normalized_name(case["input"])}
    return {"valid": True, "normalized": normalized, "isNormalized": is_normalized_name(case["input"])}


def wheel_filenames(case):
    try:
        name, version, build, tags = parse_wheel_filename(case["filename"])
    except InvalidWheelFilename:
        return {"valid": False}
    return {"valid": True, "name": name, "version": str(version), "build": build, "tags": sorted(map(str, tags))}


def sdist_filenames(case):
    try:
        name, version = parse_sdist_filename(case["filename"])
    except InvalidSdistFilename:
        return {"valid": False}
    return {"valid": True, "name": name, "version": str(version)}


def licenses(case):
    try:
        return {"valid": True, "normalized": canonicalize_license_expression(case["input"])}
    except InvalidLicenseExpression:
        return {"valid": False}


#: The function that answers, and the inputs that a case gives it.
SUITES = {
    "versions": (versions, ["input"]),
    "version-order": (version_order, ["versions"]),
    "version-compare": (version_compare, ["left", "right"]),
    "specifiers": (specifiers, ["specifier", "version", "prereleases"]),
    "filter": (filtered, ["specifier", "versions", "prereleases"]),
    "markers": (markers, ["marker", "environment", "context", "extra", "dependencyGroups"]),
    "requirements": (requirements, ["input"]),
    "names": (names, ["input"]),
    "wheel-filenames": (wheel_filenames, ["filename"]),
    "sdist-filenames": (sdist_filenames, ["filename"]),
    "licenses": (licenses, ["input"]),
    **DOCUMENTS,
}


def read(path):
    return [json.loads(line) for line in path.read_text("ascii").splitlines() if line]


def answer(suite, case):
    ask, inputs = SUITES[suite]
    given = {name: case[name] for name in inputs}
    try:
        return {**given, **plain(ask(given))}
    except Exception as error:  # The reference fails itself, as on a document of another kind: no case.
        return {**given, "refused": type(error).__name__}


def again(folder):
    for suite in SUITES:
        cases = read(folder / f"{suite}.jsonl")
        differing = 0
        for case in cases:
            expected = {key: value for key, value in case.items() if key not in ("quirk", "versionDependent")}
            got = answer(suite, case)
            if got != expected:
                differing += 1
                known = " (known: versionDependent)" if case.get("versionDependent") else ""
                print(f"{suite}{known}", json.dumps(expected), json.dumps(got), sep="\n  ")
        print(f"{suite}: {len(cases)} cases, {differing} differ")


ODD = [" ", "\t", "\n", "\r", "\f", "\u001c", "\u0085", "\u00a0", "\u200b", "\ufeff", "\u0661", "\u017f", "\u212a", "é", "\U0001d7d8", "\\", "'", '"', "(", ")", "[", "]", ",", ";", "@", "!", "+", "-", "_", ".", "*", "=", "<", ">", "~", "0", "1", "9007199254740993", "a", "A", "rc", "post", "dev", "v", "x"]


def pieces(random, text):
    """A text cut at random places where letters, digits and signs change, or anywhere."""
    kinds = ["a" if char.isalpha() else "0" if char.isdigit() else char for char in text]
    cuts = [at for at in range(1, len(text)) if kinds[at] != kinds[at - 1] or random.random() < 0.05]
    return [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)])]


def mutated(random, text, corpus):
    parts = pieces(random, text) or [""]
    for _ in range(random.choice([0, 1, 1, 1, 2, 3])):
        other = pieces(random, random.choice(corpus)) or [""]
        at = random.randrange(len(parts))
        change = random.randrange(7)
        if change == 0:
            del parts[at]
            parts = parts or [""]
        elif change == 1:
            parts.insert(at, random.choice(ODD))
        elif change == 2:
            parts[at] = random.choice(other)
        elif change == 3:
            parts.insert(at, random.choice(other))
        elif change == 4:
            end = random.randrange(len(other) + 1)
            parts = [*parts[:at], *other[end:], ""]
        elif change == 5:
            parts.insert(at, parts[random.randrange(len(parts))])
        else:
            parts[at] = random.choice([str.upper, str.lower, str.swapcase])(parts[at])
    return "".join(parts)


def rearranged(random, text, corpus):
    """A document whose lines are those of several, in another order, some of them changed."""
    lines = text.splitlines(keepends=True)
    other = random.choice(corpus).splitlines(keepends=True) or [""]
    every = [line for document in corpus for line in document.splitlines(keepends=True)]
    for _ in range(random.choice([0, 1, 1, 2, 3])):
        at = random.randrange(len(lines) + 1)
        change = random.randrange(5)
        if change == 0:
            del lines[at : at + 1]
        elif change == 1:
            lines.insert(at, random.choice(other))
        elif change == 2:
            lines[at : at + 1] = [mutated(random, line, every) for line in lines[at : at + 1]]
        elif change == 3:
            lines.insert(at, random.choice(every))
        else:
            lines[at:] = random.sample(lines[at:], len(lines[at:]))
    return "".join(lines)


def rebuilt(random, value, corpus):
    """A JSON value with parts dropped, changed, or taken from another value of the same kind."""
    texts = [text for text in inside(corpus) if isinstance(text, str)]
    if random.random() < 0.04:
        return random.choice([*inside(corpus), None, True, 3, 1.5, "", [], {}])
    if isinstance(value, dict):
        other = random.choice([found for found in inside(corpus) if isinstance(found, dict)])
        kept = {key: rebuilt(random, inner, corpus) for key, inner in value.items() if random.random() > 0.05}
        return {**kept, **dict(random.sample(sorted(other.items(), key=str), min(len(other), random.choice([0, 0, 0, 1]))))}
    if isinstance(value, list):
        kept = [rebuilt(random, inner, corpus) for inner in value if random.random() > 0.05]
        return [*kept, *([random.choice(inside(corpus))] if random.random() < 0.05 else [])]
    if isinstance(value, str) and random.random() < 0.1:
        return mutated(random, value, texts)
    return value


def inside(values):
    """The values and all that stand in them."""
    found = []
    for value in values:
        found.append(value)
        if isinstance(value, dict):
            found += [*value, *inside(value.values())]
        if isinstance(value, list):
            found += inside(value)
    return found


def varied(random, suite, cases):
    """New inputs out of those of the cases."""
    _, inputs = SUITES[suite]
    case = {name: random.choice(cases)[name] for name in inputs}
    for name in inputs:
        value = case[name]
        if name in ("groups", "document") and not isinstance(value, str):
            case[name] = rebuilt(random, value, [other[name] for other in cases])
        elif name == "document":
            case[name] = rearranged(random, value, [other[name] for other in cases])
        elif isinstance(value, str) and name not in ("context", "resolve"):
            corpus = [other[name] for other in cases if isinstance(other[name], str)]
            case[name] = mutated(random, value, corpus)
        elif isinstance(value, list) and name == "versions":
            pool = [text for other in cases for text in other[name]]
            case[name] = [mutated(random, text, pool) if random.random() < 0.3 else text for text in value]
    return case


def readable(suite, case):
    """Cases that are to be ordered hold versions only."""
    texts = {"version-order": case.get("versions"), "version-compare": [case.get("left"), case.get("right")]}.get(suite, [])
    try:
        for text in texts:
            Version(text)
    except InvalidVersion:
        return False
    return True


def grow(folder, out, count, seed):
    out.mkdir(parents=True, exist_ok=True)
    for suite in SUITES:
        dice = random.Random(f"{seed} {suite}")
        cases = read(folder / f"{suite}.jsonl")
        grown = {}
        while len(grown) < count:
            case = varied(dice, suite, cases)
            if readable(suite, case):
                answered = answer(suite, case)
                if "refused" not in answered:
                    grown[json.dumps(case)] = answered
        (out / f"{suite}.jsonl").write_text("".join(json.dumps(case) + "\n" for case in grown.values()), "ascii")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["again", folder]:
            again(Path(folder))
        case ["grow", folder, out, count, seed]:
            grow(Path(folder), Path(out), int(count), seed)
        case _:
            sys.exit(__doc__)
