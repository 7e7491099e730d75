"""Platform tags of a machine, most preferred first, as the reference library makes them.

Reads a machine's environment (the form of content/index/machines.json) as JSON on standard input and prints its platform
tags as a JSON list. The library asks the running system for its C library; here it is told the machine's instead.
"""

import json
import sys

from packaging import _manylinux, _musllinux, tags


def platforms(platform: dict) -> list[str]:
    match platform["kind"]:
        case "linux":
            major, minor = platform["libcVersion"]
            _manylinux._get_glibc_version = lambda: (major, minor)
            # For 32-bit machines the library looks at the running interpreter's own file.
            _manylinux._is_linux_armhf = _manylinux._is_linux_i686 = lambda _: True
            return [f"linux_{platform['arch']}", *_manylinux.platform_tags([platform["arch"]])]
        case "musl":
            major, minor = platform["libcVersion"]
            _musllinux._get_musl_version = lambda _: _musllinux._MuslVersion(major, minor)
            return [f"linux_{platform['arch']}", *_musllinux.platform_tags([platform["arch"]])]
        case "macos":
            return list(tags.mac_platforms(tuple(platform["version"]), platform["arch"]))
        case "windows":
            return [{"amd64": "win_amd64", "x86": "win32", "arm64": "win_arm64"}[platform["arch"]]]
        case kind:
            sys.exit(f"No platform tags are known for a machine of kind {kind!r}.")


json.dump(platforms(json.load(sys.stdin)["platform"]), sys.stdout)
