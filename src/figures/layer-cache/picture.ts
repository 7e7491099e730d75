/** What is drawn: types alone, so that a page can hold a picture without the core that made it. */
import type { Choice } from '@/figures/frame/Choices';
import type { FigurePicture } from '@/figures/frame/model';
import type { FileRow, OpenFilePicture } from '@/figures/project-files/file-row';
import type { SeenPicture } from './seen-picture';
import type { LayerEvent, Lens } from './state';

export interface LayerPicture extends FigurePicture {
  readonly task: string;
  readonly taps: readonly Choice<LayerEvent>[];
  /** Empty where the scenario has one Dockerfile. */
  readonly arrangements: readonly Choice<LayerEvent>[];
  readonly files: readonly FileRow<LayerEvent>[];
  readonly open: OpenFilePicture | undefined;
  /** Whether there is an ignore file; where there is none, one can be begun by a tap. */
  readonly hasIgnoreFile: boolean;
  readonly asked: AskedFor;
  readonly stages: readonly StageRows[];
  readonly total: Total;
  readonly lens: Lens;
  readonly lenses: readonly Choice<LayerEvent>[];
  /** What another lens than the steps shows; undefined until its code has come, and for the steps. */
  readonly seen: SeenPicture | undefined;
  readonly build: { readonly label: string; readonly event: LayerEvent; readonly disabledBecause: string | undefined };
  readonly isHidden: boolean;
}

/** What building now costs. */
export interface Total {
  readonly mark: 'cached' | 'ran' | 'failed' | 'ahead' | 'stale';
  /** `18 s`. */
  readonly seconds: string;
  /** `2 of 3 steps run, 160 MB written, 32 MB fetched`. */
  readonly says: string;
}

/** What the build is asked for beside the files. */
export interface AskedFor {
  /** `VERSION=2`, `--no-cache`; empty: a plain build. */
  readonly options: readonly string[];
  /** Values that the scenario offers. */
  readonly offered: readonly { readonly name: string; readonly choices: readonly Choice<LayerEvent>[] }[];
  /** Every argument that can be given: a field each. */
  readonly fields: readonly ArgumentField[];
  /** Empty where no stage has a name. */
  readonly targets: readonly Choice<LayerEvent>[];
  readonly cache: readonly Choice<LayerEvent>[];
}

export interface ArgumentField {
  readonly name: string;
  readonly value: string;
  /** What stands in the Dockerfile for it. */
  readonly standard: string;
  /** What is to be said of it; empty: nothing. */
  readonly says: string;
}

export type StepMark = 'cached' | 'ran' | 'failed' | 'plain' | 'ahead';

export interface StepRow {
  /** Unique in the picture. */
  readonly key: string;
  readonly line: number;
  /** The instruction as it stands in the file, on one line. */
  readonly code: string;
  readonly mark: StepMark;
  readonly word: string;
  /** `16 s, 160 MB`; empty where nothing ran. */
  readonly cost: string;
  /** Why it ran, in sentences. */
  readonly why: readonly string[];
}

export interface StageRows {
  readonly key: string;
  /** `builder`; undefined where there is one stage only. */
  readonly title: string | undefined;
  /** What is said of the stage as a whole: that nothing needs it. */
  readonly says: string;
  readonly steps: readonly StepRow[];
}

/** The same without its answer, for an audience that is to predict it. The first state gives nothing away but that all is cached. */
export function coveredPicture(picture: LayerPicture): LayerPicture {
  const covered = ({ mark, ...step }: StepRow): StepRow =>
    mark === 'plain' ? { mark, ...step } : { ...step, mark: 'ahead', word: 'cached or run?', cost: '', why: [] };
  return {
    ...picture,
    stages: picture.stages.map((stage) => ({ ...stage, steps: stage.steps.map(covered) })),
    total: { mark: 'ahead', seconds: '?', says: 'Which steps run again, and what does it cost?' },
    happened: ['Which steps run again?'],
    announcement: 'What runs again? The answer is hidden.',
    isHidden: true,
  };
}
