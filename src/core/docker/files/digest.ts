// Content digests as the builder’s cache takes them (buildkit cache/contenthash): a file counts with its content, mode and owner, a
// link with its target, a folder with its own mode and owner and the names and digests of all in it. Times don’t count, and the name
// of the thing itself doesn’t. The digests are not BuildKit’s bytes; they are equal when BuildKit’s are.
//
// A folder’s digest is made from the sum of its entries’ hashes, so that after an edit of one file among ten thousand nothing is
// hashed but that file and the folders above it. (Someone who can choose files might make two sums meet; here nobody gains by it.)
import { digestOfText, sha256Of } from './content';
import type { Directory, FileNode } from './node';

/** 128 bits as four words. */
type Words = readonly [number, number, number, number];

const digests = new WeakMap<Directory, string>();

/** The hash of a node under the name that it was last seen by. */
const entryHashes = new WeakMap<FileNode, { readonly name: string; readonly words: Words }>();

/** The digest of a node and all below it. Trees are bounded in depth, so this may recurse; folders that are shared cost nothing. */
export function digestOf(node: FileNode): string {
  if (node.kind !== 'dir') return headDigest(node);
  let digest = digests.get(node);
  if (digest === undefined) {
    let [first, second, third, fourth] = [0, 0, 0, 0];
    for (const [name, entry] of node.entries) {
      const words = entryHash(name, entry);
      first = (first + words[0]) | 0;
      second = (second + words[1]) | 0;
      third = (third + words[2]) | 0;
      fourth = (fourth + words[3]) | 0;
    }
    const sum = [node.entries.size, first, second, third, fourth].join(' ');
    digest = digestOfText(`${headDigest(node)} ${sum}`);
    digests.set(node, digest);
  }
  return digest;
}

/** The digest of the node alone: of a folder, its mode and owner without what is in it. */
export function headDigest(node: FileNode): string {
  switch (node.kind) {
    case 'file':
      return `file ${node.mode.toString(8)} ${node.uid} ${node.gid} ${sha256Of(node.content)}`;
    case 'symlink':
      return `link ${node.uid} ${node.gid} ${node.target}`;
    case 'dir':
      return `dir ${node.mode.toString(8)} ${node.uid} ${node.gid}`;
  }
}

function entryHash(name: string, node: FileNode): Words {
  const known = entryHashes.get(node);
  if (known !== undefined && known.name === name) return known.words;
  const words = mix(`${name}\0${digestOf(node)}`);
  entryHashes.set(node, { name, words });
  return words;
}

/** Four sums over the letters with different odd factors, each stirred at the end (after MurmurHash3): ten thousand entries are nothing. */
function mix(text: string): Words {
  let [first, second, third, fourth] = [0x9e3779b9, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ unit, 0x5bd1e995) ^ (second >>> 13);
    third = Math.imul(third + unit, 0x1b873593) ^ (third >>> 15);
    fourth = Math.imul(fourth ^ (unit << 7), 0xcc9e2d51) ^ (fourth >>> 16);
  }
  return [stir(first ^ third), stir(second + first), stir(third ^ fourth), stir(fourth + second)];
}

function stir(word: number): number {
  const half = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  const whole = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
  return whole ^ (whole >>> 16);
}
