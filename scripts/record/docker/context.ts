// Lays the context of a build into a folder, as somebody who edits it between builds would: what stays the same keeps its time,
// what changed gets a new one, what is gone is deleted. One folder serves all builds of a scenario, since the builder compares the
// folder with what it was sent the last time.

import {
  chmodSync,
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

  /** Makes the folder hold these entries, and nothing else. */
  lay(entries: Readonly<Record<string, Entry>>): void {
    this.#clock += 60;
    const kept = withParents(Object.keys(entries));
    this.#clear('', kept);
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

  /** Removes what isn't kept. A link is removed as a link: what it leads to may be a folder of this machine. */
  #clear(below: string, kept: ReadonlySet<string>): void {
    for (const entry of readdirSync(join(this.#folder, below), { withFileTypes: true })) {
      const path = join(below, entry.name);
      if (!kept.has(path)) rmSync(join(this.#folder, path), { recursive: true, force: true });
      else if (entry.isDirectory()) this.#clear(path, kept);
    }
  }

  #write(path: string, entry: Entry): void {
    const place = join(this.#folder, path);
    if ('dir' in entry) {
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
