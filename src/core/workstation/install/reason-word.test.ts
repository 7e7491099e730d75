import { describe, expect, it } from 'vitest';
import { arrangeTags, fitWheel, readWheelFilename } from '@/core/python';
import machinesText from '~content/index/machines.json?raw';
import { reasonWords } from './reason-word';
import type { TargetMachine } from './target-machine';

const { machines }: { machines: readonly (TargetMachine & { id: string })[] } = JSON.parse(machinesText);

/** The word on a wheel for a machine. */
function wordOn(id: string, tags: string): string {
  const wheel = readWheelFilename(`kit-1.0-${tags}.whl`);
  if (wheel === undefined) throw new TypeError(`no wheel: ${tags}`);
  const machine = machines.find((one) => one.id === id);
  if (machine === undefined) throw new TypeError(`no machine ${id}`);
  const fit = fitWheel(wheel, arrangeTags(machine.environment));
  return fit.kind === 'fits' ? 'fits' : reasonWords({ kind: 'tags', mismatches: fit.mismatches }).join(', ');
}

describe('the word on a wheel that does not fit', () => {
  it.each([
    ['linux-cp313', 'cp312-cp312-manylinux_2_17_x86_64', 'Python 3.12'],
    ['linux-cp313', 'pp310-pypy310_pp73-manylinux_2_17_x86_64', 'PyPy 3.10'],
    ['linux-cp313', 'py2-none-any', 'Python 2'],
    ['linux-cp313', 'cp313-cp313-manylinux_2_17_aarch64', 'ARM'],
    ['linux-cp313', 'cp313-cp313-musllinux_1_2_x86_64', 'musl'],
    ['linux-cp313', 'cp313-cp313-manylinux_2_99_x86_64', 'newer glibc'],
    ['linux-cp313', 'cp313-cp313-win_amd64', 'Windows'],
    ['linux-cp313', 'cp313-cp313-macosx_11_0_arm64', 'macOS'],
    ['linux-cp313', 'cp313-cp313-ios_13_0_arm64_iphoneos', 'iOS'],
    ['linux-cp313', 'cp313-cp313-android_24_x86_64', 'Android'],
    ['linux-cp313', 'cp313-cp313-pyemscripten_2025_0_wasm32', 'WebAssembly'],
    ['linux-cp313', 'cp312-cp312-win_amd64', 'Python 3.12, Windows'],
    ['alpine-cp313', 'cp313-cp313-manylinux_2_17_x86_64', 'glibc'],
    ['windows-cp313', 'cp313-cp313-win32', '32-bit'],
    ['windows-cp313', 'cp313-cp313-win_arm64', 'ARM'],
    ['windows-cp313', 'cp313-cp313-manylinux_2_17_x86_64', 'Linux'],
    ['macos-cp313-arm64', 'cp313-cp313-macosx_11_0_x86_64', 'x86-64'],
    ['macos-cp313-arm64', 'cp313-cp313-macosx_99_0_arm64', 'newer macOS'],
    ['linux-cp314', 'cp314-cp314t-manylinux_2_17_x86_64', 'free-threaded'],
    ['linux-cp314t', 'cp314-cp314-manylinux_2_17_x86_64', 'not free-threaded'],
    ['pypy-310', 'cp310-cp310-manylinux_2_17_x86_64', 'CPython'],
    ['linux-cp313', 'cp313-cp313-manylinux_x86_64', 'unknown platform'],
    ['linux-cp313', 'cp313-cp313-manylinux_2_17_armv7l', '32-bit ARM'],
    ['alpine-cp313', 'cp313-cp313-musllinux_1_9_x86_64', 'newer musl'],
  ])('%s, %s: %s', (machine, tags, word) => {
    expect(wordOn(machine, tags)).toBe(word);
  });
});

describe('the word on another file', () => {
  it.each([
    [{ kind: 'requires-python', requires: '>=3.10', have: '3.9.2' }, 'Python >=3.10'],
    [{ kind: 'specifier', specifier: '<4' }, 'not asked for'],
    [{ kind: 'pre-release' }, 'pre-release'],
    [{ kind: 'yanked', why: 'broken' }, 'yanked'],
    [{ kind: 'sdist-while-wheel-fits', wheel: 'kit-1.0-py3-none-any.whl' }, 'in reserve'],
    [{ kind: 'wheels-only' }, 'source'],
  ] as const)('%j: %s', (reason, word) => {
    expect(reasonWords(reason)).toEqual([word]);
  });
});
