/**
 * What a text says of wheels: which file of a recorded release pip takes on a machine, or that a machine supports a tag, and at which
 * place of its list. The first is answered by the recording (`expects` of content/scenarios/wheel), the second by the core, whose lists
 * are held against the packaging library’s.
 */
import { z } from 'astro/zod';
import {
  arrangeTags,
  bestTag,
  describeMachine,
  type MachineSettings,
  readMachine,
  readWheelFilename,
} from '@/core/python';

/** A machine of content/scenarios/machines/presets.json. */
interface Preset {
  readonly id: string;
  readonly label: string;
  readonly settings: MachineSettings;
}

/** What claims about wheels are held to. */
export interface WheelFacts {
  readonly presets: readonly Preset[];
  /** What pip took of a scenario’s release, machine by machine; undefined when there is no such scenario. */
  readonly takenOf: (scenario: string) => readonly Taken[] | undefined;
}

export interface Taken {
  readonly machine: string;
  readonly takes: string | null;
}

/** `file` is the whole name, or words that stand in it; `none` when nothing is taken. */
export const takesClaimSchema = z.strictObject({
  scenario: z.string().min(1),
  machine: z.string().min(1),
  file: z.string().min(1),
});

/** `tag` is a tag, or a compressed set of which one is supported. A preset may be told another Python, C library or macOS. */
export const tagClaimSchema = z.strictObject({
  machine: z.string().min(1),
  /** `3.14`, or `3.14t` for the free-threaded build. */
  python: z
    .string()
    .regex(/^\d+\.\d+t?$/)
    .optional(),
  libc: z.string().min(1).optional(),
  macos: z.string().min(1).optional(),
  tag: z.string().regex(/^[^-]+-[^-]+-[^-]+$/),
  is: z.enum(['supported', 'not']),
  /** Counted from 1. */
  place: z.int().min(1).optional(),
});

export type TakesClaim = z.infer<typeof takesClaimSchema>;
export type TagClaim = z.infer<typeof tagClaimSchema>;

/** The claim as a sentence: `Of psycopg2’s files, pip takes psycopg2-2.9.13.tar.gz on Alpine.` */
export function describeTakes(claim: TakesClaim, facts: WheelFacts): string {
  const taken = facts.takenOf(claim.scenario)?.find(({ machine }) => machine === claim.machine)?.takes;
  return `Of ${claim.scenario}’s files, pip takes ${taken ?? 'none'} on ${labelOf(claim.machine, facts)}.`;
}

/** The claim as a sentence: `Windows 11, CPython 3.13, supports cp37-abi3-win_amd64: place 12 of 66.` */
export function describeTag(claim: TagClaim, facts: WheelFacts): string {
  const settings = settingsOf(claim, facts);
  const stand = settings && standOf(claim.tag, settings);
  const where = settings === undefined ? claim.machine : describeMachine(settings);
  const verb = claim.is === 'supported' ? 'supports' : 'doesn’t support';
  const place = stand?.place === undefined ? '' : `: place ${stand.place} of ${stand.of}`;
  return `${where} ${verb} ${claim.tag}${place}.`;
}

/** The label of a preset. */
export const labelOf = (machine: string, { presets }: WheelFacts): string =>
  presets.find(({ id }) => id === machine)?.label ?? machine;

/** Takes a claim about a release; returns why it doesn’t hold, or undefined. */
export function takesFault({ scenario, machine, file }: TakesClaim, facts: WheelFacts): string | undefined {
  const taken = facts.takenOf(scenario);
  if (taken === undefined) return `There is no wheel scenario "${scenario}".`;
  const found = taken.find((one) => one.machine === machine);
  if (found === undefined) {
    return `"${scenario}" has no record for "${machine}": it has ${taken.map((one) => one.machine).join(', ')}.`;
  }
  const holds = found.takes === null ? file === 'none' : found.takes.includes(file);
  return holds ? undefined : `Of "${scenario}" pip took ${found.takes ?? 'no file'} on ${machine}, not ${file}.`;
}

/** Takes a claim about a tag; returns why it doesn’t hold, or undefined. */
export function tagFault(claim: TagClaim, facts: WheelFacts): string | undefined {
  const settings = settingsOf(claim, facts);
  if (settings === undefined) {
    return `There is no machine "${claim.machine}": write one of ${facts.presets.map(({ id }) => id).join(', ')}.`;
  }
  const stand = standOf(claim.tag, settings);
  if (stand === undefined) return `"${claim.tag}", or this machine, can’t be.`;
  if ((stand.place !== undefined) !== (claim.is === 'supported')) {
    return `${claim.machine} ${stand.place === undefined ? 'doesn’t support' : 'supports'} ${claim.tag}.`;
  }
  if (claim.place === undefined || claim.place === stand.place) return undefined;
  return `${claim.tag} has place ${stand.place ?? 'none'} of ${stand.of} on ${claim.machine}, not ${claim.place}.`;
}

/** The settings of the claim’s machine. */
function settingsOf({ machine, python, libc, macos }: TagClaim, { presets }: WheelFacts): MachineSettings | undefined {
  const settings = presets.find(({ id }) => id === machine)?.settings;
  if (settings === undefined) return undefined;
  return {
    ...settings,
    ...(python === undefined ? {} : { python: python.replace('t', ''), freeThreaded: python.endsWith('t') }),
    ...(libc === undefined ? {} : { libcVersion: libc }),
    ...(macos === undefined ? {} : { osVersion: macos }),
  };
}

/** Where a tag stands in a machine’s list, from 1; no place when it isn’t there. undefined: no tag, or no machine. */
function standOf(
  tag: string,
  settings: MachineSettings,
): { readonly place: number | undefined; readonly of: number } | undefined {
  const reading = readMachine(settings);
  const wheel = readWheelFilename(`kit-1.0-${tag}.whl`);
  if (reading.kind !== 'machine' || wheel === undefined) return undefined;
  const supported = arrangeTags(reading.environment);
  const best = bestTag(wheel, supported);
  return { place: best && best.place + 1, of: supported.tags.length };
}
