// Our choices beside those of the real pip and uv (npm run record:installers): small pages that each ask one question, and whole
// releases on many machines.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  arrangeTags,
  chooseFile,
  INSTALLER_DIFFERENCES,
  type Installer,
  installerTags,
  type ListedFile,
  normalizeName,
  parseRequirement,
  readSpecifierSet,
  type TagEnvironment,
} from './index';

interface Recorded {
  readonly machines: readonly (TagEnvironment & { readonly id: string; readonly pythonFullVersion: string })[];
  readonly cases: readonly {
    readonly id: string;
    readonly machine: string;
    readonly requirement: string;
    readonly formats?: 'wheels' | 'sdists';
    readonly prereleases?: true;
    readonly hashes?: readonly string[];
    readonly files: readonly (ListedFile & { readonly sha256?: string })[];
    readonly pip: string | null;
    readonly uv: string | null;
  }[];
}
const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const { machines, cases } = read<Recorded>('../../../content/index/installers/choices.json');

/** Where the answer is not ours, and why we leave it so. */
const ACCEPTED: Readonly<Record<string, string>> = {
  'uv tags/empty': 'uv reads a name with an empty tag, which no standard and no other tool takes',
};

const INSTALLERS: readonly Installer[] = ['pip', 'uv'];

function takes(installer: Installer, asked: Recorded['cases'][number]): string | null {
  const machine = machines.find(({ id }) => id === asked.machine);
  const requirement = parseRequirement(asked.requirement).value;
  if (machine === undefined || requirement === undefined) throw new TypeError(asked.id);
  const { formats, prereleases, hashes } = asked;
  const files = asked.files.map(({ sha256, ...file }) =>
    sha256 === undefined ? file : { ...file, hashes: { sha256 } },
  );
  const request = {
    project: requirement.normalizedName,
    specifier: requirement.specifier,
    supported: arrangeTags(machine, installerTags(machine, installer)),
    python: machine.pythonFullVersion,
    ...(formats === undefined ? {} : { formats }),
    ...(prereleases === undefined ? {} : { prereleases: 'allow' as const }),
    ...(hashes === undefined ? {} : { hashes }),
  };
  return chooseFile(files, request, installer).taken?.given.file.filename ?? null;
}

describe('small pages, each asking one question', () => {
  it.each(cases)('$id: the file that pip takes, and the one that uv takes', (asked) => {
    for (const installer of INSTALLERS) {
      if (ACCEPTED[`${installer} ${asked.id}`] !== undefined) continue;
      expect([installer, takes(installer, asked)]).toEqual([installer, asked[installer]]);
    }
  });

  it('what is left apart is still apart', () => {
    for (const name of Object.keys(ACCEPTED)) {
      const asked = cases.find(({ id }) => name.endsWith(id));
      if (asked === undefined) throw new TypeError(name);
      const installer = name.startsWith('uv') ? 'uv' : 'pip';
      expect(takes(installer, asked)).not.toBe(asked[installer]);
    }
  });
});

interface Releases {
  readonly releases: readonly {
    readonly release: string;
    readonly takes: readonly { readonly file: string | null; readonly on: readonly string[] }[];
  }[];
}
interface Scenario {
  readonly project: string;
  readonly version: string;
  readonly release: { readonly files: readonly ListedFile[] };
}

describe('whole releases on many machines', () => {
  const { releases } = read<Releases>('../../../content/index/installers/uv-releases.json');
  const asked = read<{ machines: readonly { id: string; environment: TagEnvironment }[] }>(
    '../../../content/index/release-reports/machines.json',
  ).machines;
  const supported = new Map(asked.map(({ id, environment }) => [id, environment]));
  const tags = new Map(
    asked.map(({ id, environment }) => [id, arrangeTags(environment, installerTags(environment, 'uv'))]),
  );

  it.each(releases)('$release: the file that uv takes on each of them', ({ release, takes: recorded }) => {
    const { project, version, release: page } = read<Scenario>(`../../../content/scenarios/wheel/${release}.json`);
    const specifier = readSpecifierSet(`==${version}`);
    const differences = recorded.flatMap(({ file, on }) =>
      on.flatMap((id) => {
        const [environment, machine] = [supported.get(id), tags.get(id)];
        if (environment === undefined || machine === undefined || specifier === undefined) return [`${id}: unknown`];
        const python = `${environment.python.join('.')}.0`;
        const request = { project: normalizeName(project), specifier, supported: machine, python };
        const taken = chooseFile(page.files, request, 'uv').taken?.given.file.filename ?? null;
        return taken === file ? [] : [`${id}: ${taken}, and uv takes ${file}`];
      }),
    );
    expect(recorded.flatMap(({ on }) => on).sort()).toEqual([...supported.keys()].sort());
    expect(differences).toEqual([]);
  });
});

describe('where pip and uv differ', () => {
  const differing = cases.filter(({ pip, uv }) => pip !== uv).map(({ id }) => id);

  it('every recorded difference is told to readers once, and every one that is told is recorded', () => {
    const told = INSTALLER_DIFFERENCES.flatMap(({ shownBy }) => shownBy);
    expect([...told].sort()).toEqual([...differing].sort());
  });

  it('each has a name of its own', () => {
    const ids = INSTALLER_DIFFERENCES.map(({ id }) => id);
    expect([...new Set(ids)]).toEqual(ids);
  });
});
