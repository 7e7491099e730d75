// Records the ordered tags of random environments as the reference library makes them, for src/core/python/tags.recorded.test.ts.
//
//   npm run record:tags

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { compactJson } from './compact-json.ts';
import { plainPipEnvironment, toolsPython } from './tools-venv.ts';
import { root, versionOf } from './versions.ts';

const COUNT = 400;
const SEED = 20261121;

const script = `${root}scripts/record/tag_lists.py`;
const command = [script, String(COUNT), String(SEED)];
const printed = execFileSync(toolsPython(), command, {
  env: plainPipEnvironment(),
  encoding: 'utf8',
  maxBuffer: 2 ** 26,
});
const record = {
  about: 'How many tags the reference library gives each environment, and the SHA-256 of the list, a tag a line.',
  recorded: new Date().toISOString().slice(0, 10),
  packaging: versionOf('packaging'),
  command: `tag_lists.py ${COUNT} ${SEED}`,
  cases: JSON.parse(printed),
};
mkdirSync(`${root}content/index/installers`, { recursive: true });
writeFileSync(`${root}content/index/installers/tag-lists.json`, compactJson(record, ['cases']));
