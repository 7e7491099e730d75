// A scenario file read whole, with what it says in the notation of other ecosystems (docs/resolver-scenarios.md).
import { readElsewhere } from '../elsewhere';
import { type ParsedScenario, parseScenarioWith } from './read-scenario';

/**
 * Reads a scenario file: TOML in packse's schema, with keys of ours under `[shipshape]` (docs/resolver-scenarios.md).
 *
 * Problems: those of TOML, and `scenario/` with `missing-key`, `unknown-key`, `wrong-type`, `unknown-word`,
 * `unknown-platform`, `bad-requirement`, `bad-specifier`, `bad-version`, `bad-marker`, `bad-name`, `bad-date`, `bad-pin`,
 * `bad-python`, `bad-wheel-tag`, `duplicate-name`, `duplicate-version`, `direct-url`, `too-large`;
 * in the tables of other ecosystems also `bad-module`, `bad-range`, `bad-replacement`, `bad-tag`.
 *
 * @example parseScenario('[root]\nrequires = ["a >= "]').problems.map((problem) => problem.path) // → ['root.requires[0]']
 */
export function parseScenario(text: string): ParsedScenario {
  return parseScenarioWith(text, readElsewhere);
}
