// Our reading of a Dockerfile in the shape in which scripts/record/dockerfile/main.go tells BuildKit’s: for the tests that hold the two
// beside each other.
import type { CommandLine } from './command-line';
import { sortedPorts } from './expand-instruction';
import { expandWord } from './expand-word';
import type { Add, Copy, HealthProbe, Instruction } from './instruction';
import { readMount } from './mount';
import { parseDockerfile } from './parse-dockerfile';
import { lineStartsOf } from './place';
import { readLines } from './read-lines';

/** A question that was asked of the builder, with its answer. */
export interface RecordedParse {
  readonly text: string;
  readonly env?: readonly string[];
  readonly answer: { readonly error?: { readonly message: string; readonly lines?: readonly number[] } };
}

/** The same of ours. Optional parts are null or left out as Go’s are. */
export function ourAnswer({ text, env = [] }: Pick<RecordedParse, 'text' | 'env'>): unknown {
  const { file, problems } = parseDockerfile(text);
  const first = problems.find(({ code, found }) => found !== 'plan' && !WHOLE.has(code));
  const lines = readLines(text, lineStartsOf(text));
  if (text === '') return { error: { message: 'file with no instructions', line: 0 }, from: 'lines' };
  const error = first && { message: first.builderMessage, line: first.line ?? 0 };
  if (first?.found === 'lines') return { error, from: 'lines' };
  const heads = lines.instructions.map((line) => ({
    keyword: line.split.keyword,
    code: line.line.text,
    flags: line.split.flags.map((flag) => flag.text),
    lines: [line.firstLine, line.lastLine],
    comments: line.comments,
    heredocs: line.heredocs.map(({ name, fileDescriptor, expand, chomp, content }) => {
      return { Name: name, FileDescriptor: fileDescriptor, Expand: expand, Chomp: chomp, Content: content };
    }),
  }));
  const { emptyContinuations } = lines;
  const read = { escape: lines.escape, heads, emptyContinuations, syntax: file.syntax ?? '' };
  if (first !== undefined) return { ...read, error, from: 'instruction' };
  const environment = new Map(env.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
  return {
    ...read,
    globals: file.globalArgs.map((arg) => commandOf(arg, environment)),
    stages: file.stages.map(({ from, instructions }) => ({
      name: from.stageName ?? '',
      base: from.base.text,
      platform: from.platform ?? '',
      code: from.code,
      lines: [from.at.start.line, from.at.end.line],
      commands: instructions.map((instruction) => commandOf(instruction, environment)),
    })),
  };
}

/** Problems that the recorder’s program doesn’t come to: it asks the parser alone. */
const WHOLE = new Set(['dockerfile/empty', 'dockerfile/check-options']);

/** The builder’s answer with what is null made empty, and the first line of an error alone. */
export function theirAnswer(answer: RecordedParse['answer']): unknown {
  const { error, ...rest } = answer;
  const {
    check: _check,
    heads,
    ...others
  } = { check: undefined, heads: undefined, ...rest } as Record<string, unknown>;
  const filled = Array.isArray(heads)
    ? {
        heads: heads.map((head: Record<string, unknown>) => {
          return {
            ...head,
            flags: head['flags'] ?? [],
            comments: head['comments'] ?? [],
            heredocs: head['heredocs'] ?? [],
          };
        }),
      }
    : {};
  return { ...others, ...filled, ...(error && { error: { message: error.message, line: error.lines?.[0] ?? 0 } }) };
}

function orNull<T>(list: readonly T[]): readonly T[] | null {
  return list.length === 0 ? null : list;
}

function commandOf(instruction: Instruction, environment: ReadonlyMap<string, string>): unknown {
  const command = { name: instruction.keyword.toLowerCase(), is: partsOf(instruction) };
  if (instruction.kind !== 'run') return command;
  const { network, security } = instruction;
  const devices = instruction.devices.map(({ name, required }) => ({ Name: name, Required: required }));
  const mounts: unknown[] = [];
  for (const written of instruction.mounts) {
    const mount = readMount(written, (word) => {
      const { text, problem } = expandWord(word, environment, '\\');
      return problem === undefined ? text : { problem };
    });
    if ('problem' in mount) return { ...command, network, security, devices, mountError: mount.problem };
    const { type, from, source, target, readOnly, sizeLimit, id, sharing = '', required } = mount;
    mounts.push({
      ...{ Type: type, From: from, Source: source, Target: target, ReadOnly: readOnly, SizeLimit: sizeLimit },
      ...{ CacheID: id, CacheSharing: sharing, Required: required, Env: mount.env ?? null, Mode: mount.mode ?? null },
      ...{ UID: mount.uid ?? null, GID: mount.gid ?? null },
    });
  }
  return { ...command, network, security, devices, mounts };
}

function commandParts(instruction: Instruction & { command: CommandLine }, nothing: null | []): unknown {
  const { command, heredocs } = instruction;
  const words = command.form === 'exec' ? command.argv : command.text === '' ? [] : [command.text];
  const files = heredocs.map(({ name, content, chomp }) => ({ Name: name, Data: content, Chomp: chomp }));
  return {
    CmdLine: words.length === 0 ? nothing : words,
    Files: orNull(files),
    PrependShell: command.form === 'shell',
  };
}

function copyingParts(copying: Copy | Add): object {
  return {
    Chmod: copying.chmod,
    Chown: copying.chown,
    Link: copying.link,
    ExcludePatterns: orNull(copying.excludes),
    DestPath: copying.destination.text,
    SourcePaths: orNull(copying.sources.map(({ text }) => text)),
    SourceContents: orNull(
      copying.files.map(({ name, content, expand }) => ({ Path: name, Data: content, Expand: expand })),
    ),
  };
}

function healthParts(probe: HealthProbe): object {
  if (probe.kind === 'none') return { Test: ['NONE'] };
  const { command } = probe;
  const given = {
    ...{ Interval: probe.interval, Timeout: probe.timeout, StartPeriod: probe.startPeriod },
    ...{ StartInterval: probe.startInterval, Retries: probe.retries },
  };
  return {
    Test: command.form === 'exec' ? ['CMD', ...command.argv] : ['CMD-SHELL', command.text],
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== 0)),
  };
}

