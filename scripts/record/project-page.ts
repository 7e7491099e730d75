// One project's page of the index, in the form of the simple API's JSON answer (PEP 691, PEP 700, PEP 714).
//
// The index is asked for that JSON. A mirror that answers with the older HTML page is recorded too: the file list and
// its order, hashes, requires-python and yanks are the page's; sizes, times and metadata hashes come from the project's
// own JSON answer, and both must name the same files with the same hashes. `source` says which of the two happened.

import { versions } from './versions.ts';

export const simpleJson = 'application/vnd.pypi.simple.v1+json';

/** A file of a release as recorded: PEP 691's keys, without addresses (`url`, `provenance`). */
export interface IndexFile {
  readonly filename: string;
  readonly hashes: { readonly sha256: string };
  readonly 'requires-python'?: string;
  readonly size: number;
  readonly 'upload-time': string;
  readonly yanked: boolean | string;
  readonly 'core-metadata': boolean | { readonly sha256: string };
}

export interface ProjectPage {
  readonly project: string;
  readonly recorded: string;
  readonly source: string;
  readonly 'left-out'?: string;
  readonly meta: { readonly 'api-version': string };
  readonly versions: readonly string[];
  readonly files: readonly IndexFile[];
}

/** The page, and where each file can be fetched (kept out of the record: addresses belong to versions.json). */
export interface FetchedPage {
  readonly page: ProjectPage;
  readonly addresses: ReadonlyMap<string, string>;
}

interface SimpleAnswer {
  readonly meta: { readonly 'api-version': string };
  readonly versions: readonly string[];
  readonly files: readonly (IndexFile & { readonly url: string })[];
}

interface ProjectAnswer {
  readonly releases: Readonly<
    Record<
      string,
      readonly {
        readonly filename: string;
        readonly digests: { readonly sha256: string };
        readonly size: number;
        readonly upload_time_iso_8601: string;
        readonly 'core-metadata': boolean | { readonly sha256: string };
      }[]
    >
  >;
}

const entities: Readonly<Record<string, string>> = {
  '&gt;': '>',
  '&lt;': '<',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};
const unescapeHtml = (text: string) =>
  text.replace(/&(?:gt|lt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity);

/** Reads the links of a simple HTML page (PEP 503, with PEP 592's and PEP 345's attributes). */
export function parseSimplePage(html: string) {
  return [...html.matchAll(/<a ([^>]*)>([^<]*)<\/a>/g)].map(([, attributes = '', filename = '']) => {
    const attribute = (name: string) => {
      const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
      return value === undefined ? undefined : unescapeHtml(value);
    };
    const [url = '', sha256 = ''] = (attribute('href') ?? '').split('#sha256=');
    return {
      filename: unescapeHtml(filename),
      url,
      sha256,
      requiresPython: attribute('data-requires-python'),
      yanked: attribute('data-yanked'),
    };
  });
}

async function answerOf(address: string, accept: string): Promise<Response> {
  const response = await fetch(address, { headers: { accept } });
  if (!response.ok) throw new Error(`The index answered ${response.status} for ${new URL(address).pathname}.`);
  return response;
}

/** In what form the index answers, and whether it names metadata files (PEP 658, PEP 714), as pip and uv see it. */
export async function describeIndex(): Promise<{ name: string; answer: string; metadataFiles: boolean }> {
  const response = await answerOf(`${versions.indexes.pypi.simple}requests/`, simpleJson);
  const text = await response.text();
  return {
    name: versions.indexes.pypi.name,
    answer: response.headers.get('content-type')?.split(';')[0] ?? 'unknown',
    metadataFiles: /"core-metadata": ?\{|data-(?:core|dist-info)-metadata=/.test(text),
  };
}

/** Asks the index for one project. `today` is the day to write into the record. */
export async function fetchProjectPage(project: string, today: string): Promise<FetchedPage> {
  const response = await answerOf(`${versions.indexes.pypi.simple}${project}/`, simpleJson);
  if (response.headers.get('content-type')?.startsWith(simpleJson)) {
    const answer: SimpleAnswer = JSON.parse(await response.text());
    const files = answer.files.map((file) => ({
      filename: file.filename,
      hashes: { sha256: file.hashes.sha256 },
      ...(file['requires-python'] ? { 'requires-python': file['requires-python'] } : {}),
      size: file.size,
      'upload-time': file['upload-time'],
      yanked: file.yanked,
      'core-metadata': file['core-metadata'],
    }));
    return {
      page: {
        project,
        recorded: today,
        source: `simple API, ${simpleJson}`,
        meta: { 'api-version': answer.meta['api-version'] },
        versions: answer.versions,
        files,
      },
      addresses: new Map(answer.files.map((file) => [file.filename, file.url])),
    };
  }

  const links = parseSimplePage(await response.text());
  const answer: ProjectAnswer = JSON.parse(
    await (await answerOf(`${versions.indexes.pypi.json}${project}/json`, 'application/json')).text(),
  );
  const known = new Map(
    Object.values(answer.releases)
      .flat()
      .map((file) => [file.filename, file]),
  );
  if (known.size !== links.length) {
    throw new Error(`${project}: the page lists ${links.length} files, the project's JSON ${known.size}.`);
  }
  const files = links.map((link): IndexFile => {
    const file = known.get(link.filename);
    if (!file || file.digests.sha256 !== link.sha256) {
      throw new Error(`${project}: the page and the project's JSON disagree about ${link.filename}.`);
    }
    return {
      filename: link.filename,
      hashes: { sha256: link.sha256 },
      ...(link.requiresPython === undefined ? {} : { 'requires-python': link.requiresPython }),
      size: file.size,
      'upload-time': file.upload_time_iso_8601,
      yanked: link.yanked === undefined ? false : link.yanked || true,
      'core-metadata': file['core-metadata'],
    };
  });
  return {
    page: {
      project,
      recorded: today,
      source:
        "simple API, text/html (this mirror has no JSON form); size, upload-time and core-metadata from the project's JSON",
      meta: { 'api-version': '1.1' },
      versions: Object.keys(answer.releases),
      files,
    },
    addresses: new Map(links.map((link) => [link.filename, link.url])),
  };
}

/** Above this size of a page (in characters) times become days and metadata hashes `true`; the record says so. */
const largePage = 600_000;

/** Leaves out what makes a page too large to keep, and says what was left out. */
export function slim(page: ProjectPage): ProjectPage {
  if (JSON.stringify(page).length < largePage) return page;
  return {
    ...page,
    'left-out':
      'upload-time is the day alone; core-metadata is true where the index gives the hash of the metadata file',
    files: page.files.map((file) => ({
      ...file,
      'upload-time': file['upload-time'].slice(0, 10),
      'core-metadata': file['core-metadata'] !== false,
    })),
  };
}
