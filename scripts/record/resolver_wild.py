"""Random scenarios of the resolver that are wilder than those of resolver_random.py: each takes a few areas and goes far in them.

A scenario draws some areas (nested markers, optional requirements, odd versions, files, forks by Python …) and mixes them, so that
rules meet that seldom do: constraints and overrides several times with markers and extras, names and versions in other spellings,
requirements of a release on itself, the same requirement twice, locks with versions that are gone, instants of uploads. Used by
resolver_random.py for the size `wild`.
"""

import json
import random
import re

NAMES = ["a", "b", "c", "d", "e", "foo-bar", "x9", "zeta"]
SPELLINGS = {"foo-bar": ["foo_bar", "Foo.Bar", "FOO--bar"], "zeta": ["Zeta", "ZETA"], "a": ["A"], "x9": ["X9"]}
EXTRAS = {"x": ["x", "X"], "y": ["y"], "more-things": ["more_things", "More.Things", "more-things"], "all": ["all", "ALL"]}
PLAIN = ["0.9", "1.0", "1.1", "1.2", "1.5", "2.0", "2.1", "2.2", "3.0", "4.0"]
LONG = ["1.0.0", "1.0.1", "1.0.2", "1.1.0", "1.1.5", "1.10.0", "1.9.3", "2.0.0", "2.0.1", "10.0", "0.0.1", "2024.1.15"]
PRE = ["1.0a1", "1.0b2", "1.0rc1", "2.0a1", "2.0b1", "2.0rc1", "3.0a1", "3.0rc2", "2.0a1.post1", "2.0a1.dev1", "4.0b1"]
DEV = ["1.0.dev1", "2.0.dev0", "2.0.dev3", "3.0.dev1", "1.1.post1.dev2"]
POST = ["1.0.post0", "1.0.post1", "1.0.post2", "2.0.post1", "1.1.post3"]
LOCAL = ["1.0+cpu", "1.0+cu11", "2.0+cpu", "2.0+cu12", "2.1+local.1", "2.1+local.2", "1.0.post1+cpu", "2.0rc1+cpu"]
EPOCH = ["1!0.1", "1!1.0", "1!2.0", "2!1.0"]
PYTHON_VERSIONS = ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14"]
FULL = ["3.9.7", "3.10.2", "3.11.0", "3.11.4", "3.12.0", "3.12.1", "3.12.4", "3.13.0", "3.13.1", "3.13.2"]
PYTHONS = [
    ">=3.8", ">=3.9", ">=3.10", ">=3.11", ">=3.12", ">=3.13", ">=3.14", "", ">=3.8,<3.12", ">=3.9,<4", "<3.13", "!=3.11.*,>=3.9",
    "~=3.9", "==3.12.*", ">=3.12.4", ">=3.12,<3.14", ">3.9", "<=3.13", "!=3.12.*", ">=3.6,!=3.12.*,!=3.13.1", "==3.13.*", "~=3.12.0",
    ">=2.7,!=3.0.*,!=3.1.*", ">=3.13.0a1", ">=3.12.0rc1,<3.15", ">=3.9,!=3.9.7", ">=3", "<4.0,>=3.10", "===3.12.1", ">=3.10,<3.11",
]
ROOT_PYTHONS = [
    ">=3.8", ">=3.9", ">=3.10", ">=3.11", ">=3.12", ">=3.13", "", ">=3.9,<3.13", ">=3.10.2", "~=3.10", ">=3.12,<3.13", ">3.10",
    ">=3.9,!=3.11.*", ">=3.12,<4", ">=3.10,<=3.13", "==3.12.*", ">=3.11.4,<3.13.2", "~=3.12.0", ">=3.8,<3.14",
]
SYSTEMS = ["linux", "win32", "darwin", "cygwin", "emscripten"]
MACHINES = ["x86_64", "aarch64", "arm64", "AMD64", "i686", "ARM64"]
TAGS = [
    "py3-none-any", "cp312-cp312-manylinux2014_x86_64", "cp313-cp313-manylinux2014_x86_64", "cp311-cp311-manylinux_2_17_x86_64",
    "cp310-cp310-manylinux_2_28_aarch64", "cp39-abi3-manylinux_2_28_x86_64", "cp38-abi3-win_amd64", "py3-none-win_amd64",
    "py3-none-win32", "py3-none-win_arm64", "cp312-cp312-win_amd64.win_arm64", "py3-none-macosx_11_0_arm64",
    "cp312-cp312-macosx_14_0_x86_64", "py3-none-macosx_10_9_universal2", "py3-none-macosx_10_9_intel", "cp310-abi3-macosx_11_0_arm64",
    "py3-none-manylinux_2_17_aarch64", "py3-none-musllinux_1_1_x86_64", "py3-none-musllinux_1_2_aarch64",
    "py3-none-manylinux_2_34_x86_64", "py3-none-manylinux_2_39_x86_64", "cp312.cp313-none-any", "py312-none-any", "py313-none-any",
    "py2.py3-none-any", "py2-none-any", "py39-none-any", "cp312-none-any", "pp310-pypy310_pp73-manylinux_2_17_x86_64",
    "cp313-cp313t-manylinux_2_28_x86_64", "cp312-none-manylinux_2_28_x86_64", "cp314-cp314-manylinux_2_28_x86_64",
    "py3-none-linux_x86_64", "cp312-abi3-manylinux1_x86_64", "cp37-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64",
    "py3-none-manylinux_2_17_i686", "py3-none-android_21_arm64_v8a", "py3-none-ios_13_0_arm64_iphoneos",
    "py3-none-manylinux_2_17_x86_64.macosx_11_0_arm64.win_amd64", "py3-none-manylinux_2_17_armv7l", "py3-none-pyodide_2024_0_wasm32",
]
PLATFORMS = [
    "linux", "windows", "macos", "x86_64-manylinux2014", "x86_64-unknown-linux-musl", "aarch64-unknown-linux-gnu",
    "x86_64-unknown-linux-gnu", "aarch64-apple-darwin", "x86_64-apple-darwin", "x86_64-pc-windows-msvc", "i686-pc-windows-msvc",
    "aarch64-pc-windows-msvc", "x86_64-manylinux_2_28", "x86_64-manylinux_2_40", "aarch64-manylinux_2_17", "aarch64-unknown-linux-musl",
    "wasm32-pyodide2024", "wasm32-pyodide2025",
]
REQUIRED = [
    "sys_platform == 'win32'", "sys_platform == 'darwin' and platform_machine == 'arm64'",
    "sys_platform == 'linux' and platform_machine == 'x86_64'", "sys_platform == 'win32' and python_version >= '3.13'",
    "sys_platform == 'linux' and platform_machine == 'aarch64'", "sys_platform == 'darwin'", "platform_machine == 'x86_64'",
    "implementation_name == 'pypy'", "sys_platform == 'linux' and platform_machine == 'x86_64' and python_version == '3.12'",
    "sys_platform == 'win32' and platform_machine == 'AMD64'", "sys_platform != 'linux'", "python_version >= '3.13'",
    "sys_platform == 'linux' or sys_platform == 'darwin'", "platform_system == 'Windows'",
]
AREAS = {
    "nested": 0.45, "extras": 0.45, "pre": 0.35, "dev": 0.15, "post": 0.15, "local": 0.25, "epoch": 0.08, "long": 0.2,
    "python": 0.35, "files": 0.3, "yanked": 0.2, "missing": 0.15, "constraints": 0.25, "overrides": 0.25, "newer": 0.12,
    "lock": 0.25, "resolution": 0.3, "modes": 0.3, "build": 0.15, "target": 0.4, "required": 0.25, "self": 0.12, "twice": 0.15,
    "spelling": 0.3, "pins": 0.2,
}


