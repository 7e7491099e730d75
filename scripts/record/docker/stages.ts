// The stages of a Dockerfile as the parser reads them: which goes on from which, which ones a target needs, and which instructions add a
// line to an image's history. Pure.

/** An instruction as the Dockerfile parser reads it, with its stage. */
export interface Instruction {
  readonly stage: number;
  readonly stageName: string;
  readonly base?: string;
  readonly keyword: string;
  readonly line: number;
  readonly text: string;
}

/** Blanks squeezed: an instruction for reading. */
export const readable = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

export interface StageInfo {
  readonly stage: number;
  readonly name: string | null;
  readonly base: string;
  readonly line: number;
  readonly instructions: readonly Instruction[];
}

/** The stages of a Dockerfile, each with its instructions but for FROM. */
export function stagesOf(instructions: readonly Instruction[]): readonly StageInfo[] {
  return instructions
    .filter(({ keyword }) => keyword === 'FROM')
    .map(({ stage, stageName, base = '', line }) => ({
      stage,
      name: stageName === '' ? null : stageName,
      base,
      line,
      instructions: instructions.filter((one) => one.stage === stage && one.keyword !== 'FROM'),
    }));
}

const expand = (text: string, args: Readonly<Record<string, string>>) =>
  text.replaceAll(/\$(?:\{(\w+)(?::?-([^}]*))?\}|(\w+))/g, (_, braced?: string, fallback?: string, plain?: string) => {
    const value = args[braced ?? plain ?? ''];
    return value === undefined || value === '' ? (fallback ?? '') : value;
  });

/** Arguments before the first FROM, with the values given for the build. */
export function globalArguments(dockerfile: string, given: Readonly<Record<string, string>>): Record<string, string> {
  const found: Record<string, string> = {
    TARGETARCH: 'amd64',
    BUILDARCH: 'amd64',
    TARGETOS: 'linux',
    BUILDOS: 'linux',
  };
  for (const line of dockerfile.split('\n')) {
    if (/^\s*FROM\s/i.test(line)) break;
    for (const [, key = '', value] of /^\s*ARG\s/i.test(line) ? line.matchAll(/\s(\w+)(?:=(\S*))?/g) : []) {
      const text = given[key] ?? (value === undefined ? undefined : expand(value.replaceAll(/["']/g, ''), found));
      if (text !== undefined) found[key] = text;
    }
  }
  return found;
}

/** Which stage a name or number means for an instruction of stage `before`, if it means one. */
function stageNamed(stages: readonly StageInfo[], name: string, before: number): StageInfo | undefined {
  if (/^\d+$/.test(name)) return stages[Number(name)];
  return stages.findLast((one) => one.stage < before && one.name?.toLowerCase() === name.toLowerCase());
}

/** The stage that a stage goes on from, if its base is one. */
export function baseStage(
  stages: readonly StageInfo[],
  { base, stage }: StageInfo,
  args: Readonly<Record<string, string>>,
): StageInfo | undefined {
  const name = expand(base, args);
  return stages.findLast((one) => one.stage < stage && one.name?.toLowerCase() === name.toLowerCase());
}

/** The stage that is asked for: by its name, or the last. */
export function targetStage(stages: readonly StageInfo[], target: string | null): StageInfo | undefined {
  if (target === null) return stages.at(-1);
  return stages.findLast(({ name }) => name?.toLowerCase() === target.toLowerCase());
}

/** What the ONBUILD lines of a stage leave for the stage that goes on from it. */
const ownTriggers = ({ instructions }: StageInfo): readonly string[] =>
  instructions
    .filter(({ keyword }) => keyword.toUpperCase() === 'ONBUILD')
    .map(({ text }) => text.replace(/^\s*ONBUILD\s+/i, ''));

/** The stages that the target needs, by number; `triggers` are the ONBUILD triggers of base images. */
export function neededStages(
  stages: readonly StageInfo[],
  target: StageInfo,
  args: Readonly<Record<string, string>>,
  triggers: (stage: StageInfo) => readonly string[],
): ReadonlySet<number> {
  const needed = new Set<number>();
  const queue = [target];
  for (let one = queue.pop(); one !== undefined; one = queue.pop()) {
    if (needed.has(one.stage)) continue;
    needed.add(one.stage);
    const below = baseStage(stages, one, args);
    if (below !== undefined) queue.push(below);
    const run = below === undefined ? triggers(one) : ownTriggers(below);
    for (const text of [...one.instructions.map((instruction) => instruction.text), ...run]) {
      if (!/^\s*(COPY|ADD|RUN)\s/i.test(text)) continue;
      for (const [, name = ''] of text.matchAll(/(?:--from=|\bfrom=)([^\s,]+)/g)) {
        const source = stageNamed(stages, name, one.stage);
        if (source !== undefined) queue.push(source);
      }
    }
  }
  return needed;
}

/** A line of an image's history above the base, with the instruction that it is of. */
export interface HistoryPlace {
  readonly stage: number;
  readonly line: number;
  readonly instruction: string;
  readonly onbuild: boolean;
}

/** The instructions that add a line to the history of a stage's image, from the base image up. ONBUILD itself adds none. */
export function historyPlaces(
  stages: readonly StageInfo[],
  stage: StageInfo,
  args: Readonly<Record<string, string>>,
  triggers: (stage: StageInfo) => readonly string[],
): readonly HistoryPlace[] {
  const below = baseStage(stages, stage, args);
  const run = below === undefined ? triggers(stage) : ownTriggers(below);
  return [
    ...(below === undefined ? [] : historyPlaces(stages, below, args, triggers)),
    ...run.map((text) => ({ stage: stage.stage, line: stage.line, instruction: readable(text), onbuild: true })),
    ...stage.instructions
      .filter(({ keyword }) => keyword.toUpperCase() !== 'ONBUILD')
      .map(({ line, text }) => ({ stage: stage.stage, line, instruction: readable(text), onbuild: false })),
  ];
}
