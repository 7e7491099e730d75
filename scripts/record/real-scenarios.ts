// Writes the resolver scenarios of real projects from what the index says of chosen releases: what they require, which Python, which
// wheels. Their answers come from uv afterwards: npm run record:resolver.
//
//   node scripts/record/real-scenarios.ts
//
// A release that isn't named here isn't in the scenario; requirements that no environment of ours meets are left out with their extras.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { type FetchedPage, fetchProjectPage, type IndexFile } from './project-page.ts';
import { root, versions } from './versions.ts';

interface Wanted {
  readonly name: string;
  readonly description: string;
  readonly requires: readonly string[];
  readonly python: string;
  readonly platform?: string;
  readonly releases: Readonly<Record<string, readonly string[]>>;
}

const TENSORFLOW = {
  python: '3.8',
  platform: 'x86_64-manylinux2014',
  releases: {
    tensorflow: ['2.2.0', '2.3.0', '2.4.0'],
    pandas: ['1.1.5', '1.2.0'],
    numpy: ['1.16.6', '1.17.5', '1.18.5', '1.19.5', '1.20.3', '1.24.4'],
    scipy: ['1.4.1', '1.5.4', '1.10.1'],
    'python-dateutil': ['2.8.2', '2.9.0.post0'],
    pytz: ['2020.5', '2025.2'],
    six: ['1.15.0', '1.17.0'],
    'absl-py': ['0.15.0', '1.4.0'],
    astunparse: ['1.6.3'],
    gast: ['0.3.3', '0.4.0'],
    'google-pasta': ['0.2.0'],
    h5py: ['2.10.0', '3.1.0'],
    'keras-preprocessing': ['1.1.2'],
    'opt-einsum': ['3.3.0'],
    protobuf: ['3.20.3', '4.25.3'],
    'tensorflow-estimator': ['2.2.0', '2.3.0', '2.4.0'],
    termcolor: ['2.4.0'],
    wrapt: ['1.16.0'],
    wheel: ['0.43.0'],
    grpcio: ['1.32.0', '1.62.1'],
    tensorboard: ['2.2.2', '2.3.0', '2.4.1'],
    flatbuffers: ['1.12'],
    'typing-extensions': ['3.7.4.3', '4.12.2'],
  },
} as const;

const scenarios: readonly Wanted[] = [
  {
    name: 'real-requests',
    description:
      'requests as the index has it, with an upper bound of your own on urllib3: both ranges meet at its last 1.26 release.',
    requires: ['requests', 'urllib3<2'],
    python: '3.13',
    releases: {
      requests: ['2.25.1', '2.28.2', '2.31.0', '2.32.3', '2.32.5'],
      urllib3: ['1.25.11', '1.26.5', '1.26.18', '1.26.20', '2.0.7', '2.2.3', '2.3.0', '2.5.0'],
      idna: ['2.10', '3.4', '3.7', '3.10'],
      certifi: ['2022.12.7', '2024.8.30', '2025.8.3'],
      'charset-normalizer': ['2.1.1', '3.1.0', '3.4.3'],
      chardet: ['4.0.0', '5.2.0'],
    },
  },
  {
    name: 'real-urllib3',
    description:
      'A requests of 2023 with every urllib3 from 1.18 on: its range holds a stretch in the middle, and the newest release in it is chosen.',
    requires: ['requests<2.30', 'urllib3'],
    python: '3.12',
    releases: {
      requests: ['2.28.2', '2.32.5'],
      urllib3: [
        '1.18',
        '1.18.1',
        '1.19',
        '1.19.1',
        '1.20',
        '1.21',
        '1.21.1',
        '1.22',
        '1.23',
        '1.24',
        '1.24.1',
        '1.24.2',
        '1.24.3',
        '1.25.2',
        '1.25.3',
        '1.25.4',
        '1.25.5',
        '1.25.6',
        '1.25.7',
        '1.25.8',
        '1.25.9',
        '1.25.10',
        '1.25.11',
        '1.26.0',
        '1.26.1',
        '1.26.2',
        '1.26.3',
        '1.26.4',
        '1.26.5',
        '1.26.6',
        '1.26.7',
        '1.26.8',
        '1.26.9',
        '1.26.10',
        '1.26.11',
        '1.26.12',
        '1.26.13',
        '1.26.14',
        '1.26.15',
        '1.26.16',
        '1.26.17',
        '1.26.18',
        '1.26.19',
        '1.26.20',
        '2.0.2',
        '2.0.3',
        '2.0.4',
        '2.0.5',
        '2.0.6',
        '2.0.7',
        '2.1.0',
        '2.2.0',
        '2.2.1',
        '2.2.2',
        '2.2.3',
        '2.3.0',
        '2.4.0',
        '2.5.0',
        '2.6.0',
        '2.6.1',
        '2.6.2',
        '2.6.3',
        '2.7.0',
        '2.8.0',
      ],
      idna: ['3.10'],
      certifi: ['2025.8.3'],
      'charset-normalizer': ['3.4.3'],
    },
  },
  {
    ...TENSORFLOW,
    name: 'real-tensorflow',
    description:
      'tensorflow 2.3.0, pandas 1.2.0 and numpy with their real requirements, on Python 3.8: numpy steps back to where both ranges meet.',
    requires: ['tensorflow==2.3.0', 'pandas==1.2.0', 'numpy'],
  },
  {
    ...TENSORFLOW,
    name: 'real-tensorflow-newer-numpy',
    description:
      'The same with a newer numpy asked for: tensorflow 2.3.0 leaves numpy 1.19 out, and nothing can be done about it but a way out.',
    requires: ['tensorflow==2.3.0', 'pandas==1.2.0', 'numpy>=1.19'],
  },
];

