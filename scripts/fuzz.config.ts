/** vitest for `npm run fuzz`: as always, but property tests run many more cases and may take their time. */
import { mergeConfig } from 'vitest/config';
import base from '../vitest.config.ts';

export default mergeConfig(base, {
  root: `${import.meta.dirname}/..`,
  test: { setupFiles: ['scripts/fuzz-runs.ts'], testTimeout: 3_600_000 },
});
