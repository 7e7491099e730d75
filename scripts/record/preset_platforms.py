"""Platform tags of a machine, most preferred first, as the reference library makes them.

Reads a machine's environment (the form of the tags reference, fidelity/standards) as JSON on standard input and prints its
platform tags as a JSON list. The library asks the running system for its C library; here it is told the machine's instead.
"""

import json
import sys

from packaging import _manylinux, _musllinux, tags


def linux_platforms(platform: dict) -> list[str]:
    major, minor = platform["libcVersion"]
    archs = {"armv8l": ["armv8l", "armv7l"]}.get(platform["arch"], [platform["arch"]])
    own = [f"linux_{arch}" for arch in archs]
    if platform["kind"] == "musl":
        _musllinux._get_musl_version = lambda _: _musllinux._MuslVersion(major, minor)
        return [*own, *_musllinux.platform_tags(archs)]
    _manylinux._get_glibc_version = lambda: (major, minor)
    # For 32-bit machines the library looks at the running interpreter's own file.
    _manylinux._is_linux_armhf = _manylinux._is_linux_i686 = lambda _: True
    return [*own, *_manylinux.platform_tags(archs)]


def plain(name: str) -> str:
    return tags._normalize_string(name).lower()


def platforms(platform: dict) -> list[str]:
    match platform["kind"]:
        case "linux" | "musl":
            return linux_platforms(platform)
        case "macos":
            return list(tags.mac_platforms(tuple(platform["version"]), platform["arch"]))
        case "windows":
            return [{"amd64": "win_amd64", "x86": "win32", "arm64": "win_arm64"}[platform["arch"]]]
        case "ios":
            return list(tags.ios_platforms(tuple(platform["version"]), f"{platform['arch']}-{platform['sdk']}"))
        case "android":
            return list(tags.android_platforms(platform["api"], platform["arch"]))
        case "emscripten":
            runtime = platform.get("pyemscripten")
            own = [f"pyemscripten_{runtime}_wasm32"] if runtime else []
            return [*own, plain(f"emscripten_{platform['emscripten']}_{platform['arch']}")]
        case "freebsd":
            return [plain(f"freebsd_{platform['release']}_{platform['arch']}")]
        case kind:
            sys.exit(f"No platform tags are known for a machine of kind {kind!r}.")


if __name__ == "__main__":
    json.dump(platforms(json.load(sys.stdin)["platform"]), sys.stdout)
