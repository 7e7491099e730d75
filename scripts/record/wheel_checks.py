"""Small wheels and sdists, each made to show one rule, and what check-wheel-contents and twine check say of them.

Run by wheel-checks.ts in an environment that has both tools; prints one JSON object a line. The archives are the same bytes each time.
"""

import base64
import contextlib
import csv
import hashlib
import io
import json
import logging
import os
import sys
import tarfile
import tempfile
import warnings
import zipfile
import zlib
from pathlib import Path

TIME = (2024, 5, 1, 12, 0, 0)
SECONDS = 1714564800
METADATA = "Metadata-Version: 2.4\nName: kit\nVersion: 1.0\nSummary: A kit\n"
TEXT = "Description-Content-Type: text/plain\n\nA kit of parts.\n"
WHEEL = "Wheel-Version: 1.0\nGenerator: shipshape\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
INFO = "kit-1.0.dist-info"


def digest(content):
    return "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()


def as_bytes(content):
    return content if isinstance(content, bytes) else content.encode()


def zipped(files):
    """A zip of (path, content) pairs in their order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path, content in files:
            info = zipfile.ZipInfo(path, TIME)
            info.create_system = 3
            info.external_attr = (0o40755 if path.endswith("/") else 0o100644) << 16
            packed = as_bytes(content)
            info.compress_type = zipfile.ZIP_DEFLATED if len(packed) > 60 else zipfile.ZIP_STORED
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                archive.writestr(info, packed, compresslevel=9)
    return out.getvalue()


def record_of(files, info=INFO):
    """RECORD with a row for each file."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for path, content in files:
        content = as_bytes(content)
        writer.writerow([path, digest(content), len(content)])
    writer.writerow([f"{info}/RECORD", "", ""])
    return text.getvalue()


def wheel(files=(("kit.py", "x = 1\n"),), metadata=METADATA + TEXT, wheel_file=WHEEL, record=None, info=INFO, more=()):
    """A wheel of these files and a dist-info. What is None of the dist-info is left out, of RECORD it is made."""
    listed = list(files)
    if metadata is not None:
        listed.append((f"{info}/METADATA", metadata))
    if wheel_file is not None:
        listed.append((f"{info}/WHEEL", wheel_file))
    if record is not False:
        text = record_of(listed, info) if record is None else record
        listed.append((f"{info}/RECORD", text))
    return zipped([*listed, *more])


def tarred(members):
    """A tar.gz of (path, content) pairs; content None is a folder, ("link", target) a symbolic link."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for path, content in members:
            info = tarfile.TarInfo(path)
            info.mtime = SECONDS
            if content is None:
                info.type, info.mode = tarfile.DIRTYPE, 0o755
                archive.addfile(info)
            elif isinstance(content, tuple):
                info.type, info.linkname = tarfile.SYMTYPE, content[1]
                archive.addfile(info)
            else:
                content = as_bytes(content)
                info.size = len(content)
                archive.addfile(info, io.BytesIO(content))
    # Like gzip.compress with a fixed time, and the same in every release of Python.
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return packer.compress(out.getvalue()) + packer.flush()


PYPROJECT = '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n\n[project]\nname = "kit"\nversion = "1.0"\n'


def sdist(metadata=METADATA + TEXT, root="kit-1.0", more=(), pyproject=PYPROJECT):
    members = [(root, None)]
    if pyproject is not None:
        members.append((f"{root}/pyproject.toml", pyproject))
    members.append((f"{root}/src/kit.py", "x = 1\n"))
    if metadata is not None:
        members.append((f"{root}/PKG-INFO", metadata))
    return tarred([*members, *more])


def bad_byte(archive, of, by=1):
    """The archive with one byte changed, the first of what is searched for."""
    at = archive.index(of)
    return archive[:at] + bytes([archive[at] ^ by]) + archive[at + 1 :]


CASES = []
NAME = "kit-1.0-py3-none-any.whl"


def case(id, archive, name=NAME, **options):
    CASES.append({"id": id, "name": name, "archive": archive, **options})


def files(*paths, **contents):
    """Files with contents of their own, so that none is another's double."""
    return [(path, f"# {path}\n") for path in paths] + [*contents.items()]


