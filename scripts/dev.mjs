/** `npm run dev`: the site while it is being written. Search needs a built site (`npm start`). */
import './check-node.mjs';
import { run } from './programs.mjs';

const fonts = await run('scripts/fonts.mjs');
process.exitCode = fonts === 0 ? await run('astro', ['dev', '--host', '127.0.0.1', ...process.argv.slice(2)]) : fonts;
