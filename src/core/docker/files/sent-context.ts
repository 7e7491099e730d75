// The part of a build context that reaches the builder: all but what the ignore file leaves out (tonistiigi/fsutil, filter.go). A folder
// that is left out still comes along where something in it does. What was decided is kept with the folders, so that after an edit only
// what is new is decided.
import { type Stretch, stretchOfLine } from '../dockerfile';
import { BAD_PATTERN, compileIgnore, type IgnoreMatcher, ignoreFileFor, readIgnoreFile } from '../ignore';
import { textOf } from './content';
import type { Directory, FileNode } from './node';
import { namesOf } from './path';
import { NO_PATTERNS, type PathPatterns, type PatternState, pathPatterns } from './path-patterns';
import { nodeAt } from './tree';
import { MOST_WORK, spend, TOO_LARGE, WORK, type Work } from './work';

/** Ignore files are read up to this size. */
const MAX_IGNORE = 1 << 20;

/** What the builder says of an ignore file that it can’t use. It names no place; `at` is the pattern that it means. */
export interface IgnoreProblem {
  readonly path: string;
  readonly at: Stretch | undefined;
  readonly message: string;
}

/** The context without what is ignored; or what the builder says of the ignore file. */
export type SentContext =
  | { readonly kind: 'sent'; readonly context: Directory }
  | ({ readonly kind: 'problem' } & IgnoreProblem);

/** What of a context a build with this Dockerfile gets. More than `mostWork` units of work are refused with a sentence. */
export function sentContext(context: Directory, dockerfileName: string, mostWork = MOST_WORK): SentContext {
  const read = readIgnoreOf(context, dockerfileName);
  if (read === undefined) return { kind: 'sent', context };
  if ('message' in read) return { kind: 'problem', ...read };
  const work: Work = { left: mostWork - WORK.pattern * read.written.length };
  const { written } = read;
  const left = work.left < 0 ? undefined : withoutIgnored(context, pathPatterns(written), written.length, work);
  if (left !== undefined) return { kind: 'sent', context: left };
  return { kind: 'problem', path: read.path, at: undefined, message: TOO_LARGE };
}

/** The matcher of a context’s ignore file; undefined: there is none, or it can’t be used. */
export function ignoreMatcherOf(context: Directory, dockerfileName: string): IgnoreMatcher | undefined {
  const read = readIgnoreOf(context, dockerfileName);
  return read === undefined || 'message' in read ? undefined : read.matcher;
}

interface ReadIgnore {
  readonly path: string;
  readonly matcher: IgnoreMatcher;
  readonly written: readonly string[];
}

function readIgnoreOf(context: Directory, dockerfileName: string): ReadIgnore | IgnoreProblem | undefined {
  const name = ignoreFileFor(dockerfileName, (path) => nodeAt(context, namesOf(path))?.kind === 'file');
  const file = name === undefined ? undefined : nodeAt(context, namesOf(name));
  const text = file?.kind === 'file' ? textOf(file.content, MAX_IGNORE) : undefined;
  if (name === undefined || text === undefined) return undefined;
  const { lines, problem } = readIgnoreFile(text);
  if (problem !== undefined) return { path: name, at: undefined, message: `error reading ${name}: ${problem}` };
  const written = lines.map(({ pattern }) => pattern);
  const matcher = matcherOf(written);
  if (typeof matcher !== 'string') return { path: name, matcher, written };
  const bad = lines.find(({ pattern }) => typeof matcherOf([pattern]) === 'string');
  return { path: name, at: bad && stretchOfLine(text, bad.line), message: matcher };
}

/** The matcher of patterns, or what the builder says of one that can’t be used, be it only when it is reached. */
function matcherOf(written: readonly string[]): IgnoreMatcher | string {
  const compiled = compileIgnore(written);
  if ('problem' in compiled) return compiled.problem;
  return compiled.patterns.some(({ test }) => test === undefined) ? BAD_PATTERN : compiled;
}

/** A folder as it was last seen, and what was left of it. */
interface Seen {
  readonly folder: Directory;
  readonly left: Directory;
}

const seenBy = new WeakMap<PathPatterns, Map<string, Seen>>();

/** How paths are judged: by the patterns, each look at one of the `count` spent from the work. */
interface Judging {
  readonly patterns: PathPatterns;
  readonly count: number;
  readonly work: Work;
}

/** The tree without what the patterns match; undefined: that is too much work. */
function withoutIgnored(context: Directory, patterns: PathPatterns, count: number, work: Work): Directory | undefined {
  const seen = seenBy.get(patterns) ?? new Map<string, Seen>();
  seenBy.set(patterns, seen);
  const left = leftOf(context, '', NO_PATTERNS, { patterns, count, work }, seen);
  if (work.left >= 0) return left;
  // What was decided then isn’t true of the rest.
  seenBy.delete(patterns);
  return undefined;
}

/** Folders of one context that are remembered. */
const MAX_SEEN = 20_000;

/** Trees are bounded in depth, so this may recurse. */
function leftOf(
  folder: Directory,
  path: string,
  state: PatternState,
  judging: Judging,
  seen: Map<string, Seen>,
): Directory {
  const last = seen.get(path);
  if (last?.folder === folder) return last.left;
  const wasWhole = last !== undefined && last.left === last.folder;
  let entries: Map<string, FileNode> | undefined;
  for (const [name, node] of folder.entries) {
    const isKnown = last !== undefined && last.folder.entries.get(name) === node;
    // Where all was kept before, what is known is kept again.
    if (isKnown && wasWhole && entries === undefined) continue;
    const kept = isKnown ? last.left.entries.get(name) : keptOf(node, below(path, name), state, judging, seen);
    if (kept === node && entries === undefined) continue;
    entries ??= entriesBefore(folder, name);
    if (kept !== undefined) entries.set(name, kept);
  }
  const left = entries === undefined ? folder : { ...folder, entries };
  if (seen.size < MAX_SEEN || last !== undefined) seen.set(path, { folder, left });
  return left;
}

/** The entries before a name: up to there all are kept. */
function entriesBefore(folder: Directory, until: string): Map<string, FileNode> {
  const entries = new Map<string, FileNode>();
  for (const [name, node] of folder.entries) {
    if (name === until) break;
    entries.set(name, node);
  }
  return entries;
}

const below = (path: string, name: string): string => (path === '' ? name : `${path}/${name}`);

function keptOf(
  node: FileNode,
  path: string,
  folder: PatternState,
  judging: Judging,
  seen: Map<string, Seen>,
): FileNode | undefined {
  const { patterns, count, work } = judging;
  if (!spend(work, WORK.match * count)) return undefined;
  const { isMatch, state } = patterns.decide(path, folder);
  if (node.kind !== 'dir') return isMatch ? undefined : node;
  if (isMatch && !patterns.hasExceptions) return undefined;
  const left = leftOf(node, path, state, judging, seen);
  return isMatch && left.entries.size === 0 ? undefined : left;
}
