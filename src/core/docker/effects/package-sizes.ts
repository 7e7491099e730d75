// How large packages are, for the table of commands: bytes that are fetched and bytes that are on the disk afterwards, with what they need.
// Measured on 29 and 30 November 2026; a package that isn’t listed counts as UNLISTED, which is a guess.

export interface PackageSize {
  readonly downloadedBytes: number;
  readonly installedBytes: number;
}

export interface MeasuredSize extends PackageSize {
  readonly name: string;
  readonly source: string;
}

const PIP = 'pip install --target on Python 3.11, Linux x86-64, from PyPI; compiled files included';

/** Python packages by their normal name, each with all that it needs. */
export const PYTHON_PACKAGES: readonly MeasuredSize[] = [
  { name: 'flask', downloadedBytes: 644_935, installedBytes: 5_171_422, source: PIP },
  { name: 'requests', downloadedBytes: 679_900, installedBytes: 3_306_886, source: PIP },
  { name: 'fastapi', downloadedBytes: 3_340_316, installedBytes: 15_461_788, source: PIP },
  { name: 'uvicorn', downloadedBytes: 255_201, installedBytes: 2_015_552, source: PIP },
  { name: 'gunicorn', downloadedBytes: 267_792, installedBytes: 2_266_319, source: PIP },
  { name: 'django', downloadedBytes: 8_402_520, installedBytes: 42_506_311, source: PIP },
  { name: 'pytest', downloadedBytes: 1_840_702, installedBytes: 13_504_050, source: PIP },
  { name: 'httpx', downloadedBytes: 577_634, installedBytes: 4_226_090, source: PIP },
  { name: 'psycopg', downloadedBytes: 4_213_134, installedBytes: 13_178_752, source: `${PIP}; with its extra binary` },
  { name: 'pandas', downloadedBytes: 29_720_227, installedBytes: 155_604_041, source: PIP },
  { name: 'numpy', downloadedBytes: 16_922_260, installedBytes: 72_099_106, source: PIP },
];

const NPM = 'npm install into an empty project';

export const NODE_PACKAGES: readonly MeasuredSize[] = [
  { name: 'express', downloadedBytes: 5_317_654, installedBytes: 2_890_155, source: NPM },
];

const APT = 'apt-get --print-uris install on Debian 12 without any package; recommended ones left out';
const APT_ALL = 'apt-get --print-uris install on Debian 12 without any package; recommended ones included';

export const DEBIAN_PACKAGES: readonly MeasuredSize[] = [
  { name: 'gcc', downloadedBytes: 50_400_000, installedBytes: 198_000_000, source: APT },
  { name: 'git', downloadedBytes: 33_000_000, installedBytes: 154_000_000, source: APT },
  { name: 'curl', downloadedBytes: 11_700_000, installedBytes: 37_700_000, source: APT },
  { name: 'build-essential', downloadedBytes: 86_600_000, installedBytes: 362_000_000, source: APT },
  { name: 'libpq-dev', downloadedBytes: 12_800_000, installedBytes: 47_800_000, source: APT },
];

/** What `--no-install-recommends` saves: the same with the recommended packages. */
export const DEBIAN_WITH_RECOMMENDED: readonly MeasuredSize[] = [
  { name: 'gcc', downloadedBytes: 92_100_000, installedBytes: 341_000_000, source: APT_ALL },
  { name: 'git', downloadedBytes: 46_200_000, installedBytes: 194_000_000, source: APT_ALL },
  { name: 'curl', downloadedBytes: 26_400_000, installedBytes: 85_900_000, source: APT_ALL },
  { name: 'build-essential', downloadedBytes: 125_000_000, installedBytes: 476_000_000, source: APT_ALL },
  { name: 'libpq-dev', downloadedBytes: 13_000_000, installedBytes: 48_500_000, source: APT_ALL },
];

/** The package lists that `apt-get update` fetches. */
export const DEBIAN_LISTS: MeasuredSize = {
  name: 'lists',
  downloadedBytes: 13_900_000,
  installedBytes: 26_829_124,
  source: 'apt-get update of a Debian with its main, updates and security suites',
};

/** What `python -m venv` makes: nearly all of it is the environment’s own pip, which comes with Python and isn’t fetched. */
export const EMPTY_VENV: MeasuredSize = {
  name: 'venv',
  downloadedBytes: 0,
  installedBytes: 10_942_861,
  source: 'python -m venv of Python 3.13.0 with its pip 24.2, Linux x86-64; compiled files included',
};

/** A package that isn’t listed. */
export const UNLISTED: PackageSize = { downloadedBytes: 500_000, installedBytes: 2_000_000 };

/** The size of a package in a list. */
export function sizeOfPackage(list: readonly MeasuredSize[], name: string): PackageSize {
  return list.find((one) => one.name === name) ?? UNLISTED;
}
