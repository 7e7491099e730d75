"""Asks uv what it makes of scenarios of the resolver (docs/resolver-scenarios.md), and prints one line of JSON per file.

    resolver.py <uv> <scenario.toml>…

For one environment it asks `uv pip compile`; for all environments `uv lock`, with the scenario's root as a project. The index
is served from this machine (resolver_index.py). Started by scripts/record/resolver.ts, in the environment of the tools.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from concurrent.futures import ThreadPoolExecutor
from glob import glob
from pathlib import Path
from shutil import which

from packaging.utils import canonicalize_name
from packaging.version import Version
from resolver_index import Server

MODES = {"highest", "lowest", "lowest-direct"}
PRERELEASES = {"disallow", "allow", "if-necessary", "explicit"}
# Keys of [shipshape] that change the answer and that this script passes on, and those that don't change it.
PASSED = {"constraints", "overrides", "exclude_newer", "uploaded", "lock", "prereleases"}
IDLE = {"bounds", "expected_forks"}
# What uv found out about interpreters; of packages nothing is ever asked twice, as each index has an address of its own.
CACHE = tempfile.TemporaryDirectory()


class Refused(Exception):
    """The scenario asks for what this script can't pass on to uv."""


def python_of(version):
    """An interpreter of this minor version."""
    minor = ".".join(version.split(".")[:2])
    found = sorted(glob(os.path.expanduser(f"~/.pyenv/versions/{minor}.*/bin/python"))) or [which(f"python{minor}")]
    if found[-1] is None:
        raise Refused(f"no Python {minor} is installed here")
    return found[-1]


class Asked:
    """A scenario, with what of it is passed to uv."""

    def __init__(self, path):
        self.scenario = tomllib.loads(Path(path).read_text(encoding="utf-8"))
        self.root = self.scenario["root"]
        self.options = self.scenario.get("resolver_options", {})
        self.own = self.scenario.get("shipshape", {})
        unknown = set(self.own) - PASSED - IDLE
        if self.own.get("ecosystem", "python") != "python" or unknown - {"ecosystem"}:
            raise Refused(f"keys that can't be passed on: {', '.join(sorted(unknown))}")
        environment = self.scenario.get("environment", {})
        self.running = environment.get("python", "3.12")
        self.others = environment.get("additional_python", [])
        self.mode = self.options.get("resolution", "highest")
        self.prereleases = self.own.get("prereleases", "allow" if self.options.get("prereleases") else "if-necessary")
        self.newest = self.own.get("exclude_newer")

    def cutoff(self):
        """`exclude_newer` as an instant: a day counts through its end in UTC, as uv on a machine in UTC reads it."""
        text = self.newest if isinstance(self.newest, str) else self.newest.isoformat()
        return text if len(text) == 10 or text.endswith("Z") or "+" in text[10:] else f"{text}Z"

    def pins(self):
        """The existing lock as `name==version` lines."""
        lock = self.own.get("lock", {})
        if isinstance(lock, list):
            return lock
        several = ((name, [given] if isinstance(given, str) else given) for name, given in lock.items())
        return [f"{canonicalize_name(name)}=={version}" for name, versions in several for version in versions]

    def interpreter(self):
        """uv's own choice: an interpreter of the version resolved for, if there is one; else the one that runs."""
        wanted = self.options.get("python")
        if wanted is not None:
            for other in self.others:
                if other.split(".")[:2] == wanted.split(".")[:2]:
                    return python_of(other)
        return python_of(self.running)

    def policy(self):
        words = ["--resolution", self.mode, "--prerelease", self.prereleases]
        if self.newest is not None:
            words += ["--exclude-newer", self.cutoff()]
        return words


def run(uv, words, folder, simple):
    """The command, its status and what it said, with the addresses of this machine taken out."""
    kept = {name: value for name, value in os.environ.items() if not re.match("UV_|PIP_|VIRTUAL_ENV|PYTHON", name)}
    env = {**kept, "UV_NO_CONFIG": "1", "UV_NO_WRAP": "1", "UV_PYTHON_DOWNLOADS": "never", "TZ": "UTC", "NO_PROXY": "127.0.0.1"}
    shared = ["--no-progress", "--color", "never", "--cache-dir", CACHE.name]
    ran = subprocess.run(
        [uv, *words, "--default-index", simple, *shared], cwd=folder, env=env, capture_output=True, text=True, timeout=60
    )
    said = ran.stderr.replace(simple, "<index>/").replace(str(folder), "<folder>")
    return ran.returncode, re.sub(r"http://127\.0\.0\.1:\d+\S*?/files/", "<files>/", said)


def without_noise(said):
    """What uv says of the resolution: not how long it took, nor which interpreter it found."""
    lines = said.splitlines()
    noise = re.compile(r"^(Resolved (\d+ packages? )?in|Using CPython|warning: The requested Python version)")
    return "\n".join(line for line in lines if not noise.match(line)).strip()


