// Writes the scenario of the install figure from the recordings in content/index: what the ten machines look at, and no more.
// A test fails when it is older than they are.
//
//   node scripts/trim-index.ts

import { writeFileSync } from 'node:fs';
import { createViteServer } from 'vitest/node';
import { compactJson } from './record/compact-json.ts';

const root = new URL('../', import.meta.url);

// The site's modules are imported as its bundler does it: they name each other by alias and without ending.
const server = await createViteServer({
  configFile: new URL('vitest.config.ts', root).pathname,
  server: { middlewareMode: true, hmr: false, ws: false },
  appType: 'custom',
  logLevel: 'error',
});
const { readRecordings } = await server.ssrLoadModule('/src/figures/install/recordings.fixture.ts');
const { trimScenario } = await server.ssrLoadModule('/src/figures/install/trim-scenario.ts');
const scenario = trimScenario(readRecordings());
await server.close();

const place = 'content/scenarios/install/requests.json';
writeFileSync(new URL(place, root), compactJson(scenario, ['machines', 'projects', 'metadata']));
console.log(`${place}: ${scenario.machines.length} machines, ${scenario.metadata.length} wheels`);
