// Writes src/core/wheel/build/choose-files/known-classifiers.ts: the classifiers that the index knows, as the package trove-classifiers has
// them, which hatchling brings along and looks them up in.
//
//   npm run record:classifiers
//
// Needs Python 3.10 or newer and the index. Run it with record:builds.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { toolsPython } from './tools-venv.ts';
import { root } from './versions.ts';

const program = `
import json, importlib.metadata, trove_classifiers
print(json.dumps({"version": importlib.metadata.version("trove-classifiers"), "known": trove_classifiers.sorted_classifiers}))
`;

const python = toolsPython(['pip', 'packaging', 'hatchling', 'setuptools', 'uv'], '-builds');
const { version, known }: { readonly version: string; readonly known: readonly string[] } = JSON.parse(
  execFileSync(python, ['-c', program], { encoding: 'utf8' }),
);

/** Each without the parts that it begins with as the one before does, and how many those are. */
function shortened(): readonly string[] {
  let before: readonly string[] = [];
  return known.map((classifier) => {
    const parts = classifier.split(' :: ');
    const kept = parts.findIndex((part, at) => part !== before[at]);
    before = parts;
    return `${kept} ${parts.slice(kept).join(' :: ')}`;
  });
}

const text = `// The classifiers that the index knows, in its own order, from trove-classifiers ${version} (Apache-2.0). Written by
// scripts/record/classifiers.ts. A line is one of them: how many of its parts are those of the line before, and the others.

export const KNOWN_CLASSIFIERS = \`
${shortened().join('\n')}
\`;
`;
writeFileSync(`${root}src/core/wheel/build/choose-files/known-classifiers.ts`, text);
console.log(`record:classifiers: ${known.length} of trove-classifiers ${version}`);
