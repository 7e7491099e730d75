// COPY and ADD: buildkit instructions/parse.go, parseCopy, parseAdd, parseSourcesAndDest.
import type { InlineFile } from './heredoc';
import { chompTabs, type HeredocSign, readHeredocSign } from './heredoc-signs';
import type { Add, Copy } from './instruction';
import type { Piece } from './instruction-words';
import { type FlagKind, type FlagValues, flagSwitch, flagValue } from './read-flags';
import { flagsOf, type Reading, type Refusal, wordOf } from './reading';

const COPY_FLAGS: Readonly<Record<string, FlagKind>> = {
  ...{ chown: 'value', from: 'value', chmod: 'value', link: 'switch', exclude: 'values', parents: 'switch' },
};
const ADD_FLAGS: Readonly<Record<string, FlagKind>> = {
  ...{ chown: 'value', chmod: 'value', link: 'switch', 'keep-git-dir': 'switch', checksum: 'value', unpack: 'switch' },
  ...{ exclude: 'values' },
};

export function readCopy(reading: Reading): Copy | Refusal {
  const read = readShared(reading, 'COPY', COPY_FLAGS);
  if ('problem' in read) return read;
  const { flags, shared } = read;
  const parents = flagSwitch(flags, 'parents') ?? false;
  return { kind: 'copy', ...shared, from: flagValue(flags, 'from'), parents };
}

export function readAdd(reading: Reading): Add | Refusal {
  const read = readShared(reading, 'ADD', ADD_FLAGS);
  if ('problem' in read) return read;
  const { flags, shared } = read;
  return {
    kind: 'add',
    ...shared,
    checksum: flagValue(flags, 'checksum'),
    keepGitDir: flagSwitch(flags, 'keep-git-dir'),
    unpack: flagSwitch(flags, 'unpack'),
  };
}

type Shared = Omit<Copy, 'kind' | 'from' | 'parents'>;

/** The number of arguments is judged first, then the flags, then the destination. */
function readShared(
  reading: Reading,
  keyword: 'COPY' | 'ADD',
  known: Readonly<Record<string, FlagKind>>,
): { readonly flags: FlagValues; readonly shared: Shared } | Refusal {
  const destination = reading.words.at(-1);
  if (destination === undefined || reading.words.length < 2) {
    const problem = `${keyword} requires at least two arguments, but only one was provided. Destination could not be determined`;
    return { code: 'argument-count', problem };
  }
  const flags = flagsOf(reading, known);
  if ('problem' in flags) return flags;
  if (signOf(destination) !== undefined) {
    return {
      code: 'heredoc-destination',
      problem: `${keyword} cannot accept a heredoc as a destination`,
      at: destination,
    };
  }
  const written = reading.words.slice(0, -1);
  const shared = {
    ...reading.written,
    sources: written.filter((source) => signOf(source) === undefined).map((source) => wordOf(reading, source)),
    files: inlineFiles(reading, written),
    destination: wordOf(reading, destination),
    chown: flagValue(flags, 'chown'),
    chmod: flagValue(flags, 'chmod'),
    link: flagSwitch(flags, 'link') ?? false,
    excludes: flags.get('exclude') ?? [],
  };
  return { flags, shared };
}

function signOf(word: Piece): HeredocSign | undefined {
  const sign = readHeredocSign(word.text);
  return sign === undefined || 'problem' in sign ? undefined : sign;
}

/** Heredocs are found by name: of two with one name, the lines of the second stand for both. */
function inlineFiles(reading: Reading, sources: readonly Piece[]): InlineFile[] {
  const contents = new Map(reading.line.heredocs.map(({ name, content }) => [name, content]));
  return sources.flatMap((source) => {
    const sign = signOf(source);
    if (sign === undefined) return [];
    const content = contents.get(sign.name) ?? '';
    return [{ name: sign.name, content: sign.chomp ? chompTabs(content) : content, expand: sign.expand }];
  });
}
