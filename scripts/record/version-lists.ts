// Records what the specifier explorer's scenarios need: the versions of a project as the index lists them, and which of them `packaging`
// admits for each specifier that the scenario shows.
//
//   npm run record:versions              every scenario in content/scenarios/specifier
//   npm run record:versions -- urllib3   the ones named
//   npm run record:versions -- --again   asks packaging again about the lists as they are recorded
//
// An author writes the rest of a scenario (docs/add-a-scenario.md); the script adds `recorded`, `source`, `versions`, `yanked` and `expects`.
// A list that is marked as ours stays as it is written. Needs Python 3.11 or newer and the index.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { compactJson } from './compact-json.ts';
import { fetchProjectPage } from './project-page.ts';
import { plainPipEnvironment, toolsPython } from './tools-venv.ts';
import { root, versionOf } from './versions.ts';

interface Ask {
  readonly specifier: string;
  readonly prereleases?: 'allow' | 'refuse';
}

/** What an author wrote, and what this script added before. Other keys stay as they are. */
interface Scenario {
  readonly id: string;
  readonly project: string;
  readonly ours?: boolean;
  readonly tries: readonly Ask[];
  readonly recorded?: string;
  readonly source?: string;
  readonly versions?: readonly string[];
  readonly yanked?: readonly string[];
}

interface Answer {
  readonly versions: readonly string[];
  readonly yanked: readonly string[];
  /** Null for what is no specifier. */
  readonly admits: readonly (readonly string[] | null)[];
}

const folder = `${root}content/scenarios/specifier`;
const today = new Date().toISOString().slice(0, 10);
const python = toolsPython();

const askPackaging = (given: object): Answer =>
  JSON.parse(
    execFileSync(python, [`${root}scripts/record/version_lists.py`], {
      env: plainPipEnvironment(),
      input: JSON.stringify(given),
      encoding: 'utf8',
    }),
  );

const isAgain = process.argv.includes('--again');
const asked = process.argv.slice(2).filter((word) => word !== '--again');
const ids = readdirSync(folder).map((name) => name.replace(/\.json$/, ''));
const unknown = asked.filter((id) => !ids.includes(id));
if (unknown.length > 0) throw new Error(`No such scenario in content/scenarios/specifier: ${unknown.join(', ')}.`);

for (const id of asked.length === 0 ? ids : asked) {
  const place = `${folder}/${id}.json`;
  const { expects: _old, ...scenario }: Scenario & { expects?: object } = JSON.parse(readFileSync(place, 'utf8'));
  const asks = scenario.tries.map(({ specifier, prereleases = 'if-needed' }) => ({ specifier, prereleases }));
  const keeps = scenario.ours === true || (isAgain && scenario.versions !== undefined);
  const page = keeps ? undefined : (await fetchProjectPage(scenario.project, today)).page;
  const answer = askPackaging({
    versions: page?.versions ?? scenario.versions ?? [],
    files: page?.files ?? null,
    asks,
  });
  const recorded =
    page === undefined
      ? scenario
      : {
          ...scenario,
          recorded: today,
          source: page.source.split(';')[0],
          versions: answer.versions,
          yanked: answer.yanked,
        };
  const expects = asks.map((ask, at) => ({ ...ask, admits: answer.admits[at] ?? [] }));
  writeFileSync(place, compactJson({ ...recorded, packaging: versionOf('packaging'), expects }, ['tries', 'expects']));
  execFileSync(`${root}node_modules/.bin/biome`, ['format', '--write', place], { stdio: 'ignore' });
  console.log(`${id}: ${answer.versions.length} versions, ${answer.yanked.length} of them yanked`);
}
