// BuildKit’s build checks: their names, what each is about and where Docker explains it (frontend/dockerfile/linter/ruleset.go; Docker
// docs, “Build checks”). What a finding says is written beside the check that makes it.

/** A build check. An experimental one acts only when it is asked for by name. */
export interface LintRule {
  readonly about: string;
  /** The last part of its address in Docker’s documentation; none has no page. */
  readonly page: string | undefined;
  readonly isExperimental: boolean;
}

const rule = (page: string | undefined, about: string, isExperimental = false): LintRule => {
  return { about, page, isExperimental };
};

export const LINT_RULES = {
  ConsistentInstructionCasing: rule('consistent-instruction-casing', 'All keywords are in capitals, or none is.'),
  CopyIgnoredFile: rule('copy-ignored-file', 'What COPY and ADD name isn’t ignored by .dockerignore.'),
  DuplicateStageName: rule('duplicate-stage-name', 'No two stages have the same name.'),
  ExposeInvalidFormat: rule('expose-invalid-format', 'EXPOSE names no address and no port of the host.'),
  ExposeProtoCasing: rule('expose-proto-casing', 'Protocols in EXPOSE are in small letters.'),
  FromAsCasing: rule('from-as-casing', 'AS is written as FROM is, in capitals or not.'),
  FromPlatformFlagConstDisallowed: rule(
    'from-platform-flag-const-disallowed',
    'FROM --platform names no fixed platform.',
  ),
  InvalidBaseImagePlatform: rule(undefined, 'The base image is one for the platform that is built for.'),
  InvalidDefaultArgInFrom: rule(
    'invalid-default-arg-in-from',
    'With the defaults of its arguments, FROM names an image.',
  ),
  InvalidDefinitionDescription: rule(
    'invalid-definition-description',
    'A comment above ARG or a named FROM begins with the name that it describes.',
    true,
  ),
  JSONArgsRecommended: rule('json-args-recommended', 'CMD and ENTRYPOINT are in exec form, so that signals arrive.'),
  LegacyKeyValueFormat: rule('legacy-key-value-format', 'ENV and LABEL are written name=value.'),
  MaintainerDeprecated: rule('maintainer-deprecated', 'The author is a LABEL, not MAINTAINER.'),
  MultipleInstructionsDisallowed: rule(
    'multiple-instructions-disallowed',
    'CMD, ENTRYPOINT and HEALTHCHECK stand once in a stage; only the last counts.',
  ),
  NoEmptyContinuation: rule('no-empty-continuation', 'No empty line stands inside an instruction.'),
  RedundantTargetPlatform: rule('redundant-target-platform', 'FROM --platform=$TARGETPLATFORM says what is so anyway.'),
  ReservedStageName: rule('reserved-stage-name', 'No stage is called scratch or context.'),
  SecretsUsedInArgOrEnv: rule('secrets-used-in-arg-or-env', 'No secret is in ARG or ENV.'),
  StageNameCasing: rule('stage-name-casing', 'Names of stages are in small letters.'),
  UndefinedArgInFrom: rule('undefined-arg-in-from', 'FROM uses arguments that are declared before it.'),
  UndefinedVar: rule('undefined-var', 'Variables are set before they are used.'),
  WorkdirRelativePath: rule('workdir-relative-path', 'The first WORKDIR of a stage is absolute.'),
} as const satisfies Readonly<Record<string, LintRule>>;

export type LintRuleName = keyof typeof LINT_RULES;
