// Asks npm, Cargo and Go what they make of scenarios in their notation (docs/resolver-scenarios.md): writes each answer into the file, as
// `[shipshape.<ecosystem>.expected]`, its last part.
//
//   npm run record:elsewhere                     the course's scenarios, content/scenarios/elsewhere
//   npm run record:elsewhere -- --check          writes nothing: prints what a tool answers differently now, and fails for it
//   npm run record:elsewhere -- grow <npm|cargo|go> <count> <seed> [<file>]
//                                                asks about random scenarios, prints where our answer differs, and writes them with the
//                                                tool's answers to the file, a line of JSON each

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadModule } from '../load-module.mjs';
import { randomScenario } from './elsewhere-random.ts';
import { type Asked, askTools, checkedVersion, type Tool } from './elsewhere-tools.ts';

type Core = typeof import('../../src/core/resolution/index.ts');
const { parseScenario, answersElsewhere } = (await loadModule('src/core/resolution/index.ts')) as Core;

const folder = fileURLToPath(new URL('../../content/scenarios/elsewhere', import.meta.url));

function read(text: string, file: string) {
  const { value, problems } = parseScenario(text);
  if (value === undefined)
    throw new Error(`${file}: ${problems.map(({ path, message }) => `${path}: ${message}`).join('\n')}`);
  if (value.ecosystem === 'python') throw new Error(`${file} is not of another ecosystem.`);
  return { file, text, tool: value.ecosystem, elsewhere: value.elsewhere };
}

function expectedPart(tool: Tool, asked: Asked): string {
  const body =
    'error' in asked
      ? `error = ${JSON.stringify(asked.error)}\n`
      : `answer = [${asked.answer.map((line) => `\n    ${JSON.stringify(line)},`).join('')}${asked.answer.length > 0 ? '\n' : ''}]\n`;
  return `[shipshape.${tool}.expected]\n${body}`;
}

function withExpected(text: string, tool: Tool, asked: Asked): string {
  const at = text.search(/^\[shipshape\.\w+\.expected\]$/m);
  return `${(at === -1 ? text : text.slice(0, at)).trimEnd()}\n\n${expectedPart(tool, asked)}`;
}

/** Our answer in the tool's form. */
function ours(text: string, tool: Tool): { readonly answer?: readonly string[]; readonly error?: string } {
  const { value } = parseScenario(text);
  const got = value && answersElsewhere(value.elsewhere).find(({ ecosystem }) => ecosystem === tool)?.got;
  if (got === undefined) return { error: 'unread' };
  if (got.kind === 'answer') return { answer: got.lines };
  return { error: got.error };
}

async function record(check: boolean): Promise<void> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.toml'))
    .map((name) => join(folder, name));
  for (const tool of ['npm', 'cargo', 'go'] as const) checkedVersion(tool);
  const asked = await askTools(files.map((file) => read(readFileSync(file, 'utf8'), file)));
  let different = 0;
  for (const { file, text, tool, asked: said } of asked) {
    const now = withExpected(text, tool, said);
    if (now === text) continue;
    different++;
    if (check) console.log(`${file}: ${tool} answers ${JSON.stringify(said)}`);
    else writeFileSync(file, now);
  }
  console.log(`${folder}: ${files.length} scenarios, ${different} ${check ? 'differ' : 'written'}`);
  if (check && different > 0) process.exitCode = 1;
}

async function grow(tool: Tool, count: number, seed: number, file: string | undefined): Promise<void> {
  const version = checkedVersion(tool);
  const texts = Array.from({ length: count }, (_, at) => randomScenario(tool, seed * 100_000 + at));
  const asked = await askTools(texts.map((text, at) => read(text, `random ${seed * 100_000 + at}`)));
  const lines: string[] = [];
  let apart = 0;
  let errors = 0;
  for (const { file: place, text, asked: said } of asked) {
    const { message, ...wanted } = { message: '', ...said };
    const got = ours(text, tool);
    if ('error' in wanted) errors++;
    // Where the tool itself fails, or comes to no end, there is nothing to be held against.
    if (!('error' in wanted && wanted.error === 'other')) {
      lines.push(JSON.stringify({ tool, version, scenario: text, ...wanted }));
    }
    if (JSON.stringify(got) === JSON.stringify(wanted)) continue;
    apart++;
    console.log(`${place}\n  ${tool}: ${JSON.stringify(wanted)}\n  ours: ${JSON.stringify(got)}\n${message}`);
  }
  if (file !== undefined) writeFileSync(resolve(process.env['INIT_CWD'] ?? '.', file), `${lines.join('\n')}\n`);
  console.log(`${tool} ${version}: ${count} random scenarios (${errors} errors), ${apart} apart`);
}

const words = process.argv.slice(2);
if (words[0] === 'grow') {
  const [, tool, count = '100', seed = '1', file] = words;
  if (tool !== 'npm' && tool !== 'cargo' && tool !== 'go') throw new Error('Say of which: grow <npm|cargo|go> …');
  await grow(tool, Number(count), Number(seed), file);
} else await record(words.includes('--check'));
