/**
 * What the bench of the packaging standards is run on: versions, specifiers and wheel names in the proportions of the index, the same
 * each time. The platforms and the forms of versions are those of real releases; the numbers are drawn.
 */

/** Whole numbers below a limit, always the same ones (a linear congruential generator). @param {number} seed */
function drawer(seed) {
  let state = seed;
  return (/** @type {number} */ limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const tags = [
  ...Array.from({ length: 10 }, () => 'py3-none-any'),
  'py2.py3-none-any',
  'cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64',
  'cp313-cp313-manylinux_2_17_aarch64.manylinux2014_aarch64',
  'cp313-cp313-manylinux_2_5_x86_64.manylinux1_x86_64.manylinux_2_17_x86_64.manylinux2014_x86_64',
  'cp313-cp313-musllinux_1_2_x86_64',
  'cp311-cp311-win_amd64',
  'cp310-cp310-win32',
  'cp312-cp312-macosx_10_13_universal2',
  'cp314-cp314t-macosx_11_0_arm64',
  'cp39-abi3-manylinux_2_28_x86_64',
  'pp311-pypy311_pp73-manylinux_2_28_x86_64',
];
const names = [
  'requests',
  'charset_normalizer',
  'numpy',
  'typing_extensions',
  'ruamel.yaml',
  'Pillow',
  'urllib3',
  'google_cloud_storage',
];

/** @returns {{ versions: string[], candidates: string[], specifiers: string[], filenames: string[] }} */
export function standardsInputs() {
  const draw = drawer(440);
  const release = () => {
    const form = draw(20);
    if (form === 0) return `${2015 + draw(12)}.${1 + draw(12)}.${1 + draw(28)}`;
    if (form === 1) return `0.0.${draw(3000)}`;
    if (form < 5) return `${draw(12)}.${draw(40)}`;
    if (form === 5) return `${draw(12)}.${draw(30)}.${draw(30)}.${draw(20)}`;
    return `${draw(12)}.${draw(40)}.${draw(30)}`;
  };
  const version = () => {
    const form = draw(100);
    if (form < 84) return release();
    if (form < 88) return `${release()}rc${draw(5)}`;
    if (form < 91) return `${release()}${['a', 'b'][draw(2)]}${draw(9)}`;
    if (form < 94) return `${release()}.post${draw(4)}`;
    if (form < 98) return `${release()}.dev${20200101 + draw(60000)}`;
    return `${release()}+cu${118 + draw(12)}`;
  };
  const specifier = () => {
    const low = draw(8);
    const from = `${low}.${draw(40)}`;
    switch (draw(6)) {
      case 0:
        return `>=${from}`;
      case 1:
        return `>=${from},<${low + 1 + draw(3)}`;
      case 2:
        return `~=${from}.${draw(10)}`;
      case 3:
        return `>=${from},!=${from}.1,<${low + 2}`;
      case 4:
        return `==${low}.*`;
      default:
        return `>${from},<=${low + 3}.${draw(20)}`;
    }
  };
  const many = (/** @type {number} */ length, /** @type {() => string} */ make) => Array.from({ length }, make);
  const filename = () =>
    `${names[draw(names.length)]}-${draw(10) === 0 ? version() : release()}-${tags[draw(tags.length)]}.whl`;
  return {
    versions: many(100_000, version),
    candidates: many(1000, version),
    specifiers: many(100, specifier),
    filenames: many(50_000, filename),
  };
}
