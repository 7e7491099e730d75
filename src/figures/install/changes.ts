/** What another machine changes: the releases and files that an installation takes, beside those on the machine before. */
import type { NormalizedName } from '@/core/python';
import type { InstallRun } from '@/core/workstation';

export interface Change {
  readonly project: NormalizedName;
  readonly version: string;
  readonly kind: 'release' | 'file';
}

/** The projects that are taken in another release or file than before. */
export function changesOf(now: InstallRun, before: InstallRun): readonly Change[] {
  return now.chosen.flatMap(({ project, version, file }): Change[] => {
    const earlier = before.chosen.find((wheel) => wheel.project === project);
    if (earlier?.file.filename === file.filename) return [];
    return [{ project, version, kind: earlier?.version === version ? 'file' : 'release' }];
  });
}

/**
 * The changes in words.
 * @example describeChanges([]) // 'the same files'
 */
export function describeChanges(changes: readonly Change[]): string {
  if (changes.length === 0) return 'the same files';
  const releases = changes
    .filter(({ kind }) => kind === 'release')
    .map(({ project, version }) => `${project} ${version}`);
  const files = changes.filter(({ kind }) => kind === 'file').map(({ project }) => project);
  return [...releases, ...(files.length === 0 ? [] : [`another file of ${files.join(', ')}`])].join(', ');
}
