// RUN: buildkit instructions/commands_run*.go. The flags are judged in the builder’s order: devices, mounts, network, security.
import { readDevice } from './device';
import type { Device, Run } from './instruction';
import { checkMount } from './mount';
import { quote } from './quote';
import { type FlagKind, flagValue } from './read-flags';
import { commandOf, flagsOf, type Reading, type Refusal } from './reading';

const FLAGS: Readonly<Record<string, FlagKind>> = {
  ...{ device: 'values', mount: 'values', network: 'value', security: 'value' },
};
const NETWORKS = ['default', 'none', 'host'] as const;
const SECURITIES = ['sandbox', 'insecure'] as const;

export function readRun(reading: Reading): Run | Refusal {
  const flags = flagsOf(reading, FLAGS);
  if ('problem' in flags) return flags;
  const placed = (code: string, name: string, problem: string, value?: string): Refusal => {
    const at = reading.line.split.flags.find(({ text }) => text === `--${name}=${value ?? flagValue(flags, name)}`);
    return at === undefined ? { code, problem } : { code, problem, at };
  };
  const devices: Device[] = [];
  for (const written of flags.get('device') ?? []) {
    const device = readDevice(written);
    if ('problem' in device) return placed('device', 'device', device.problem, written);
    devices.push(device);
  }
  const mounts = flags.get('mount') ?? [];
  for (const written of mounts) {
    const refused = checkMount(written);
    if (refused !== undefined) return placed('mount', 'mount', refused.problem, written);
  }
  const writtenNetwork = flags.has('network') ? flagValue(flags, 'network') : 'default';
  const network = NETWORKS.find((known) => known === writtenNetwork);
  if (network === undefined) return placed('network', 'network', `invalid network mode ${quote(writtenNetwork)}`);
  const writtenSecurity = flags.has('security') ? flagValue(flags, 'security') : 'sandbox';
  const security = SECURITIES.find((known) => known === writtenSecurity);
  if (security === undefined) return placed('security', 'security', `security ${quote(writtenSecurity)} is not valid`);
  const command = commandOf(reading, reading.words);
  return { kind: 'run', ...reading.written, command, mounts, network, security, devices };
}
