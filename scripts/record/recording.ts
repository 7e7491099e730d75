// A console block as recorded from the real tools: content/console/<id>.json. Pages read it; nobody types it.

/** A line as a tool wrote it. `elided` stands for lines that the session chose not to keep, and says how many. */
export type RecordedLine =
  | { readonly stream: 'out' | 'err'; readonly text: string; readonly shortened?: true }
  | { readonly stream: 'elided'; readonly text: '…'; readonly lines: number };

/** A command and what came of it. */
export interface RecordedStep {
  /** The shell's prompt when the command was given; activation changes it. */
  readonly prompt: string;
  /** The current folder when the command was given. */
  readonly cwd: string;
  readonly command: string;
  readonly lines: readonly RecordedLine[];
  readonly exit: number;
  /** Patterns (regular expressions) of text that is different at each run, such as times. */
  readonly varies?: readonly string[];
  /** Some lines are longer than 100 columns: a terminal wraps them, and so should a page. */
  readonly wraps?: true;
}

export interface Recording {
  readonly id: string;
  readonly title: string;
  readonly recorded: string;
  readonly machine: { readonly id: string; readonly name: string; readonly os: string; readonly python: string };
  /** Tools seen, with the versions they reported on the machine itself. */
  readonly tools: Readonly<Record<string, string>>;
  /**
   * The index that tools installed from, and in what form it answered. Where `metadataFiles` is false the index named no
   * metadata files (PEP 658), so pip fetched whole wheels to read their metadata: where it is true, pip prints a line
   * `Downloading ….whl.metadata` for each first.
   */
  readonly index?: { readonly name: string; readonly answer: string; readonly metadataFiles: boolean };
  /** It was recorded with an engine: what the base images are there, in place of those of the registry. */
  readonly bases?: string;
  /** Commands that prepared the machine and aren't shown. */
  readonly setup?: readonly string[];
  readonly steps: readonly RecordedStep[];
}