PACKAGE = files("kit/__init__.py", "kit/parts.py")
DATA = "kit-1.0.data"
PLATLIB = WHEEL.replace("true", "false")

# check-wheel-contents: what it accepts and its rules.
case("module", wheel())
case("package", wheel(PACKAGE))
case("package-with-build-tag", wheel(PACKAGE), "kit-1.0-1a-py3-none-any.whl")
case("name-in-capitals", wheel(PACKAGE, info="Kit-1.0.dist-info", metadata=METADATA + TEXT))
case("name-other-separator", wheel(PACKAGE, info="kit_parts-1.0.dist-info"), "kit.parts-1.0-py3-none-any.whl")
case("name-ending-in-capitals", wheel(), "kit-1.0-py3-none-any.WHL")
case("version-normalised", wheel(PACKAGE, info="kit-1.0.0.dist-info"))
case("w001-bytecode-beside", wheel([*PACKAGE, ("kit/parts.pyc", "code")]))
case("w001-bytecode-cache", wheel([*PACKAGE, ("kit/__pycache__/parts.cpython-313.pyc", "code")]))
case("w001-old-bytecode", wheel([*PACKAGE, ("kit/parts.pyo", "code")]))
case("w001-in-scripts", wheel([*PACKAGE, (f"{DATA}/scripts/run.pyc", "code")]))
case("w002-two-the-same", wheel([*PACKAGE, ("kit/more.py", "# kit/parts.py\n")]))
case("w002-two-pairs", wheel([("kit/a.py", "a\n"), ("kit/b.py", "b\n"), ("kit/c.py", "a\n"), ("kit/d.py", "b\n")]))
case("w002-three", wheel([("kit/a.py", "a\n"), ("kit/b.py", "a\n"), ("kit/c.py", "a\n")]))
case("w002-empty-is-allowed", wheel([("kit/__init__.py", ""), ("kit/a/__init__.py", "")]))
case("w002-newline-is-allowed", wheel([("kit/__init__.py", "\n"), ("kit/a/__init__.py", "\n"), ("kit/b/__init__.py", "\r\n"), ("kit/c/__init__.py", "\r\n")]))
case("w002-coding-line-is-allowed", wheel([("kit/a.py", "# -*- coding: utf-8 -*-\n"), ("kit/b.py", "# -*- coding: utf-8 -*-\n"), ("kit/c.py", "# -*- coding: utf-8 -*-"), ("kit/d.py", "# -*- coding: utf-8 -*-")]))
case("w002-blank-is-not-allowed", wheel([("kit/a.py", " "), ("kit/b.py", " ")]))
case("w002-across-schemes", wheel([*PACKAGE, (f"{DATA}/data/parts.py", "# kit/parts.py\n")]))
case("w002-by-record-not-by-content", wheel(PACKAGE, record=f"kit/__init__.py,sha256=AAA,3\nkit/parts.py,sha256=AAA,3\n{INFO}/METADATA,,\n{INFO}/WHEEL,,\n{INFO}/RECORD,,\n"))
case("w002-no-hashes", wheel(PACKAGE, record=f"kit/__init__.py,,\nkit/parts.py,,\n{INFO}/METADATA,,\n{INFO}/WHEEL,,\n{INFO}/RECORD,,\n"))
case("w003-readme", wheel([*PACKAGE, ("README.md", "Read me")]))
case("w003-py-typed", wheel([*files("kit.py"), ("py.typed", "")]))
case("w003-stub", wheel(files("kit.py", "kit.pyi")))
case("w003-pth-is-allowed", wheel([*PACKAGE, ("kit.pth", "kit\n")]))
case("w003-pth-without-name", wheel([*PACKAGE, (".pth", "kit\n")]))
case("w003-in-platlib", wheel([*PACKAGE, (f"{DATA}/platlib/notes.txt", "notes")]))
case("w003-not-in-data", wheel([*PACKAGE, (f"{DATA}/data/notes.txt", "notes")]))
case("w004-dash", wheel(files("kit/__init__.py", "kit/my-part.py")))
case("w004-keyword", wheel(files("kit/__init__.py", "kit/class.py")))
case("w004-soft-keyword", wheel(files("kit/__init__.py", "kit/match.py")))
case("w004-folder", wheel(files("kit/__init__.py", "kit/1st/part.py")))
case("w004-two-dots", wheel(files("kit/__init__.py", "kit/a.b.py")))
case("w004-extension-module", wheel(files("kit/__init__.py", "kit/fast.cpython-313-x86_64-linux-gnu.so", "kit/slow.abi3.so", "kit/w.pyd"), wheel_file=PLATLIB))
case("w004-extension-module-bad", wheel(files("kit/__init__.py", "kit/fast-er.cpython-313-x86_64-linux-gnu.so", "kit/libz.so.1", "kit/x.a.b.so"), wheel_file=PLATLIB))
case("w004-letters-of-any-script", wheel(files("kit/__init__.py", "kit/été.py", "kit/部品.py")))
case("w004-only-ending", wheel(files("kit/__init__.py", "kit/.py")))
case("w004-in-purelib", wheel([*files("kit/__init__.py"), (f"{DATA}/purelib/my-part.py", "x = 2\n")], wheel_file=PLATLIB))
case("w004-script-is-none", wheel([*PACKAGE, (f"{DATA}/scripts/my-part.py", "x = 2\n")]))
case("w005-tests", wheel([*PACKAGE, ("tests/__init__.py", "# tests\n")]))
case("w005-several", wheel([*PACKAGE, ("docs/conf.py", "# docs\n"), ("src/a.py", "# src\n"), ("build/b.py", "# build\n")]))
case("w005-a-file", wheel([*PACKAGE, ("test", "# file\n")]))
case("w005-module-is-none", wheel([*PACKAGE, ("tests.py", "# tests\n")]))
case("w005-hidden", wheel([*PACKAGE, (".tox/a.py", "# tox\n")]))
case("w006-init-at-top", wheel(files("__init__.py", "kit.py")))
case("w006-in-platlib", wheel([*PACKAGE, (f"{DATA}/platlib/__init__.py", "x = 2\n")]))
case("w007-only-scripts", wheel([(f"{DATA}/scripts/kit", "#!python\n")]))
case("w008-empty", wheel([]))
case("w008-empty-with-licence", wheel([(f"{INFO}/licenses/LICENSE", "MIT")]))
case("w009-two-packages", wheel(files("kit/__init__.py", "tool/__init__.py")))
case("w009-module-and-package", wheel(files("kit/__init__.py", "tool.py")))
case("w009-underscore", wheel(files("kit/__init__.py", "_kit.py")))
case("w009-both-libraries", wheel([*PACKAGE, (f"{DATA}/platlib/fast.so", "so")]))
case("w010-no-modules", wheel([("kit/data.txt", "data")]))
case("w010-deep-module", wheel([("kit/a/b/c.py", "x = 2\n")]))
case("w010-stubs", wheel([("kit-stubs/__init__.pyi", "x: int\n")]))
case("w010-stubs-of-a-keyword", wheel([("class-stubs/__init__.pyi", "x: int\n")]))
case("w010-folder-in-record", wheel([], record=f"kit/,,\n{INFO}/METADATA,,\n{INFO}/WHEEL,,\n{INFO}/RECORD,,\n"))

