// EXPOSE (buildkit dockerfile2llb/convert_expose.go): `8080`, `53/udp`, `7000-7002`, and, though it means nothing here, docker run’s
// `address:host:container`. tcp is the default.
import { type DockerfileProblem, type Expose, lexShell } from '../dockerfile';
import type { Expander } from './expand';
import { planProblem } from './plan-problem';

/** The ports as `8080/tcp`, in the order in which the builder goes through them: that of the words, sorted. */
export function exposedPorts({ ports, at }: Expose, expander: Expander): readonly string[] | DockerfileProblem {
  const written = ports.map(({ text }) => text).sort();
  const exposed: string[] = [];
  for (const word of written) {
    const { words, problem } = lexShell(word, expander);
    if (problem !== undefined) return planProblem('expansion', `failed to process "${word}": ${problem}`, at);
    for (const one of words) {
      const read = readPorts(one);
      if (typeof read === 'string') return planProblem('invalid-port', read, at);
      exposed.push(...read);
    }
  }
  return exposed;
}

/** More ports than there are are refused, so a range stays small. */
const LAST_PORT = 65_535;

/** The ports of one word, or the builder’s sentence. */
function readPorts(written: string): readonly string[] | string {
  const parts = written.split(':');
  const [container = '', host = '', address = ''] = [parts.at(-1), parts.at(-2), parts.slice(0, -2).join(':')];
  const slash = container.indexOf('/');
  const range = slash < 0 ? container : container.slice(0, slash);
  const protocol = (slash < 0 ? 'tcp' : container.slice(slash + 1) || 'tcp').toLowerCase();
  if (range === '') return `invalid port: "${written}": no port specified`;
  if (!/^(tcp|udp|sctp)$/.test(protocol))
    return `invalid port: "${written}": invalid proto: ${container.slice(slash + 1)}`;
  if (address !== '' && !/^(\d{1,3}(\.\d{1,3}){3}|\[?[0-9a-fA-F:.]+\]?)$/.test(address))
    return `invalid IP address: ${address}`;
  const ends = readRange(range);
  if (ends === undefined) return `invalid containerPort: ${range}`;
  if (host !== '' && readRange(host) === undefined) return `invalid hostPort: ${host}`;
  const ports: string[] = [];
  for (let port = ends[0]; port <= ends[1]; port++) ports.push(`${port}/${protocol}`);
  return ports;
}

function readRange(text: string): readonly [number, number] | undefined {
  const [, first, last] = /^[+-]?(\d+)(?:-(\d+))?$/.exec(text) ?? [];
  if (first === undefined) return undefined;
  const [start, end] = [Number(first), Number(last ?? first)];
  return start <= end && end <= LAST_PORT ? [start, end] : undefined;
}
