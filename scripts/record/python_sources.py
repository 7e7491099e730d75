"""Runs small programs with this Python and says how each ends: status, last line of the errors, what was printed.

Run by python-sources.ts on the recording machine, with the environment's Python. Arguments: `written`, or the first seed and the number
of programs. Prints one JSON object a program. With `brief` behind them, a file that makes no difference to any of the runs is left empty.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

from python_programs import program
from python_written import WRITTEN

HOME = pathlib.Path.home()
PROJECT = HOME / "greeting"
ENV = PROJECT / ".venv"
SITE = ENV / f"lib/python{sys.version_info[0]}.{sys.version_info[1]}/site-packages"
COMMAND = ENV / "bin/greet"
# pip's, as record:running has it
LAUNCHER = """#!{python}
import sys
from {module} import {first}
if __name__ == '__main__':
    sys.argv[0] = sys.argv[0].removesuffix('.exe')
    sys.exit({attribute}())
"""
# What Python says beside how it ends is no matter here.
ENVIRONMENT = {**os.environ, "PATH": f"{ENV}/bin:/usr/local/bin:/usr/bin:/bin", "VIRTUAL_ENV": str(ENV), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONWARNINGS": "ignore"}


def remove(path):
    shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def lay_out(files, target):
    """A command's package is put where an installer puts it; other programs lie in the folder that they are started in."""
    for entry in [*PROJECT.iterdir(), SITE / "greeting", COMMAND]:
        if entry != ENV:
            remove(entry)
    for path, text in files.items():
        at = (PROJECT if target is None else SITE) / path
        at.parent.mkdir(parents=True, exist_ok=True)
        at.write_bytes(text.encode())
    if target is not None:
        module, _, attribute = target.partition(":")
        COMMAND.write_text(LAUNCHER.format(python=ENV / "bin/python", module=module, first=attribute.split(".")[0], attribute=attribute))
        COMMAND.chmod(0o755)


def run(command):
    try:
        done = subprocess.run(["bash", "-c", command], cwd=PROJECT, env=ENVIRONMENT, capture_output=True, text=True, check=False, timeout=10)
    except subprocess.TimeoutExpired:
        return None
    lines = [line.rstrip() for line in done.stderr.splitlines() if line.strip()]
    return [command, done.returncode, without_places(lines[-1]) if lines and done.returncode else "", without_places(done.stdout)]


def without_places(text):
    """Where in memory something lies is another place each time."""
    return re.sub(r"0x[0-9a-f]{6,}", "0x…", text)


def run_all(files, target, commands):
    lay_out(files, target)
    return [run(command) for command in commands]


def without_idle(files, target, commands, runs):
    for path in files:
        fewer = {**files, path: ""}
        if files[path] and run_all(fewer, target, commands) == runs:
            files = fewer
    return files


def main(arguments):
    if arguments[0] == "written":
        programs = WRITTEN
    else:
        first, count = map(int, arguments[:2])
        programs = [{"id": seed, **program(seed)} for seed in range(first, first + count)]
    for each in programs:
        target, commands = each["target"], each["commands"]
        runs = run_all(each["files"], target, commands)
        if None in runs:
            continue  # it doesn't end
        files = without_idle(each["files"], target, commands, runs) if arguments[-1] == "brief" else each["files"]
        print(json.dumps({"id": each["id"], "files": files, **({} if target is None else {"target": target}), "runs": runs}, ensure_ascii=False, separators=(",", ":")), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
