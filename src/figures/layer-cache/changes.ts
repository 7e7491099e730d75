/** What is otherwise since a build, in words: files, the Dockerfile, and what is asked for. */
import type { Words } from '@/figures/frame/Words';
import { DOCKERFILE } from './file-path';
import { fileChanges } from './files-now';
import type { Setup } from './scenario';
import { sameDockerfile } from './setup';
import { type LayerState, lastBuilt } from './state';

export interface Change {
  /** The path, where it is a change of a file. */
  readonly path: string | undefined;
  readonly words: Words;
  /** For the ear: an announcement counts words, so what may hold blanks is one. */
  readonly said: string;
}

/** Since the last build. */
export const changesNow = (state: LayerState): readonly Change[] => changesSince(lastBuilt(state), state.now);

/** The Dockerfile first, then files by path, then arguments by name, the target and the cache. */
export function changesSince(built: Setup, now: Setup): readonly Change[] {
  const dockerfile = sameDockerfile(built, now) ? [] : [fileChange(DOCKERFILE, undefined, 'edited')];
  const files = fileChanges(built.files, now.files).map(({ path, was, did }) => fileChange(path, was, did));
  const names = [...new Set([...built.arguments.keys(), ...now.arguments.keys()])].sort();
  const given = names
    .filter((name) => built.arguments.get(name) !== now.arguments.get(name))
    .map((name) => argumentChange(name, now.arguments.get(name)));
  const target = built.target === now.target ? [] : [targetChange(now.target)];
  const cache: readonly Change[] = now.ignoresCache
    ? [{ path: undefined, words: ['the cache isn’t used'], said: 'the cache isn’t used' }]
    : [];
  return [...dockerfile, ...files, ...given, ...target, ...cache];
}

function fileChange(path: string, was: string | undefined, did: string): Change {
  if (was === undefined) return { path, words: [{ code: path }, ` ${did}`], said: `${spoken(path)} ${did}` };
  return { path, words: [{ code: was }, ` ${did} `, { code: path }], said: `${spoken(was)} ${did} ${spoken(path)}` };
}

function argumentChange(name: string, value: string | undefined): Change {
  if (value === undefined) {
    return { path: undefined, words: [{ code: name }, ' no longer given'], said: `${spoken(name)} no longer given` };
  }
  return {
    path: undefined,
    words: [{ code: name }, ' is ', { code: value }],
    said: `${spoken(name)} is ${spoken(value)}`,
  };
}

function targetChange(target: string | undefined): Change {
  if (target === undefined)
    return { path: undefined, words: ['the last stage is built'], said: 'the last stage is built' };
  return { path: undefined, words: ['the target is ', { code: target }], said: `the target is ${spoken(target)}` };
}

const spoken = (text: string): string => text.replace(/\s+/g, '_');
