// Lays the context of a build into a folder, as somebody who edits it between builds would: what stays the same keeps its time,
// what changed gets a new one, what is gone is deleted. One folder serves all builds of a scenario, since the builder compares the
// folder with what it was sent the last time.

import {
  chmodSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { repeated } from './base-images.ts';
import type { Build, Entry } from './schema.ts';
import { type Member, writeTar } from './tar.ts';

const mode = (entry: Entry, usual: string) => Number.parseInt(('mode' in entry ? entry.mode : undefined) ?? usual, 8);

function tarMember(path: string, entry: Entry): Member {
  const base = { path, uid: 0, gid: 0, content: Buffer.alloc(0) };
  if ('dir' in entry) return { ...base, type: 'dir', mode: mode(entry, '0755') };
  if ('symlink' in entry) return { ...base, type: 'symlink', mode: 0o777, target: entry.symlink };
  return { ...base, type: 'file', mode: mode(entry, '0644'), content: bytesOf(entry) };
}

/** The bytes of an entry that is a file; of a folder or a link, none. */
export function bytesOf(entry: Entry): Buffer {
  if ('content' in entry) return Buffer.from(entry.content);
  if ('repeat' in entry) return repeated(entry.repeat, entry.count);
  if (!('tar' in entry)) return Buffer.alloc(0);
  const tar = writeTar(Object.entries(entry.tar).map(([path, inner]) => tarMember(path, inner)));
  return entry.gzip ? gzipSync(tar) : tar;
}

/** Every entry of a build's context, with the Dockerfile and the ignore file, which are files of it too. */
export function contextEntries(build: Build): Readonly<Record<string, Entry>> {
  return {
    ...build.context,
    [build.dockerfileName ?? 'Dockerfile']: { content: build.dockerfile },
    ...(build.dockerignore === null
      ? {}
      : { [build.dockerignoreName ?? '.dockerignore']: { content: build.dockerignore } }),
  };
}

const withParents = (paths: readonly string[]) => {
  const all = new Set<string>();
  for (const path of paths) {
    for (let at = path; at !== '.' && at !== '/'; at = dirname(at)) all.add(at);
  }
  return all;
};

/** Every path in a folder, a folder before what is in it. Links are not followed: what they lead to is no part of the folder. */
function* pathsIn(folder: string, below = ''): Generator<string> {
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const path = join(below, entry.name);
    yield path;
    if (entry.isDirectory()) yield* pathsIn(folder, path);
  }
}

/** A path below a link or a file, or outside of the folder: writing there would write somewhere else. */
function strayPath(entries: Readonly<Record<string, Entry>>): string | undefined {
  const isFolder = (path: string) => entries[path] === undefined || 'dir' in (entries[path] ?? {});
  return Object.keys(entries).find((path) => {
    if (path.startsWith('/') || path.split('/').some((name) => name === '' || name === '.' || name === '..'))
      return true;
    for (let at = dirname(path); at !== '.'; at = dirname(at)) if (!isFolder(at)) return true;
    return false;
  });
}

/** A folder and the times of what lies in it. */
export class ContextFolder {
  readonly #folder: string;
  readonly #times = new Map<string, { readonly key: string; readonly time: number }>();
  #clock = 1_730_000_000;

  constructor(folder: string) {
    this.#folder = folder;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }

  /**
   * Makes the folder hold these entries, and nothing else. Nothing outside of it is written or deleted.
   * @throws when an entry would lie outside
   */
  lay(entries: Readonly<Record<string, Entry>>): void {
    const stray = strayPath(entries);
    if (stray !== undefined) throw new Error(`The entry ${stray} of a context doesn’t lie in a folder of it.`);
    this.#clock += 60;
    const kept = withParents(Object.keys(entries));
    for (const path of [...pathsIn(this.#folder)]) {
      if (!kept.has(path)) rmSync(join(this.#folder, path), { recursive: true, force: true });
    }
    for (const path of [...kept].sort()) {
      const entry = entries[path] ?? { dir: true };
      const key = JSON.stringify({ ...entry, mtime: undefined });
      const known = this.#times.get(path);
      const same = known?.key === key;
      const asked = 'mtime' in entry ? entry.mtime : undefined;
      const time = asked ?? (same ? known.time : this.#clock);
      if (!same) this.#write(path, entry);
      if (!same || time !== known.time) {
        if ('symlink' in entry) lutimesSync(join(this.#folder, path), time, time);
        else utimesSync(join(this.#folder, path), time, time);
      }
      this.#times.set(path, { key, time });
    }
    for (const path of this.#times.keys()) if (!kept.has(path)) this.#times.delete(path);
  }

  #write(path: string, entry: Entry): void {
    const place = join(this.#folder, path);
    if ('dir' in entry) {
      // A link to a folder would do for mkdir, and what is written below it would go there.
      if (lstatSync(place, { throwIfNoEntry: false })?.isDirectory() === false) rmSync(place);
      mkdirSync(place, { recursive: true });
      chmodSync(place, mode(entry, '0755'));
      return;
    }
    rmSync(place, { recursive: true, force: true });
    if ('symlink' in entry) {
      symlinkSync(entry.symlink, place);
      return;
    }
    writeFileSync(place, bytesOf(entry));
    chmodSync(place, mode(entry, '0644'));
  }
}
