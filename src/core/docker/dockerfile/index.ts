// The language of Dockerfiles as BuildKit’s frontend reads it. The public face of this folder; nothing outside imports past it.

export { type AddSource, addSource } from './add-source';
export { trimSpace } from './characters';
export { type CheckOptions, checkOptionsAbove, checkOptionsOf } from './check-options';
export type { CommandLine } from './command-line';
export type { Directive, Dockerfile, ParsedDockerfile, Stage } from './dockerfile';
export type { Environment, Expansion } from './environment';
export { type ExpandedArguments, expandArguments, type GivenArgument, HIDDEN_ARGUMENTS } from './expand-arguments';
export { type ExpandedInstruction, expandInstruction, sortedPorts } from './expand-instruction';
export { expandLabel, expandWord, expandWords } from './expand-word';
export { type FileMode, readFileMode } from './file-mode';
export { formatDockerfile } from './format-dockerfile';
export type { GitSource } from './git-source';
export type { Heredoc, InlineFile } from './heredoc';
export { type HeredocSign, readHeredocSign } from './heredoc-signs';
export type {
  Add,
  Arg,
  Cmd,
  Copy,
  DeclaredArgument,
  Device,
  Entrypoint,
  Env,
  Expose,
  From,
  Healthcheck,
  HealthProbe,
  Instruction,
  Label,
  Maintainer,
  Onbuild,
  Pair,
  Run,
  Shell,
  StopSignal,
  User,
  Volume,
  Workdir,
  Written,
} from './instruction';
export { meaningOf } from './meaning';
export { MOUNT_TYPES, type Mount, type MountType, readMount, SHARING_MODES, type SharingMode } from './mount';
export { parseDockerfile } from './parse-dockerfile';
export { type ParsedTrigger, parseTrigger } from './parse-trigger';
export { type LineStarts, lineStartsOf, type Place, placeAt, type Stretch, stretchOf, stretchOfLine } from './place';
export { type PortSpec, readPorts } from './ports';
export type { DockerfileProblem, ProblemStage } from './problem';
export { quote } from './quote';
export { KEYWORDS } from './read-instruction';
export { type Lexed, type Lexing, lexShell, MOST_NESTED } from './shell-lex';
export { MOST_CELLS, MOST_TEXT } from './shell-pattern';
export { suggest } from './suggest';
export { utf8Length } from './utf8';
export type { Flag, Word } from './word';
