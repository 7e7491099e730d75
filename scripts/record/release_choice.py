"""Which file of a release the real pip takes on each of many machines.

Reads JSON on standard input: a release (project, version, files with Requires-Python and yanked marks) and machines
(Python version, implementation, ABIs, platform tags), and prints the chosen file of each as JSON. pip is given the release as
an index of its own in a scratch folder: the real names in the real order, with stand-ins for the contents. Two ways, told by
the first argument:

    finder   pip's package finder, in this process, and the candidate that its resolver begins with: fast, for many machines
    command  `pip install --dry-run --report` as a person runs it: for a few. Builds no real source distribution: the stand-in
             has a build backend of its own, which says its name and version
"""

import io
import json
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from html import escape
from pathlib import Path

BACKEND = """
def prepare_metadata_for_build_wheel(folder, settings=None):
    import os
    name = "{stem}.dist-info"
    os.mkdir(os.path.join(folder, name))
    with open(os.path.join(folder, name, "METADATA"), "w") as metadata:
        metadata.write("Metadata-Version: 2.1\\nName: {project}\\nVersion: {version}\\n")
    return name
"""


def stand_in_wheel(path: Path, stem: str, metadata: str) -> None:
    tags = path.name.removesuffix(".whl").split("-")[-3:]
    lines = [f"Tag: {p}-{a}-{m}" for p in tags[0].split(".") for a in tags[1].split(".") for m in tags[2].split(".")]
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr(f"{stem}.dist-info/METADATA", metadata)
        wheel.writestr(f"{stem}.dist-info/WHEEL", "\n".join(["Wheel-Version: 1.0", "Root-Is-Purelib: true", *lines, ""]))
        wheel.writestr(f"{stem}.dist-info/RECORD", "")


def stand_in_sdist(path: Path, stem: str, project: str, version: str, metadata: str) -> None:
    contents = {
        "PKG-INFO": metadata,
        "pyproject.toml": '[build-system]\nrequires = []\nbuild-backend = "standin"\nbackend-path = ["."]\n',
        "standin.py": BACKEND.format(stem=stem, project=project, version=version),
    }
    with tarfile.open(path, "w:gz") as archive:
        for name, text in contents.items():
            member = tarfile.TarInfo(f"{path.name.removesuffix('.tar.gz')}/{name}")
            member.size = len(text.encode())
            archive.addfile(member, io.BytesIO(text.encode()))


def make_index(folder: Path, release: dict) -> str:
    project, version = release["project"], release["version"]
    stem = f"{project.replace('-', '_')}-{version}"
    metadata = f"Metadata-Version: 2.1\nName: {project}\nVersion: {version}\n"
    page = folder / "simple" / project
    page.mkdir(parents=True)
    links = []
    for file in release["files"]:
        path = folder / file["filename"]
        if path.suffix == ".whl":
            stand_in_wheel(path, stem, metadata)
        elif path.name.endswith(".tar.gz"):
            stand_in_sdist(path, stem, project, version, metadata)
        requires = file.get("requires-python")
        marks = f' data-requires-python="{escape(requires)}"' if requires else ""
        if file.get("yanked"):
            marks += f' data-yanked="{escape(file["yanked"]) if isinstance(file["yanked"], str) else ""}"'
        links.append(f'<a href="{path.as_uri()}"{marks}>{path.name}</a><br>')
    (page / "index.html").write_text("<!DOCTYPE html><html><body>" + "\n".join(links) + "</body></html>")
    return (folder / "simple").as_uri()


def by_finder(index: str, release: dict, machines: list[dict]) -> list[str | None]:
    from pip._internal.index.collector import LinkCollector
    from pip._internal.index.package_finder import PackageFinder
    from pip._internal.models.search_scope import SearchScope
    from pip._internal.models.selection_prefs import SelectionPreferences
    from pip._internal.models.target_python import TargetPython
    from pip._internal.network.session import PipSession
    from pip._vendor.packaging.specifiers import SpecifierSet

    scope = SearchScope.create(find_links=[], index_urls=[index], no_index=False)
    session = PipSession()
    chosen = []
    for machine in machines:
        target = TargetPython(
            platforms=machine["platforms"],
            py_version_info=tuple(machine["python"]),
            abis=machine["abis"],
            implementation=machine["implementation"],
        )
        finder = PackageFinder.create(
            link_collector=LinkCollector(session=session, search_scope=scope),
            selection_prefs=SelectionPreferences(allow_yanked=True),
            target_python=target,
        )
        found = finder.find_best_candidate(release["project"], SpecifierSet(f"=={release['version']}"))
        # The resolver begins at the end of the sorted list: of equals it takes the one that the index lists last. The finder's own
        # best candidate would be the first of them.
        chosen.append(found.applicable_candidates[-1].link.filename if found.applicable_candidates else None)
    return chosen


def by_command(index: str, release: dict, machines: list[dict]) -> list[str | None]:
    chosen = []
    for machine in machines:
        with tempfile.TemporaryDirectory() as target:
            command = [sys.executable, "-m", "pip", "install", "--dry-run", "--no-deps", "--ignore-installed", "--quiet"]
            command += ["--index-url", index, "--target", target, "--report", "-", "--no-cache-dir"]
            command += ["--python-version", ".".join(map(str, machine["python"]))]
            command += ["--implementation", machine["implementation"]]
            for abi in machine["abis"]:
                command += ["--abi", abi]
            for platform in machine["platforms"]:
                command += ["--platform", platform]
            command.append(f"{release['project']}=={release['version']}")
            run = subprocess.run(command, capture_output=True, text=True, check=False)
        if run.returncode != 0:
            if "No matching distribution found" not in run.stderr:
                sys.exit(run.stderr)
            chosen.append(None)
            continue
        (taken,) = json.loads(run.stdout)["install"]
        chosen.append(taken["download_info"]["url"].rsplit("/", 1)[1])
    return chosen


given = json.load(sys.stdin)
ways = {"finder": by_finder, "command": by_command}
with tempfile.TemporaryDirectory() as scratch:
    address = make_index(Path(scratch), given["release"])
    json.dump(ways[sys.argv[1]](address, given["release"], given["machines"]), sys.stdout)
