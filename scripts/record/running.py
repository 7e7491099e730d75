"""Installs one small project after the other in a virtual environment, runs its commands and its tests, and says what came of it.

Run by running.ts on the recording machine, with the environment's Python, in the folder of the project. Arguments: the id of a case.
Prints one JSON object a mode.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

from running_projects import CASES

PROJECT = pathlib.Path.home() / "greeting"
ENV = PROJECT / ".venv"
ELSEWHERE = pathlib.Path.home() / "elsewhere"
SITE = ENV / f"lib/python{sys.version_info[0]}.{sys.version_info[1]}/site-packages"


def lay_out(files):
    for entry in PROJECT.iterdir():
        if entry != ENV:
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    for path, text in files.items():
        at = PROJECT / path
        at.parent.mkdir(parents=True, exist_ok=True)
        at.write_text(text)


def run(command, folder, **more):
    env = {**os.environ, "PATH": f"{ENV}/bin:/usr/local/bin:/usr/bin:/bin", "VIRTUAL_ENV": str(ENV), "PYTHONDONTWRITEBYTECODE": "1", **more}
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=env, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def last(text):
    lines = [line.rstrip() for line in text.splitlines() if line.strip()]
    # uv's and pip's advice comes after what is wrong; bash says in which of our lines it is
    lines = [line for line in lines if not line.startswith(("hint:", "note:"))]
    return lines[-1].replace("bash: line 1:", "bash:") if lines else ""


def listed():
    return {str(path.relative_to(ENV)) for path in ENV.rglob("*") if path.is_file() and path.suffix != ".pyc"}


def install(mode, installer):
    if mode == "none":
        return {}
    how = "-e ." if mode == "editable" else "."
    command = f"python -m pip install -q --no-build-isolation {how}" if installer == "pip" else f"uv pip install -q --no-build-isolation {how}"
    status, _, errors = run(command, PROJECT)
    if status:
        return {"status": status, "last": last(errors)}
    return {"status": 0}


def test_run(command):
    status, out, _ = run(f"{command} -q -p shipshape_probe -p no:cacheprovider", PROJECT)
    probe = next((line for line in out.splitlines() if "SHIPSHAPE " in line), "SHIPSHAPE {}")
    error = first_error(out)
    return {"command": command, "status": status, "error": error, **json.loads(probe.split("SHIPSHAPE ", 1)[1])}


def first_error(out):
    """What ends the first test that fails: of exceptions that led to each other the last, as pytest shows them with E in front."""
    for section in re.split(r"^_{3,}.*$", out, flags=re.MULTILINE):
        lines = [line[1:].strip() for line in section.splitlines() if line.startswith("E  ")]
        named = [line for line in lines if re.match(r"[\w.]*(?:Error|Iteration|Exit)\b", line)]
        if lines:
            return named[-1] if named else lines[0]
    return ""


def shown(path):
    return path.read_text() if path.exists() else None


def main(wanted):
    case = next(case for case in CASES if case["id"] == wanted)
    for mode in case["modes"]:
        lay_out(case["files"])
        before = listed()
        installed = install(mode, case["installer"])
        new = sorted(listed() - before)
        info = SITE / "greeting-0.1.0.dist-info"
        answer = {"id": wanted, "mode": mode, "installer": case["installer"]}
        if mode == case["modes"][0]:
            answer["files"] = case["files"]  # the others have the same
        answer["install"] = installed
        if installed.get("status") == 0:
            answer["new"] = new
            answer["direct_url"] = shown(info / "direct_url.json")
            answer["tool"] = shown(info / "INSTALLER")
            answer["record"] = [line for line in (shown(info / "RECORD") or "").splitlines() if "/bin/" in line or "direct_url" in line or "INSTALLER" in line or "REQUESTED" in line]
            answer["pth"] = {path: shown(ENV / path) for path in new if path.endswith(".pth")}
            answer["launchers"] = {path: shown(ENV / path) for path in new if path.startswith("bin/")}
        if installed.get("status", 0) == 0:
            answer["runs"] = [
                {"command": command, "folder": folder, "status": done[0], "last": last(done[2])}
                for folder, commands in (("project", case["runs"]), ("elsewhere", case["elsewhere"]))
                for command in commands
                for done in [run(command, PROJECT if folder == "project" else ELSEWHERE)]
            ]
            answer["tests"] = [test_run(command) for command in case["tests"]]
        print(json.dumps(answer), flush=True)
        run(f"{sys.executable} -m pip uninstall -q -y greeting idna", PROJECT)
        for path in listed() - before:
            (ENV / path).unlink()


if __name__ == "__main__":
    main(sys.argv[1])
