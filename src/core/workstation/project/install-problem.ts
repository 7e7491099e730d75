// Whether an installer takes a wheel here: the tags of its name, Requires-Python, and its dependencies, which have to be at hand.
// Follows the binary distribution format, “File name convention”; core metadata, “Requires-Python” and “Requires-Dist”. Messages are
// those of pip 26.3 and uv 0.13.9.
import {
  admits,
  allowsPython,
  arrangeTags,
  evaluateMarker,
  fitWheel,
  formatSpecifierSet,
  formatVersion,
  normalizeName,
  parseRequirement,
  type Requirement,
  readVersion,
  readWheelFilename,
} from '@/core/python';
import type { DistributionPlan } from '@/core/wheel';
import { code, type Sentence, say } from '../sentence';
import type { InstallFailure } from './installation';
import { featureVersion, type ReleaseAtHand, type Workplace } from './workplace';

/** Projects that come along of their own accord; past this somebody is playing. */
const MAX_ALONG = 200;

export type Needs =
  | { readonly kind: 'met'; readonly along: readonly ReleaseAtHand[] }
  | { readonly kind: 'refused'; readonly problem: InstallFailure };

/** Asks what an installer asks before it writes anything; the first refusal is told. */
export function installProblem(plan: DistributionPlan, place: Workplace): Needs {
  const { metadata } = plan;
  const { installer, pythonVersion } = place;
  const name = metadata.name;
  const version = formatVersion(metadata.version);
  const refuse = (reason: InstallFailure['code'], message: Sentence, toolSays: string | undefined): Needs => ({
    kind: 'refused',
    problem: { code: reason, message, toolSays, saidBy: installer },
  });
  if (plan.kind === 'sdist') {
    return refuse(
      'not-a-wheel',
      say`${code(plan.filename)} is a source distribution: an installer builds a wheel from it first, and installs that.`,
      undefined,
    );
  }
  const wheel = readWheelFilename(plan.filename);
  if (wheel !== undefined && fitWheel(wheel, arrangeTags(place.tags)).kind !== 'fits') {
    const tool = `ERROR: ${plan.filename} is not a supported wheel on this platform.`;
    return refuse(
      'tag',
      say`The name says ${code(plan.tag ?? '')}: none of this Python’s tags is among them.`,
      installer === 'pip' ? tool : undefined,
    );
  }
  if (metadata.requiresPython !== undefined) {
    const wanted = formatSpecifierSet(metadata.requiresPython);
    if (!allowsPython(wanted, pythonVersion)) {
      const pip = `ERROR: Package '${name}' requires a different Python: ${pythonVersion} not in '${wanted}'`;
      const uv = `Because the current Python version (${featureVersion(place)}) does not satisfy Python${wanted} and ${name}==${version} depends on Python${wanted}, we can conclude that ${name}==${version} cannot be used.`;
      return refuse(
        'requires-python',
        say`${code(name)} asks for Python ${code(wanted)}, and this one is ${code(pythonVersion)}.`,
        installer === 'pip' ? pip : uv,
      );
    }
  }
  const along = new Map<string, ReleaseAtHand>();
  const problem = bringAlong({ by: name, requires: metadata.requiresDist, version }, place, along);
  return problem === undefined ? { kind: 'met', along: [...along.values()] } : { kind: 'refused', problem };
}

interface Wanting {
  readonly by: string;
  readonly version: string;
  readonly requires: readonly Requirement[];
}

/** Takes what is required from the index, and what that requires. */
function bringAlong(first: Wanting, place: Workplace, along: Map<string, ReleaseAtHand>): InstallFailure | undefined {
  const queue: Wanting[] = [first];
  for (let wanting = queue.shift(); wanting !== undefined && along.size < MAX_ALONG; wanting = queue.shift()) {
    for (const requirement of wanting.requires) {
      if (!counts(requirement, place)) continue;
      const found = place.index.find(({ name }) => normalizeName(name) === requirement.normalizedName);
      const version = found === undefined ? undefined : readVersion(found.version);
      if (found === undefined || version === undefined) return missing(requirement, wanting, place);
      if (!admits(requirement.specifier, version)) return missing(requirement, wanting, place, found);
      if (along.has(requirement.normalizedName)) continue;
      along.set(requirement.normalizedName, found);
      const requires = found.requires.flatMap((text) => parseRequirement(text).value ?? []);
      queue.push({ by: found.name, version: found.version, requires });
    }
  }
  return undefined;
}

function counts({ marker }: Requirement, place: Workplace): boolean {
  if (marker === undefined) return true;
  const result = evaluateMarker(marker, place.markers, { kind: 'metadata', extra: '' });
  return result.kind !== 'undefined' && result.holds;
}

function missing(requirement: Requirement, wanting: Wanting, place: Workplace, found?: ReleaseAtHand): InstallFailure {
  const wanted = `${requirement.name}${formatSpecifierSet(requirement.specifier)}`;
  const { installer } = place;
  const pip = `ERROR: No matching distribution found for ${wanted} (from ${wanting.by})`;
  const self = `${wanting.by}==${wanting.version}`;
  if (found === undefined) {
    return {
      code: 'dependency-missing',
      message: say`${code(wanting.by)} requires ${code(wanted)}, and the index of this environment has no project of that name.`,
      toolSays:
        installer === 'pip'
          ? pip
          : `Because ${requirement.name} was not found in the package registry and ${self} depends on ${wanted}, we can conclude that ${self} cannot be used.`,
      saidBy: installer,
    };
  }
  return {
    code: 'dependency-version',
    message: say`${code(wanting.by)} requires ${code(wanted)}, and the newest release of it is ${code(found.version)}.`,
    toolSays:
      installer === 'pip'
        ? pip
        : `Because only ${found.name}<=${found.version} is available and ${self} depends on ${wanted}, we can conclude that ${self} cannot be used.`,
    saidBy: installer,
  };
}
