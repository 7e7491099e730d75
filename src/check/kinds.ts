/** The kinds of file that an author writes, and where each stands. A file of a kind's folder that has another form belongs to none. */

export type ContentKind =
  | 'lecture'
  | 'quiz'
  | 'exercise'
  | 'misconception'
  | 'scenario'
  | 'resolver-scenario'
  | 'elsewhere-scenario'
  | 'layer-cache-scenario'
  | 'term'
  | 'session';

interface Place {
  readonly kind: ContentKind;
  /** As a person would write it. */
  readonly where: string;
  readonly path: RegExp;
}

export const places: readonly Place[] = [
  { kind: 'lecture', where: 'content/lectures/<number>-<id>.mdx', path: /^content\/lectures\/\d+-[^/]+\.mdx$/ },
  { kind: 'quiz', where: 'content/quiz/<lecture>.yaml', path: /^content\/quiz\/[^/]+\.yaml$/ },
  {
    kind: 'exercise',
    where: 'content/exercises/<topic>/<words>.yaml',
    path: /^content\/exercises\/[^/]+\/[^/]+\.yaml$/,
  },
  { kind: 'misconception', where: 'content/misconceptions/<id>.yaml', path: /^content\/misconceptions\/[^/]+\.yaml$/ },
  {
    kind: 'scenario',
    where: 'content/scenarios/<figure>/<id>.yaml or .json',
    path: /^content\/scenarios\/(?!(?:machines|layer-cache)\/)[^/]+\/[^/]+\.(?:yaml|json)$/,
  },
  {
    kind: 'resolver-scenario',
    where: 'content/scenarios/resolver/<name>.toml',
    path: /^content\/scenarios\/resolver\/[^/]+\.toml$/,
  },
  {
    kind: 'elsewhere-scenario',
    where: 'content/scenarios/elsewhere/<name>.toml',
    path: /^content\/scenarios\/elsewhere\/[^/]+\.toml$/,
  },
  {
    kind: 'layer-cache-scenario',
    where: 'content/scenarios/layer-cache/<name>.json',
    path: /^content\/scenarios\/layer-cache\/[^/]+\.json$/,
  },
  { kind: 'term', where: 'content/glossary/<id>.md', path: /^content\/glossary\/[^/]+\.md$/ },
  { kind: 'session', where: 'content/console/<id>.session.yaml', path: /^content\/console\/[^/]+\.session\.yaml$/ },
];

/** The kind of a file by its path from the repository's root, or undefined when no author writes such a file. */
export const kindOf = (path: string): ContentKind | undefined => places.find((place) => place.path.test(path))?.kind;
