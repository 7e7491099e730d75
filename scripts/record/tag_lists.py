"""The ordered tags of many random environments, as the reference library makes them: how many, and their digest.

Prints JSON: environments of every kind in the form of the tags reference (fidelity/standards), drawn with a fixed seed, each
with the number of its tags and the SHA-256 of the list, a tag a line. Run again, it prints the same.

    tag_lists.py 300 7      as many environments, from that seed
    tag_lists.py 300 7 all  with the whole lists
"""

import hashlib
import json
import random
import sys

from packaging import tags
from preset_platforms import platforms

ARCHITECTURES = (
    "x86_64 i686 aarch64 armv8l armv7l armv6l ppc64 ppc64le s390x riscv64 loongarch64 mips64 i586 alpha riscv32"
).split()
MACS = "x86_64 x86_64 arm64 arm64 i386 ppc ppc64 intel".split()
ANDROIDS = "arm64_v8a arm64-v8a armeabi_v7a x86 x86_64".split()
NAMES = "pp pp graalpy graalpy ironpython jython pyston rustpython".split()


def draw_platform(draw: random.Random) -> dict:
    kind = draw.choice(["linux"] * 5 + ["macos"] * 3 + ["musl", "windows", "ios", "android", "emscripten", "freebsd"])
    match kind:
        case "linux":
            version = [3, draw.randint(0, 2)] if draw.random() < 0.05 else [2, draw.randint(0, 60)]
            return {"kind": kind, "arch": draw.choice(ARCHITECTURES), "libc": "glibc", "libcVersion": version}
        case "musl":
            version = [draw.choice([1, 1, 1, 2]), draw.randint(0, 6)]
            return {"kind": kind, "arch": draw.choice(ARCHITECTURES), "libc": "musl", "libcVersion": version}
        case "macos":
            version = draw.choice([[10, draw.randint(0, 20)], [draw.randint(11, 30), draw.randint(0, 7)]])
            # On a system that runs nothing of an architecture the library would answer for the machine it runs on.
            arch = draw.choice([arch for arch in MACS if platforms({"kind": kind, "version": version, "arch": arch})])
            return {"kind": kind, "version": version, "arch": arch}
        case "windows":
            return {"kind": kind, "arch": draw.choice(["amd64", "x86", "arm64"])}
        case "ios":
            sdk = draw.choice(["iphoneos", "iphonesimulator"])
            version = [draw.randint(12, 27), draw.randint(0, 11)]
            return {"kind": kind, "version": version, "arch": draw.choice(["arm64", "x86_64"]), "sdk": sdk}
        case "android":
            return {"kind": kind, "api": draw.randint(16, 40), "arch": draw.choice(ANDROIDS)}
        case "emscripten":
            own = {"pyemscripten": draw.choice(["2025_0", "2026_0"])} if draw.random() < 0.5 else {}
            return {"kind": kind, "emscripten": draw.choice(["3.1.58", "4.0.9"]), "arch": "wasm32", **own}
        case _:
            release = draw.choice(["13.2-RELEASE", "14.1-RELEASE-p3", "15.0-CURRENT"])
            return {"kind": kind, "release": release, "arch": draw.choice(["amd64", "arm64", "i386"])}


def draw_environment(draw: random.Random) -> dict:
    python = draw.choice([[2, 7], *([3, minor] for minor in range(21))])
    nodot = "".join(map(str, python))
    implementation = "cp" if draw.random() < 0.65 else draw.choice(NAMES)
    if implementation == "cp":
        own = [f"cp{nodot}{flags}" for flags in ("", "t", "d", "td", "m", "mu")]
        given = [draw.choice([*own, "abi3", "abi3t", "none", "other"]) for _ in range(draw.randint(0, 4))]
        abis = given if draw.random() < 0.4 else None
    else:
        named = {"pp": f"pypy{nodot}_pp73", "graalpy": f"graalpy242_{nodot}_native"}.get(implementation, "own")
        abis = draw.choice([[named], [named], [], ["none"], [named, "none", "other"]])
    environment = {
        "implementation": implementation,
        "python": python,
        "abis": abis,
        "platform": draw_platform(draw),
        "freeThreaded": draw.random() < 0.25,
    }
    return {**environment, "debug": True} if draw.random() < 0.15 else environment


def own_abis(environment: dict) -> list[str]:
    """The library's own rule, asked with this environment's build settings in the place of the running Python's."""
    is_linux = environment["platform"]["kind"] in ("linux", "musl")
    settings = {
        "Py_DEBUG": int(environment.get("debug", False)),
        "Py_GIL_DISABLED": int(environment["freeThreaded"]),
        "WITH_PYMALLOC": 1,
        "Py_UNICODE_SIZE": 4 if is_linux else 2,
    }
    real = tags._get_config_var
    tags._get_config_var = lambda name, warn=False: settings[name]
    try:
        return list(tags._cpython_abis(tuple(environment["python"])))
    finally:
        tags._get_config_var = real


def tag_list(environment: dict) -> list[str]:
    python = tuple(environment["python"])
    own = environment["implementation"] + "".join(map(str, python))
    machine = platforms(environment["platform"])
    if environment["implementation"] == "cp":
        abis = environment["abis"]
        first = tags.cpython_tags(python, own_abis(environment) if abis is None else abis, machine)
        interpreter = own
    else:
        first = tags.generic_tags(own, [*environment["abis"], "none"], machine)
        interpreter = "pp3" if environment["implementation"] == "pp" else None
    every = [*first, *tags.compatible_tags(python, interpreter, machine)]
    return list(dict.fromkeys(map(str, every)))


def main() -> None:
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    draw = random.Random(seed)
    cases = []
    for _ in range(count):
        environment = draw_environment(draw)
        found = tag_list(environment)
        digest = hashlib.sha256("\n".join(found).encode()).hexdigest()
        case = {"environment": environment, "count": len(found), "sha256": digest}
        cases.append({**case, "tags": found} if sys.argv[3:] == ["all"] else case)
    json.dump(cases, sys.stdout)


main()