# What check-wheel-contents takes for no wheel.
case("invalid-name", wheel(), "kit-1.0.whl")
case("invalid-name-dash", wheel(), "my-kit-1.0-py3-none-any.whl")
case("no-dist-info", zipped([("kit.py", "x = 1\n")]))
case("two-dist-infos", wheel(more=[("kit-2.0.dist-info/METADATA", METADATA)]))
case("dist-info-of-another", wheel(info="tool-1.0.dist-info"))
case("dist-info-of-another-version", wheel(info="kit-1.1.dist-info"))
case("two-datas", wheel(more=[(f"{DATA}/scripts/a", "a"), ("kit-2.0.data/scripts/b", "b")]))
case("data-of-another", wheel(more=[("tool-1.0.data/scripts/a", "a")]))
case("no-wheel-file", wheel(wheel_file=None))
case("no-record", wheel(record=False))
case("no-purelib", wheel(wheel_file="Wheel-Version: 1.0\nTag: py3-none-any\n"))
case("bad-purelib", wheel(wheel_file=WHEEL.replace("true", "yes")))
case("odd-purelib", wheel(wheel_file=WHEEL.replace("Root-Is-Purelib: true", "root-is-purelib :  TRUE")))
case("purelib-twice", wheel([*PACKAGE, (f"{DATA}/purelib/a.py", "a = 1\n")]))
case("platlib-twice", wheel([*PACKAGE, (f"{DATA}/platlib/a.py", "a = 1\n")], wheel_file=PLATLIB))
case("platlib-is-a-file", wheel([*PACKAGE, (f"{DATA}/platlib", "a = 1\n")]))
case("purelib-is-a-file", wheel([*PACKAGE, (f"{DATA}/purelib", "a = 1\n")], wheel_file=PLATLIB))
OTHERS = f"{INFO}/METADATA,,\n{INFO}/WHEEL,,\n{INFO}/RECORD,,\n"
case("record-two-columns", wheel(record="kit.py,\n" + OTHERS))
case("record-four-columns", wheel(record="kit.py,,,\n" + OTHERS))
case("record-size-no-number", wheel(record="kit.py,,many\n" + OTHERS))
case("record-size-with-signs", wheel(record="kit.py,, +1_0\n" + OTHERS))
case("record-empty-line", wheel(record="kit.py,,\n\n" + OTHERS))
case("record-empty-path", wheel(record=",,\n" + OTHERS))
case("record-absolute", wheel(record="/kit.py,,\n" + OTHERS))
case("record-parent", wheel(record="../kit.py,,\n" + OTHERS))
case("record-dot", wheel(record="./kit.py,,\n" + OTHERS))
case("record-two-slashes", wheel(record="kit//a.py,,\n" + OTHERS))
case("record-backslash", wheel(record="kit\\a.py,,\n" + OTHERS))
case("record-path-twice", wheel(record="kit.py,,\nkit.py,,\n" + OTHERS))
case("record-file-and-folder", wheel(record="kit,,\nkit/a.py,,\n" + OTHERS))
case("record-folder-and-file", wheel(record="kit/a.py,,\nkit,,\n" + OTHERS))
case("record-deep-file-and-folder", wheel(record="kit/a,,\nkit/a/b.py,,\n" + OTHERS))
case("record-without-dist-info", wheel(record="kit.py,,\n"))
case("record-of-another", wheel(record="kit.py,,\ntool-1.0.dist-info/RECORD,,\n"))
case("record-of-two", wheel(record="kit.py,,\ntool-1.0.dist-info/RECORD,,\n" + OTHERS))
case("record-data-of-another", wheel(record="kit.py,,\ntool-1.0.data/scripts/a,,\n" + OTHERS))
case("record-data-of-two", wheel(record=f"kit.py,,\n{DATA}/scripts/a,,\ntool-1.0.data/scripts/a,,\n" + OTHERS))
case("record-quoted", wheel([("kit,part.py", "x = 1\n")]))
case("record-crlf", wheel(record=("kit.py,,\n" + OTHERS).replace("\n", "\r\n")))
case("record-not-utf8", wheel(record=b"k\xeft.py,,\n" + OTHERS.encode()))
case("record-lists-more", wheel(record="kit.py,,\nmore.py,,\n" + OTHERS))
case("record-lists-less", wheel([*PACKAGE, ("README.md", "Read me")], record=f"kit/__init__.py,,\n" + OTHERS))
case("record-empty", wheel(record=""))

