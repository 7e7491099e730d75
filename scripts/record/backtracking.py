"""Records what pip's resolver does on small random indexes: every pin, rejection and conflict, and the counts.

Run by hand with the Python of a virtual environment that holds the pip to be recorded:

    python scripts/record/backtracking.py > src/core/resolution/backtracking/recorded.jsonl

pip's own resolver, provider, factory and finder run; only the index (links and metadata) is in memory.
The first line names the tool and the environment, every other line is a case.
"""

import collections
import functools
import importlib.metadata
import json
import logging
import random
import sys

import pip
from pip._internal.cache import WheelCache  # noqa: F401  (imported first: it closes an import cycle of pip's)
from pip._internal.index.collector import LinkCollector
from pip._internal.index.package_finder import PackageFinder
from pip._internal.metadata.importlib import Distribution
from pip._internal.models.format_control import FormatControl
from pip._internal.models.link import Link
from pip._internal.models.release_control import ReleaseControl
from pip._internal.models.search_scope import SearchScope
from pip._internal.models.selection_prefs import SelectionPreferences
from pip._internal.models.target_python import TargetPython
from pip._internal.network.session import PipSession
from pip._internal.req.constructors import install_req_from_line, install_req_from_req_string
from pip._internal.resolution.resolvelib import candidates
from pip._internal.resolution.resolvelib.factory import Factory
from pip._internal.resolution.resolvelib.provider import PipProvider
from pip._vendor import resolvelib
from pip._vendor.packaging.markers import default_environment

TRACE_LIMIT = 150


class MemoryFinder(PackageFinder):
    """Finds the files of an index in memory; all filters and orders are pip's."""

    index: dict

    def find_all_candidates(self, project_name):
        if project_name not in self._all_candidates:
            links = [link for link, _ in self.index.get(project_name, [])]
            evaluator = self.make_link_evaluator(project_name)
            self._all_candidates[project_name] = self.evaluate_links(evaluator, links)
        return self._all_candidates[project_name]


class TraceReporter(resolvelib.BaseReporter):
    def __init__(self):
        self.trace = []
        self.counts = {"rounds": 0, "pins": 0, "rejections": 0, "conflicts": 0}

    def starting_round(self, index):
        self.counts["rounds"] += 1

    def pinning(self, candidate):
        self.counts["pins"] += 1
        self.trace.append(f"pin {candidate.name} {candidate.version}")

    def rejecting_candidate(self, criterion, candidate):
        self.counts["rejections"] += 1
        self.trace.append(f"reject {candidate.name} {candidate.version}")

    def resolving_conflicts(self, causes):
        self.counts["conflicts"] += 1
        parents = sorted({f"{c.parent.name} {c.parent.version}" if c.parent else "root" for c in causes})
        self.trace.append("conflict " + ", ".join(parents))


class MemoryMetadata(importlib.metadata.Distribution):
    def __init__(self, text):
        self.text = text

    def read_text(self, filename):
        return self.text if filename == "METADATA" else None

    def locate_file(self, path):
        raise FileNotFoundError(path)


def metadata_of(name, release):
    lines = ["Metadata-Version: 2.4", f"Name: {name}", f"Version: {release['version']}"]
    if release.get("requires_python"):
        lines.append(f"Requires-Python: {release['requires_python']}")
    lines += [f"Requires-Dist: {each}" for each in release.get("requires", [])]
    for extra, requires in release.get("extras", {}).items():
        lines.append(f"Provides-Extra: {extra}")
        for each in requires:
            head, semicolon, marker = each.partition(";")
            condition = f"({marker.strip()}) and extra == '{extra}'" if semicolon else f"extra == '{extra}'"
            lines.append(f"Requires-Dist: {head.strip()} ; {condition}")
    return "\n".join(lines) + "\n\n"


def links_of(name, release):
    stem = f"{name.replace('-', '_')}-{release['version']}"
    files = [f"{stem}-{tags}.whl" for tags in release.get("wheel_tags", ["py3-none-any"])]
    if release.get("sdist"):
        files.append(f"{stem}.tar.gz")
    for file in files:
        yield Link(
            f"https://index.invalid/{name}/{file}",
            requires_python=release.get("requires_python"),
            yanked_reason="broken" if release.get("yanked") else None,
        )


