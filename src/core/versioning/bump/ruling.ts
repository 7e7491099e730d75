// What a scheme makes of a kind of change: SemVer's letter stands in change.ts; calendar projects and CPython have a policy instead, under
// which a break needs time and not a number (pip's deprecation policy, PEP 387).
import { type ChangeKindId, changeKind, type Question, type Ruling } from './change';
import type { ClauseId } from './clause';
import type { Effect } from './level';
import type { SchemeKind } from './scheme';

type Policy = 'calver' | 'cpython';

const WARNED: Readonly<Record<Policy, Question>> = {
  calver: {
    ask: 'Has it warned for six months?',
    yes: {
      effect: 'breaks',
      because: 'It was announced long enough: it may go in any regular release.',
      clause: 'pip-deprecation',
    },
    no: { effect: 'waits', because: 'It has to warn for six months first.', clause: 'pip-deprecation' },
  },
  cpython: {
    ask: 'Has it warned in two releases?',
    yes: {
      effect: 'breaks',
      because: 'It warned in two releases: now it may go, in 3.y as in any other.',
      clause: 'pep387-warn',
    },
    no: { effect: 'waits', because: 'It has to warn in two releases first.', clause: 'pep387-warn' },
  },
};

/** A break that nobody was warned of: a policy of deprecation lets it into no release yet. */
const UNWARNED: Readonly<Record<Policy, Ruling>> = {
  calver: {
    effect: 'waits',
    because: 'It breaks calls, so it has to warn for six months first.',
    clause: 'pip-deprecation',
  },
  cpython: {
    effect: 'waits',
    because: 'It breaks calls, so it has to warn in two releases first.',
    clause: 'pep387-warn',
  },
};

const CADENCE: Readonly<Record<Policy, ClauseId>> = { calver: 'pip-cadence', cpython: 'devguide-cycle' };

/** An old Python that is past its end is dropped with a regular release; nobody's calls stop. */
const FLOOR: Ruling = {
  effect: 'adds',
  because: 'Requires-Python keeps the old Python on the releases before.',
  clause: 'pip-cadence',
};

/** What a scheme says of a change, or what it has to ask. */
export function rulingOf(scheme: SchemeKind, kind: ChangeKindId): Ruling | Question {
  const { ruling } = changeKind(kind);
  switch (scheme) {
    case 'semver':
      return ruling;
    case 'semver-zero':
      return 'ask' in ruling ? { ...ruling, yes: inZero(ruling.yes), no: inZero(ruling.no) } : inZero(ruling);
    case 'calver':
    case 'cpython':
      return underPolicy(scheme, kind, ruling);
  }
}

function underPolicy(scheme: Policy, kind: ChangeKindId, ruling: Ruling | Question): Ruling | Question {
  if (kind === 'deprecated-removed') return WARNED[scheme];
  if (kind === 'python-floor') return FLOOR;
  const under = (one: Ruling): Ruling => {
    return one.effect === 'breaks' ? UNWARNED[scheme] : { ...one, clause: CADENCE[scheme] };
  };
  return 'ask' in ruling ? { ...ruling, yes: under(ruling.yes), no: under(ruling.no) } : under(ruling);
}

/** Before 1.0.0 the letter is one item. What it leaves open, a convention fills: the second number stands for the first. */
function inZero({ effect, because, clause }: Ruling): Ruling {
  if (effect === 'promises') return { effect, because: 'The promise begins with 1.0.0.', clause };
  return { effect, because: `${because} ${BY_CONVENTION[effect]}`, clause: 'semver-4' };
}

const BY_CONVENTION: Readonly<Record<Effect, string>> = {
  nothing: 'Nothing needs a number.',
  mends: 'Before 1.0.0 that is the third number.',
  adds: 'Before 1.0.0 additions take the third number too, by convention.',
  breaks: 'Before 1.0.0 anything may change; by convention the second number then rises.',
  promises: '',
  waits: '',
};