# The options of check-wheel-contents.
case("w201-toplevel-missing", wheel(PACKAGE), toplevel=["kit", "tool.py"])
case("w202-toplevel-undeclared", wheel([*PACKAGE, ("tool.py", "x = 2\n"), ("a.pth", "kit\n")]), toplevel=["kit"])
case("w005-toplevel-allows", wheel([*PACKAGE, ("tests/__init__.py", "# tests\n")]), toplevel=["kit", "tests"])
case("w101-files-missing", wheel(PACKAGE), tree=["kit/__init__.py", "kit/parts.py", "kit/more.py", "kit/a/b.txt"])
case("w102-files-undeclared", wheel([*PACKAGE, (f"{DATA}/platlib/fast.so", "so")]), tree=["kit/__init__.py"])
case("w009-tree-allows", wheel(files("kit/__init__.py", "tool.py")), tree=["kit/__init__.py", "tool.py"])

# twine check: descriptions.
case("twine-no-content-type", wheel(metadata=METADATA + "\nA kit of parts.\n"))
case("twine-no-description", wheel(metadata=METADATA))
case("twine-only-content-type", wheel(metadata=METADATA + "Description-Content-Type: text/markdown\n"))
case("twine-unknown-description", wheel(metadata=METADATA + "Description-Content-Type: text/plain\n\nUNKNOWN\n"))
case("twine-markdown", wheel(metadata=METADATA + "Description-Content-Type: text/markdown\n\n# Kit\n\n[broken\n"))
case("twine-markdown-variant", wheel(metadata=METADATA + "Description-Content-Type: text/markdown; charset=UTF-8; variant=GFM\n\n# Kit\n"))
case("twine-markdown-unknown-variant", wheel(metadata=METADATA + "Description-Content-Type: text/markdown; variant=Kit\n\n# Kit\n"))
case("twine-html", wheel(metadata=METADATA + "Description-Content-Type: text/html\n\n<p>Kit</p>\n"))
case("twine-type-in-capitals", wheel(metadata=METADATA + "Description-Content-Type: TEXT/PLAIN\n\nA *kit\n"))
RST = METADATA + "Description-Content-Type: text/x-rst\n\n"
case("twine-rst-words", wheel(metadata=RST + "A kit of parts\nfor everyone.\n\nAnd more of it.\n"))
case("twine-rst-markup", wheel(metadata=RST + "Kit\n===\n\nA **kit** with `links <https://example.org>`_.\n\n- one\n- two\n\n.. code-block:: python\n\n   x = 1\n\n.. note:: Mind it.\n"))
case("twine-rst-short-underline", wheel(metadata=RST + "A kit of parts\n====\n\nText.\n"))
case("twine-rst-very-short-underline", wheel(metadata=RST + "A kit of parts\n==\n\nText.\n"))
case("twine-rst-short-underline-later", wheel(metadata=RST + "Text before.\n\nA kit of parts\n-------\n\nText.\n"))
case("twine-rst-short-underline-wide", wheel(metadata=RST + "部品のキット\n======\n\nText.\n"))
case("twine-rst-underline-in-literal", wheel(metadata=RST + "Text::\n\n    A kit of parts\n    ====\n\nText.\n"))
case("twine-rst-unknown-directive", wheel(metadata=RST + "Text.\n\n.. toctree::\n\n   more\n"))
case("twine-rst-autodoc", wheel(metadata=RST + "Text.\n\n.. automodule:: kit\n"))
case("twine-rst-known-directives", wheel(metadata=RST + ".. image:: https://example.org/a.png\n   :alt: a\n\n.. contents::\n\n.. warning:: Mind it.\n"))
case("twine-rst-raw", wheel(metadata=RST + "Text.\n\n.. raw:: html\n\n   <p>Kit</p>\n"))
case("twine-rst-include", wheel(metadata=RST + "Text.\n\n.. include:: CHANGES.rst\n"))
case("twine-rst-unknown-role", wheel(metadata=RST + "See :func:`kit.run` for more.\n"))
case("twine-rst-known-role", wheel(metadata=RST + "See :code:`kit.run` and :sub:`x` for more.\n"))
case("twine-rst-role-in-literal", wheel(metadata=RST + "Write ``:func:`kit.run```.\n"))
case("twine-rst-open-emphasis", wheel(metadata=RST + "A *kit of parts.\n"))
case("twine-rst-open-literal", wheel(metadata=RST + "A ``kit of parts.\n"))
case("twine-rst-bad-reference", wheel(metadata=RST + "See parts_ for more.\n"))
case("twine-rst-only-comment", wheel(metadata=RST + ".. nothing to see\n"))
case("twine-rst-indented", wheel(metadata=RST + "Text.\n  More.\nLess.\n"))
case("twine-rst-unknown-directive-in-comment", wheel(metadata=RST + "Text.\n\n..\n   .. toctree::\n"))
case("twine-description-header", wheel(metadata=METADATA + "Description: A kit\n        |of parts.\nDescription-Content-Type: text/plain\n"))
case("twine-description-twice", wheel(metadata=METADATA + "Description: A kit\nDescription-Content-Type: text/plain\n\nOf parts.\n"))

