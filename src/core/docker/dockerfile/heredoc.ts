// Here-documents: Dockerfile reference, “Here-Documents”. The lines after a RUN, COPY or ADD up to one that holds only the name.
import type { Stretch } from './place';

/** `<<-"EOF"` and the lines below it. */
export interface Heredoc {
  /** The word that ends it, without quotes; the name of the file where COPY or ADD writes it. */
  readonly name: string;
  /** What a number before `<<` says, else 0. The builder keeps it and does nothing with it. */
  readonly fileDescriptor: number;
  /** Whether variables in it are expanded: no part of the name was quoted. */
  readonly expand: boolean;
  /** `<<-`: leading tabs are cut off its lines, and off the line that ends it. */
  readonly chomp: boolean;
  /** Its lines as they stand in the file, line ends included, before tabs are cut off. */
  readonly content: string;
  /** Its lines, without the one that ends it. */
  readonly at: Stretch;
}

/** A file that COPY or ADD writes from a heredoc. Variables in `content` are expanded when `expand` says so. */
export interface InlineFile {
  readonly name: string;
  /** Leading tabs are cut off already where `<<-` asked for it. */
  readonly content: string;
  readonly expand: boolean;
}
