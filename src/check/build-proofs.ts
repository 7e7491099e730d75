/**
 * The check of what a lecture says of recorded builds: each claim names builds that exist, that bear it out, and that are shown on the
 * page once.
 */
import { buildClaimSchema, claimFault } from '@/components/builds/claim';
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

/** Attributes of a part: texts and numbers. */
const attributesOf = (written: string): Readonly<Record<string, string | number>> =>
  Object.fromEntries(
    [...written.matchAll(/([\w-]+)=(?:"([^"]*)"|\{(\d+)\})/g)].map(({ 1: name = '', 2: text, 3: number }) => [
      name,
      text ?? Number(number),
    ]),
  );

/** Takes a lecture and the builds that it may name. */
export function checkBuildProofs({ text, problem }: Page<unknown>, buildsOf: BuildsOf): readonly ContentProblem[] {
  const shown = new Set<string>();
  const problems: ContentProblem[] = [];
  for (const { 1: list = '', index } of text.matchAll(/<RecordedBuilds ids=\{\[([^\]]*)\]\}/g)) {
    for (const { 1: name = '' } of list.matchAll(/"([^"]+)"/g)) {
      if (buildsOf(name) === undefined)
        problems.push(problem(index, `There are no recorded builds "${name}".`, RECORD));
      if (shown.has(name)) problems.push(problem(index, `The builds "${name}" are shown twice.`, 'Leave one.'));
      shown.add(name);
    }
  }
  // A step’s words may hold a >, so attributes are read as quoted texts and numbers.
  for (const { 1: written = '', index } of text.matchAll(/<BuildProof((?:\s+[\w-]+=(?:"[^"]*"|\{[^}]*\}))*)/g)) {
    const parsed = buildClaimSchema.safeParse(attributesOf(written));
    if (!parsed.success) {
      problems.push(problem(index, 'This is no claim about a build.', FORM));
      continue;
    }
    const { scenario } = parsed.data;
    const named = buildsOf(scenario);
    const fault = named === undefined ? undefined : claimFault(parsed.data, named);
    if (named === undefined) problems.push(problem(index, `There are no recorded builds "${scenario}".`, RECORD));
    if (fault !== undefined) problems.push(problem(index, fault, 'Mend the claim, or name the builds that show it.'));
    if (!shown.has(scenario)) {
      const remedy = 'Put them in a <RecordedBuilds ids={[…]} />.';
      problems.push(problem(index, `The builds "${scenario}" are shown nowhere here.`, remedy));
    }
  }
  return problems;
}

const RECORD = 'Name a file of content/scenarios/layer-cache or of src/core/docker/conformance/buildkit.';
const FORM =
  'Write scenario, build and one of: step with is="ran" or "cached", stage with is="skipped", file with is="there" or "missing", layer with bytes.';
