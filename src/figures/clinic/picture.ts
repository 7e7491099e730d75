/** What the clinic draws: types alone. */
import type { Choice } from '@/figures/frame/Choices';
import type { FigurePicture } from '@/figures/frame/model';
import type { Words } from '@/figures/frame/Words';
import type { FileRow, OpenFilePicture } from '@/figures/project-files/file-row';
import type { Station } from '@/figures/stations/station';
import type { ClinicEvent } from './state';

/** A patient in the row. */
export interface Card {
  readonly id: string;
  readonly title: string;
  /** `waiting`: nothing was predicted yet; `ill`: it stops; `healed`: it did; `well`: it never did; `ahead`: the answer is hidden. */
  readonly mark: 'waiting' | 'ill' | 'healed' | 'well' | 'ahead';
  readonly word: string;
  readonly isOpen: boolean;
  readonly event: ClinicEvent;
}

/** Something that can be predicted. It is said once, so it is a button and no choice that arrow keys would make. */
export interface Answer {
  readonly label: string;
  readonly event: ClinicEvent;
}

/** What a tool said of the patient as it came in. */
export interface ToolWords {
  readonly tools: readonly Choice<ClinicEvent>[];
  /** `pip 26.3`. */
  readonly who: string;
  readonly command: string;
  /** `exit status 1`. */
  readonly ended: string;
  readonly lines: readonly string[];
  /** Where it stops elsewhere than the others, and why; empty: it doesn’t. */
  readonly differs: string;
}

export interface FindingRow {
  /** `pyproject.toml, line 10`; empty: it is about the whole. */
  readonly place: string;
  /** Opens the file there; undefined where it is about the whole. */
  readonly event: ClinicEvent | undefined;
  readonly message: Words;
}

/** What is known once a reader has predicted. */
export interface Examination {
  readonly said: { readonly words: string; readonly isRight: boolean };
  readonly words: ToolWords;
  readonly findings: readonly FindingRow[];
  /** What was looked up on the way. */
  readonly steps: readonly Words[];
  readonly why: string;
  /** Undefined: there is nothing to mend. */
  readonly cure: { readonly says: string; readonly disabledBecause: string | undefined } | undefined;
  /** To the one who waits next; undefined: nobody does. */
  readonly next: Answer | undefined;
}

export interface ClinicPicture extends FigurePicture {
  readonly task: Words;
  readonly cards: readonly Card[];
  readonly cardsSay: string;
  readonly title: string;
  readonly complaint: string;
  readonly files: readonly FileRow<ClinicEvent>[];
  readonly open: OpenFilePicture | undefined;
  readonly isMending: boolean;
  /** Before it is answered. */
  readonly question: readonly Answer[];
  readonly stations: readonly Station[];
  readonly stationsSay: string;
  /** Undefined before the question is answered, and where the answer is hidden. */
  readonly examination: Examination | undefined;
  /** What was said, where the answer is hidden; empty: nothing. */
  readonly saidAhead: string;
}
