/** Logs beside those of `docker build` (`npm run record:docker -- logs`); comparable-log.fixture.ts says how they are compared. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type BuildState, build, FIRST_STATE } from '../build/build';
import { CURRENT_BUILDER } from '../build/builder-rules';
import { contextOf, editContext } from '../files/build-context';
import { textFile } from '../files/node';
import { ignoreMatcherOf } from '../files/sent-context';
import { lintDockerfile, PLAIN_SETTING } from '../lint';
import { buildInputOf } from '../scenario/run-scenario';
import type { ScenarioBuild } from '../scenario/scenario';
import type { StandIns } from '../scenario/stand-in-images';
import { buildLog } from './build-log';
import { type ComparableLog, comparable } from './comparable-log.fixture';
import { type Transfer, transferContext, transferFile } from './transfer';

interface RecordedLogs {
  readonly scenario: string;
  readonly logs: readonly { readonly build: number; readonly tool: string; readonly lines: readonly string[] }[];
}

const conformance = new URL('../conformance/', import.meta.url);
const json = (url: URL) => JSON.parse(readFileSync(url, 'utf8'));
const standIns: StandIns = json(new URL('support/base-images.json', conformance));
const recordings = readdirSync(new URL('logs/', conformance)).map(
  (name): RecordedLogs => json(new URL(`logs/${name}`, conformance)),
);

/** The logs of a scenario’s builds, each on what the ones before left. */
function logsOf(builds: readonly ScenarioBuild[]): readonly (readonly string[])[] {
  let state: BuildState = FIRST_STATE;
  let sent: Transfer | undefined;
  return builds.map((one) => {
    const input = buildInputOf(one, standIns, CURRENT_BUILDER);
    const built = build(input, state);
    state = built.state;
    const { outcome } = built;
    const transfer = outcome.kind === 'refused' ? undefined : transferContext(outcome.plan, input.context, sent);
    sent = transfer ?? sent;
    const own = typeof one.dockerignore === 'string' ? textFile(one.dockerignore) : undefined;
    const context = editContext(
      contextOf(one.context),
      new Map(own === undefined ? [] : [['.dockerignore', { content: one.dockerignore ?? '' }]]),
    );
    const ignore = ignoreMatcherOf(context, 'Dockerfile');
    const findings = lintDockerfile(one.dockerfile, { ...PLAIN_SETTING, ignore }).findings;
    return buildLog({
      dockerfile: one.dockerfile,
      dockerfileName: 'Dockerfile',
      outcome,
      received: {
        dockerfile: transferFile('Dockerfile', textFile(one.dockerfile)),
        ignore: transferFile('.dockerignore', own),
        context: transfer?.bytes,
      },
      findings: outcome.kind === 'refused' ? [] : findings,
      builder: '"shipshape" instance using remote driver',
    }).map(({ text }) => text);
  });
}

describe('the log of a build', () => {
  for (const { scenario, logs } of recordings) {
    const file = new URL(`../../../../content/scenarios/layer-cache/${scenario}.json`, import.meta.url);
    const ours = logsOf(json(file).builds);
    const recorded = logs.filter(({ tool }) => tool === 'docker build');
    it.each(recorded)(`says what docker build said of ${scenario}, build $build`, ({ build: at, lines }) => {
      const mine = comparable(ours[at] ?? []);
      expect(mine).toEqual(withoutPulled(comparable(lines), mine, at === 0));
    });
  }
});

/** How a FROM that was pulled ended is taken from ours; in a first build all are. */
function withoutPulled(theirs: ComparableLog, ours: ComparableLog, isFirst: boolean): ComparableLog {
  const ends = new Map(ours.loaded.map((part) => [part[0], part.at(-1) ?? '']));
  const loaded = theirs.loaded.map((part) => {
    const isPulled = part.at(-1) === 'pulled' || (isFirst && / FROM /.test(part[0] ?? ''));
    return isPulled ? [...part.slice(0, -1), ends.get(part[0]) ?? ''] : part;
  });
  return { ...theirs, loaded };
}
