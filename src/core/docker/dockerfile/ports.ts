// The ports of EXPOSE: Dockerfile reference, “EXPOSE”; buildkit dockerfile2llb/convert_expose.go.
import { cut } from './characters';
import { quote } from './quote';
import type { Refused } from './shell-pattern';

/** One word of EXPOSE: the ports that it opens as `80/tcp`, and what the build checks object to in it. */
export interface PortSpec {
  readonly ports: readonly string[];
  /** Its protocol is written in capitals. */
  readonly hasCapitals: boolean;
  /** It names an address or a port of the host. */
  readonly hasHost: boolean;
}

const PROTOCOLS = ['tcp', 'udp', 'sctp'];
const LAST_PORT = 65_535;

/** What one word of EXPOSE means. A refusal may come with what the checks say before it. */
export function readPorts(written: string): PortSpec | (Refused & Partial<PortSpec>) {
  const parts = written.split(':');
  const containerPart = parts.at(-1) ?? '';
  const hostPort = parts.length > 1 ? (parts.at(-2) ?? '') : '';
  const address = parts.slice(0, -2).join(':');
  const [ports, protocol] = readProtocol(containerPart);
  if (ports === '') return { problem: `invalid port: ${quote(written)}: no port specified` };
  const lower = protocol.toLowerCase();
  if (!PROTOCOLS.includes(lower)) return { problem: `invalid port: ${quote(written)}: invalid proto: ${protocol}` };
  const checks = { hasCapitals: protocol !== lower, hasHost: address !== '' || hostPort !== '' };
  const refuse = (problem: string) => ({ problem, ...checks });
  const bare = address.startsWith('[') ? withoutBrackets(address) : address;
  if (typeof bare !== 'string') return refuse(bare.problem);
  if (bare !== '' && !isAddress(bare)) return refuse(`invalid IP address: ${bare}`);
  const range = readRange(ports);
  if (range === undefined) return refuse(`invalid containerPort: ${ports}`);
  if (hostPort !== '') {
    const hostRange = readRange(hostPort);
    if (hostRange === undefined) return refuse(`invalid hostPort: ${hostPort}`);
    if (range.last - range.first !== hostRange.last - hostRange.first && range.last !== range.first) {
      return refuse(`invalid ranges specified for container and host Ports: ${ports} and ${hostPort}`);
    }
  }
  const count = range.last - range.first + 1;
  return { ports: Array.from({ length: count }, (_, i) => `${range.first + i}/${lower}`), ...checks };
}

function readProtocol(part: string): readonly [string, string] {
  const [ports, protocol] = cut(part, '/');
  return [ports, protocol === undefined || protocol === '' ? 'tcp' : protocol];
}

function readRange(written: string): { readonly first: number; readonly last: number } | undefined {
  const [start, end] = cut(written, '-');
  const first = readPort(start);
  const last = end === undefined || end === start ? first : readPort(end);
  if (first === undefined || last === undefined || last < first) return undefined;
  return { first, last };
}

function readPort(written: string): number | undefined {
  if (!/^[-+]?\d+$/.test(written)) return undefined;
  const port = Number(written);
  return port < 0 || port > LAST_PORT ? undefined : port + 0;
}

/** `[::1]` is an address of version 6. */
function withoutBrackets(address: string): string | Refused {
  const end = address.indexOf(']');
  const refuse = (what: string): Refused => ({
    problem: `invalid IP address ${address}: address ${address}:: ${what}`,
  });
  if (end < 0) return refuse("missing ']' in address");
  if (end + 1 !== address.length) {
    return refuse(address.includes(':', end) ? 'too many colons in address' : 'missing port in address');
  }
  const inside = address.slice(1, end);
  if (inside.includes('[')) return refuse("unexpected '[' in address");
  return inside;
}

const NUMBER = /^(?:0|[1-9]\d{0,2})$/;

/** Go’s `net.ParseIP`. */
function isAddress(text: string): boolean {
  return text.includes(':') ? isVersion6(text) : isVersion4(text);
}

function isVersion4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => NUMBER.test(part) && Number(part) <= 255);
}

function isVersion6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  const all = groups.flat();
  const tail = all.at(-1) ?? '';
  const endsInVersion4 = tail.includes('.');
  if (endsInVersion4 && !isVersion4(tail)) return false;
  const hexes = endsInVersion4 ? all.slice(0, -1) : all;
  if (!hexes.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return false;
  const count = hexes.length + (endsInVersion4 ? 2 : 0);
  return halves.length === 2 ? count < 8 && !(endsInVersion4 && groups[1]?.length === 0) : count === 8;
}
