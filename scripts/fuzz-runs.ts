/** Raises the number of cases that fast-check tries, for every property that doesn't name its own, and begins them anywhere. */
import fc from 'fast-check';

const { seed: _, ...others } = fc.readConfigureGlobal();
fc.configureGlobal({ ...others, numRuns: Number(process.env['FUZZ_RUNS'] ?? 100) });
