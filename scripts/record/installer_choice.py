"""Which file of a project's page the real pip or uv takes.

Reads JSON on standard input: `tool` (pip or uv) and `asks`, each with a machine (the form of content/index/machines.json, with
`pythonFullVersion` and, for pip, its `platformTags` and `abis`), a requirement, the page's files (Requires-Python, yanked
marks, sha256), `formats` (wheels or sdists alone), `prereleases` and `hashes`. Prints the file that was fetched last for each,
null if none was.

An index in this process serves the names; a wheel's metadata stands beside it, and no file has real contents: what counts is
which one is fetched. pip is told the machine by its options. uv asks an interpreter, so it is given one that answers with
the machine's facts in the place of this one's.
"""

import http.server
import json
import os
import subprocess
import sys
import tempfile
import threading
import urllib.parse
from html import escape
from pathlib import Path

given = json.load(sys.stdin)
scratch = Path(tempfile.mkdtemp(prefix="shipshape-choice-"))
environment = {name: text for name, text in os.environ.items() if not name.startswith(("PIP_", "UV_", "PYTHON"))}
# What is fetched is no archive, and uv would ask for it again, later and later.
environment["UV_HTTP_RETRIES"] = "0"
page: list[dict] = []
fetched: list[str] = []


def link(file: dict) -> str:
    name, marks = file["filename"], ""
    if file.get("requires-python"):
        marks += f' data-requires-python="{escape(file["requires-python"])}"'
    if file.get("yanked"):
        marks += f' data-yanked="{escape(file["yanked"]) if isinstance(file["yanked"], str) else ""}"'
    if name.endswith(".whl"):
        marks += ' data-core-metadata="true"'
    digest = f"#sha256={file['sha256']}" if file.get("sha256") else ""
    return f'<a href="/files/{urllib.parse.quote(name)}{digest}"{marks}>{escape(name)}</a><br>'


class Index(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        path = urllib.parse.unquote(self.path.split("?")[0]).strip("/")
        kind = "application/octet-stream"
        if path.startswith("simple/"):
            kind = "text/html"
            body = "<!DOCTYPE html><html><body>" + "\n".join(map(link, page)) + "</body></html>"
        elif path.endswith(".metadata"):
            project, version = path.removeprefix("files/").split("-")[:2]
            body = f"Metadata-Version: 2.1\nName: {project}\nVersion: {version}\n"
        else:
            fetched.append(path.removeprefix("files/"))
            body = "nothing"
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())


def answer_of(python: str) -> dict:
    """What uv's own questions get from a real interpreter."""
    tee = scratch / "tee"
    tee.write_text(f'#!/bin/sh\n{python} "$@" | tee {scratch}/answer.json\n')
    tee.chmod(0o755)
    subprocess.run([*uv, "pip", "list", "--no-cache", "--no-config", "--python", tee], env=environment, capture_output=True)
    return json.loads((scratch / "answer.json").read_text())


def system_of(platform: dict) -> tuple[dict, str]:
    arch = platform["arch"]
    match platform["kind"]:
        case "linux" | "musl" as kind:
            major, minor = platform["libcVersion"]
            return {"name": {"linux": "manylinux", "musl": "musllinux"}[kind], "major": major, "minor": minor}, arch
        case "macos":
            major, minor = platform["version"]
            return {"name": "macos", "major": major, "minor": minor}, arch
        case "windows":
            return {"name": "windows"}, arch
        case "ios":
            major, minor = platform["version"]
            return {"name": "ios", "major": major, "minor": minor, "simulator": "simulator" in platform["sdk"]}, arch
        case "android":
            processors = {"arm64_v8a": "aarch64", "armeabi_v7a": "armv7l", "x86": "i686"}
            return {"name": "android", "api_level": platform["api"]}, processors.get(arch, arch)
        case "freebsd":
            return {"name": "freebsd", "release": platform["release"]}, arch
        case kind:
            sys.exit(f"uv has no machine of kind {kind!r} here.")


