/**
 * What the figure is given: a small project, as its files. content/scenarios/builder/*.yaml; schema.ts says what an author may write.
 */
import type { Fact } from '@/core/exercise';
import type { Files } from './files';
import { sorted } from './files';
import type { BuilderPicture } from './picture';

/** How far the project has come before the reader does. */
export const BEGINNINGS = ['source', 'built', 'installed', 'editable'] as const;
export type Beginning = (typeof BEGINNINGS)[number];

export interface Project {
  readonly id: string;
  /** What to do, in one line; code stands between backticks. */
  readonly task: string;
  /** The same once something is installed, where the first line would ask for what is done. */
  readonly taskOnceInstalled?: string | undefined;
  readonly files: Readonly<Record<string, string>>;
  readonly begins: Beginning;
}

/** A project as a page is sent it. */
export interface BuilderScenario extends Project {
  /** The first state, drawn at build, so that the backend’s rules are loaded with the first sign of a reader and not with the page. */
  readonly drawn: { readonly picture: BuilderPicture; readonly facts: readonly (readonly [string, Fact])[] };
}

/** A project, opened. */
export interface ProjectScene {
  readonly project: Project;
  readonly files: Files;
}

/** A scenario, opened. */
export interface BuilderScene extends ProjectScene {
  readonly scenario: BuilderScenario;
}

export function openProject(project: Project): ProjectScene {
  return { project, files: sorted(Object.entries(project.files)) };
}

export function taskOf({ task, taskOnceInstalled }: Project, isInstalled: boolean): string {
  return isInstalled ? (taskOnceInstalled ?? task) : task;
}

export function openScene(scenario: BuilderScenario): BuilderScene {
  return { ...openProject(scenario), scenario };
}
