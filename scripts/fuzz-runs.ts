/** Raises the number of cases that fast-check tries, for every property that doesn't name its own. */
import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: Number(process.env['FUZZ_RUNS'] ?? 100) });
