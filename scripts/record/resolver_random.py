"""Random scenarios of the resolver, with all features mixed: small indexes in which the choices meet.

    resolver_random.py <out> <count> <seed> [large|rare|wild]

`large` makes indexes of up to 16 projects with up to ten releases each, where a search has to step back a lot; `rare` takes the rarer
markers, ranges of Python and local versions beside the public one; `wild` goes further (resolver_wild.py). The same seed gives the same files. Started by scripts/record/resolver.ts (`grow`), which then asks uv about them.
"""

import json
import random
import sys
from pathlib import Path

from resolver_wild import WildAuthor, lines_of, toml

NAMES = "abcdefghijklmnop"
STABLE = ["0.9", "1.0", "1.1", "1.5", "2.0", "2.1", "3.0"]
MORE = ["1.2", "1.3", "2.2", "2.3", "2.4"]
ODD = ["1.0a1", "2.0a1", "2.0b1", "2.0rc1", "3.0a1", "1.0+cpu", "2.0+cpu", "1.0.post1", "2.0.dev1"]
BOUNDS = ["1.0", "1.1", "1.5", "2.0", "2.1", "3.0"]
OPERATORS = [">=", ">=", ">=", ">=", "<", "<", "<", "!=", "!=", "<=", ">", "==", "~="]
MARKERS = [
    "sys_platform == 'linux'",
    "sys_platform != 'linux'",
    "sys_platform == 'win32'",
    "sys_platform != 'win32'",
    "sys_platform == 'darwin'",
    "python_version < '3.13'",
    "python_version >= '3.13'",
    "python_version >= '3.11'",
    "os_name == 'posix'",
    "os_name == 'nt'",
    "platform_machine == 'x86_64'",
    "platform_machine != 'x86_64'",
    "implementation_name == 'cpython'",
    "sys_platform == 'linux' and platform_machine == 'aarch64'",
    "sys_platform == 'linux' or python_version < '3.13'",
]
OPPOSITES = [
    ("sys_platform == 'linux'", "sys_platform != 'linux'"),
    ("sys_platform == 'win32'", "sys_platform == 'darwin'"),
    ("python_version < '3.13'", "python_version >= '3.13'"),
    ("sys_platform == 'linux'", "sys_platform == 'win32'"),
    ("platform_machine == 'x86_64'", "platform_machine == 'aarch64'"),
    ("implementation_name == 'pypy'", "implementation_name != 'pypy'"),
]
PYTHONS = [">=3.8", ">=3.8", ">=3.10", ">=3.12", ">=3.13", ">=3.8,<3.12", "", ">=3.11"]
TAGS = [
    "cp312-cp312-manylinux2014_x86_64",
    "cp313-cp313-manylinux2014_x86_64",
    "cp39-abi3-manylinux_2_28_x86_64",
    "py3-none-win_amd64",
    "cp312-cp312-win_amd64",
    "py3-none-macosx_11_0_arm64",
    "py3-none-manylinux_2_17_aarch64",
    "py3-none-musllinux_1_1_x86_64",
    "py3-none-manylinux_2_34_x86_64",
]
PLATFORMS = ["linux", "windows", "macos", "x86_64-manylinux2014", "x86_64-unknown-linux-musl", "aarch64-unknown-linux-gnu"]
REQUIRED = [
    "sys_platform == 'win32'",
    "sys_platform == 'darwin' and platform_machine == 'arm64'",
    "sys_platform == 'linux' and platform_machine == 'x86_64'",
]


