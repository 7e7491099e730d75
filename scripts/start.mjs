/** `npm start`: builds the site and serves it on loopback. */
import './check-node.mjs';
import { run } from './programs.mjs';

const status = await run('scripts/build.mjs');
process.exitCode = status === 0 ? await run('scripts/serve.mjs') : status;