def resolve(case):
    contents = {}
    index = {}
    for name, releases in case["packages"].items():
        for release in releases:
            for link in links_of(name, release):
                index.setdefault(name, []).append((link, release))
                contents[link.url] = (name, release)
    read = set()

    def prepare(candidate):
        name, release = contents[candidate._link.url]
        read.add((name, release["version"]))
        return Distribution(MemoryMetadata(metadata_of(name, release)), None, None)

    candidates.LinkCandidate._prepare_distribution = prepare
    finder = MemoryFinder.create(
        link_collector=LinkCollector(session=PipSession(), search_scope=SearchScope.create([], [], True)),
        selection_prefs=SelectionPreferences(
            allow_yanked=True,
            format_control=FormatControl(set(case.get("no_binary", [])), set(case.get("no_build", []))),
            release_control=ReleaseControl(all_releases={":all:"}) if case.get("pre") else None,
        ),
        target_python=TargetPython(),
    )
    finder.index = index
    factory = Factory(
        finder=finder,
        preparer=None,
        make_install_req=functools.partial(install_req_from_req_string, isolated=True),
        wheel_cache=None,
        use_user_site=False,
        force_reinstall=False,
        ignore_installed=True,
        ignore_requires_python=False,
    )
    roots = [install_req_from_line(line, None, constraint=True) for line in case.get("constraints", [])]
    roots += [install_req_from_line(line, None, user_supplied=True) for line in case["root"]]
    reporter = TraceReporter()
    outcome = {}
    try:
        collected = factory.collect_root_requirements(roots)
        provider = PipProvider(factory, collected.constraints, False, False, "to-satisfy-only", collected.user_requested)
        result = resolvelib.Resolver(provider, reporter).resolve(collected.requirements, max_rounds=case["max_rounds"])
        pins = {}
        for key, candidate in result.mapping.items():
            if key.startswith("<"):
                continue
            pins.setdefault(candidate.project_name, str(candidate.version))
        outcome = {"kind": "solved", "pins": dict(sorted(pins.items()))}
    except resolvelib.ResolutionImpossible as error:
        causes = sorted(
            (str(c.parent.name) + " " + str(c.parent.version) if c.parent else "root") + " needs " + c.requirement.name
            for c in error.causes
        )
        outcome = {"kind": "unsolvable", "causes": causes}
    except resolvelib.ResolutionTooDeep:
        outcome = {"kind": "too deep"}
    counts = dict(reporter.counts, read=len(read))
    return {**outcome, "counts": counts, "trace": reporter.trace[:TRACE_LIMIT]}


CLAUSES = [">={}", "<={}", "<{}", ">{}", "=={}", "!={}", "~={}.0", "=={}.*"]


