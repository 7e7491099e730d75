/** What a screen reader says after an action: at most eighteen words, so without file names and paths. */
import { formatBytes, type InstallStep } from '@/core/workstation';
import type { Move } from './walk';

/** A move in one short sentence. */
export function announceMove({ steps }: Move): string {
  return steps
    .map(announceStep)
    .filter((words) => words !== '')
    .join(' ');
}

function announceStep(step: InstallStep): string {
  switch (step.kind) {
    case 'want':
      return `You ask for ${step.requirement}.`;
    case 'keep-installed':
      return `${step.project} ${step.version} is installed already.`;
    case 'ask-index':
      return `The index is asked for the page of ${step.project}.`;
    case 'list-files':
      return `${step.project} has ${count(step.files, 'file')} in ${count(step.releases, 'release')}.`;
    case 'pass-over':
      return '';
    case 'choose':
      return `${step.project} ${step.version} is chosen, by place ${step.place + 1} of ${step.tags} tags.`;
    case 'read-metadata':
      return step.from === 'index'
        ? `The metadata of ${step.project} is read from the index.`
        : `The metadata of ${step.project} is read from the wheel, which is downloaded for it.`;
    case 'requires':
      return `${step.project} requires ${step.counted.length === 0 ? 'nothing' : count(step.counted.length, 'project')} here; ${count(step.left.length, 'requirement')} left out.`;
    case 'resolve':
      return `Everything is chosen: ${count(step.chosen.length, 'project')}.`;
    case 'download':
      return `${step.project} is downloaded${step.size === undefined ? '' : `, ${formatBytes(step.size)}`}.`;
    case 'check-hash':
      return `The hash of ${step.project} ${step.got === step.expected ? 'agrees' : 'differs'}.`;
    case 'remove':
      return `${step.project} ${step.version} is removed.`;
    case 'unpack':
      return `${step.project} is unpacked: ${count(step.files.length, 'file')}.`;
    case 'write-record':
      return `RECORD of ${step.project} has ${count(step.fromWheel + step.added.length + step.compiled, 'line')}.`;
    case 'write-script':
      return `The launcher ${step.name} is written.`;
    case 'done':
      return `Done: ${count(step.projects, 'project')}, ${count(step.files, 'file')}, ${count(step.scripts, 'launcher')}.`;
    case 'stop':
      return 'The installer stops.';
  }
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
