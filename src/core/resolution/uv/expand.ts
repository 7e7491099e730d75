// Which requirements count (crates/uv-resolver, resolver/requirements.rs): overrides replace, constraints join, markers and
// the extra that was asked for decide, and what a release requires of itself (`all = ["a[docs]"]`) is taken apart into the
// requirements of the extras that it names.
import { fixExtras, isNever, type MarkerSet, type NormalizedName, notMarker } from '@/core/python';
import { type ForkEnvironment, isMarkerPossible, joinedMarkers, plainMarker } from './environment';
import type { KnownRequirement } from './known-requirement';

export interface Modifiers {
  readonly constraints: ReadonlyMap<NormalizedName, readonly KnownRequirement[]>;
  readonly overrides: ReadonlyMap<NormalizedName, readonly KnownRequirement[]>;
}

/** A requirement that counts; its marker asks for no extra any more. */
export interface ActiveRequirement {
  readonly from: KnownRequirement;
  readonly extras: readonly NormalizedName[];
  readonly marker: MarkerSet | undefined;
}

/** What a project requires by itself, or for an extra, in a fork. */
export function expandRequirements(
  requirements: readonly KnownRequirement[],
  of: { readonly name: NormalizedName; readonly extra: NormalizedName | undefined } | undefined,
  environment: ForkEnvironment,
  modifiers: Modifiers,
): readonly ActiveRequirement[] {
  const active = activeRequirements(requirements, of?.extra, environment, modifiers);
  if (of === undefined || !requirements.some(({ name, extras }) => name === of.name && extras.length > 0))
    return active;
  return withoutSelf(of.name, [
    ...active,
    ...requirementsOfOwnExtras(of.name, requirements, active, environment, modifiers),
  ]);
}

/** What the extras require that a release asks of itself, and the extras that these ask for in turn. */
function requirementsOfOwnExtras(
  name: NormalizedName,
  requirements: readonly KnownRequirement[],
  active: readonly ActiveRequirement[],
  environment: ForkEnvironment,
  modifiers: Modifiers,
): readonly ActiveRequirement[] {
  const found: ActiveRequirement[] = [];
  const seen = new Set<string>();
  const queue = ownExtras(name, active);
  // The list grows while it is walked.
  for (const { extra, marker } of queue) {
    const key = `${extra} ${marker?.root ?? ''}`;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const each of activeRequirements(requirements, extra, environment, modifiers)) {
      const joined = { ...each, marker: joinedMarkers(marker, each.marker) };
      if (!isMarkerPossible(environment, joined.marker)) continue;
      queue.push(...ownExtras(name, [joined]));
      found.push(joined);
    }
  }
  return found;
}

function ownExtras(
  name: NormalizedName,
  active: readonly ActiveRequirement[],
): { extra: NormalizedName; marker: MarkerSet | undefined }[] {
  const own = active.filter(({ from }) => from.name === name);
  return own.flatMap(({ extras, marker }) => extras.map((extra) => ({ extra, marker })));
}

/** Requirements on itself with extras have been taken apart: what is left of them are their bounds, if they have any. */
function withoutSelf(name: NormalizedName, active: readonly ActiveRequirement[]): readonly ActiveRequirement[] {
  const isOfItself = ({ from, extras }: ActiveRequirement) => from.name === name && extras.length > 0;
  const bounds = active.filter((each) => isOfItself(each) && each.from.requirement.specifier.clauses.length > 0);
  return [...active.filter((each) => !isOfItself(each)), ...bounds.map((each) => ({ ...each, extras: [] }))];
}

/** The requirements that count for an extra, or without one, with the constraints on each right after it. */
function activeRequirements(
  requirements: readonly KnownRequirement[],
  extra: NormalizedName | undefined,
  environment: ForkEnvironment,
  { constraints, overrides }: Modifiers,
): readonly ActiveRequirement[] {
  const active: ActiveRequirement[] = [];
  for (const written of requirements) {
    for (const from of overridden(written, overrides.get(written.name))) {
      const { counts, marker } = markerForExtra(from, extra);
      if (!counts || !isMarkerPossible(environment, marker)) continue;
      active.push({ from, extras: from.extras, marker });
      for (const constraint of constraints.get(from.name) ?? []) {
        const own = constraint.asksForExtras ? withExtra(constraint.marker, extra) : constraint.marker;
        const joined = joinedMarkers(own, marker);
        if (joined !== undefined && isNever(joined) === true) continue;
        if (isMarkerPossible(environment, joined)) active.push({ from: constraint, extras: [], marker: joined });
      }
    }
  }
  return active;
}

/** What stands in place of a requirement. */
function overridden(
  written: KnownRequirement,
  overrides: readonly KnownRequirement[] | undefined,
): readonly KnownRequirement[] {
  if (overrides === undefined) return [written];
  const { marker } = written;
  // A marker that never holds keeps no extra: what replaces the requirement counts without one (uv-configuration, overrides.rs).
  const isNowhere = marker !== undefined && isNever(marker) === true;
  const replaces = isNowhere ? { ...written, underExtra: undefined, asksForExtras: false } : written;
  return overrides.map((each) => ({ ...each, replaces }));
}

/** Whether a requirement counts for an extra, or without one, and in which environments. */
function markerForExtra(
  requirement: KnownRequirement,
  extra: NormalizedName | undefined,
): { readonly counts: boolean; readonly marker: MarkerSet | undefined } {
  const { replaces, marker } = requirement;
  const { underExtra } = replaces ?? requirement;
  const own = requirement.asksForExtras ? withExtra(marker, extra) : marker;
  // An override has environments of its own, but what it stands for may be optional, and stays so.
  if (replaces !== undefined && !isPossibleWith(replaces, extra)) return { counts: false, marker };
  if (underExtra !== undefined) return { counts: underExtra === extra, marker: own };
  if (extra === undefined) return { counts: true, marker: own };
  // For an extra only that counts which doesn't count without it.
  if (replaces?.asksForExtras === true) return { counts: !isPossibleWith(replaces, undefined), marker: own };
  if (!requirement.asksForExtras) return { counts: false, marker };
  const without = withExtra(marker, undefined);
  return { counts: without !== undefined, marker: joinedMarkers(own, without && notMarker(without)) };
}

/** Whether there are environments in which the requirement counts for the extra. */
function isPossibleWith({ marker, asksForExtras }: KnownRequirement, extra: NormalizedName | undefined): boolean {
  if (!asksForExtras) return true;
  const own = withExtra(marker, extra);
  return own === undefined || isNever(own) !== true;
}

function withExtra(marker: MarkerSet | undefined, extra: NormalizedName | undefined): MarkerSet | undefined {
  return marker && plainMarker(fixExtras(marker, extra === undefined ? [] : [extra]));
}
