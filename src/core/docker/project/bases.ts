// The images that a project starts from, by name and size alone: what is in them counts for nothing here but a shell and its users.
import { digestOfText } from '../files/content';
import { draftOf, putNode } from '../files/draft';
import { EMPTY_DIRECTORY, textFile } from '../files/node';
import type { BaseImage, ImageCatalog } from '../plan/base-image';
import { DEFAULT_PATH, EMPTY_CONFIG } from '../plan/image-config';

/** An image as a project declares it. */
export interface DeclaredBase {
  readonly size: number;
  /** `NAME=value` beside PATH. */
  readonly env?: readonly string[] | undefined;
  readonly cmd?: readonly string[] | undefined;
  /** Files that are copied from it: path → bytes. */
  readonly files?: Readonly<Record<string, number>> | undefined;
}

/** The catalogue of the images. */
export function catalogOfBases(bases: Readonly<Record<string, DeclaredBase>>): ImageCatalog {
  return new Map(Object.entries(bases).map(([name, base]) => [name, imageOf(name, base)]));
}

function imageOf(name: string, { size, env = [], cmd, files = {} }: DeclaredBase): BaseImage {
  const draft = draftOf(EMPTY_DIRECTORY);
  putNode(draft, ['etc', 'passwd'], textFile('root:x:0:0:root:/root:/bin/sh\n'));
  putNode(draft, ['bin', 'sh'], textFile('', 0o755));
  for (const [path, bytes] of Object.entries(files)) {
    const content = { kind: 'known', size: bytes, sha256: digestOfText(`${name} ${path}`) } as const;
    const names = path.split('/').filter((part) => part !== '');
    putNode(draft, names, { kind: 'file', mode: 0o755, uid: 0, gid: 0, content });
  }
  const config = { ...EMPTY_CONFIG, env: [`PATH=${DEFAULT_PATH}`, ...env], cmd };
  return { layers: [{ id: name, files: draft.root, size }], config, digest: digestOfText(name) };
}
