// From a line to an instruction: buildkit instructions/parse.go. In each, what the builder judges first is judged first.
import { cut, skipSpace, trimSpace } from './characters';
import type { DeclaredArgument, From, Instruction, Pair } from './instruction';
import type { PairPiece } from './instruction-line';
import { readAdd, readCopy } from './read-copying';
import { readFrom } from './read-from';
import { readHealthcheck } from './read-healthcheck';
import { readRun } from './read-run';
import {
  commandOf,
  needsOne,
  needsSome,
  type Reading,
  type Refusal,
  refuseFlags,
  stretchOfPiece,
  wordOf,
} from './reading';
import { withSuggestion } from './suggest';

type Reader = (reading: Reading) => Instruction | From | Refusal;

/** Every keyword of the language and how its line is read. */
const READERS = new Map<string, Reader>([
  ['ADD', readAdd],
  ['ARG', readArg],
  ['CMD', (reading) => readCommand(reading, 'cmd')],
  ['COPY', readCopy],
  ['ENTRYPOINT', (reading) => readCommand(reading, 'entrypoint')],
  ['ENV', (reading) => readPairs(reading, 'env', 'ENV')],
  ['EXPOSE', readExpose],
  ['FROM', readFrom],
  ['HEALTHCHECK', readHealthcheck],
  ['LABEL', (reading) => readPairs(reading, 'label', 'LABEL')],
  ['MAINTAINER', readMaintainer],
  ['ONBUILD', readOnbuild],
  ['RUN', readRun],
  ['SHELL', readShell],
  ['STOPSIGNAL', readStopSignal],
  ['USER', readUser],
  ['VOLUME', readVolume],
  ['WORKDIR', readWorkdir],
]);

/** The keywords in capitals, in the order of the alphabet. */
export const KEYWORDS: readonly string[] = [...READERS.keys()];

/** Reads one instruction, or says why the builder refuses it. */
export function readInstruction(reading: Reading): Instruction | From | Refusal {
  const { keyword } = reading.written;
  const reader = READERS.get(keyword.toLowerCase().toUpperCase());
  if (reader !== undefined) return reader(reading);
  const from = skipSpace(reading.line.line.text, 0);
  const at = { text: keyword, from, to: from + keyword.length };
  const problem = withSuggestion(`unknown instruction: ${keyword}`, keyword, KEYWORDS, false);
  return { code: 'unknown-instruction', problem, at };
}

function readPairs(reading: Reading, kind: 'env' | 'label', keyword: string): Instruction | Refusal {
  const refused = refuseFlags(reading);
  if (refused !== undefined) return refused;
  const { pairs } = reading.line.arguments;
  if (pairs.length === 0) return needsSome(keyword);
  const blank = pairs.find(({ name }) => name === '');
  if (blank !== undefined) return blankName(keyword, blank);
  const read: Pair[] = pairs.map(({ name, value, separator, ...piece }) => {
    return { name, value, separator, at: stretchOfPiece(reading, piece) };
  });
  return { kind, ...reading.written, pairs: read };
}

function blankName(keyword: string, { from, to }: Pick<PairPiece, 'from' | 'to'>): Refusal {
  return { code: 'blank-name', problem: `${keyword} names can not be blank`, at: { text: '', from, to } };
}

/** The flags of ARG are never looked at. */
function readArg(reading: Reading): Instruction | Refusal {
  if (reading.words.length === 0) return needsSome('ARG');
  const declared: DeclaredArgument[] = [];
  for (const word of reading.words) {
    const [name, value] = cut(word.text, '=');
    if (name === '' && value !== undefined) return blankName('ARG', word);
    const at = stretchOfPiece(reading, word);
    declared.push({ name, value, description: descriptionOf(reading.written.comments, name), at });
  }
  return { kind: 'arg', ...reading.written, declared };
}