# twine check: metadata.
case("twine-no-metadata", wheel(metadata=None))
case("twine-metadata-without-version", wheel(metadata="Name: kit\nVersion: 1.0\n"))
case("twine-no-name", wheel(metadata="Metadata-Version: 2.4\nVersion: 1.0\n" + TEXT))
case("twine-no-version", wheel(metadata="Metadata-Version: 2.4\nName: kit\n" + TEXT))
case("twine-unknown-field", wheel(metadata=METADATA + "Parts: 3\n" + TEXT))
case("twine-repeated-name", wheel(metadata=METADATA + "Name: tool\n" + TEXT))
case("twine-bad-name", wheel(metadata=METADATA.replace("Name: kit", "Name: -kit-") + TEXT))
case("twine-bad-version", wheel(metadata=METADATA.replace("Version: 1.0", "Version: one") + TEXT))
case("twine-bad-requirement", wheel(metadata=METADATA + "Requires-Dist: tool >=\n" + TEXT))
case("twine-bad-requires-python", wheel(metadata=METADATA + "Requires-Python: three\n" + TEXT))
case("twine-bad-summary", wheel(metadata=METADATA.replace("Summary: A kit\n", "Summary: A kit\n  of parts\n") + TEXT))
case("twine-several-bad", wheel(metadata="Metadata-Version: 2.4\nName: kit\nVersion: one\nRequires-Python: three\nProvides-Extra: a b\n" + TEXT))
case("twine-unknown-and-bad", wheel(metadata=METADATA.replace("Version: 1.0", "Version: one") + "Parts: 3\n" + TEXT))
case("twine-new-format", wheel(metadata=METADATA.replace("Metadata-Version: 2.4", "Metadata-Version: 9.9") + TEXT))
case("twine-garbled-format", wheel(metadata=METADATA.replace("Metadata-Version: 2.4", "Metadata-Version: two") + TEXT))
case("twine-format-2.5", wheel(metadata=METADATA.replace("Metadata-Version: 2.4", "Metadata-Version: 2.5") + "Import-Name: kit\n" + TEXT))
case("twine-licence-file-early", wheel(metadata=METADATA.replace("Metadata-Version: 2.4", "Metadata-Version: 2.1") + "License-File: LICENSE\n" + TEXT))
case("twine-licence-expression-early", wheel(metadata=METADATA.replace("Metadata-Version: 2.4", "Metadata-Version: 2.1") + "License-Expression: MIT\n" + TEXT))
case("twine-bad-licence", wheel(metadata=METADATA + "License-Expression: My own\n" + TEXT))
case("twine-bad-licence-file", wheel(metadata=METADATA + "License-File: ../LICENSE\n" + TEXT))
case("twine-same-url-label", wheel(metadata=METADATA + "Project-URL: Home, https://example.org\nProject-URL: Home, https://example.com\n" + TEXT))
case("twine-not-utf8", wheel(metadata=(METADATA + "Author: ").encode() + b"\xe4\n" + TEXT.encode()))
case("twine-description-not-utf8", wheel(metadata=(METADATA + "Description-Content-Type: text/plain\n\n").encode() + b"\xe4\n"))
case("twine-dynamic", wheel(metadata=METADATA + "Dynamic: Version\n" + TEXT))
case("twine-other-name", wheel(metadata=METADATA.replace("Name: kit", "Name: tool") + TEXT))
case("twine-crlf", wheel(metadata=(METADATA + TEXT).replace("\n", "\r\n")))
case("twine-metadata-in-a-vendored-dist-info", wheel([*PACKAGE, ("kit/v/a-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: a\nVersion: 1\n")]))
case("twine-metadata-at-the-root", wheel([*PACKAGE, ("METADATA", "Metadata-Version: 2.1\nName: a\nVersion: 1\n")]))
case("twine-metadata-at-the-root-empty", wheel([*PACKAGE, ("METADATA", "nothing\n")]))
case("twine-metadata-in-a-name", wheel([*PACKAGE, ("MYMETADATA.txt", "Metadata-Version: 2.1\nName: a\n")]))

