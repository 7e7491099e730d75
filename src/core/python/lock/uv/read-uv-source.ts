// Where a package of `uv.lock` comes from: the tables of `source`, and the keys of requirements that name a place.
import { decodePercents } from '../pylock/locked-filename';
import type { UvFields } from './uv-fields';
import type { UvSource } from './uv-lock';

/** The keys that name a place, in the order in which they are looked for. */
const PLACES = ['registry', 'git', 'url', 'path', 'directory', 'editable', 'virtual'] as const;

/** The source in a table, or `undefined` if it names no place. */
export function readUvSource(fields: UvFields): UvSource | undefined {
  const kind = PLACES.find((place) => fields.keys.has(place));
  if (kind === undefined) return undefined;
  const text = fields.keys.text(kind);
  if (text === undefined) return undefined;
  switch (kind) {
    case 'registry':
      return { kind, registry: text };
    case 'git':
      return readGit(text);
    case 'url':
      return { kind, url: text, subdirectory: fields.keys.text('subdirectory') };
    default:
      return { kind, path: text };
  }
}

/** `https://…/repo?tag=v1&subdirectory=x#commit`. */
function readGit(text: string): UvSource {
  const hash = text.indexOf('#');
  const before = hash === -1 ? text : text.slice(0, hash);
  const question = before.indexOf('?');
  const parameters = new Map(
    (question === -1 ? '' : before.slice(question + 1)).split('&').map((pair) => {
      const equals = pair.indexOf('=');
      return equals === -1 ? [pair, ''] : [pair.slice(0, equals), decodePercents(pair.slice(equals + 1))];
    }),
  );
  const asked = (['branch', 'tag', 'rev'] as const).find((kind) => parameters.has(kind));
  return {
    kind: 'git',
    url: question === -1 ? before : before.slice(0, question),
    commit: hash === -1 ? undefined : text.slice(hash + 1),
    asked: asked && { kind: asked, name: parameters.get(asked) ?? '' },
    subdirectory: parameters.get('subdirectory'),
  };
}

/** Text that is the same for equal sources. */
export function uvSourceKey(source: UvSource): string {
  switch (source.kind) {
    case 'registry':
      return `registry ${source.registry}`;
    case 'git':
      return JSON.stringify([source.kind, source.url, source.commit, source.asked?.name, source.subdirectory]);
    case 'url':
      return JSON.stringify([source.kind, source.url, source.subdirectory]);
    default:
      return `${source.kind} ${source.path}`;
  }
}

/**
 * Says where a package comes from, in a few words ("Locking and syncing").
 *
 * @example describeUvSource({ kind: 'editable', path: '.' }) // → 'editable, from .'
 */
export function describeUvSource(source: UvSource): string {
  switch (source.kind) {
    case 'registry':
      return `from the index ${source.registry}`;
    case 'git': {
      const at = source.commit === undefined ? '' : ` at ${source.commit.slice(0, 12)}`;
      return `from the repository ${source.url}${at}`;
    }
    case 'url':
      return `from ${source.url}`;
    case 'path':
      return `from the file ${source.path}`;
    case 'directory':
      return `from the folder ${source.path}`;
    case 'editable':
      return `editable, from ${source.path}`;
    case 'virtual':
      return `not installed itself, in ${source.path}`;
  }
}
