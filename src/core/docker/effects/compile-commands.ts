// A C compiler: `gcc -o out …`, where one is installed. Its output is a model; that there is none without gcc isn’t.

import { namesOf } from '../files/path';
import { nodeAt } from '../files/tree';
import { type CommandModel, fileOf, pathIn, readText } from './command';

/** Where the table’s apt-get puts the package gcc, alone or in build-essential, and where an image may bring one. */
const COMPILERS = ['/usr/lib/gcc', '/usr/lib/build-essential', '/usr/bin/gcc'];
/** The exit status of a shell that finds no such command. */
const NOT_FOUND = 127;
/** Bytes of a small shared object. */
const OBJECT = 16_000;

const gcc: CommandModel = (words, run) => {
  if (!COMPILERS.some((path) => nodeAt(run.root, namesOf(path)) !== undefined)) return { exitCode: NOT_FOUND };
  const at = words.indexOf('-o');
  const output = at < 0 ? 'a.out' : words[at + 1];
  const sources = words.filter((word, index) => /\.[cho]$/.test(word) && index !== at + 1);
  if (output === undefined || sources.length === 0) return { exitCode: 1 };
  const texts = sources.map((source) => readText(run, source));
  if (texts.includes(undefined)) return { exitCode: 1 };
  // The same sources make the same object.
  const file = { ...fileOf(OBJECT, `${words.join(' ')} ${texts.join('')}`), mode: '0755' };
  return { writes: new Map([[pathIn(run, output), file]]), cost: { seconds: 2, downloadedBytes: 0 } };
};

export const COMPILE_COMMANDS: ReadonlyMap<string, CommandModel> = new Map([
  ['gcc', gcc],
  ['cc', gcc],
]);