# twine check: sdists.
case("sdist", sdist(), "kit-1.0.tar.gz")
case("sdist-old-zip", zipped([("kit-1.0/setup.py", "from setuptools import setup\nsetup()\n"), ("kit-1.0/PKG-INFO", METADATA + TEXT)]), "kit-1.0.zip")
case("sdist-old-zip-two-tops", zipped([("kit-1.0/PKG-INFO", METADATA + TEXT), ("a.py", "x = 1\n")]), "kit-1.0.zip")
case("sdist-no-pkg-info", sdist(metadata=None), "kit-1.0.tar.gz")
case("sdist-pkg-info-in-egg-info", sdist(metadata=None, more=[("kit-1.0/kit.egg-info/PKG-INFO", METADATA + TEXT)]), "kit-1.0.tar.gz")
case("sdist-pkg-info-without-version", sdist(metadata="Name: kit\nVersion: 1.0\n"), "kit-1.0.tar.gz")
case("sdist-pkg-info-is-a-link", sdist(metadata=None, more=[("kit-1.0/INFO", METADATA + TEXT), ("kit-1.0/PKG-INFO", ("link", "INFO"))]), "kit-1.0.tar.gz")
case("sdist-pkg-info-is-a-folder", sdist(metadata=None, more=[("kit-1.0/PKG-INFO", None)]), "kit-1.0.tar.gz")
case("sdist-two-tops", sdist(more=[("notes.txt", "notes")]), "kit-1.0.tar.gz")
case("sdist-top-of-another", sdist(root="tool-1.0"), "kit-1.0.tar.gz")
case("sdist-no-pyproject", sdist(pyproject=None, more=[("kit-1.0/setup.py", "from setuptools import setup\nsetup()\n")]), "kit-1.0.tar.gz")
case("sdist-deep-root", tarred([("kit-1.0/a/PKG-INFO", METADATA + TEXT), ("kit-1.0/a/b.py", "x = 1\n")]), "kit-1.0.tar.gz")
case("sdist-one-file", tarred([("PKG-INFO", METADATA + TEXT)]), "kit-1.0.tar.gz")
case("sdist-empty", tarred([]), "kit-1.0.tar.gz")
case("sdist-dot-folders", tarred([("./kit-1.0/PKG-INFO", METADATA + TEXT), ("./kit-1.0/a.py", "x = 1\n")]), "kit-1.0.tar.gz")
case("sdist-absolute", tarred([("/kit-1.0/PKG-INFO", METADATA + TEXT), ("/kit-1.0/a.py", "x = 1\n")]), "kit-1.0.tar.gz")
case("sdist-pkg-info-twice", sdist(more=[("kit-1.0/PKG-INFO", METADATA + "Parts: 3\n" + TEXT)]), "kit-1.0.tar.gz")
case("sdist-bad-metadata", sdist(metadata=METADATA.replace("Version: 1.0", "Version: one") + TEXT), "kit-1.0.tar.gz")
case("sdist-is-no-gzip", b"kit" * 100, "kit-1.0.tar.gz")
case("sdist-cut-off", sdist()[:-60], "kit-1.0.tar.gz")
case("sdist-other-ending", sdist(), "kit-1.0.tgz")

