// A line of a build's log. What it is of is told beside it, so that nobody takes the text apart to draw it.

export type LogLineKind =
  | 'blank'
  /** `#0 building with …`. */
  | 'builder'
  /** `#5 [2/4] WORKDIR /app`. */
  | 'title'
  /** `#3 transferring context: 2B done`. */
  | 'detail'
  | 'cached'
  | 'done'
  | 'error'
  | 'warning'
  /** The failing step or the lines of the Dockerfile at the end. */
  | 'excerpt';

export interface LogLine {
  readonly kind: LogLineKind;
  readonly text: string;
}

export const BLANK: LogLine = { kind: 'blank', text: '' };
