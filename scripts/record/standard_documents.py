"""Answers of pypa/packaging to whole documents: core metadata, lock files, direct URLs, dependency groups.

The other half of standards.py, which says what the files are.
"""

import tomllib

from packaging.dependency_groups import (
    CyclicDependencyGroup,
    DependencyGroupResolver,
    DuplicateGroupNames,
    InvalidDependencyGroupObject,
)
from packaging.direct_url import DirectUrl, DirectUrlValidationError
from packaging.errors import ExceptionGroup
from packaging.markers import InvalidMarker
from packaging.metadata import InvalidMetadata, Metadata, parse_email
from packaging.pylock import Pylock, PylockUnsupportedVersionError, PylockValidationError
from packaging.requirements import InvalidRequirement
from packaging.specifiers import InvalidSpecifier
from packaging.version import InvalidVersion


def text_of(value):
    if isinstance(value, list):
        return [text_of(inner) for inner in value]
    return value if isinstance(value, (str, dict)) else str(value)


def metadata(case):
    try:
        read = Metadata.from_email(case["document"])
    except ExceptionGroup as group:
        fields = {error.field.lower() for error in group.exceptions if isinstance(error, InvalidMetadata)}
        return {"valid": False, "errors": sorted(fields)}
    raw, _ = parse_email(case["document"])
    return {"valid": True, "fields": {name: text_of(getattr(read, name)) for name in raw}}


PYLOCK_KINDS = [
    ("Missing required value", "missing-key"),
    ("Unexpected type", "wrong-type"),
    ("path or url must", "path-or-url-required"),
    ("None of vcs", "conflicting-sources"),
    ("Exactly one of", "no-single-source"),
    ("Invalid wheel filename", "bad-wheel-filename"),
    ("Cannot determine wheel filename", "bad-wheel-filename"),
    ("Invalid sdist filename", "bad-sdist-filename"),
    ("Cannot determine sdist filename", "bad-sdist-filename"),
    ("Name in", "name-mismatch"),
    ("Version in", "version-mismatch"),
    ("At least one hash", "no-hashes"),
    ("Hash values", "bad-hash-value"),
]


def kind_of(error):
    if isinstance(error, PylockUnsupportedVersionError):
        return "unsupported-version"
    for begins, kind in PYLOCK_KINDS:
        if error.message.startswith(begins):
            return kind
    if error.message.startswith("Name ") and error.message.endswith("is not normalized"):
        return "name-not-normalized"
    cause = error
    while cause.__cause__ is not None:
        cause = cause.__cause__
    for failure, kind in [(InvalidVersion, "bad-version"), (InvalidSpecifier, "bad-specifier"), (InvalidMarker, "bad-marker")]:
        if isinstance(cause, failure):
            return kind
    raise ValueError(f"an error of no known kind: {error!r}")


def pylock(case):
    try:
        read = Pylock.from_dict(tomllib.loads(case["document"]))
    except tomllib.TOMLDecodeError:
        return {"valid": False, "error": {"kind": "toml", "context": None}}
    except PylockValidationError as error:
        return {"valid": False, "error": {"kind": kind_of(error), "context": error.context}}
    return {"valid": True, "packages": [package_of(package) for package in read.packages]}


def package_of(package):
    files = [wheel.filename for wheel in package.wheels or []]
    if package.sdist:
        files.append(package.sdist.filename)
    return {
        "name": package.name,
        "version": None if package.version is None else str(package.version),
        "direct": package.is_direct,
        "files": files,
    }


def direct_url(case):
    try:
        return {"valid": True, "normalized": DirectUrl.from_dict(case["document"]).to_dict()}
    except DirectUrlValidationError as error:
        return {"valid": False, "error": {"message": error.message, "context": error.context}}


GROUP_KINDS = [
    (CyclicDependencyGroup, "cycle"),
    (DuplicateGroupNames, "duplicate-names"),
    (InvalidDependencyGroupObject, "bad-object"),
    (InvalidRequirement, "bad-requirement"),
    (LookupError, "unknown-group"),
    (TypeError, "wrong-type"),
]


def dependency_groups(case):
    try:
        resolved = DependencyGroupResolver(case["groups"]).resolve(case["resolve"])
    except ExceptionGroup as group:
        kinds = {next(kind for failure, kind in GROUP_KINDS if isinstance(error, failure)) for error in group.exceptions}
        return {"valid": False, "errors": sorted(kinds)}
    return {"valid": True, "resolved": [str(requirement) for requirement in resolved]}


#: The function that answers, and the inputs that a case gives it.
DOCUMENTS = {
    "metadata": (metadata, ["document"]),
    "pylock": (pylock, ["document"]),
    "direct-url": (direct_url, ["document"]),
    "dependency-groups": (dependency_groups, ["groups", "resolve"]),
}
