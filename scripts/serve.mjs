/**
 * Serves a built site on loopback, compressed, with its 404 page, as Astro's own preview does.
 *   npm run serve                              → dist/ on port 4321 or the next free one (PORT chooses another)
 *   node scripts/serve.mjs --base /course/ --out folder --port 4401
 */
import './check-node.mjs';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { home } from './programs.mjs';

const host = '127.0.0.1';

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once('error', () => answer(false));
    probe.listen(port, host, () => probe.close(() => answer(true)));
  });
}

/**
 * The first free port from `first` on. @param {number} first
 * @example await freePort(4321) // 4321, or 4322 where another site holds it
 */
export async function freePort(first) {
  for (let port = first; port < first + 100; port++) if (await isFree(port)) return port;
  throw new Error(`No port from ${first} to ${first + 99} is free on ${host}: stop something, or set PORT.`);
}

/**
 * Serves the site that was built into `out` for the path `base`; stops with `stop()`.
 * @param {{ out?: string, base?: string, port: number }} options
 * @returns {Promise<{ address: string, stop(): Promise<void> }>}
 */
export async function serve({ out = 'dist', base = process.env['BASE_PATH'] ?? '/', port }) {
  const folder = resolve(home, out);
  if (!existsSync(join(folder, 'index.html')))
    throw new Error(`There is no built site in ${out}: run "npm run build" first.`);
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  process.env['BASE_PATH'] = base;
  const { preview } = await import('astro');
  const server = await preview({ root: home, outDir: folder, logLevel: 'error', server: { host, port } });
  const path = `/${base.split('/').filter(Boolean).join('/')}/`.replace('//', '/');
  return { address: `http://${host}:${server.port}${path}`, stop: () => server.stop() };
}

/** Serves as the command line says. @returns {Promise<string>} the address */
async function start() {
  const { values } = parseArgs({
    options: { base: { type: 'string' }, out: { type: 'string' }, port: { type: 'string' } },
  });
  const asked = values.port ?? process.env['PORT'];
  const port = asked === undefined ? await freePort(4321) : Number(asked);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`"${asked}" is not a port: give a number from 1 to 65535.`);
  }
  if (!(await isFree(port))) throw new Error(`Port ${port} is taken: give another, or none.`);
  const { address } = await serve({
    port,
    ...(values.out === undefined ? {} : { out: values.out }),
    ...(values.base === undefined ? {} : { base: values.base }),
  });
  return address;
}

/** Serves as the command line says and prints the address; says in one line why it can't. */
export async function serveAsAsked() {
  try {
    console.log(`\nShipshape is served at\n\n    ${await start()}\n\nStop it with Ctrl+C.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

if (import.meta.main) await serveAsAsked();