RARE_MARKERS = [
    "python_full_version >= '3.12.4'",
    "python_full_version < '3.13.1'",
    "python_version in '3.12 3.13'",
    "python_version not in '3.9 3.10'",
    "python_version == '3.13'",
    "python_version != '3.12'",
    "python_version ~= '3.12'",
    "python_version > '3.12'",
    "'linux' in sys_platform",
    "sys_platform in 'linux darwin'",
    "sys_platform == 'cygwin'",
    "platform_system == 'Windows'",
    "platform_system != 'Darwin'",
    "platform_python_implementation == 'PyPy'",
    "sys_platform > 'l'",
    "os_name == 'nt' or (sys_platform == 'darwin' and platform_machine == 'arm64')",
    "python_version < '3' or sys_platform == 'linux'",
    "extra == 'x'",
    "platform_machine == 'arm64' and sys_platform == 'darwin'",
    "implementation_version >= '3.13'",
    "platform_release >= '20'",
]
RARE_OPPOSITES = [
    ("python_version < '3.12'", "python_version >= '3.12'"),
    ("python_version == '3.13'", "python_version != '3.13'"),
    ("platform_system == 'Windows'", "platform_system == 'Linux'"),
    ("python_full_version < '3.12.4'", "python_full_version >= '3.12.4'"),
    ("os_name == 'nt'", "os_name == 'posix'"),
    ("sys_platform == 'linux' and platform_machine == 'x86_64'", "sys_platform != 'linux' or platform_machine != 'x86_64'"),
    ("sys_platform == 'linux'", "os_name == 'posix'"),
    ("python_version >= '3.13'", "python_version >= '3.14'"),
]
RARE_PYTHONS = [">=3.10,<4", "!=3.11.*,>=3.9", ">3.9", "~=3.9", "<3.14", ">=3.14", ">=3.12.4", "==3.12.*", ">=3.13,<3.14", "<=3.13", ">=3.6,!=3.12.*"]
RARE_ROOT_PYTHONS = [">=3.9,<3.13", ">=3.10.2", "~=3.10", ">=3.12,<3.13", ">3.10", ">=3.9,!=3.11.*", ">=3.12,<4", ""]
RARE_REQUIRED = [
    "sys_platform == 'win32' and python_version >= '3.13'",
    "sys_platform == 'linux' and platform_machine == 'aarch64'",
    "sys_platform == 'darwin'",
    "sys_platform == 'darwin' and platform_machine == 'x86_64'",
    "platform_machine == 'x86_64'",
    "implementation_name == 'pypy'",
    "sys_platform == 'linux' and platform_machine == 'x86_64' and python_version == '3.12'",
]
RARE_TAGS = [
    "cp312-cp312-win_amd64.win_arm64",
    "cp312.cp313-none-any",
    "py3-none-macosx_10_9_universal2",
    "cp312-cp312-macosx_14_0_x86_64",
    "pp310-pypy310_pp73-manylinux_2_17_x86_64",
    "cp313-cp313t-manylinux_2_28_x86_64",
    "cp312-none-manylinux_2_28_x86_64",
    "py312-none-any",
    "py313-none-any",
    "py2.py3-none-any",
    "cp310-abi3-macosx_11_0_arm64",
    "cp38-abi3-win_amd64",
]
LOCALS = ["1.0", "1.0+cpu", "2.0", "2.0+cpu", "2.0+cu12", "2.1+cpu", "1.5"]


