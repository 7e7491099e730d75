// The log of a project's last build, on what the ones before it left.
import { contextOf } from '../files/build-context';
import type { FileNode, RegularFile } from '../files/node';
import { textFile } from '../files/node';
import { IGNORE_FILE } from '../ignore';
import { buildLog } from '../log/build-log';
import type { LogLine } from '../log/log-line';
import { type Transfer, transferContext, transferFile } from '../log/transfer';
import { lintProject } from './lint-project';
import type { ProjectBuild, ProjectOutcome, ProjectWorld } from './project';

/** A build as it was asked for, and what came of it. */
export interface LoggedProject {
  readonly asked: ProjectBuild;
  readonly outcome: ProjectOutcome;
}

/** What Docker calls its builder where nobody has chosen another one. */
const BUILDER = '"default" instance using docker driver';

/** The lines of the last build’s log; builds are in order. */
export function projectLog(builds: readonly LoggedProject[], world: ProjectWorld): readonly LogLine[] {
  const last = builds.at(-1);
  if (last === undefined) return [];
  const { asked, outcome } = last;
  let before: Transfer | undefined;
  let received: number | undefined;
  for (const one of builds) {
    const { context, outcome: came } = one.outcome;
    const transfer = came.kind === 'refused' ? undefined : transferContext(came.plan, context, before);
    received = transfer?.bytes;
    before = transfer ?? before;
  }
  return buildLog({
    dockerfile: asked.dockerfile,
    dockerfileName: 'Dockerfile',
    outcome: outcome.outcome,
    received: {
      dockerfile: transferFile('Dockerfile', textFile(asked.dockerfile)),
      ignore: transferFile(IGNORE_FILE, regular(contextOf(asked.files).entries.get(IGNORE_FILE))),
      context: received,
    },
    findings: outcome.outcome.kind === 'refused' ? [] : lintProject(asked, world).findings,
    builder: BUILDER,
  });
}

const regular = (node: FileNode | undefined): RegularFile | undefined => (node?.kind === 'file' ? node : undefined);
