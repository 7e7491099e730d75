// The ordered tags that pip and uv give an interpreter, where they leave the list of the reference implementation (tags.ts): the
// platform compatibility tags specification, "Use", leaves the list to the installer. Recorded: content/index/installers/choices.json.
import { readPlatformTag } from './platform-tag';
import { type Platform, platformTags } from './platform-tags';
import { ownPythonTag, type Tag, type TagEnvironment, tagsOver } from './tags';

/** The installers whose choices are recorded: pip 26.3 and uv 0.13.9. */
export type Installer = 'pip' | 'uv';

/**
 * The tags that an interpreter has with an installer, most preferred first (PEP 425, "Use"). pip's list differs from the
 * reference list for implementations other than CPython, uv's also on Linux, on macOS with an x86-64 processor and in
 * WebAssembly. uv refuses to run on some implementations (Jython, IronPython); their list here is the one it would have.
 *
 * @example installerTags(LINUX_312, 'pip')[0].platform // → 'linux_x86_64'
 * @example installerTags(LINUX_312, 'uv')[0].platform // → 'manylinux_2_36_x86_64'
 */
export function installerTags(environment: TagEnvironment, installer: Installer): readonly Tag[] {
  const own = ownPythonTag(environment);
  switch (installer) {
    case 'pip':
      return tagsOver(environment, platformTags(environment.platform), own);
    case 'uv': {
      const isCpython = environment.implementation === 'cp';
      const tags = tagsOver(environment, uvPlatforms(environment.platform), isCpython ? own : undefined);
      // pp311-none-manylinux_2_17_x86_64 fits no PyPy of uv's, py311-none-manylinux_2_17_x86_64 does.
      // uv reads graalpy242_311_native as GraalPy 2.42, which no GraalPy says of itself.
      return isCpython ? tags : tags.filter(({ python, abi }) => python !== own || !/^(?:none$|graalpy\d)/.test(abi));
    }
  }
}

/** The oldest glibc for which uv knows wheels of these processors; they are younger than glibc 2.17. */
const OLDEST_GLIBC: ReadonlyMap<string, number> = new Map([
  ['riscv64', 31],
  ['loongarch64', 36],
]);

function uvPlatforms(platform: Platform): readonly string[] {
  const platforms = platformTags(platform);
  switch (platform.kind) {
    case 'linux':
    case 'musl': {
      const oldest = OLDEST_GLIBC.get(platform.arch) ?? 0;
      const isPlain = (name: string) => name.startsWith('linux_');
      const isKnown = (name: string) => {
        const tag = readPlatformTag(name);
        return tag.kind !== 'manylinux' || tag.glibc[0] > 2 || tag.glibc[1] >= oldest;
      };
      return [...platforms.filter((name) => !isPlain(name) && isKnown(name)), ...platforms.filter(isPlain)];
    }
    case 'macos':
      return platforms.filter((name) => !name.endsWith('_fat3'));
    case 'emscripten': {
      const { pyemscripten } = platform;
      return pyemscripten === undefined
        ? []
        : [`pyemscripten_${pyemscripten}_wasm32`, `pyodide_${pyemscripten}_wasm32`];
    }
    case 'windows':
    case 'ios':
    case 'android':
    case 'freebsd':
      return platforms;
  }
}
