"""Python's side of the bench of the packaging standards: what bench-standards.mjs asks, answered with pypa/packaging.

Reads the inputs from the file named, then one task's name a line; answers each with one line of JSON: the seconds that it
took and a sum over the answers, to be held against the other side's. As timeit does, it keeps the collector of garbage out
of the time.
"""

import gc
import json
import platform
import sys
from time import perf_counter

import packaging
from packaging.specifiers import SpecifierSet
from packaging.utils import parse_wheel_filename
from packaging.version import Version

with open(sys.argv[1], encoding="ascii") as file:
    inputs = json.load(file)
texts = inputs["versions"]
filenames = inputs["filenames"]
specifiers = [SpecifierSet(text) for text in inputs["specifiers"]]
candidates = [Version(text) for text in inputs["candidates"]]


def versions():
    return sorted(map(Version, texts))


def membership():
    return [sum(map(specifier.contains, candidates)) for specifier in specifiers]


def wheels():
    return list(map(parse_wheel_filename, filenames))


def digest(task, answer):
    if task == "versions":
        return [str(version) for version in answer[:: len(answer) // 100]]
    if task == "membership":
        return answer
    return sum(len(tags) for _, _, _, tags in answer)


tasks = {"versions": versions, "membership": membership, "wheels": wheels}
print(json.dumps({"python": platform.python_version(), "packaging": packaging.__version__}), flush=True)
for line in sys.stdin:
    name = line.strip()
    gc.collect()
    gc.disable()
    start = perf_counter()
    result = tasks[name]()
    seconds = perf_counter() - start
    gc.enable()
    print(json.dumps({"seconds": seconds, "digest": digest(name, result)}), flush=True)
