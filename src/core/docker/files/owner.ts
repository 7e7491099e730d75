// Who owns what COPY --chown and WORKDIR make: numbers as they are, names looked up in the image’s /etc/passwd and /etc/group
// (buildkit solver/llbsolver/ops/user_linux.go). A name that isn’t there is root, without a word.
import { textOf } from './content';
import type { Directory } from './node';
import { resolveLinks } from './resolve-link';

/** A user or group of `--chown`, by number or by name. */
export type OwnerName = { readonly kind: 'id'; readonly id: number } | { readonly kind: 'name'; readonly name: string };

/** `--chown=user[:group]` as the builder reads it. Without a group the user’s own is taken. */
export interface Ownership {
  readonly user: OwnerName;
  readonly group: OwnerName | undefined;
}

export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** The files of users and groups are read up to this size. */
const MAX_FILE = 10 << 20;

/** Reads `user[:group]`. @example parseOwnership('1000:app').group // → { kind: 'name', name: 'app' } */
export function parseOwnership(text: string): Ownership {
  const colon = text.indexOf(':');
  const user = colon < 0 ? text : text.slice(0, colon);
  const group = colon < 0 ? '' : text.slice(colon + 1);
  return { user: parseName(user), group: group === '' ? undefined : parseName(group) };
}

function parseName(text: string): OwnerName {
  if (text === 'root') return { kind: 'id', id: 0 };
  const id = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
  // As a signed number of 32 bits that is kept as an unsigned one: -1 is the highest.
  if (id >= -0x80000000 && id <= 0x7fffffff) return { kind: 'id', id: id >>> 0 };
  return { kind: 'name', name: text };
}

/** Whether a name has to be looked up. */
export function isByName({ user, group }: Ownership): boolean {
  return user.kind === 'name' || group?.kind === 'name';
}

/** The numbers that the names stand for in the files of `root`. */
export function ownerIn(root: Directory, { user, group }: Ownership): Owner {
  let { uid, gid } = userIn(root, user);
  if (group !== undefined) {
    if (group.kind === 'id') gid = group.id;
    else gid = numbersOf(root, '/etc/group', group.name)?.[0] ?? gid;
  }
  return { uid, gid };
}

function userIn(root: Directory, user: OwnerName): Owner {
  if (user.kind === 'id') return { uid: user.id, gid: user.id };
  const [uid = 0, gid = 0] = numbersOf(root, '/etc/passwd', user.name) ?? [];
  return { uid, gid };
}

/** The third and fourth field of the line that begins with the name. */
function numbersOf(root: Directory, path: string, name: string): readonly number[] | undefined {
  const node = resolveLinks(root, path, true)?.node;
  const text = node?.kind === 'file' ? textOf(node.content, MAX_FILE) : undefined;
  for (const line of text?.split('\n') ?? []) {
    const fields = line.trim().split(':');
    if (fields[0] === name && line.trim() !== '')
      return fields.slice(2, 4).map((field) => Number.parseInt(field, 10) || 0);
  }
  return undefined;
}

/** Whether a command can run as the user: a number always, a name if the image’s /etc/passwd has it. */
export function isUserKnown(root: Directory, user: string): boolean {
  const name = user.split(':')[0] ?? '';
  if (name === '' || name === 'root' || /^\d+$/.test(name)) return true;
  return numbersOf(root, '/etc/passwd', name) !== undefined;
}