def random_case(seed):
    rng = random.Random(seed)
    names = ["ant", "bee", "cat", "dog", "eel", "fox", "gnu", "hen", "ibex", "jay", "kite", "lark", "mole", "newt"]
    names = names[: rng.randint(3, len(names))]
    plain = rng.random() < 0.5
    density = rng.choice([0.5, 1, 1.5, 2, 3])
    top = rng.randint(2, 7)
    extras = ["x", "y"]

    def wish(others, near):
        """A wish from a release numbered `near`: mostly a window around that number, so that much can be solved."""
        name = rng.choice(others)
        text = name
        if not plain and rng.random() < 0.2:
            text += "[" + ",".join(rng.sample(extras, rng.randint(1, 2))) + "]"
        shape = rng.random()
        low = max(1, near - rng.randint(0, 3))
        if shape < 0.25:
            text += f">={low}"
        elif shape < 0.55:
            text += f">={low},<{low + rng.randint(1, 3)}"
        elif shape < 0.65:
            text += f"<{max(2, near + rng.randint(0, 2))}"
        elif shape < 0.75:
            text += ",".join(c.format(max(1, near + rng.randint(-1, 1))) for c in rng.sample(CLAUSES, rng.choice([1, 1, 2])))
        if not plain and rng.random() < 0.1:
            text += rng.choice(["; python_version < '3'", "; python_version >= '3.8'", "; sys_platform == 'linux'"])
        return text

    packages = {}
    for place, name in enumerate(names):
        releases = []
        for number in range(1, rng.randint(1, top) + 1):
            if not plain and rng.random() < 0.05:
                continue
            version = f"{number}.0" if plain else rng.choice([f"{number}.0"] * 6 + [f"{number}.0rc1", f"{number}.1.dev2", f"{number}.0.post1", f"{number}.0+local"])
            others = [n for n in names if n != name] if rng.random() < 0.3 else names[place + 1 :]
            count = min(6, int(rng.expovariate(1 / density))) if others else 0
            release = {"version": version, "requires": [wish(others, number) for _ in range(count)]}
            if not plain:
                if rng.random() < 0.12:
                    release["requires_python"] = rng.choice([">=3.8", ">=3.12", "<3.10", "~=3.11", ""])
                if rng.random() < 0.08:
                    release["yanked"] = True
                if rng.random() < 0.1:
                    release["wheel_tags"] = rng.choice([[], ["py2-none-any"], ["py2.py3-none-any"]])
                    release["sdist"] = rng.random() < 0.5
                if rng.random() < 0.4 and others:
                    release["extras"] = {
                        extra: [wish(others, number) for _ in range(rng.randint(0, 2))] for extra in extras if rng.random() < 0.7
                    }
                    if rng.random() < 0.2:
                        release["extras"]["all"] = [f"{name}[x,y]"]
            releases.append(release)
        if releases and (plain or rng.random() > 0.04):
            packages[name] = releases
    case = {
        "name": f"random {seed}",
        "root": [wish(names[: max(3, len(names) // 2)], top) for _ in range(rng.randint(1, 5))],
        "packages": packages,
        "max_rounds": rng.choice([200000, 200000, 200000, 100, 30]),
    }
    if rng.random() < 0.2:
        case["constraints"] = [f"{rng.choice(names)}{rng.choice(CLAUSES).format(rng.randint(1, top))}" for _ in range(2)]
    if not plain and rng.random() < 0.15:
        case["pre"] = True
    if not plain and rng.random() < 0.1:
        case["no_build"] = [rng.choice(names)]
    if not plain and rng.random() < 0.1:
        case["no_binary"] = [rng.choice(names)]
    return case


def bystanders_case(sides, size):
    """Every version of the first side wants `end<2` and every one of the last `end>=2`; what lies between is innocent."""
    numbers = [str(number) for number in range(1, size + 1)]
    packages = {"end": [{"version": "1", "requires": []}, {"version": "2", "requires": []}]}
    for side in range(sides):
        wants = ["end<2"] if side == 0 else ["end>=2"] if side == sides - 1 else []
        packages[f"n{side}"] = [{"version": number, "requires": [f"m{side}=={number}"]} for number in numbers]
        packages[f"m{side}"] = [{"version": number, "requires": wants} for number in numbers]
    return {
        "name": f"{sides} sides, {size} versions",
        "root": [f"n{side}" for side in range(sides)],
        "packages": packages,
        "max_rounds": 200000,
    }


def main():
    logging.disable(logging.CRITICAL)
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 240
    everything = len(sys.argv) > 2
    head = {"tool": f"pip {pip.__version__}", "resolvelib": resolvelib.__version__, "environment": default_environment()}
    print(json.dumps(head))
    if not everything:
        case = bystanders_case(8, 3)
        print(json.dumps({**case, "expected": resolve(case)}))
    taken = 0
    shares = collections.Counter()
    start = int(sys.argv[2]) if everything else 1
    for seed in range(start, start + 8000):
        case = random_case(seed)
        try:
            expected = resolve(case)
        except RecursionError:
            continue  # resolvelib follows parents without end where a cycle hangs on nothing
        conflicts = expected["counts"]["conflicts"]
        if not everything:
            # Mostly those where something is undone, and as many that end well as not.
            sort = (expected["kind"], min(conflicts, 2) if conflicts < 5 else 5)
            if shares[sort] * (12 if conflicts < 2 else 6) >= wanted:
                continue
            if expected["counts"]["rounds"] > 5000 or len(json.dumps(case)) > 6000:
                continue
            shares[sort] += 1
        print(json.dumps({**case, "expected": expected}))
        taken += 1
        if taken == wanted:
            return


main()
