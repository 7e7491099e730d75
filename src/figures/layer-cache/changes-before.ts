/** What was changed between two builds, in a sentence. */
import type { Words } from '@/figures/frame/Words';
import { changedFiles } from './file-rows';
import { dockerfileOf, type ProjectScene, type Setup } from './scenario';

/** Files that are named; of more the number is said. */
const MOST_NAMED = 4;

/** @example changesBefore(scene, first, second) // → [{ code: 'app.py' }, ' edited', '.'] */
export function changesBefore({ scenario }: ProjectScene, before: Setup | undefined, now: Setup | undefined): Words {
  if (before === undefined || now === undefined) return [];
  const files = changedFiles(before, now);
  const named = files.slice(0, MOST_NAMED).map(({ path, did }): Words => [{ code: path }, ` ${did}`]);
  const more = files.length - named.length;
  const all: readonly Words[] = [
    ...(dockerfileOf(scenario, before) === dockerfileOf(scenario, now) ? [] : [['the Dockerfile is another']]),
    ...named,
    ...(more === 0 ? [] : [[`${more} more files changed`]]),
    ...changedArguments(before, now),
    ...(before.target === now.target ? [] : [targetWords(now.target)]),
    ...(now.ignoresCache && !before.ignoresCache ? [['the cache left aside']] : []),
  ];
  if (all.length === 0) return ['Nothing changed.'];
  return [...all.flatMap((words, at) => (at === 0 ? words : [', ', ...words])), '.'];
}

function changedArguments(before: Setup, now: Setup): readonly Words[] {
  const names = [...new Set([...before.arguments.keys(), ...now.arguments.keys()])].sort();
  return names
    .filter((name) => before.arguments.get(name) !== now.arguments.get(name))
    .map((name) => {
      const value = now.arguments.get(name);
      return value === undefined ? [{ code: name }, ' no longer given'] : [{ code: `${name}=${value}` }, ' given'];
    });
}

const targetWords = (target: string | undefined): Words =>
  target === undefined ? ['the last stage is the target'] : ['the target is ', { code: target }];
