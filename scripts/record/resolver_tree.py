"""Asks uv for the trees of scenarios of the resolver, `uv tree` and `uv tree --invert`, and prints one line of JSON per file.

    resolver_tree.py <uv> <python> <scenario.toml>… > src/core/resolution/recorded-trees.jsonl

A scenario's root is locked as a project on the index of resolver_index.py. Scenarios with settings, without a solution or with one that
forks are left out. Run by hand, in the environment of the tools (scripts/record/tools-venv.ts).
"""

import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from resolver_index import Server


def asked(uv, words, folder):
    ran = subprocess.run(
        [uv, *words, "--color", "never", "--no-config", "--cache-dir", f"{folder}/.cache"],
        cwd=folder, capture_output=True, text=True, timeout=60,
    )
    return ran.stdout.splitlines() if ran.returncode == 0 else None


def recorded(uv, python, server, number, path):
    scenario = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    if scenario.get("resolver_options") or scenario.get("shipshape"):
        return None
    simple = server.add(scenario, f"/{number}")
    with tempfile.TemporaryDirectory() as folder:
        requires = json.dumps(scenario["root"].get("requires", []))
        project = f'[project]\nname = "project"\nversion = "0"\nrequires-python = ">=3.12"\ndependencies = {requires}\n'
        (Path(folder) / "pyproject.toml").write_text(project)
        where = ["--python", python, "--default-index", simple]
        if asked(uv, ["lock", *where], folder) is None:
            return None
        lock = tomllib.loads((Path(folder) / "uv.lock").read_text())
        names = sorted(one["name"] for one in lock["package"] if one["name"] != "project")
        if "resolution-markers" in lock or not names:
            return None
        tree = asked(uv, ["tree", "--frozen", "--universal", *where], folder)
        of = names[-1]
        inverse = asked(uv, ["tree", "--frozen", "--universal", "--invert", "--package", of, *where], folder)
        pins = {one["name"]: one["version"] for one in lock["package"] if one["name"] != "project"}
        return {"file": path, "pins": pins, "tree": tree, "of": of, "inverse": inverse}


def main():
    uv, python, *paths = sys.argv[1:]
    server = Server()
    for number, path in enumerate(paths):
        line = recorded(uv, python, server, number, path)
        if line is not None:
            print(json.dumps(line, ensure_ascii=False), flush=True)


main()
