// A git repository as a source of ADD: `https://…/name.git#ref:folder`, `git@host:name.git?tag=v1`. buildkit
// frontend/dockerfile/dfgitutil/git_ref.go.
import { cut } from './characters';
import { readBoolean } from './go-values';
import { quote } from './quote';
import type { Refused } from './shell-pattern';

export interface GitSource {
  readonly kind: 'git';
  /** A branch, tag or commit; empty for the default branch. */
  readonly ref: string;
  /** A folder of the repository; empty for all of it. */
  readonly subdir: string;
  readonly checksum: string;
  readonly keepGitDir: boolean | undefined;
}

type Draft = { -readonly [Key in keyof GitSource]: GitSource[Key] };

/** The options that stand behind the address of a repository, as a query or as a fragment. */
export function readGit(source: string): GitSource | Refused {
  const [address, fragment = ''] = cut(source, '#');
  const [ref, folder = ''] = cut(unescaped(fragment), ':');
  const git: Draft = { kind: 'git', ref, subdir: joined(folder), checksum: '', keepGitDir: undefined };
  const names: { tag?: string; branch?: string } = {};
  for (const [key, values] of queryOf(address)) {
    const problem = readOption(git, names, key, values);
    if (problem !== undefined) return { problem };
  }
  if (names.tag !== undefined && names.branch !== undefined) return { problem: 'branch conflicts with tag' };
  const named = names.tag ?? names.branch;
  if (named === undefined) return git;
  const prefix = names.tag === undefined ? 'refs/heads/' : 'refs/tags/';
  const full = named.startsWith(prefix) ? named : prefix + named;
  return git.ref !== '' && git.ref !== full ? conflict('ref', git.ref, full) : { ...git, ref: full };
}

function conflict(what: string, left: string, right: string): Refused {
  return { problem: `${what} conflicts: ${quote(left)} vs ${quote(right)}` };
}

function readOption(
  git: Draft,
  names: { tag?: string; branch?: string },
  key: string,
  values: readonly string[],
): string | undefined {
  const [value = ''] = values;
  const isSwitch = key === 'submodules' || key === 'keep-git-dir' || key === 'fetch-by-commit';
  if (values.length > 1) return `query ${quote(key)} has multiple values`;
  if (value === '' && !isSwitch) return `query ${quote(key)} has no value`;
  switch (key) {
    case 'ref':
    case 'subdir':
      if (git[key] !== '' && git[key] !== value) return conflict(key, git[key], value).problem;
      git[key] = value;
      return undefined;
    case 'tag':
    case 'branch':
      names[key] = value;
      return undefined;
    case 'checksum':
    case 'commit':
      git.checksum = value;
      return undefined;
    case 'submodules':
    case 'keep-git-dir':
    case 'fetch-by-commit': {
      const flag = value === '' ? true : readBoolean(value);
      if (flag === undefined) return `invalid ${key} value: ${quote(value)}`;
      if (key === 'keep-git-dir') git.keepGitDir = flag;
      return undefined;
    }
    case 'mtime':
      if (value === 'checkout' || value === 'commit') return undefined;
      return `invalid mtime value: ${quote(value)} (must be "checkout" or "commit")`;
    default:
      return `unexpected query ${quote(key)}`;
  }
}

function queryOf(address: string): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const pair of (cut(address, '?')[1] ?? '').split('&')) {
    if (pair === '' || pair.includes(';') || /%(?![0-9a-f]{2})/i.test(pair)) continue;
    const [key, value = ''] = cut(pair.replaceAll('+', ' '), '=');
    const all = values.get(unescaped(key)) ?? [];
    all.push(unescaped(value));
    values.set(unescaped(key), all);
  }
  return values;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A folder’s path made clean: no `.`, no `..` above the repository, no slash at either end. */
function joined(folder: string): string {
  const parts: string[] = [];
  for (const part of folder.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