class WildAuthor:
    """Writes one scenario."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.universal = self.maybe(0.5)
        self.areas = {area for area, share in AREAS.items() if self.maybe(share)}
        # Markers are what forks come from; without universal mode most of them are dull.
        self.marked = self.pick([0.1, 0.3, 0.5]) if self.universal else self.pick([0, 0.1, 0.3])
        self.names = self.chance.sample(NAMES, self.chance.randint(2, 7))
        pools = {"pre": PRE, "dev": DEV, "post": POST, "local": LOCAL, "epoch": EPOCH, "long": LONG}
        self.pool = PLAIN + [version for area, pool in pools.items() if area in self.areas for version in pool]

    def maybe(self, share):
        return self.chance.random() < share

    def pick(self, items):
        return self.chance.choice(items)

    def has(self, area, share=1.0):
        return area in self.areas and self.maybe(share)

    def spelt(self, name):
        return self.pick(SPELLINGS[name]) if self.has("spelling", 0.4) and name in SPELLINGS else name

    def extra(self):
        name = self.pick(list(EXTRAS))
        return self.pick(EXTRAS[name]) if self.has("spelling", 0.5) else name

    def clause(self):
        roll, bound = self.chance.random(), self.pick(self.pool)
        plain = bound.split("+")[0]
        if roll < 0.08 or self.has("pins", 0.35):
            return f"{self.pick(['==', '==', '==='])}{bound}"
        if roll < 0.14:
            return f"=={self.pick(['1', '2', '1.0', '2.0', '1.1', '3', '0'])}.*"
        if roll < 0.2:
            return f"!={self.pick(['1', '2.0', '1.1', '2', '2.1'])}.*"
        if roll < 0.28:
            return f"~={self.pick(['1.0', '1.1', '2.0', '1.0.0', '2.0.0', '2.1', '1.0.post1', '2.0a1', '0.9'])}"
        if roll < 0.36:
            return f"!={bound}"
        operator = self.pick([">=", ">=", ">=", ">", "<", "<", "<=", "<="])
        return f"{operator}{plain}"

    def specifier(self, empty=0.5):
        if self.maybe(empty):
            return ""
        return ",".join(self.clause() for _ in range(self.pick([1, 1, 1, 1, 1, 1, 2, 2, 3])))

    def comparison(self):
        kind = self.chance.random()
        if kind < 0.3:
            return f"sys_platform {self.pick(['==', '==', '!='])} '{self.pick(SYSTEMS[:4])}'"
        if kind < 0.55:
            operator = self.pick([">=", "<", ">=", "<", "==", "!=", ">", "<=", "~="])
            return f"python_version {operator} '{self.pick(PYTHON_VERSIONS)}'"
        if kind < 0.67:
            operator = self.pick([">=", "<", ">", "<=", "==", "!="])
            return f"python_full_version {operator} '{self.pick(FULL)}'"
        if kind < 0.75:
            return f"platform_machine {self.pick(['==', '!='])} '{self.pick(MACHINES)}'"
        if kind < 0.8:
            return f"os_name {self.pick(['==', '!='])} '{self.pick(['nt', 'posix', 'java'])}'"
        if kind < 0.85:
            return f"platform_system {self.pick(['==', '!='])} '{self.pick(['Windows', 'Linux', 'Darwin'])}'"
        if kind < 0.9:
            return self.pick([
                "implementation_name == 'cpython'", "implementation_name != 'pypy'", "implementation_name == 'pypy'",
                "platform_python_implementation == 'CPython'", "platform_python_implementation != 'PyPy'",
            ])
        return self.pick([
            "python_version in '3.12 3.13'", "python_version not in '3.9 3.10'", "'linux' in sys_platform",
            "sys_platform in 'linux darwin'", "sys_platform not in 'win32'", "python_version == '3.*'", "python_version != '3.11.*'",
            "'3.12' <= python_version", "python_full_version == '3.12.*'", "python_full_version ~= '3.12.1'", "extra == 'x'",
            "extra != 'x'", "'64' in platform_machine", "sys_platform > 'l'", "python_full_version in '3.12.1 3.13.0'",
            "platform_machine in 'x86_64 aarch64'", "python_version > '3'", "python_version < '4'", "python_version >= '3'",
        ])

    def marker(self, depth=0):
        if not self.has("nested") or depth > 2 or self.maybe(0.4):
            return self.comparison()
        parts = [self.marker(depth + 1) for _ in range(self.pick([2, 2, 2, 3]))]
        joined = f" {self.pick(['and', 'and', 'or'])} ".join(f"({part})" if " or " in part or " and " in part else part for part in parts)
        return joined

    def opposites(self):
        """Markers of which at most one holds at once, mostly."""
        kind = self.chance.random()
        if kind < 0.3:
            system = self.pick(SYSTEMS[:3])
            return [f"sys_platform == '{system}'", f"sys_platform != '{system}'"]
        if kind < 0.4:
            return [f"sys_platform == '{system}'" for system in self.chance.sample(SYSTEMS[:4], self.pick([2, 3]))]
        if kind < 0.6:
            version = self.pick(PYTHON_VERSIONS[2:6])
            return [f"python_version < '{version}'", f"python_version >= '{version}'"]
        if kind < 0.68:
            version = self.pick(FULL)
            return [f"python_full_version < '{version}'", f"python_full_version >= '{version}'"]
        if kind < 0.76:
            version = self.pick(PYTHON_VERSIONS[2:6])
            return [f"python_version == '{version}'", f"python_version != '{version}'"]
        if kind < 0.84:
            return ["platform_machine == 'x86_64'", self.pick(["platform_machine == 'aarch64'", "platform_machine != 'x86_64'"])]
        # Any two: they overlap as it comes.
        return [self.marker(), self.marker()]

    def requirements(self, names, most):
        made = []
        for _ in range(self.chance.randint(0, most)):
            chosen = "ghost" if self.has("missing", 0.06) else self.pick(names)
            name = self.spelt(chosen)
            if self.has("extras", 0.25):
                name += f"[{','.join(self.extra() for _ in range(self.pick([1, 1, 2])))}]"
            if self.maybe(self.marked * 0.6):
                for marker in self.opposites():
                    made.append(f"{name}{self.specifier(0.25)} ; {marker}")
            elif self.maybe(self.marked):
                made.append(f"{name}{self.specifier()} ; {self.marker()}")
            else:
                made.append(f"{name}{self.specifier()}")
            if self.has("twice", 0.25):
                made.append(f"{self.spelt(chosen)}{self.specifier()}")
        return made

    def release(self, name):
        others = [other for other in self.names if other != name] or ["ghost"]
        lines = {}
        requires = self.requirements(others, 2)
        if self.has("self", 0.15):
            requires.append(self.pick([name, f"{name}{self.clause()}", f"{name}[{self.extra()}]"]))
        if requires:
            lines["requires"] = requires
        if self.has("extras", 0.6):
            lines["extras"] = {}
            for extra in EXTRAS:
                if self.maybe(0.5):
                    requires = self.requirements(others, 1)
                    if self.maybe(0.25):
                        marker = f" ; {self.marker()}" if self.maybe(self.marked) else ""
                        bound = self.clause() if self.maybe(0.2) else ""
                        requires.append(f"{self.spelt(name)}[{self.extra()}]{bound}{marker}")
                    lines["extras"][self.pick(EXTRAS[extra]) if self.has("spelling", 0.5) else extra] = requires
        if self.has("python", 0.5):
            lines["requires_python"] = self.pick(PYTHONS)
        if self.has("files", 0.55):
            lines["sdist"] = self.maybe(0.35)
            if self.maybe(0.2):
                lines["wheel"] = False
            else:
                lines["wheel_tags"] = self.chance.sample(TAGS, self.chance.randint(0, 4))
        if self.has("yanked", 0.25):
            lines["yanked"] = True
        return lines

    def versions(self):
        return self.chance.sample(self.pool, min(len(self.pool), self.pick([1, 2, 3, 4, 5, 6, 8, 10])))

    def write(self, name):
        packages = {one: {version: self.release(one) for version in distinct(self.versions())} for one in self.names}
        root = self.requirements(self.names, 3) or [self.pick(self.names)]
        sections = [f"name = {json.dumps(name)}", 'description = "A random index with wild wishes."']
        options, own, environment = self.options(), self.own(packages), self.environment()
        if not self.universal and re.search(r"3\.\d+\.\d", repr([root, packages, own])):
            # What counts by the third number needs a Python of which that is known.
            options.setdefault("python", self.pick(["3.12.0", "3.11.4", "3.12.4", "3.13.1", "3.10.2"]))
        if environment:
            sections += ["", "[environment]", *lines_of(environment)]
        if options:
            sections += ["", "[resolver_options]", *lines_of(options)]
        sections += ["", "[root]"]
        if self.universal and self.maybe(0.6):
            sections.append(f"requires_python = {json.dumps(self.pick(ROOT_PYTHONS))}")
        sections.append(f"requires = {toml(root)}")
        if own:
            sections += ["", "[shipshape]", *lines_of(own)]
        for one, versions in packages.items():
            spelt = self.spelt(one)
            for version, release in versions.items():
                sections += ["", f'[packages.{json.dumps(spelt)}.versions."{version}"]', *lines_of(release)]
        return "\n".join(sections) + "\n"

    def environment(self):
        made = {}
        if self.has("target", 0.7):
            made["python"] = self.pick(["3.9", "3.10", "3.11", "3.12", "3.13"])
        if self.has("target", 0.3):
            made["additional_python"] = self.chance.sample(["3.8", "3.9", "3.10", "3.11", "3.13"], self.pick([1, 2]))
        return made

    def options(self):
        made = {}
        if self.universal:
            made["universal"] = True
            if "required" in self.areas:
                made["required_environments"] = self.chance.sample(REQUIRED, self.pick([1, 1, 2, 3]))
        elif "target" in self.areas:
            if self.maybe(0.5):
                made["python"] = self.pick(["3.8", "3.9", "3.10.0", "3.11", "3.12", "3.13", "3.12.4", "3.11.2", "3.14"])
            if self.maybe(0.6):
                made["python_platform"] = self.pick(PLATFORMS)
        if "resolution" in self.areas:
            made["resolution"] = self.pick(["lowest", "lowest", "lowest-direct"])
        if self.has("modes", 0.4):
            made["prereleases"] = True
        for key in ("no_build", "no_binary"):
            if self.has("build", 0.6):
                made[key] = [self.spelt(name) for name in self.chance.sample(self.names, min(len(self.names), self.pick([1, 2, 3])))]
        return made

    def own(self, packages):
        made = {}
        if self.has("modes", 0.5):
            made["prereleases"] = self.pick(["disallow", "explicit", "allow", "if-necessary"])
        for key in ("constraints", "overrides"):
            if key in self.areas:
                made[key] = [self.wish(key) for _ in range(self.pick([1, 1, 2, 3]))]
        if "lock" in self.areas and not self.universal:
            held = self.chance.sample(list(packages), self.chance.randint(1, len(packages)))
            made["lock"] = {one: self.pick([*packages[one], *packages[one], self.pick(self.pool)]) for one in held}
        if "newer" in self.areas:
            made["exclude_newer"] = self.pick(["2024-06-30", "2024-06-15", "2024-06-15T12:00:00Z", "2024-06-15T12:00:00+02:00"])
            made["uploaded"] = {
                one: {version: self.upload() for version in versions if self.maybe(0.93)} for one, versions in packages.items()
            }
        return made

    def wish(self, key):
        name = self.spelt(self.pick(self.names))
        if key == "overrides" and self.has("extras", 0.4):
            name += f"[{self.extra()}]"
        marker = f" ; {self.marker()}" if self.maybe(self.marked + 0.1) else ""
        return f"{name}{self.specifier(0.1)}{marker}"

    def upload(self):
        day = f"2024-{self.chance.randint(1, 9):02}-15"
        return self.pick([day, day, "2024-06-15T12:00:00Z", "2024-06-15T11:59:59Z", "2024-06-15T10:00:00Z"])


def distinct(versions):
    """Without those that are the same version in another spelling."""
    seen = {}
    for version in versions:
        head, plus, local = version.partition("+")
        while head.endswith(".0") and head.replace(".", "").isdigit():
            head = head[:-2]
        seen.setdefault(head + plus + local, version)
    return list(seen.values())


def toml(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value)
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    return f"{{ {', '.join(f'{json.dumps(key)} = {toml(inner)}' for key, inner in value.items())} }}" if value else "{}"


def lines_of(table):
    return [f"{key} = {toml(value)}" for key, value in table.items()]
