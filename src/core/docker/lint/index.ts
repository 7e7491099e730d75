// BuildKit’s build checks. The public face of this folder; nothing outside imports past it.

export type { Finding } from './finding';
export { type Linted, type LintSetting, lintDockerfile, PLAIN_SETTING } from './lint-dockerfile';
export { LINT_RULES, type LintRule, type LintRuleName } from './rules';
export type { LintBaseImage } from './stage-variables';
