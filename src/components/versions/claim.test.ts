import { describe, expect, it } from 'vitest';
import { answerOf } from './answer';
import { describeClaim, expectationsOf, keyOf, NOTATIONS, type Question, versionClaimSchema } from './claim';
import { claimFault, type RecordedAnswers } from './claim-fault';
import { claimsIn } from './claims-in';
import { recordedAnswers } from './proven-claim';

const claim = (attributes: object) => versionClaimSchema.parse(attributes);

const recorded: RecordedAnswers = {
  recordedWith: { python: 'packaging 1', npm: 'node-semver 1', cargo: 'semver 1' },
  answers: {
    'python admits <2.0 2.0rc1': 'refused',
    'python admits <2.0 1.9': 'admitted',
    'python reads ~=2': 'invalid',
    'python order 1.0rc1 1.0': '<',
    'python order 1.0 1.0.0': '=',
    'python spells v1.0': '1.0',
    'npm admits ^1.2.3 1.9.0': 'refused',
  },
};

describe('a claim about versions', () => {
  it.each([
    [{ specifier: '<2.0', version: '2.0rc1', is: 'refused' }],
    [{ specifier: '<2.0', version: '1.9', is: 'admitted' }],
    [{ specifier: '~=2', is: 'invalid' }],
    [{ order: '1.0rc1 < 1.0 = 1.0.0' }],
    [{ version: 'v1.0', spelled: '1.0' }],
  ])('holds where the tool said so and we say the same: %j', (attributes) => {
    expect(claimFault(claim(attributes), recorded)).toBeUndefined();
  });

  it.each([
    [
      { specifier: '<2.0', version: '2.0rc1', is: 'admitted' },
      'packaging 1 says of “<2.0” and “2.0rc1”: refused, not admitted.',
    ],
    [{ order: '1.0rc1 < 1.0 < 1.0.0' }, 'packaging 1 says of “1.0” beside “1.0.0”: =, not <.'],
    [{ version: 'v1.0', spelled: 'v1.0' }, 'packaging 1 says of “v1.0”: 1.0, not v1.0.'],
    [{ specifier: '~=3', is: 'invalid' }, 'packaging 1 hasn’t been asked about “~=3”.'],
    [{ specifier: '~=3.0', is: 'invalid' }, 'Of “~=3.0” we say valid, not invalid.'],
    [
      { specifier: '^1.2.3', version: '1.9.0', is: 'refused', notation: 'npm' },
      'Of “^1.2.3” and “1.9.0” we say admitted, and node-semver 1 says refused.',
    ],
  ])('is refused with what was said instead: %j', (attributes, reason) => {
    expect(claimFault(claim(attributes), recorded)).toBe(reason);
  });

  it.each([
    [{ specifier: '<2.0', version: '2.0rc1', is: 'refused' }, '<2.0 refuses 2.0rc1.'],
    [{ specifier: '^1', version: '1.0.0', is: 'admitted', notation: 'npm' }, 'In npm, ^1 admits 1.0.0.'],
    [{ specifier: '~=2', is: 'invalid' }, '~=2 isn’t valid.'],
    [{ order: '1.0 < 1.1', notation: 'cargo' }, 'In Cargo, 1.0 < 1.1.'],
    [{ version: 'v1.0', spelled: '1.0' }, 'v1.0 is 1.0.'],
    [{ version: 'x', spelled: 'invalid' }, 'x is no version.'],
  ])('is a sentence: %j', (attributes, sentence) => {
    expect(describeClaim(claim(attributes))).toBe(sentence);
  });

  it.each([
    [{ specifier: '<2.0', version: '1.9', is: 'invalid' }],
    [{ specifier: '<2.0', is: 'admitted' }],
    [{ order: '1.0' }],
    [{ order: '1.0 > 0.9' }],
    [{ version: '1.0', spelled: '1.0', notation: 'go' }],
  ])('has one of four forms, so this is none: %j', (attributes) => {
    expect(versionClaimSchema.safeParse(attributes).success).toBe(false);
  });
});

describe('claims in a text', () => {
  it('are found with their places, also where a specifier holds a “>”', () => {
    const text =
      'x <Admits specifier=">1.7" version="1.7.post1" is="refused" /> and <Order order="1 < 2" /><Spelled is="x" />';
    expect(claimsIn(text)).toEqual([
      { offset: 2, claim: { specifier: '>1.7', version: '1.7.post1', is: 'refused', notation: 'python' } },
      { offset: text.indexOf('<Order'), claim: { order: '1 < 2', notation: 'python' } },
      { offset: text.indexOf('<Spelled'), claim: undefined },
    ]);
  });
});

describe('our answers', () => {
  const questions: readonly (readonly [Question, string])[] = [
    [{ notation: 'python', specifier: '>=1', version: 'x' }, 'invalid'],
    [{ notation: 'python', specifier: '^1', version: '1' }, 'invalid'],
    [{ notation: 'python', left: '1.0.post1', right: '1.0' }, '>'],
    [{ notation: 'python', left: 'x', right: '1.0' }, 'invalid'],
    [{ notation: 'npm', specifier: '>=1.2.3-rc.1', version: '1.3.0-rc.1' }, 'refused'],
    [{ notation: 'npm', specifier: 'not a range', version: '1.3.0' }, 'invalid'],
    [{ notation: 'npm', version: 'v1.2.3' }, '1.2.3'],
    [{ notation: 'cargo', specifier: '0.2.3', version: '0.3.0' }, 'refused'],
    [{ notation: 'cargo', left: '1.0.0-rc.1', right: '1.0.0' }, '<'],
    [{ notation: 'cargo', specifier: '1.2.x.y' }, 'invalid'],
  ];

  it.each(questions)('to %j are the tools’ (%s)', (question, answer) => {
    expect(answerOf(question)).toBe(answer);
  });

  it('are the recorded ones to all that lectures and quiz items ask', () => {
    const keys = Object.keys(recordedAnswers.answers);
    expect(keys.length).toBeGreaterThan(40);
    expect(NOTATIONS.map((notation) => recordedAnswers.recordedWith[notation].split(' ').length > 1)).toEqual([
      true,
      true,
      true,
    ]);
    expect(keys.map((key) => [key, answerOf(questionOf(key))])).toEqual(Object.entries(recordedAnswers.answers));
    expect(keys.map((key) => keyOf(questionOf(key)))).toEqual(keys);
  });

  it('come one for each step of an order', () => {
    expect(expectationsOf(claim({ order: '1 = 1.0 < 2' })).map(({ answer }) => answer)).toEqual(['=', '<']);
  });
});

/** The question that a key was made of: none of the recorded ones has a space in its words. */
function questionOf(key: string): Question {
  const [notation, verb, one = '', other = ''] = key.split(' ') as [Question['notation'], string, string, string];
  if (verb === 'order') return { notation, left: one, right: other };
  if (verb === 'admits') return { notation, specifier: one, version: other };
  return verb === 'reads' ? { notation, specifier: one } : { notation, version: one };
}
