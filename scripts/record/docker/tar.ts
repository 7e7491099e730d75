// Tar archives as bytes: what the recorder lays into contexts and base images, and what it reads out of layers. Written as POSIX
// ustar with one fixed time and no names of owners, so that the same members give the same bytes; read with the headers that Go's
// writer uses for long names (pax) and GNU tar for its own.

/** One member. A hard link names its target as a path in the archive. */
export interface Member {
  /** Without a slash at either end. */
  readonly path: string;
  readonly type: 'file' | 'dir' | 'symlink' | 'hardlink' | 'other';
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly content: Buffer;
  readonly target?: string;
}

const block = 512;
const flags = { file: '0', hardlink: '1', symlink: '2', dir: '5', other: '3' } as const;
const types: Readonly<Record<string, Member['type']>> = {
  '0': 'file',
  '\0': 'file',
  '1': 'hardlink',
  '2': 'symlink',
  '5': 'dir',
};

/** The time of every member that is written: 14 November 2023. */
export const memberTime = 1_700_000_000;

const octal = (value: number, width: number) => `${value.toString(8).padStart(width - 1, '0')}\0`;
const padded = (size: number) => Math.ceil(size / block) * block;

function header(member: Member): Buffer {
  const bytes = Buffer.alloc(block);
  const name = member.type === 'dir' ? `${member.path}/` : member.path;
  if (Buffer.byteLength(name) > 100) throw new Error(`${name} is too long a name for this writer.`);
  bytes.write(name, 0);
  bytes.write(octal(member.mode, 8), 100);
  bytes.write(octal(member.uid, 8), 108);
  bytes.write(octal(member.gid, 8), 116);
  bytes.write(octal(member.content.length, 12), 124);
  bytes.write(octal(memberTime, 12), 136);
  bytes.write(' '.repeat(8), 148);
  bytes.write(flags[member.type], 156);
  bytes.write(member.target ?? '', 157);
  bytes.write('ustar\x0000', 257, 'latin1');
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return bytes;
}

/** Writes members in their order, and fills the archive up to a whole record of 10,240 bytes, as tar programs do. */
export function writeTar(members: readonly Member[]): Buffer {
  const parts: Buffer[] = [];
  for (const member of members) {
    parts.push(header(member), member.content, Buffer.alloc(padded(member.content.length) - member.content.length));
  }
  const size = parts.reduce((total, part) => total + part.length, 0) + 2 * block;
  const whole = Math.ceil(size / 10_240) * 10_240;
  return Buffer.concat(parts, whole);
}

const text = (bytes: Buffer, from: number, length: number) => {
  const field = bytes.subarray(from, from + length);
  const end = field.indexOf(0);
  return field.subarray(0, end === -1 ? length : end).toString();
};

function number(bytes: Buffer, from: number, length: number): number {
  // GNU's base 256, for what doesn't fit into octal digits.
  if (((bytes[from] ?? 0) & 0x80) !== 0) {
    return bytes.subarray(from + 1, from + length).reduce((value, byte) => value * 256 + byte, 0);
  }
  return Number.parseInt(text(bytes, from, length).trim() || '0', 8);
}

/** The records `<length> <key>=<value>` of a pax header. */
function paxRecords(bytes: Buffer): Record<string, string> {
  const found: Record<string, string> = {};
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    const length = Number(bytes.subarray(at, space).toString());
    if (space === -1 || !(length > 0)) break;
    const [key = '', ...value] = bytes
      .subarray(space + 1, at + length - 1)
      .toString()
      .split('=');
    found[key] = value.join('=');
    at += length;
  }
  return found;
}

/** Reads every member of an archive that isn't compressed. */
export function readTar(bytes: Buffer): readonly Member[] {
  const members: Member[] = [];
  let pax: Record<string, string> = {};
  let longName: string | undefined;
  let longTarget: string | undefined;
  for (let at = 0; at + block <= bytes.length; ) {
    const head = bytes.subarray(at, at + block);
    if (head.every((byte) => byte === 0)) break;
    const flag = String.fromCharCode(head[156] ?? 0);
    const size = Number(pax['size'] ?? number(head, 124, 12));
    const content = bytes.subarray(at + block, at + block + size);
    at += block + padded(size);
    if (flag === 'x') pax = paxRecords(content);
    else if (flag === 'L') longName = text(content, 0, content.length);
    else if (flag === 'K') longTarget = text(content, 0, content.length);
    else if (flag !== 'g') {
      const prefix = text(head, 257, 5) === 'ustar' && text(head, 345, 155);
      const short = prefix ? `${prefix}/${text(head, 0, 100)}` : text(head, 0, 100);
      const target = pax['linkpath'] ?? longTarget ?? text(head, 157, 100);
      members.push({
        path: (pax['path'] ?? longName ?? short).replace(/^(\.?\/)+|\/+$/g, ''),
        type: types[flag] ?? 'other',
        mode: number(head, 100, 8) & 0o7777,
        uid: Number(pax['uid'] ?? number(head, 108, 8)),
        gid: Number(pax['gid'] ?? number(head, 116, 8)),
        content,
        ...(target === '' ? {} : { target }),
      });
      pax = {};
      longName = undefined;
      longTarget = undefined;
    }
  }
  return members;
}