class Author:
    """Writes one scenario. What it may use is drawn first, so that some scenarios are plain and some are wild."""

    def __init__(self, seed, size):
        self.chance = random.Random(seed)
        self.large = large = size == ["large"]
        self.rare = size == ["rare"]
        more = self.rare
        self.markers = MARKERS + RARE_MARKERS if more else MARKERS
        self.opposites = OPPOSITES + RARE_OPPOSITES if more else OPPOSITES
        self.pythons = PYTHONS + RARE_PYTHONS if more else PYTHONS
        self.tags = TAGS + RARE_TAGS if more else TAGS
        self.wanted = REQUIRED + RARE_REQUIRED if more else REQUIRED
        self.universal = self.maybe(0.4)
        self.names = NAMES[: self.chance.randint(8, 16) if large else self.chance.randint(3, 7)]
        self.uses = {
            word: self.maybe(share)
            for word, share in {
                "odd": 0.5, "markers": 0.75, "extras": 0.4, "python": 0.3, "files": 0.25, "yanked": 0.3,
                "missing": 0.3, "constraints": 0.2, "overrides": 0.15, "newer": 0.15, "lock": 0.15,
                "resolution": 0.25, "prereleases": 0.25, "build": 0.15, "target": 0.3, "required": 0.15,
            }.items()
        }

    def maybe(self, share):
        return self.chance.random() < share

    def pick(self, items):
        return self.chance.choice(items)

    def specifier(self):
        if self.maybe(0.4):
            return ""
        clauses = [self.clause() for _ in range(2 if self.maybe(0.15) else 1)]
        return ",".join(clauses)

    def clause(self):
        if self.uses["odd"] and self.maybe(0.15):
            return f"{self.pick(['>=', '==', '<', '>'])}{self.pick(ODD[:5])}"
        if self.rare and self.maybe(0.1):
            return self.pick(["==2.0+cpu", "==1.0+cpu", "!=2.0+cpu", "===2.0", "!=2.0", "<=2.0", "~=1.0", ">=2.0,<2.1"])
        operator = self.pick(OPERATORS)
        bound = self.pick(BOUNDS)
        return f"{operator}{bound}.*" if operator in ("==", "!=") and self.maybe(0.2) else f"{operator}{bound}"

    def requirements(self, names, most):
        """Some requirements; now and then a pair with markers that exclude each other."""
        made = []
        for _ in range(self.chance.randint(0, most)):
            name = "ghost" if self.uses["missing"] and self.maybe(0.03) else self.pick(names)
            if self.uses["extras"] and self.maybe(0.2):
                name += self.pick(["[x]", "[y]", "[x,y]"])
            if self.uses["markers"] and self.maybe(0.3 if self.universal else 0.15):
                for marker in self.pick(self.opposites):
                    made.append(f"{name}{self.specifier()} ; {marker}")
            elif self.uses["markers"] and self.maybe(0.25):
                made.append(f"{name}{self.specifier()} ; {self.pick(self.markers)}")
            else:
                made.append(f"{name}{self.specifier()}")
        return made

    def release(self, name):
        others = [other for other in self.names if other != name]
        lines = {}
        requires = self.requirements(others, 3 if self.large else 2)
        if requires:
            lines["requires"] = requires
        if self.uses["extras"] and self.maybe(0.5):
            lines["extras"] = {
                extra: self.requirements(others, 1) + ([f"{name}[y]"] if extra == "x" and self.maybe(0.2) else [])
                for extra in ("x", "y")
                if self.maybe(0.8)
            }
        if self.uses["python"] and self.maybe(0.4):
            lines["requires_python"] = self.pick(self.pythons)
        if self.uses["files"] and self.maybe(0.5):
            lines["sdist"] = self.maybe(0.4)
            if lines["sdist"] and self.maybe(0.3):
                lines["wheel"] = False
            else:
                lines["wheel_tags"] = self.chance.sample(self.tags, self.chance.randint(0, 3))
        if self.uses["yanked"] and self.maybe(0.2):
            lines["yanked"] = True
        return lines

    def root_pythons(self):
        return [">=3.10", ">=3.12", ">=3.9", ">=3.12,<3.14", *(RARE_ROOT_PYTHONS if self.rare else [])]

    def versions(self):
        if self.rare and self.maybe(0.25):
            return self.chance.sample(LOCALS, self.chance.randint(2, 6))
        pool = (STABLE + MORE if self.large else STABLE) + (ODD if self.uses["odd"] else [])
        return self.chance.sample(pool, self.chance.randint(4, 10) if self.large else self.chance.randint(2, 6))

    def write(self, name):
        packages = {one: {version: self.release(one) for version in self.versions()} for one in self.names}
        root = self.requirements(self.names, 3) or [self.pick(self.names)]
        sections = [f"name = {json.dumps(name)}", 'description = "A random index with random wishes."']
        options, own = self.options(), self.own(packages)
        if self.uses["target"] and not self.universal:
            sections += ["", "[environment]", f"python = {json.dumps(self.pick(['3.10', '3.11', '3.12', '3.13']))}"]
        if options:
            sections += ["", "[resolver_options]", *lines_of(options)]
        sections += ["", "[root]"]
        if self.universal and self.uses["python"]:
            sections.append(f"requires_python = {json.dumps(self.pick(self.root_pythons()))}")
        sections.append(f"requires = {toml(root)}")
        if own:
            sections += ["", "[shipshape]", *lines_of(own)]
        for one, versions in packages.items():
            for version, release in versions.items():
                sections += ["", f'[packages.{one}.versions."{version}"]', *lines_of(release)]
        return "\n".join(sections) + "\n"

    def options(self):
        made = {}
        if self.universal:
            made["universal"] = True
            if self.uses["required"]:
                made["required_environments"] = self.chance.sample(self.wanted, self.chance.randint(1, 2))
        elif self.uses["target"]:
            if self.maybe(0.5):
                made["python"] = self.pick(["3.9", "3.10", "3.11", "3.12", "3.13"])
            if self.maybe(0.6):
                made["python_platform"] = self.pick(PLATFORMS)
        if self.uses["resolution"]:
            made["resolution"] = self.pick(["lowest", "lowest-direct"])
        if self.uses["prereleases"] and self.maybe(0.5):
            made["prereleases"] = True
        if self.uses["build"]:
            made[self.pick(["no_build", "no_binary"])] = self.chance.sample(self.names, 2)
        return made

    def own(self, packages):
        made = {}
        if self.uses["prereleases"] and self.maybe(0.5):
            made["prereleases"] = self.pick(["disallow", "explicit", "allow"])
        for key in ("constraints", "overrides"):
            if self.uses[key]:
                marker = f" ; {self.pick(self.markers)}" if self.uses["markers"] and self.maybe(0.3) else ""
                made[key] = [f"{self.pick(self.names)}{self.clause()}{marker}"]
        if self.uses["lock"] and not self.universal:
            held = self.chance.sample(list(packages), 2)
            made["lock"] = {one: self.pick(list(packages[one])) for one in held}
        if self.uses["newer"]:
            made["exclude_newer"] = "2024-06-30"
            made["uploaded"] = {
                one: {version: f"2024-{self.chance.randint(1, 9):02}-15" for version in versions}
                for one, versions in packages.items()
            }
        return made


def main():
    out, count, seed, *size = sys.argv[1:]
    for number in range(int(count)):
        name = "-".join(["random", *size, seed, f"{number:04}"])
        place = "/".join([*size, seed, str(number)])
        author = WildAuthor(place) if size == ["wild"] else Author(place, size)
        Path(out, f"{name}.toml").write_text(author.write(name), encoding="utf-8")


main()
