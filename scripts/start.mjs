/** `npm start`: builds the site and serves it on loopback. */
import './check-node.mjs';
import { run } from './programs.mjs';
import { serveAsAsked } from './serve.mjs';

const status = await run('scripts/build.mjs');
if (status === 0) await serveAsAsked();
else process.exitCode = status;
