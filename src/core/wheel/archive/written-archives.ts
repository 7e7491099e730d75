// Archives for tests, written byte by byte, so that they can lie where a library wouldn’t let them. Follows APPNOTE.TXT and POSIX.1-1988.
import { deflateRaw, gzip } from 'pako';
import { crc32 } from './crc32';

/** A file of a zip, and where its header in front and its line in the directory say something else than is true. */
export interface WrittenFile {
  readonly path: string;
  readonly content?: string | Uint8Array;
  readonly isDeflated?: boolean;
  /** The whole mode of Unix, the kind of file with it. */
  readonly mode?: number;
  readonly local?: Partial<WrittenFields>;
  readonly central?: Partial<WrittenFields>;
  /** The sizes in the directory stand in the form of zip64. */
  readonly isZip64?: boolean;
  /** Bytes of another file instead of own ones. */
  readonly sharesWith?: number;
}

interface WrittenFields {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

interface WrittenEnd {
  readonly before?: string;
  readonly after?: string;
  readonly count?: number;
}

const encode = (text: string) => new TextEncoder().encode(text);

function numbers(...pairs: readonly (readonly [bytes: 2 | 4, value: number])[]): Uint8Array {
  return new Uint8Array(
    pairs.flatMap(([bytes, value]) => Array.from({ length: bytes }, (_, at) => Math.floor(value / 256 ** at) & 0xff)),
  );
}

/** The parts one after another. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** A zip of the files, all of them of the first of May 2024. */
export function writtenZip(files: readonly WrittenFile[], end: WrittenEnd = {}): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [encode(end.before ?? '')];
  const lines: Uint8Array[] = [];
  const offsets: number[] = [];
  let at = parts[0]?.length ?? 0;
  for (const file of files) {
    const content = typeof file.content === 'string' ? encode(file.content) : (file.content ?? new Uint8Array(0));
    const packed = file.isDeflated ? deflateRaw(content) : content;
    const offset = file.sharesWith === undefined ? at : (offsets[file.sharesWith] ?? 0);
    offsets.push(offset);
    const truth: WrittenFields = {
      name: file.path,
      flags: 0x800,
      method: file.isDeflated ? 8 : 0,
      crc: crc32(content),
      packedSize: packed.length,
      size: content.length,
      offset,
    };
    const local = { ...truth, ...file.local };
    const central = { ...truth, ...file.central };
    const { size, packedSize } = central;
    const extra = file.isZip64
      ? numbers([2, 1], [2, 16], [4, size], [4, 0], [4, packedSize], [4, 0])
      : new Uint8Array(0);
    const sizes = file.isZip64 ? { size: 0xffffffff, packedSize: 0xffffffff } : {};
    if (file.sharesWith === undefined) {
      parts.push(numbers([4, 0x04034b50], [2, 20]), fields(local), numbers([2, encode(local.name).length], [2, 0]));
      parts.push(encode(local.name), packed);
      at += 30 + encode(local.name).length + packed.length;
    }
    const name = encode(central.name);
    lines.push(
      numbers([4, 0x02014b50], [2, 0x314], [2, 20]),
      fields({ ...central, ...sizes }),
      numbers([2, name.length], [2, extra.length], [2, 0]),
    );
    lines.push(numbers([2, 0], [2, 0], [4, (file.mode ?? 0o100644) * 65_536], [4, central.offset]), name, extra);
  }
  const directory = joined(...lines);
  const count = end.count ?? files.length;
  parts.push(directory, numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count]));
  parts.push(numbers([4, directory.length], [4, at], [2, 0]), encode(end.after ?? ''));
  return joined(...parts);
}

function fields({ flags, method, crc, packedSize, size }: WrittenFields): Uint8Array {
  const [time, date] = [0x6000, (44 << 9) | (5 << 5) | 1];
  return numbers([2, flags], [2, method], [2, time], [2, date], [4, crc], [4, packedSize], [4, size]);
}

/** A file of a tar. `type` is the letter of its header: `0` a file, `1` a hard link, `2` a symbolic one, `5` a folder, `6` a pipe. */
export interface WrittenMember {
  readonly path: string;
  readonly content?: string;
  readonly type?: string;
  readonly target?: string;
  readonly mode?: number;
  readonly checksum?: number;
}

/** A tar of the files, not packed. */
export function writtenTar(members: readonly WrittenMember[]): Uint8Array<ArrayBuffer> {
  const blocks = members.flatMap(({ path, content = '', type = '0', target = '', mode = 0o644, checksum }) => {
    const header = new Uint8Array(512);
    const put = (at: number, text: string) => header.set(encode(text), at);
    put(0, path);
    put(100, `${mode.toString(8).padStart(7, '0')}\0${'0'.repeat(7)}\0${'0'.repeat(7)}\0`);
    put(
      124,
      `${encode(content).length.toString(8).padStart(11, '0')}\0${(1_714_564_800).toString(8).padStart(11, '0')}\0`,
    );
    put(148, ' '.repeat(8));
    put(156, type);
    put(157, target);
    put(257, 'ustar\x0000');
    const sum = checksum ?? header.reduce((total, byte) => total + byte, 0);
    put(148, `${sum.toString(8).padStart(6, '0')}\0 `);
    const body = new Uint8Array(Math.ceil(encode(content).length / 512) * 512);
    body.set(encode(content));
    return [header, body];
  });
  return joined(...blocks, new Uint8Array(1024));
}

/** A gzipped tar of the files. */
export function writtenTarGz(members: readonly WrittenMember[]): Uint8Array<ArrayBuffer> {
  return gzip(writtenTar(members));
}