def interpreter(machine: dict, known: dict[str, Path]) -> Path:
    """A stand-in that says of itself what the machine's interpreter would."""
    name = json.dumps(machine, sort_keys=True)
    if name in known:
        return known[name]
    folder = Path(tempfile.mkdtemp(dir=scratch))
    answer = json.loads((scratch / "answer.json").read_text())
    system, arch = system_of(machine["platform"])
    implementation = {"cp": "cpython", "pp": "pypy"}.get(machine["implementation"], machine["implementation"])
    full = machine["pythonFullVersion"]
    versions = {"cpython": full, "pypy": ".".join((machine["abis"] or ["pp73"])[0].rsplit("pp", 1)[1]) + ".0"}
    answer["markers"] |= {
        "implementation_name": implementation,
        "implementation_version": versions[implementation],
        "python_full_version": full,
        "python_version": ".".join(map(str, machine["python"])),
    }
    answer |= {"os": system, "arch": arch, "gil_disabled": machine["freeThreaded"]}
    answer |= {"debug_enabled": machine.get("debug", False)}
    exe = folder / "python"
    answer |= {"sys_executable": str(exe), "sys_base_executable": str(exe), "sys_prefix": str(folder)}
    answer |= {"sys_base_prefix": str(folder), "sys_base_exec_prefix": str(folder)}
    answer["scheme"] = {key: str(folder) for key in answer["scheme"]}
    (folder / "answer.json").write_text(json.dumps(answer))
    exe.write_text(f"#!/bin/sh\ncat {folder}/answer.json\n")
    exe.chmod(0o755)
    known[name] = exe
    return exe


def requirement_of(ask: dict) -> list[str]:
    if not ask.get("hashes"):
        return [ask["requirement"]]
    wanted = scratch / "requirements.txt"
    wanted.write_text(" ".join([ask["requirement"], *(f"--hash=sha256:{one}" for one in ask["hashes"])]) + "\n")
    return ["--require-hashes", "-r", str(wanted)]


FORMATS = {"wheels": ["--only-binary", ":all:"], "sdists": ["--no-binary", ":all:"], "any": []}


def command_of(ask: dict, known: dict[str, Path]) -> list[str]:
    machine = ask["machine"]
    shared = [*FORMATS[ask.get("formats", "any")], *requirement_of(ask)]
    if given["tool"] == "uv":
        command = [*uv, "pip", "install", "--no-cache", "--no-config", "--no-deps", "--default-index", address]
        command += ["--python", str(interpreter(machine, known)), "--target", str(scratch / "target")]
        return [*command, *(["--prerelease", "allow"] if ask.get("prereleases") else []), *shared]
    command = [sys.executable, "-m", "pip", "--isolated", "download", "--quiet", "--no-deps", "--no-cache-dir"]
    command += ["--index-url", address, "--dest", str(scratch / "target"), "--disable-pip-version-check"]
    command += ["--python-version", machine["pythonFullVersion"], "--implementation", machine["implementation"]]
    for abi in ask["abis"]:
        command += ["--abi", abi]
    for platform in ask["platformTags"]:
        command += ["--platform", platform]
    return [*command, *(["--pre"] if ask.get("prereleases") else []), *shared]


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Index)
threading.Thread(target=server.serve_forever, daemon=True).start()
address = f"http://127.0.0.1:{server.server_port}/simple"
uv = [str(Path(sys.executable).parent / "uv")]
if given["tool"] == "uv":
    answer_of(sys.executable)
interpreters: dict[str, Path] = {}
takes = []
for ask in given["asks"]:
    page[:], fetched[:] = ask["files"], []
    subprocess.run(command_of(ask, interpreters), env=environment, capture_output=True, check=False)
    takes.append(fetched[-1] if fetched else None)
json.dump(takes, sys.stdout)
