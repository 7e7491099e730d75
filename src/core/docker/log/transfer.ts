// What of a context goes from the client to the builder, and how many bytes that is in the log: every file that the plan names is
// described, and those that are new or otherwise since the last time are sent (tonistiigi/fsutil: send.go, receive.go, types/wire.proto;
// buildkit source/local counts the packets that it receives).
import { utf8Length } from '../dockerfile';
import { sha256Of, sizeOf } from '../files/content';
import type { Directory, FileNode, RegularFile } from '../files/node';
import { namesOf } from '../files/path';
import { select } from '../files/selection';
import { compareBytes, nodeAt, walk } from '../files/tree';
import type { Plan } from '../plan/plan-dockerfile';

/** A transfer, and what the builder has after it: path → node. */
export interface Transfer {
  readonly bytes: number;
  readonly files: ReadonlyMap<string, FileNode>;
}

/** The transfer of a plan’s context after an earlier one; undefined: no step of the plan takes anything from the context. */
export function transferContext(plan: Plan, context: Directory, before: Transfer | undefined): Transfer | undefined {
  const paths = pathsTaken(plan);
  if (paths === undefined) return undefined;
  const files = new Map(entriesOf(context, paths).map((path) => [path, nodeAt(context, namesOf(path)) as FileNode]));
  return { bytes: bytesOf(files, before?.files ?? new Map()), files };
}

/** The bytes of one file that is sent whole: a Dockerfile, an ignore file. Undefined: there is none. */
export function transferFile(name: string, file: RegularFile | undefined): number {
  return bytesOf(file === undefined ? new Map() : new Map([[name, file]]), new Map());
}

/** The sources in the context that steps name; undefined: no step takes from it. */
function pathsTaken({ operations }: Plan): readonly string[] | undefined {
  const context = operations.find(({ operation }) => operation.kind === 'context' && operation.name === '')?.index;
  const paths: string[] = [];
  for (const { operation, inputs } of operations) {
    if (operation.kind === 'copy') {
      paths.push(...operation.actions.filter(({ input }) => inputs[input] === context).map(({ source }) => source));
    } else if (operation.kind === 'exec') {
      for (const mount of operation.mounts) {
        if (mount.kind === 'bind' && inputs[mount.input] === context) paths.push(mount.source);
      }
    }
  }
  return paths.length === 0 ? undefined : paths;
}

/** All entries that are described: what the sources name, what is below, and the folders above, in the order of a walk. */
function entriesOf(context: Directory, sources: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const path of sources) {
    const selector = { path, followsLinks: false, allowsWildcard: true, includes: [], excludes: [], required: [] };
    const selection = select(context, selector);
    if (selection.kind === 'problem') continue;
    for (const { at, node } of selection.nodes) {
      const names = namesOf(at);
      for (let depth = 1; depth <= names.length; depth++) found.add(names.slice(0, depth).join('/'));
      if (node.kind !== 'dir') continue;
      for (const below of walk(node)) found.add([...names, below.path].join('/'));
    }
  }
  return [...found].sort(inWalk);
}

/** A folder before what is in it: compared name by name. */
function inWalk(left: string, right: string): number {
  const [mine, theirs] = [left.split('/'), right.split('/')];
  for (let depth = 0; depth < Math.min(mine.length, theirs.length); depth++) {
    const order = compareBytes(mine[depth] ?? '', theirs[depth] ?? '');
    if (order !== 0) return order;
  }
  return mine.length - theirs.length;
}

/** A packet that says only its type: the end of a file, the end of all. */
const BARE_PACKET = 2;
/** A time of modification in nanoseconds, as it is since 1979. */
const TIME = 10;
/** Bytes of a file that go into one packet. */
const PIECE = 32 * 1024;

function bytesOf(files: ReadonlyMap<string, FileNode>, before: ReadonlyMap<string, FileNode>): number {
  let bytes = BARE_PACKET;
  let id = 0;
  for (const [path, node] of files) {
    bytes += descriptionBytes(path, node);
    if (node.kind === 'file' && !isSame(before.get(path), node)) bytes += dataBytes(sizeOf(node.content), id);
    id++;
  }
  return bytes;
}

/** The builder compares size and time; a file that was edited has another time. */
function isSame(before: FileNode | undefined, now: RegularFile): boolean {
  if (before === now) return true;
  if (before?.kind !== 'file' || before.mtime !== now.mtime || before.mode !== now.mode) return false;
  return before.content === now.content || sha256Of(before.content) === sha256Of(now.content);
}

/** Path, mode, size, time and target of an entry; owners aren’t told. */
function descriptionBytes(path: string, node: FileNode): number {
  const size = node.kind === 'dir' ? 0 : node.kind === 'file' ? sizeOf(node.content) : utf8Length(node.target);
  const target = node.kind === 'symlink' ? textBytes(node.target) : 0;
  const stat = textBytes(path) + modeBytes(node) + (size === 0 ? 0 : 1 + numberBytes(size)) + TIME + target;
  return 1 + numberBytes(stat) + stat;
}

/** Folders and links have a high bit in their mode, as Go has it. */
function modeBytes(node: FileNode): number {
  if (node.kind === 'dir') return 6;
  if (node.kind === 'symlink') return 5;
  return node.mode === 0 ? 0 : 1 + numberBytes(node.mode);
}

function dataBytes(size: number, id: number): number {
  const head = BARE_PACKET + (id === 0 ? 0 : 1 + numberBytes(id));
  let bytes = head;
  for (let left = size; left > 0; left -= PIECE) {
    const piece = Math.min(left, PIECE);
    bytes += head + 1 + numberBytes(piece) + piece;
  }
  return bytes;
}

const textBytes = (text: string): number => {
  const length = utf8Length(text);
  return 1 + numberBytes(length) + length;
};

/** Bytes of a number as protocol buffers write it, seven bits in each. */
function numberBytes(value: number): number {
  let bytes = 1;
  for (let left = value; left >= 128; left = Math.floor(left / 128)) bytes++;
  return bytes;
}