def compile_requirements(uv, asked, folder, simple):
    """One environment."""
    (folder / "requirements.in").write_text("".join(f"{one}\n" for one in asked.root.get("requires", [])))
    words = ["pip", "compile", "requirements.in", "-o", "requirements.txt", "--no-header", "--no-annotate", *asked.policy()]
    words += ["--python", asked.interpreter()]
    if "python" in asked.options:
        words += ["--python-version", asked.options["python"]]
    if "python_platform" in asked.options:
        words += ["--python-platform", asked.options["python_platform"]]
    for name in asked.options.get("no_build", []):
        words += ["--only-binary", name]
    for name in asked.options.get("no_binary", []):
        words += ["--no-binary", name]
    for option, key in (("-c", "constraints"), ("--overrides", "overrides")):
        if asked.own.get(key):
            (folder / f"{key}.txt").write_text("".join(f"{one}\n" for one in asked.own[key]))
            words += [option, f"{key}.txt"]
    output = folder / "requirements.txt"
    if asked.pins():
        output.write_text("".join(f"{pin}\n" for pin in asked.pins()))
    status, said = run(uv, words, folder, simple)
    answer = {"command": command(words), "satisfiable": status == 0, "message": without_noise(said)}
    if status == 0:
        pinned = [line.split("==") for line in output.read_text().split() if "==" in line]
        answer["packages"] = {name: version for name, version in pinned}
    return answer


def toml_list(items):
    return "[" + ", ".join(json.dumps(item) for item in items) + "]"


def project_file(asked, extra_constraints=()):
    lines = ["[project]", 'name = "project"', 'version = "0"']
    python = asked.root.get("requires_python", ">=3.12")
    if python:
        lines.append(f"requires-python = {json.dumps(python)}")
    lines.append(f"dependencies = {toml_list(asked.root.get('requires', []))}")
    constraints = [*asked.own.get("constraints", []), *extra_constraints]
    lists = {
        "constraint-dependencies": constraints,
        "override-dependencies": asked.own.get("overrides", []),
        "required-environments": asked.options.get("required_environments", []),
    }
    lines.append("[tool.uv]")
    lines += [f"{key} = {toml_list(items)}" for key, items in lists.items() if items]
    return "\n".join(lines) + "\n"


def lock_project(uv, asked, folder, simple):
    """All environments."""
    words = ["lock", "--python", asked.interpreter(), *asked.policy()]
    # Said here and not in the project: uv reads no settings (UV_NO_CONFIG), so that none of this machine's count.
    for option in ("no_build", "no_binary"):
        for name in asked.options.get(option, []):
            words += [f"--{option.replace('_', '-')}-package", name]
    if asked.pins():
        # An existing lock: made with the pins as constraints, then asked again without them.
        (folder / "pyproject.toml").write_text(project_file(asked, asked.pins()))
        status, said = run(uv, words, folder, simple)
        made = held_by(tomllib.loads((folder / "uv.lock").read_text())) if status == 0 else said
        if made != sorted(asked.pins()):
            raise Refused(f"the existing lock can't be made: {made}")
    (folder / "pyproject.toml").write_text(project_file(asked))
    status, said = run(uv, words, folder, simple)
    answer = {"command": command(words), "satisfiable": status == 0, "message": without_noise(said)}
    if status == 0:
        answer["lock"] = lock_of(tomllib.loads((folder / "uv.lock").read_text()))
    return answer


def held_by(lock):
    """The pins of a lock that doesn't fork; a universal scenario's `lock` must name them all."""
    if "resolution-markers" in lock:
        return "it would fork"
    return sorted(f"{one['name']}=={one['version']}" for one in lock.get("package", []) if one["name"] != "project")


def lock_of(lock):
    """What of uv.lock tells the forks."""
    kept = {"name", "version", "resolution-markers", "dependencies", "optional-dependencies"}
    return {
        "requires-python": lock.get("requires-python"),
        "resolution-markers": lock.get("resolution-markers", []),
        "package": [{key: value for key, value in one.items() if key in kept} for one in lock.get("package", [])],
    }


def command(words):
    """The command for people: the interpreter by its version alone."""
    shown = [re.sub(r"^/.*?/(?:versions/)?(\d+\.\d+\.\d+)/bin/python$", r"\1", word) for word in words]
    return " ".join(["uv", *shown])


def ask(uv, server, number, path):
    try:
        asked = Asked(path)
        simple = server.add(asked.scenario, f"/{number}")
        with tempfile.TemporaryDirectory() as folder:
            solve = lock_project if asked.options.get("universal") else compile_requirements
            answer = solve(uv, asked, Path(folder), simple)
            if not answer["satisfiable"] and "No solution found" not in answer["message"]:
                raise Refused(answer["message"])
            return {"file": path, **answer}
    except Refused as refused:
        return {"file": path, "refused": str(refused)}


def main():
    uv, *paths = sys.argv[1:]
    server = Server()
    with ThreadPoolExecutor(2) as pool:
        for answer in pool.map(lambda pair: ask(uv, server, *pair), enumerate(paths)):
            print(json.dumps(answer), flush=True)


main()