/** What the first comment line that begins with the name says of it. */
export function descriptionOf(comments: readonly string[], name: string): string {
  const comment = name === '' ? undefined : comments.find((line) => line.startsWith(`${name} `));
  return comment?.slice(name.length + 1) ?? '';
}

function readCommand(reading: Reading, kind: 'cmd' | 'entrypoint'): Instruction | Refusal {
  return refuseFlags(reading) ?? { kind, ...reading.written, command: commandOf(reading, reading.words) };
}

function readShell(reading: Reading): Instruction | Refusal {
  const refused = refuseFlags(reading);
  if (refused !== undefined) return refused;
  if (reading.words.length === 0) return needsSome('SHELL');
  if (!reading.line.arguments.json) {
    return { code: 'shell-form', problem: 'SHELL requires the arguments to be in JSON form' };
  }
  return { kind: 'shell', ...reading.written, argv: reading.words.map(({ text }) => text) };
}

function readExpose(reading: Reading): Instruction | Refusal {
  if (reading.words.length === 0) return needsSome('EXPOSE');
  const ports = reading.words.map((word) => wordOf(reading, word));
  return refuseFlags(reading) ?? { kind: 'expose', ...reading.written, ports };
}

function readVolume(reading: Reading): Instruction | Refusal {
  if (reading.words.length === 0) return needsSome('VOLUME');
  const refused = refuseFlags(reading);
  if (refused !== undefined) return refused;
  const paths = reading.words.map((word) => ({ ...wordOf(reading, word), text: trimSpace(word.text) }));
  if (paths.some(({ text }) => text === '')) {
    return { code: 'empty-volume', problem: 'VOLUME specified can not be an empty string' };
  }
  return { kind: 'volume', ...reading.written, paths };
}

function readUser(reading: Reading): Instruction | Refusal {
  const [user] = reading.words;
  if (user === undefined) return needsOne('USER');
  return refuseFlags(reading) ?? { kind: 'user', ...reading.written, user: wordOf(reading, user) };
}

function readWorkdir(reading: Reading): Instruction | Refusal {
  const [path] = reading.words;
  if (path === undefined) return needsOne('WORKDIR');
  return refuseFlags(reading) ?? { kind: 'workdir', ...reading.written, path: wordOf(reading, path) };
}

/** Nor are those of STOPSIGNAL. */
function readStopSignal(reading: Reading): Instruction | Refusal {
  const [signal] = reading.words;
  if (signal === undefined) return needsOne('STOPSIGNAL');
  return { kind: 'stopsignal', ...reading.written, signal: wordOf(reading, signal) };
}

function readMaintainer(reading: Reading): Instruction | Refusal {
  const [maintainer] = reading.words;
  if (maintainer === undefined) return needsOne('MAINTAINER');
  return refuseFlags(reading) ?? { kind: 'maintainer', ...reading.written, maintainer: maintainer.text };
}

const ONBUILD_START = /^[\t\n\f\r ]*onbuild[\t\n\f\r ]*/i;

/** The trigger is kept as text; only its line has been looked at. */
function readOnbuild(reading: Reading): Instruction | Refusal {
  const [first] = reading.words;
  if (first === undefined) return needsSome('ONBUILD');
  const refused = refuseFlags(reading);
  if (refused !== undefined) return refused;
  const keyword = trimSpace(first.text).toUpperCase();
  if (keyword === 'ONBUILD') {
    return { code: 'onbuild-chain', problem: "Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed", at: first };
  }
  if (keyword === 'MAINTAINER' || keyword === 'FROM') {
    return { code: 'onbuild-trigger', problem: `${keyword} isn't allowed as an ONBUILD trigger`, at: first };
  }
  const line = reading.line.line.text.replace(ONBUILD_START, '');
  const lines = reading.line.heredocs.map(({ content, name }) => `\n${content}${name}`);
  return { kind: 'onbuild', ...reading.written, trigger: line + lines.join('') };
}
