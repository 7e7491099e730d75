// The instructions of a Dockerfile as a syntax tree: Dockerfile reference; buildkit frontend/dockerfile/instructions. Names are
// the reference’s. What may hold variables is a Word and still unexpanded: expand-instruction.ts says what each becomes.
import type { CommandLine } from './command-line';
import type { Heredoc, InlineFile } from './heredoc';
import type { Stretch } from './place';
import type { Flag, Word } from './word';

/** What all instructions have. */
export interface Written {
  /** The keyword as written: `RUN`, `run`. */
  readonly keyword: string;
  /** From the keyword to the end of the last line, heredocs included. `at.start.line` is the line that the builder names. */
  readonly at: Stretch;
  /**
   * The instruction as one line: continuations joined, comments and blank lines inside it dropped, trimmed; heredocs not
   * included. This is what the builder keeps as the instruction’s code and prints in its log for RUN, COPY and the like.
   */
  readonly code: string;
  /** In the order written, duplicates and unknown ones too. */
  readonly flags: readonly Flag[];
  readonly heredocs: readonly Heredoc[];
  /** The comment lines before it, without `#`, that the builder reads descriptions and `check=` from. */
  readonly comments: readonly string[];
}

/** `FROM [--platform=…] base [AS name]`. `base` and `platform` may hold global arguments. */
export interface From extends Written {
  readonly kind: 'from';
  readonly base: Word;
  /** In lower case, as stages are looked up. */
  readonly stageName: string | undefined;
  /** As written, with the case of its letters. */
  readonly writtenName: Word | undefined;
  readonly platform: string | undefined;
}

/** One build argument of ARG. `value` is its default, undefined for `ARG name`, empty for `ARG name=`. */
export interface DeclaredArgument {
  readonly name: string;
  readonly value: string | undefined;
  /** What a comment line before it that begins with its name says of it. */
  readonly description: string;
  readonly at: Stretch;
}

export interface Arg extends Written {
  readonly kind: 'arg';
  readonly declared: readonly DeclaredArgument[];
}

/** A pair of ENV or LABEL. `separator` is a space for the old form `ENV name value`, whose value is the rest of the line. */
export interface Pair {
  readonly name: string;
  readonly value: string;
  readonly separator: '=' | ' ';
  readonly at: Stretch;
}

export interface Env extends Written {
  readonly kind: 'env';
  readonly pairs: readonly Pair[];
}

export interface Label extends Written {
  readonly kind: 'label';
  readonly pairs: readonly Pair[];
}

/** What COPY and ADD share. Sources that are heredocs are in `files`, in order; the others in `sources`. */
interface Copying extends Written {
  readonly sources: readonly Word[];
  readonly files: readonly InlineFile[];
  readonly destination: Word;
  /** Empty where the flag isn’t given; variables in it are expanded. */
  readonly chown: string;
  readonly chmod: string;
  readonly link: boolean;
  /** Patterns of `--exclude`; variables in them are not expanded. */
  readonly excludes: readonly string[];
}

export interface Copy extends Copying {
  readonly kind: 'copy';
  /** A stage’s name or number, an image or a named context; empty: the build context. Variables are not allowed in it. */
  readonly from: string;
  readonly parents: boolean;
}

export interface Add extends Copying {
  readonly kind: 'add';
  readonly checksum: string;
  /** Undefined where the flag isn’t given. */
  readonly keepGitDir: boolean | undefined;
  readonly unpack: boolean | undefined;
}

export interface Device {
  readonly name: string;
  readonly required: boolean;
}

export interface Run extends Written {
  readonly kind: 'run';
  readonly command: CommandLine;
  /** Values of `--mount` as written: variables in them are expanded before they are read (`readMount`). */
  readonly mounts: readonly string[];
  readonly network: 'default' | 'none' | 'host';
  readonly security: 'sandbox' | 'insecure';
  readonly devices: readonly Device[];
}

export interface Cmd extends Written {
  readonly kind: 'cmd';
  readonly command: CommandLine;
}

export interface Entrypoint extends Written {
  readonly kind: 'entrypoint';
  readonly command: CommandLine;
}

export interface Shell extends Written {
  readonly kind: 'shell';
  readonly argv: readonly string[];
}

/** `ports` in the order written; the builder sorts them before it expands them (`exposedPorts`). */
export interface Expose extends Written {
  readonly kind: 'expose';
  readonly ports: readonly Word[];
}

export interface Volume extends Written {
  readonly kind: 'volume';
  readonly paths: readonly Word[];
}

export interface User extends Written {
  readonly kind: 'user';
  readonly user: Word;
}

export interface Workdir extends Written {
  readonly kind: 'workdir';
  readonly path: Word;
}

export interface StopSignal extends Written {
  readonly kind: 'stopsignal';
  readonly signal: Word;
}

/** Durations in nanoseconds, as the image’s configuration holds them; 0 where nothing is given (exact up to 104 days). */
export type HealthProbe =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'command';
      readonly command: CommandLine;
      readonly interval: number;
      readonly timeout: number;
      readonly startPeriod: number;
      readonly startInterval: number;
      readonly retries: number;
    };

export interface Healthcheck extends Written {
  readonly kind: 'healthcheck';
  readonly probe: HealthProbe;
}

/** The trigger as the image’s configuration holds it; it is read (`parseTrigger`) when another build starts from the image. */
export interface Onbuild extends Written {
  readonly kind: 'onbuild';
  readonly trigger: string;
}

export interface Maintainer extends Written {
  readonly kind: 'maintainer';
  readonly maintainer: string;
}

/** An instruction that can stand in a stage. FROM begins one and isn’t among them. */
export type Instruction =
  | Add
  | Arg
  | Cmd
  | Copy
  | Entrypoint
  | Env
  | Expose
  | Healthcheck
  | Label
  | Maintainer
  | Onbuild
  | Run
  | Shell
  | StopSignal
  | User
  | Volume
  | Workdir;
