/** The library’s files: what a scenario holds, and what a page is sent of it, looked into by the core at build. */
import type { Json } from '@/core/exercise';
import { compareFiles } from './compare';
import { type Looked, lookInto } from './make-report';
import type { InspectorScenario } from './scenario';

/** A scenario as its file holds it. content/scenarios/inspector/*.json; the bytes are recorded by scripts/record/inspector-files.ts. */
export interface RecordedFile {
  readonly id: string;
  readonly title: string;
  /** What it shows, in one sentence. */
  readonly says: string;
  /** Scenarios whose files it may be compared with. */
  readonly beside?: readonly string[];
  /** Facts of the first state, and the values that they have. */
  readonly expects: Readonly<Record<string, Json>>;
  readonly file: string;
  /** With what it was built: `hatchling 1.33.0`. */
  readonly made: readonly string[];
  readonly base64: string;
}

/** The bytes of a scenario’s file. */
export function bytesOf({ base64 }: RecordedFile): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** Opens all files, each once. @throws when one isn’t an archive: it is ours */
export async function makeScenarios(files: readonly RecordedFile[]): Promise<ReadonlyMap<string, InspectorScenario>> {
  const looked = new Map<string, Looked>();
  for (const recorded of files) {
    const inside = await lookInto(bytesOf(recorded), recorded.file);
    if ('kind' in inside) throw new Error(`${recorded.id}: ${inside.message}`);
    looked.set(recorded.id, inside);
  }
  return new Map(files.map((recorded) => [recorded.id, scenarioOf(recorded, files, looked)]));
}

function scenarioOf(
  { id, made, beside = [] }: RecordedFile,
  files: readonly RecordedFile[],
  looked: ReadonlyMap<string, Looked>,
): InspectorScenario {
  const own = looked.get(id);
  if (own === undefined) throw new Error(`${id} wasn’t opened.`);
  return {
    id,
    made,
    report: own.report,
    beside: beside.map((other) => {
      const second = looked.get(other);
      const title = files.find((file) => file.id === other)?.title;
      if (second === undefined || title === undefined)
        throw new Error(`${id}: there is no file ${other} to compare with.`);
      return { id: other, title, comparison: compareFiles(own.archive, second.archive, second.report.sha256) };
    }),
  };
}