# Archives that are damaged.
case("wheel-is-no-zip", b"kit" * 100)
case("wheel-cut-off", wheel()[:-40])
case("wheel-bad-checksum-of-metadata", bad_byte(wheel(metadata="Metadata-Version: 2.4\nName: kit\nVersion: 1"), b"Metadata-Version: 2.4", 32))
case("wheel-bad-checksum-of-module", bad_byte(wheel(), b"x = 1"))
case("wheel-something-in-front", b"#!/bin/sh\n" + wheel())
case("wheel-file-twice", wheel(more=[("kit.py", "x = 2\n")]))
case("wheel-metadata-twice", wheel(more=[(f"{INFO}/METADATA", METADATA + "Parts: 3\n" + TEXT)]))


class Kept(logging.Handler):
    """Keeps what is logged."""

    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        self.lines.append((record.levelname, record.getMessage()))


def ask_wheel_contents(path, options):
    """What check-wheel-contents says of a wheel, with its own words."""
    from check_wheel_contents.checker import NO_CONFIG, WheelChecker
    from check_wheel_contents.contents import WheelContents
    from check_wheel_contents.errors import WheelValidationError
    from wheel_filename import InvalidFilenameError

    checker = WheelChecker()
    with tempfile.TemporaryDirectory() as folder:
        given = {}
        if "toplevel" in options:
            given["toplevel"] = options["toplevel"]
        for file in options.get("tree", ()):
            target = Path(folder, "tree", file)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text("")
            given["src_dir"] = (str(Path(folder, "tree")),)
        checker.configure_options(configpath=NO_CONFIG, **given)
    try:
        contents = WheelContents.from_wheel(path)
    except InvalidFilenameError:
        return {"verdict": "invalid", "message": "wheel has invalid filename"}
    except WheelValidationError as error:
        return {"verdict": "invalid", "message": f"invalid wheel: {error}"}
    except Exception as error:
        return {"verdict": "crashed", "error": type(error).__name__}
    try:
        failures = checker.check_contents(contents)
    except Exception as error:
        return {"verdict": "crashed", "error": type(error).__name__}
    said = [{"code": each.check.name, "message": each.check.value, "paths": list(each.args)} for each in failures]
    return {"verdict": "checked", "failures": said}


