/** The same by the libraries that the tools themselves use: `packaging` for pip, node-semver for npm. */
import { formatSemVer } from '@/core/resolution';
import type { RealCheck } from '@/figures/frame/model';
import { readAll } from './reading';
import type { SpecifierScene } from './scenario';
import type { SpecifierState } from './state';

const POLICIES = { 'if-needed': 'None', allow: 'True', refuse: 'False' } as const;

export function realCheck(scene: SpecifierScene, state: SpecifierState): RealCheck {
  const { list, npm, python } = readAll(scene, state);
  const isGood = python.problems.length === 0;
  const specifier = isGood ? state.specifier.text : (state.specifier.good ?? '');
  const texts = list.versions.map(({ text }) => text);
  const spelt = list.versions.flatMap(({ semver }) => ('semver' in semver ? [formatSemVer(semver.semver)] : []));
  const withNpm = state.beside && npm.reading !== undefined && !npm.isStale;
  return {
    says: [
      'In a terminal with Python and ',
      { code: 'packaging' },
      ' (',
      { code: 'python3 -m pip install packaging' },
      ' in an environment of your own)',
      ...(withNpm ? ['; the second part wants Node and the package ', { code: 'semver' }, ' in this folder'] : []),
      '. It asks nobody and changes nothing.',
    ],
    script: [
      "python3 - <<'END'",
      'from packaging.specifiers import SpecifierSet',
      '',
      `versions = """`,
      ...wrapped(texts),
      '""".split()',
      `admitted = list(SpecifierSet(${pythonText(specifier)}).filter(versions, prereleases=${POLICIES[state.prereleases]}))`,
      'print(len(admitted), "of", len(versions))',
      'print(*admitted)',
      'END',
      ...(withNpm
        ? [
            "node - <<'END'",
            "const { satisfies } = require('semver');",
            'const versions = `',
            ...wrapped(spelt),
            '`.trim().split(/\\s+/);',
            `const admitted = versions.filter((version) => satisfies(version, ${JSON.stringify(npm.text)}));`,
            "console.log(admitted.length, 'of', versions.length);",
            "console.log(admitted.join(' '));",
            'END',
          ]
        : []),
    ].join('\n'),
  };
}

/** JSON's strings are Python's, but for what lies beyond the first plane. */
const pythonText = (text: string): string => JSON.stringify(text);

/** Several to a line. */
function wrapped(texts: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const text of texts) {
    const last = lines.at(-1);
    if (last === undefined || last.length + text.length > 100) lines.push(text);
    else lines[lines.length - 1] = `${last} ${text}`;
  }
  return lines;
}
