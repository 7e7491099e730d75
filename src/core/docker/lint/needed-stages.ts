// The stages that the last one needs. ONBUILD triggers act in these alone when a whole file is checked.
import { type Dockerfile, type Instruction, readMount } from '../dockerfile';

/** Their indexes; `bases` holds, stage by stage, the stage that it begins with. */
export function neededStages(file: Dockerfile, bases: readonly (number | undefined)[]): ReadonlySet<number> {
  const named = new Map(
    file.stages.flatMap(({ index, from }) => {
      return from.stageName === undefined ? [] : [[from.stageName, index] as const];
    }),
  );
  const needed = new Set<number>();
  const open = [file.stages.length - 1];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (needed.has(index)) continue;
    needed.add(index);
    const base = bases[index];
    if (base !== undefined) open.push(base);
    for (const name of (file.stages[index]?.instructions ?? []).flatMap(sourcesOf)) {
      const source = /^\d+$/.test(name) ? Number(name) : named.get(name.toLowerCase());
      if (source !== undefined && source < file.stages.length) open.push(source);
    }
  }
  return needed;
}

/** What an instruction takes files from, besides the context. */
function sourcesOf(instruction: Instruction): string[] {
  if (instruction.kind === 'copy') return instruction.from === '' ? [] : [instruction.from];
  if (instruction.kind !== 'run') return [];
  return instruction.mounts.flatMap((written) => {
    const mount = readMount(written, (value) => value);
    return 'problem' in mount || mount.from === '' ? [] : [mount.from];
  });
}
