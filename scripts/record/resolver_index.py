"""An index of a scenario's packages on this machine: real wheels and sdists, each without content, over the simple API
(PEP 691 with PEP 700 upload times, PEP 592 yanks and PEP 658 metadata). Used by resolver.py.

An sdist says that its metadata is static (core metadata 2.2, nothing dynamic), so that a resolver reads it without building.
"""

import hashlib
import io
import json
import tarfile
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote, unquote

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

MEDIA_TYPE = "application/vnd.pypi.simple.v1+json"
USUAL_PYTHON = ">=3.12"
LONG_AGO = (1980, 1, 1, 0, 0, 0)


def with_extra(requirement, extra):
    """The requirement, needed only where the extra is asked for."""
    read = Requirement(requirement)
    asked = f"extra == '{extra}'"
    marker = f"({read.marker}) and {asked}" if read.marker else asked
    read.marker = None
    return f"{read} ; {marker}"


def metadata_of(name, version, release):
    lines = ["Metadata-Version: 2.2", f"Name: {name}", f"Version: {version}"]
    python = release.get("requires_python", USUAL_PYTHON)
    if python:
        lines.append(f"Requires-Python: {python}")
    lines += [f"Requires-Dist: {required}" for required in release.get("requires", [])]
    for extra, requires in release.get("extras", {}).items():
        lines.append(f"Provides-Extra: {canonicalize_name(extra)}")
        lines += [f"Requires-Dist: {with_extra(required, canonicalize_name(extra))}" for required in requires]
    return "\n".join(lines) + "\n"


def wheel_of(name, version, tag, metadata):
    body = io.BytesIO()
    info = f"{name.replace('-', '_')}-{version}.dist-info"
    described = {
        f"{info}/METADATA": metadata,
        f"{info}/WHEEL": f"Wheel-Version: 1.0\nGenerator: shipshape\nRoot-Is-Purelib: true\nTag: {tag}\n",
        f"{info}/RECORD": "",
    }
    with zipfile.ZipFile(body, "w") as archive:
        for path, text in described.items():
            archive.writestr(zipfile.ZipInfo(path, LONG_AGO), text)
    return body.getvalue()


def sdist_of(name, version, metadata):
    body = io.BytesIO()
    top = f"{name.replace('-', '_')}-{version}"
    project = f'[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n'
    with tarfile.open(fileobj=body, mode="w:gz") as archive:
        for path, text in ((f"{top}/PKG-INFO", metadata), (f"{top}/pyproject.toml", project)):
            entry = tarfile.TarInfo(path)
            entry.size = len(text.encode())
            archive.addfile(entry, io.BytesIO(text.encode()))
    return body.getvalue()


def files_of(name, written, release, uploaded):
    """The files of a release: name, bytes, metadata, and what the index says of them."""
    version = str(Version(written))
    metadata = metadata_of(name, version, release)
    stem = name.replace("-", "_")
    bodies = {}
    if release.get("wheel", True):
        for tag in release.get("wheel_tags") or ["py3-none-any"]:
            bodies[f"{stem}-{version}-{tag}.whl"] = wheel_of(name, version, tag, metadata)
    if release.get("sdist", True):
        bodies[f"{stem}-{version}.tar.gz"] = sdist_of(name, version, metadata)
    for filename, body in bodies.items():
        said = {"filename": filename, "hashes": {"sha256": hashlib.sha256(body).hexdigest()}, "size": len(body)}
        python = release.get("requires_python", USUAL_PYTHON)
        if python:
            said["requires-python"] = python
        if release.get("yanked"):
            said["yanked"] = True
        if uploaded is not None:
            said["upload-time"] = uploaded
        if filename.endswith(".whl"):
            said["core-metadata"] = True
        yield filename, body, metadata, said


class Index:
    """Everything that one scenario's index serves, below one prefix."""

    def __init__(self, scenario, prefix):
        self.bodies = {}
        self.pages = {}
        dates = {}
        for name, versions in scenario.get("shipshape", {}).get("uploaded", {}).items():
            for version, at in versions.items():
                dates[canonicalize_name(name), Version(version)] = instant(at)
        for given, package in scenario.get("packages", {}).items():
            name = canonicalize_name(given)
            listed = []
            for written, release in package.get("versions", {}).items():
                at = dates.get((name, Version(written)))
                for filename, body, metadata, said in files_of(name, written, release, at):
                    path = f"{prefix}/files/{filename}"
                    self.bodies[path] = body
                    self.bodies[f"{path}.metadata"] = metadata.encode()
                    listed.append({**said, "url": quote(path)})
            page = {"meta": {"api-version": "1.1"}, "name": name, "files": listed}
            self.pages[f"{prefix}/simple/{name}/"] = json.dumps(page).encode()


def instant(at):
    """A date of the file, as the index gives it."""
    text = at if isinstance(at, str) else at.isoformat()
    if len(text) == 10:
        text += "T00:00:00"
    return text if text.endswith("Z") or "+" in text[10:] else f"{text}Z"


class Server:
    """Serves any number of indexes on this machine, each below its prefix."""

    def __init__(self):
        self.bodies = {}
        self.pages = {}
        serving = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                path = unquote(self.path)
                page = serving.pages.get(path)
                body = page if page is not None else serving.bodies.get(path)
                self.send_response(404 if body is None else 200)
                self.send_header("Content-Type", MEDIA_TYPE if page is not None else "application/octet-stream")
                self.send_header("Content-Length", str(len(body or b"")))
                self.end_headers()
                if self.command == "GET":
                    self.wfile.write(body or b"")

            do_HEAD = do_GET

            def log_message(self, *_):
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        # uv closes connections that it no longer needs; that is no error.
        self.http.handle_error = lambda *_: None
        self.address = f"http://127.0.0.1:{self.http.server_port}"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def add(self, scenario, prefix):
        """Serves a scenario's index; gives the address of its simple API."""
        index = Index(scenario, prefix)
        self.bodies.update(index.bodies)
        self.pages.update(index.pages)
        return f"{self.address}{prefix}/simple/"
