/** The library’s scenarios and files, for tests. */
import { inspectorLibrary } from './library';
import { bytesOf, type RecordedFile } from './make-scenario';
import type { InspectorScenario } from './scenario';

export const recorded: readonly RecordedFile[] = Object.values(
  import.meta.glob<RecordedFile>('/content/scenarios/inspector/*.json', { import: 'default', eager: true }),
);

export function scenario(id: string): InspectorScenario {
  const found = inspectorLibrary.scenarios.find((each) => each.id === id);
  if (found === undefined) throw new RangeError(`The library has no ${id}.`);
  return found.data;
}

/** A file of the library as a reader’s own. */
export function given(id: string, name?: string): { readonly name: string; readonly blob: Blob } {
  const found = recorded.find((each) => each.id === id);
  if (found === undefined) throw new RangeError(`The library has no ${id}.`);
  return { name: name ?? found.file, blob: new Blob([bytesOf(found)]) };
}
