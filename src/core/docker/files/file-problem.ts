// What can go wrong when a step reads or writes files, as a value: the builder’s words and what they are about.

export interface FileProblem {
  readonly code:
    | 'files/not-found'
    | 'files/not-a-directory'
    | 'files/is-a-directory'
    | 'files/too-many-links'
    | 'files/too-deep'
    | 'files/too-large';
  readonly path: string;
  /** As the builder words it. */
  readonly message: string;
}

export function notFound(path: string): FileProblem {
  return { code: 'files/not-found', path, message: `"${path}": not found` };
}
