/** What is drawn: types alone, so that a page can hold a picture without the core that made it. */
import type { Stage } from '@/core/wheel';
import type { Choice } from '@/figures/frame/Choices';
import type { FigurePicture } from '@/figures/frame/model';
import type { WalkPicture } from '@/figures/frame/WalkBar';
import type { Words } from '@/figures/frame/Words';
import type { FieldRow, Group } from '@/figures/inspector/picture';
import type { FileRow, OpenFilePicture } from '@/figures/project-files/file-row';
import { type Station, stationsOf } from '@/figures/stations/station';
import type { Box, Build, BuilderEvent, Lens } from './state';

export interface BuilderPicture extends FigurePicture {
  readonly task: string;
  readonly files: readonly FileRow<BuilderEvent>[];
  /** Files that many projects have and this one hasn’t. */
  readonly begins: readonly string[];
  readonly open: OpenFilePicture | undefined;
  /** The fields of the file that is open, where that is pyproject.toml. */
  readonly manifest: ManifestPicture | undefined;
  readonly stations: readonly Station[];
  readonly leads: readonly Lead[];
  /** What stands above what is seen: why it stops, or what isn’t built yet; each with a place to go to. */
  readonly notes: readonly Note[];
  readonly settled: readonly { readonly legend: string; readonly choices: readonly Choice<BuilderEvent>[] }[];
  /** Small changes, each by a tap. */
  readonly tries: readonly Tap[];
  readonly lens: Lens;
  readonly lenses: readonly Choice<BuilderEvent>[];
  /** Undefined under the lens that looks into the file itself. */
  readonly seen: SeenPicture | undefined;
  /** The build whose file can be looked into and taken along; undefined: none, or a covered one. */
  readonly file: FilePicture | undefined;
  /** How it is looked into. */
  readonly box: Box;
  /** The project’s folder, to be taken along; undefined until the core has come. */
  readonly project: TakenPicture | undefined;
  readonly isHidden: boolean;
}

export interface Tap {
  readonly label: string;
  readonly event: BuilderEvent;
}

/** What leads to a station on the way from the source to a program that runs. */
export interface Lead extends Tap {
  readonly stage: Stage;
  readonly disabledBecause: string | undefined;
}

export interface Note {
  readonly mark: 'wrong' | 'note';
  readonly words: Words;
  /** A real tool’s own line. */
  readonly toolSays: string | undefined;
  /** Where it stands: the file is opened. */
  readonly leads: Tap | undefined;
}

/** pyproject.toml, field by field. */
export interface ManifestPicture {
  readonly tables: readonly ManifestTable[];
  /** The field that is explained. */
  readonly doc: FieldPicture | undefined;
  /** Fields that can be added. */
  readonly adds: readonly Tap[];
}

export interface ManifestTable {
  readonly key: string;
  /** `[project]`. */
  readonly header: string;
  readonly rows: readonly ManifestRow[];
}

export interface ManifestRow {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly isOpen: boolean;
  readonly event: BuilderEvent;
}

/** A field of pyproject.toml, explained. */
export interface FieldPicture {
  readonly title: string;
  readonly what: string;
  readonly facts: readonly FieldRow[];
  readonly section: { readonly title: string; readonly address: string };
}

/** What a lens shows: rows in groups, and texts. */
export interface SeenPicture {
  /** The crate that is drawn around the rows; undefined: none. */
  readonly crate: CratePicture | undefined;
  readonly says: Words;
  readonly choices: readonly { readonly legend: string; readonly choices: readonly Choice<BuilderEvent>[] }[];
  readonly groups: readonly Group<BuilderEvent>[];
  readonly walk: WalkPicture<BuilderEvent> | undefined;
  readonly texts: readonly { readonly title: string; readonly text: string }[];
}

export interface CratePicture {
  readonly name: string;
  readonly note: string;
  readonly mark: 'built' | 'stale' | 'empty';
  readonly word: string;
}

/** Files that an archive is made of: those of a build, or the whole project. */
export interface Packed {
  readonly files: Build['files'];
  readonly kind: Build['kind'] | 'project';
}

/** An archive that a reader can have. */
export interface TakenPicture {
  readonly packed: Packed;
  /** The project’s folder. */
  readonly folder: string;
  /** What can be done with it at home. */
  readonly atHome: Words;
}

/** The file that a build writes. */
export interface FilePicture extends TakenPicture {
  readonly name: string;
  /** What taking it along is called; undefined: nobody would. */
  readonly takes: string | undefined;
}

/** What is said while an audience is to predict. */
export const coveredWords = {
  happened: 'What comes of it, and how far does it come?',
  announcement: 'What comes of it? The answer is hidden.',
} as const;

/** The still without its answer. A first state gives nothing away but what was built before the reader came. */
export function coveredStill(picture: BuilderPicture): BuilderPicture {
  return {
    ...picture,
    status: { kind: 'ready' },
    happened: [coveredWords.happened],
    announcement: coveredWords.announcement,
    stations: stationsOf({ kind: 'ahead' }),
    notes: [],
    seen: undefined,
    file: undefined,
    isHidden: true,
  };
}