def fields_of(path):
    """The fields that twine finds fault with, found as twine finds them: what is no field first, and alone."""
    from packaging import metadata, version
    from twine.package import DIST_EXTENSIONS, DIST_TYPES

    kind = next(kind for ending, kind in DIST_EXTENSIONS.items() if path.endswith(ending))
    raw, unparsed = metadata.parse_email(DIST_TYPES[kind](path).read())
    if version.Version(raw.get("metadata_version", "0")) < version.Version("2.4"):
        raw.pop("license_files", None)
        unparsed.pop("license-file", None)
    if unparsed:
        return sorted(unparsed)
    try:
        metadata.Metadata.from_raw(raw)
    except ExceptionGroup as group:
        return sorted({error.field for error in group.exceptions})
    return []


def ask_twine(path):
    """What twine check says of a file."""
    from twine.commands import check
    from twine.exceptions import InvalidDistribution

    kept = Kept()
    logger = logging.getLogger("twine.commands.check")
    logger.addHandler(kept)
    logger.propagate = False
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            check.check([path])
    except InvalidDistribution as error:
        message = str(error).replace(os.path.dirname(path) + "/", "")
        if message.startswith("Invalid distribution metadata"):
            return {"verdict": "invalid", "fields": fields_of(path), "message": message}
        return {"verdict": "refused", "message": message}
    except Exception as error:
        return {"verdict": "crashed", "error": type(error).__name__}
    finally:
        logger.removeHandler(kept)
    text = printed.getvalue()
    said = [line for level, line in kept.lines if level == "WARNING"]
    errors = [line for level, line in kept.lines if level == "ERROR"]
    if not text:
        return {"verdict": "ignored", "message": errors[0]}
    if "FAILED" in text:
        return {"verdict": "failed", "warnings": said, "message": errors[0]}
    return {"verdict": "passed", "warnings": said}


def main():
    logging.getLogger().addHandler(logging.NullHandler())
    with tempfile.TemporaryDirectory() as folder:
        for each in CASES:
            archive = each.pop("archive")
            path = os.path.join(folder, each["name"])
            with open(path, "wb") as file:
                file.write(archive)
            options = {key: each[key] for key in ("toplevel", "tree") if key in each}
            answers = {"twine": ask_twine(path)}
            if each["name"].lower().endswith(".whl"):
                answers = {"wheelContents": ask_wheel_contents(path, options), **answers}
            os.remove(path)
            packed = base64.b64encode(archive).decode()
            print(json.dumps({**each, **answers, "archive": packed}, ensure_ascii=False))


if __name__ == "__main__":
    sys.exit(main())