interface Known {
  readonly requires: readonly string[];
  readonly requiresPython: string;
  readonly yanked: boolean;
  readonly filenames: readonly string[];
}

const pages = new Map<string, Promise<FetchedPage>>();
const known = new Map<string, Promise<Known>>();
const once = <T>(results: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> => {
  const result = results.get(key) ?? make();
  results.set(key, result);
  return result;
};

/** What a wheel's metadata say (PEP 658), and the names of all files of its release. */
async function ask(project: string, version: string): Promise<Known> {
  const { page, addresses } = await once(pages, project, () => fetchProjectPage(project, versions.checked));
  const own = page.files.filter(({ filename }) => versionIn(filename) === version);
  const wheels = own.filter(({ filename }) => filename.endsWith('.whl'));
  const rank = (filename: string) =>
    [/none-any/, /cp38-manylinux.*x86_64/, /x86_64/].findIndex((each) => each.test(filename)) +
    4 * Number(!/none-any|x86_64/.test(filename));
  const preferred = [...wheels].sort((left, right) => rank(left.filename) - rank(right.filename));
  const { wheel, text } = await firstWithMetadata(preferred, addresses, `${project} ${version}`);
  const [head = ''] = text.split(/\r?\n\r?\n/);
  const fields = (name: string) =>
    [...head.matchAll(new RegExp(`^${name}: *(.*)$`, 'gm'))].map(([, value = '']) => value.trim());
  return {
    requires: fields('Requires-Dist'),
    requiresPython: wheel['requires-python'] ?? fields('Requires-Python')[0] ?? '',
    yanked: own.every(({ yanked }) => yanked !== false),
    filenames: own.map(({ filename }) => filename),
  };
}

/** A wheel up to so many bytes is fetched whole where its metadata alone aren't to be had. */
const LARGEST_WHEEL = 8_000_000;

const READ_METADATA = `
import io, sys, zipfile
wheel = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
name = next(each for each in wheel.namelist() if each.endswith(".dist-info/METADATA"))
sys.stdout.buffer.write(wheel.read(name))
`;

async function metadataIn(address: string): Promise<string> {
  const input = Buffer.from(await (await fetch(address)).arrayBuffer());
  return execFileSync('python3', ['-c', READ_METADATA], { input, encoding: 'utf8' });
}

/** The first of the wheels whose metadata the index gives by itself. */
async function firstWithMetadata(
  wheels: readonly IndexFile[],
  addresses: ReadonlyMap<string, string>,
  release: string,
) {
  for (const wheel of wheels) {
    const response = await fetch(`${addresses.get(wheel.filename)}.metadata`);
    if (response.ok) return { wheel, text: await response.text() };
  }
  const [wheel] = wheels;
  if (wheel !== undefined && wheel.size < LARGEST_WHEEL)
    return { wheel, text: await metadataIn(`${addresses.get(wheel.filename)}`) };
  throw new Error(`The index gives no metadata of ${release}: what it requires isn’t known without building it.`);
}

/** The version in the name of a wheel or an sdist. */
function versionIn(filename: string): string | undefined {
  if (filename.endsWith('.whl')) return filename.split('-')[1];
  return /-([^-]+?)\.(?:tar\.gz|zip)$/.exec(filename)?.[1];
}

const quoted = (text: string) => (text.includes('"') ? `'${text}'` : `"${text}"`);

async function release(project: string, version: string, all: ReadonlySet<string>): Promise<string> {
  const answer = await once(known, `${project} ${version}`, () => ask(project, version));
  const normal = (name: string) => name.toLowerCase().replace(/[-_.]+/g, '-');
  // Extras aren't asked for here. What is required and isn't in the scenario is left out, and the file says so.
  const nameIn = (requirement: string) => normal(/^[\w.-]+/.exec(requirement)?.[0] ?? '');
  const wanted = answer.requires.filter((each) => !/extra\s*==/.test(each));
  const requires = wanted.filter((each) => all.has(nameIn(each)));
  const missing = wanted.map(nameIn).filter((name) => !all.has(name));
  const tags = answer.filenames
    .filter((filename) => filename.endsWith('.whl'))
    .map((filename) =>
      filename
        .replace(/\.whl$/, '')
        .split('-')
        .slice(-3)
        .join('-'),
    )
    .filter((tag) => /-any$|(?:cp38|cp313|abi3)-(?:manylinux[^-]*x86_64|win_amd64)/.test(tag));
  const plain = tags.length === 1 && tags[0] === 'py3-none-any';
  return [
    `[packages.${project}.versions."${version}"]`,
    ...(missing.length === 0
      ? []
      : [`# It also requires ${[...new Set(missing)].join(', ')}, which this file leaves out.`]),
    ...(requires.length === 0 ? [] : ['requires = [', ...requires.map((each) => `  ${quoted(each)},`), ']']),
    `requires_python = "${answer.requiresPython}"`,
    ...(answer.filenames.some((filename) => !filename.endsWith('.whl')) ? [] : ['sdist = false']),
    ...(tags.length === 0 ? ['wheel = false'] : plain ? [] : [`wheel_tags = [${tags.map(quoted).join(', ')}]`]),
    ...(answer.yanked ? ['yanked = true'] : []),
    '',
  ].join('\n');
}

for (const { name, description, requires, python, platform, releases } of scenarios) {
  const all = new Set(Object.keys(releases));
  const parts: string[] = [];
  for (const [project, wanted] of Object.entries(releases)) {
    for (const version of wanted) {
      try {
        parts.push(await release(project, version, all));
      } catch (error) {
        console.log(`left out: ${error instanceof Error ? error.message : error}`);
      }
    }
  }
  const text = [
    `name = "${name}"`,
    `description = "${description}"`,
    '',
    '[root]',
    `requires = [${requires.map(quoted).join(', ')}]`,
    `requires_python = ">=${python}"`,
    '',
    '[environment]',
    'python = "3.12"',
    '',
    '[resolver_options]',
    `python = "${python}"`,
    ...(platform === undefined ? [] : [`python_platform = "${platform}"`]),
    '',
    `# As the index had it on ${versions.checked}: some of each project’s releases.`,
    ...parts,
  ].join('\n');
  writeFileSync(`${root}content/scenarios/resolver/${name}.toml`, text);
  console.log(`${name}: ${parts.length} releases`);
}