function partsOf(instruction: Instruction): unknown {
  switch (instruction.kind) {
    case 'arg':
      return {
        Args: instruction.declared.map(({ name, value = null, description }) => {
          return { Key: name, Value: value, DocComment: description };
        }),
      };
    case 'env':
    case 'label': {
      const pairs = instruction.pairs.map(({ name, value, separator }) => {
        return { Key: name, Value: value, NoDelim: separator === ' ' };
      });
      return instruction.kind === 'env' ? { Env: pairs } : { Labels: pairs };
    }
    case 'copy':
      return { ...copyingParts(instruction), From: instruction.from, Parents: instruction.parents };
    case 'add': {
      const { checksum, keepGitDir = null, unpack = null } = instruction;
      return { ...copyingParts(instruction), Checksum: checksum, KeepGitDir: keepGitDir, Unpack: unpack };
    }
    case 'run':
      return { ...(commandParts(instruction, []) as object), FlagsUsed: null };
    case 'cmd':
      return commandParts(instruction, []);
    case 'entrypoint':
      return commandParts(instruction, null);
    case 'shell':
      return { Shell: instruction.argv };
    case 'expose':
      return { Ports: sortedPorts(instruction) };
    case 'volume':
      return { Volumes: instruction.paths.map(({ text }) => text) };
    case 'user':
      return { User: instruction.user.text };
    case 'workdir':
      return { Path: instruction.path.text };
    case 'stopsignal':
      return { Signal: instruction.signal.text };
    case 'maintainer':
      return { Maintainer: instruction.maintainer };
    case 'onbuild':
      return { Expression: instruction.trigger };
    case 'healthcheck':
      return { Health: healthParts(instruction.probe) };
  }
}
