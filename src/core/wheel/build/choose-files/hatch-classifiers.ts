// `classifiers` as hatchling 1.33 takes them: each has to be one that the index knows, or begin with “Private ::”; they are written down
// once, the private ones first, the others in the index’s order, in which Python 3.9 comes before 3.10.
import type { Project } from '@/core/python';
import { type BuildProblem, buildError } from '../build-problem';
import { type ProjectDocument, placeIn, placeOfKeys, valueAt } from '../project-document';
import { KNOWN_CLASSIFIERS } from './known-classifiers';

let places: ReadonlyMap<string, number> | undefined;

/** By classifier, its place in the index’s list; read when it is asked for first. */
function placesInList(): ReadonlyMap<string, number> {
  if (places !== undefined) return places;
  let before: readonly string[] = [];
  const known = KNOWN_CLASSIFIERS.trim()
    .split('\n')
    .map((line): string => {
      const space = line.indexOf(' ');
      before = [...before.slice(0, Number(line.slice(0, space))), ...line.slice(space + 1).split(' :: ')];
      return before.join(' :: ');
    });
  places = new Map(known.map((classifier, at) => [classifier, at]));
  return places;
}

const isPrivate = (classifier: string): boolean => classifier.toLowerCase().startsWith('private ::');

/** Once each, in hatchling’s order. */
export function sortedClassifiers(classifiers: readonly string[]): readonly string[] {
  const list = placesInList();
  const placeOf = (classifier: string): number => (isPrivate(classifier) ? -1 : (list.get(classifier) ?? list.size));
  return [...new Set(classifiers)].toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** The first that the index doesn’t know ends the build. */
export function unknownClassifiers({ classifiers }: Project, document: ProjectDocument): readonly BuildProblem[] {
  const unknown = classifiers.find((classifier) => !isPrivate(classifier) && !placesInList().has(classifier));
  if (unknown === undefined) return [];
  const written = valueAt(document.root, ['project', 'classifiers']);
  const item =
    written?.kind === 'array' ? written.items.find((one) => one.kind === 'string' && one.value === unknown) : undefined;
  const at = item === undefined ? placeOfKeys(document, ['project', 'classifiers']) : placeIn(document.text, item.at);
  const message =
    'The index knows no such classifier, and hatchling asks its list: copy one from there, or begin it with “Private ::”.';
  const toolSays = `ValueError: Unknown classifier in field \`project.classifiers\`: ${unknown}`;
  return [buildError('classifier-unknown', message, { at, toolSays })];
}
