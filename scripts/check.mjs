/** `npm run check`: types and lint only, side by side. Quick enough to run at every save. */
import './check-node.mjs';
import { run } from './programs.mjs';

const fonts = await run('scripts/fonts.mjs');
const [types, lint] = await Promise.all([run('astro', ['check']), run('biome', ['ci', '.'])]);
console.log(`types ${types === 0 ? 'right' : 'WRONG'}, lint and format ${lint === 0 ? 'right' : 'WRONG'}`);
process.exitCode = fonts || types || lint;
