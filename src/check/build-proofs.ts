/**
 * The check of what a lecture says of recorded builds: each claim names builds that exist and that bear it out.
 */
import { claimFault } from '@/components/builds/claim';
import { claimsIn } from '@/components/builds/claims-in';
import { type RecordedBuilds, readRecordedBuilds } from '@/components/builds/recorded-builds';
import type { Page } from './heads';
import { wholeRecord } from './layer-cache-scenarios';
import { baseName, type ContentProblem, type SourceFile } from './source';

/** The fidelity cases as the current builder did them: a lecture may name these too. */
export const isFidelityBuild = (path: string): boolean =>
  /^src\/core\/docker\/conformance\/buildkit\/[^/]+\.json$/.test(path);

/** Recorded builds by name; a file is read when it is first asked for. */
export type BuildsOf = (name: string) => RecordedBuilds | undefined;

/** Takes files of recorded builds. One that isn’t whole is none: its own check says what is wrong with it. */
export function recordedBuilds(files: readonly SourceFile[]): BuildsOf {
  const unread = new Map(files.map((file) => [baseName(file.path), file]));
  const read = new Map<string, RecordedBuilds>();
  return (name) => {
    const file = unread.get(name);
    if (file !== undefined && !read.has(name) && wholeRecord(file)) read.set(name, readRecordedBuilds(file.text));
    return read.get(name);
  };
}

/** Takes a lecture and the builds that it may name. */
export function checkBuildProofs({ text, problem }: Page<unknown>, buildsOf: BuildsOf): readonly ContentProblem[] {
  let before: string | undefined;
  return claimsIn(text).flatMap(({ offset, claim, again }) => {
    const named = before;
    before = claim?.scenario;
    if (claim === undefined) return [problem(offset, 'This is no claim about a build.', FORM)];
    const builds = buildsOf(claim.scenario);
    if (builds === undefined) return [problem(offset, `There are no recorded builds "${claim.scenario}".`, RECORD)];
    if (again && named !== claim.scenario) {
      return [problem(offset, `The claim before this one isn’t about "${claim.scenario}".`, 'Leave out `again`.')];
    }
    const fault = claimFault(claim, builds);
    return fault === undefined ? [] : [problem(offset, fault, 'Mend the claim, or name the builds that show it.')];
  });
}

const RECORD = 'Name a file of content/scenarios/layer-cache or of src/core/docker/conformance/buildkit.';
const FORM =
  'Write scenario, build and one of: step with is="ran" or "cached", stage with is="skipped", file with is="there" or "missing", layer with bytes.';
