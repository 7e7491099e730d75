"""The side of pip in `npm run bench -- resolver`: resolves drawn indexes with the resolvelib that pip brings along.

It reads a file of indexes, then from each line of its input a way and an index, and answers with the time and the outcome in JSON:

    {"way": "lean" | "pip", "index": 3, "seconds": 10}

Both ways run pip's own provider: its order of preference, its narrowing, its requirements and specifiers. All candidates, and the
requirements of each, are made and parsed beforehand, as they are for the other side; nothing is fetched, read or built. Times are of the
processor, as on the other side.

`pip`   with pip's factory and finder as they are
`lean`  with a factory that only does what resolving takes: joins the specifiers and filters a list of versions by them
"""

import functools
import json
import logging
import sys
import time

import pip
from pip._internal.cache import WheelCache  # noqa: F401  (imported first: it closes an import cycle of pip's)
from pip._internal.index.collector import LinkCollector
from pip._internal.index.package_finder import PackageFinder
from pip._internal.models.candidate import InstallationCandidate
from pip._internal.models.link import Link
from pip._internal.models.search_scope import SearchScope
from pip._internal.models.selection_prefs import SelectionPreferences
from pip._internal.models.target_python import TargetPython
from pip._internal.network.session import PipSession
from pip._internal.req.constructors import install_req_from_line, install_req_from_req_string
from pip._internal.resolution.resolvelib.base import Constraint
from pip._internal.resolution.resolvelib.candidates import LinkCandidate
from pip._internal.resolution.resolvelib.factory import Factory
from pip._internal.resolution.resolvelib.provider import PipProvider
from pip._internal.resolution.resolvelib.requirements import SpecifierRequirement
from pip._vendor import resolvelib
from pip._vendor.packaging.specifiers import SpecifierSet
from pip._vendor.packaging.version import Version

MAX_ROUNDS = 200_000


class ReadyCandidate(LinkCandidate):
    """A candidate whose metadata is known."""

    def __init__(self, link, name, version, requires):
        self._link = link
        self._name = name
        self._version = version
        self._hash = None
        self.requires = requires

    @property
    def name(self):
        return self._name

    project_name = name

    @property
    def version(self):
        return self._version

    def iter_dependencies(self, with_requires):
        return iter(self.requires)


class Index:
    """A drawn index with everything read and parsed."""

    def __init__(self, drawn):
        self.name = drawn["name"]
        self.root = [SpecifierRequirement(install_req_from_line(line, None, user_supplied=True)) for line in drawn["root"]]
        self.requested = {requirement.name: place for place, requirement in enumerate(self.root)}
        self.candidates = {}
        self.by_link = {}
        for name, releases in drawn["packages"].items():
            ready = []
            for release in releases:
                link = Link(f"https://index.invalid/{name}/{name}-{release['version']}-py3-none-any.whl")
                requires = [SpecifierRequirement(install_req_from_req_string(line)) for line in release["requires"]]
                ready.append(ReadyCandidate(link, name, Version(release["version"]), requires))
                self.by_link[link] = ready[-1]
            self.candidates[name] = sorted(ready, key=lambda candidate: candidate.version, reverse=True)
        self.installable = {
            name: [InstallationCandidate(name, str(each.version), each._link) for each in reversed(ready)]
            for name, ready in self.candidates.items()
        }


class ReadyFinder(PackageFinder):
    """pip's finder over files that are known."""

    index: Index

    def find_all_candidates(self, project_name):
        return self.index.installable.get(project_name, [])


class ReadyFactory(Factory):
    """pip's factory over candidates that are known."""

    index: Index

    def _make_base_candidate_from_link(self, link, template, name, version):
        return self.index.by_link[link]


def pip_factory(index):
    finder = ReadyFinder.create(
        link_collector=LinkCollector(session=PipSession(), search_scope=SearchScope.create([], [], True)),
        selection_prefs=SelectionPreferences(allow_yanked=True),
        target_python=TargetPython(),
    )
    finder.index = index
    factory = ReadyFactory(
        finder=finder,
        preparer=None,
        make_install_req=functools.partial(install_req_from_req_string, isolated=True),
        wheel_cache=None,
        use_user_site=False,
        force_reinstall=False,
        ignore_installed=True,
        ignore_requires_python=False,
    )
    factory.index = index
    return factory


class LeanFactory:
    """What a search takes of a factory: the candidates that all requirements on a project let in, the newest first."""

    def __init__(self, index):
        self.index = index
        self.found = {}

    def find_candidates(self, identifier, requirements, incompatibilities, **_):
        specifier = SpecifierSet()
        for requirement in requirements[identifier]:
            specifier &= requirement.get_candidate_lookup()[1].specifier
        key = (identifier, specifier)
        found = self.found.get(key)
        if found is None:
            found = list(specifier.filter(self.index.candidates.get(identifier, []), key=lambda each: each.version))
            self.found[key] = found
        barred = {id(candidate) for candidate in incompatibilities[identifier]}
        return [candidate for candidate in found if id(candidate) not in barred] if barred else found


class Bound(resolvelib.BaseReporter):
    """Counts, and ends a search that takes longer than anybody waits."""

    def __init__(self, seconds):
        self.end = time.process_time() + seconds
        self.counts = {"rounds": 0, "pins": 0, "conflicts": 0}

    def starting_round(self, index):
        self.counts["rounds"] += 1
        if time.process_time() > self.end:
            raise TimeoutError

    def pinning(self, candidate):
        self.counts["pins"] += 1

    def resolving_conflicts(self, causes):
        self.counts["conflicts"] += 1


def resolve(index, way, seconds):
    PipProvider.is_satisfied_by.cache_clear()
    factory = pip_factory(index) if way == "pip" else LeanFactory(index)
    reporter = Bound(seconds)
    start = time.process_time()
    pins = None
    try:
        provider = PipProvider(factory, {}, False, False, "to-satisfy-only", index.requested)
        result = resolvelib.Resolver(provider, reporter).resolve(index.root, max_rounds=MAX_ROUNDS)
        kind = "solved"
        pins = {name: str(candidate.version) for name, candidate in result.mapping.items()}
    except resolvelib.ResolutionImpossible:
        kind = "unsolvable"
    except resolvelib.ResolutionTooDeep:
        kind = "too deep"
    except TimeoutError:
        kind = "out of time"
    taken = time.process_time() - start
    return {"kind": kind, "seconds": min(taken, seconds), "counts": reporter.counts, "pins": pins}


def main():
    logging.disable(logging.CRITICAL)
    with open(sys.argv[1], encoding="utf-8") as file:
        indexes = [Index(drawn) for drawn in json.load(file)]
    about = {"python": sys.version.split()[0], "pip": pip.__version__, "resolvelib": resolvelib.__version__}
    print(json.dumps(about), flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        print(json.dumps(resolve(indexes[asked["index"]], asked["way"], asked["seconds"])), flush=True)


main()
