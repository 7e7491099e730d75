/** A small figure in its frame as it stands in the HTML before any script has run: a still that tells the truth. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Choices } from './Choices';
import { FigureFrame, type FigureFrameProps } from './FigureFrame';
import { Fold } from './Fold';
import type { FigureModel, FigurePicture, Status } from './model';
import { describeNotice } from './NoticeLine';
import { type FigureProps, type Host, useFigure } from './use-figure';

interface Scenario {
  readonly highest: number;
}
interface Picture extends FigurePicture {
  readonly lit: number;
}
/** Lights one of a few lamps. */
const model: FigureModel<Scenario, Scenario, number, { readonly to: number }, Picture> = {
  name: 'command-lookup',
  title: 'Which lamp?',
  revision: 1,
  open: (scenario) => scenario,
  first: () => 1,
  update: (_, __, { to }) => to,
  weigh: () => 'step',
  present: (_, lit, { answer }) => ({
    lit,
    status: { kind: 'ready' },
    happened: ['Lamp ', { code: answer === 'shown' ? `${lit}` : '?' }, ' is lit.'],
    settings: [`Lamp ${lit}.`],
    announcement: `Lamp ${lit} is lit.`,
    resetDisabledBecause: lit === 1 ? 'This is the first state.' : undefined,
  }),
  write: (lit) => lit,
  read: ({ highest }, json) => (typeof json === 'number' && json <= highest ? json : undefined),
  facts: (_, lit) => new Map([['lit', lit]]),
  poster: ({ settings, happened }) => ({ settings, groups: [], happened }),
  realCheck: (_, lit) => ({ says: ['Nothing is changed.'], script: `echo ${lit}` }),
};
const about = { models: ['Lamps.'], leavesOut: [['Bulbs.']], checks: [], differences: [] };

type Changes = Partial<
  Pick<FigureFrameProps, 'announcement' | 'notice' | 'awaited' | 'covered' | 'canUndo' | 'picture'>
>;

function Lamps({ changes, ...props }: FigureProps<Scenario> & { readonly changes?: Changes }) {
  const { picture, send, frame } = useFigure(model, props);
  const choices = [1, 2].map((to) => ({ label: `Lamp ${to}`, chosen: to === picture.lit, event: { to } }));
  return (
    <FigureFrame
      {...frame}
      {...changes}
      task={['Tap a ', { code: 'lamp' }, '.']}
      controls={<Choices legend="Light" choices={choices} send={send} />}
      details={<Fold summary="More">Folded.</Fold>}
      about={about}
    >
      <p>Lamp {picture.lit}</p>
    </FigureFrame>
  );
}

const scenario = { id: 'two', data: { highest: 2 } };
const html = (props: Partial<FigureProps<Scenario>> = {}, changes: Changes = {}) =>
  renderToStaticMarkup(<Lamps id="lamps" number="1.9" scenario={scenario} {...props} changes={changes} />);
const words = (markup: string) => markup.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
const status = (shown: Status) =>
  html({}, { picture: { ...model.present({ highest: 2 }, 1, { answer: 'shown' }), status: shown } });

describe('the frame before hydration', () => {
  it('shows number, title, task, result and what happened', () => {
    for (const part of ['Figure 1.9', 'Which lamp?', 'Tap a lamp .', 'Lamp 1', 'Lamp 1 is lit.']) {
      expect(words(html())).toContain(part);
    }
  });

  it('disables every control, so that nothing can be pressed in vain', () => {
    const controls = html().match(/<(?:fieldset|button|select)\b[^>]*>/g) ?? [];
    expect(controls.length).toBeGreaterThanOrEqual(9);
    expect(controls.filter((tag) => !tag.includes('disabled=""'))).toEqual([]);
  });

  it.each<[Host, number]>([
    ['page', 3],
    ['exercise', 2],
    ['lab', 1],
    ['embed', 1],
  ])('in a %s its title is a heading of level %i, and the figure a region of that name', (host, level) => {
    expect(html({ host })).toContain(`<h${level} class="figure-title" id="lamps-title">Which lamp?</h${level}>`);
    expect(html({ host })).toMatch(/<section class="figure wide" id="lamps" aria-labelledby="lamps-title"/);
  });

  it('has one live region, empty as long as nothing was done', () => {
    expect(html().match(/role="status"[^>]*>[^<]*</g)).toEqual(['role="status"><']);
    expect(html({}, { announcement: 'Lamp 2 is lit.' })).toContain('role="status">Lamp 2 is lit.<');
  });

  it('says without script that it stands still', () => {
    expect(html()).toMatch(/<noscript><p class="figure-still">Without JavaScript this figure stands still/);
  });

  it('begins with the state that it is given, and with the first where that is no state', () => {
    expect(words(html({ start: 2 }))).toContain('Lamp 2 is lit.');
    expect(words(html({ start: 3 }))).toContain('Lamp 1 is lit.');
    expect(words(html({ start: { lit: 2 } }))).toContain('Lamp 1 is lit.');
  });
});

describe('what the frame offers', () => {
  it('is undo, redo, a fresh start and the whole screen, each saying why it does nothing', () => {
    const still = html();
    for (const why of ['There is nothing to undo.', 'Nothing was undone.', 'This is the first state.']) {
      expect(still).toContain(`title="${why}"`);
    }
    expect(html({}, { canUndo: true })).not.toContain('There is nothing to undo.');
  });

  it('is the same with the real tool, a link, code for a slide and paper', () => {
    for (const part of ['Copy the script', 'They disagree: report it', 'Copy link', 'Copy embed code', 'Print']) {
      expect(words(html())).toContain(part);
    }
    // The script itself comes when the figure is alive: it costs the page nothing.
    expect(words(html())).not.toContain('echo 1');
  });

  it('is a choice of examples only where there are several', () => {
    const two = { id: 'two', title: 'Two lamps', says: 'Two.' };
    expect(html({ library: [two] })).not.toContain('Example');
    expect(html({ library: [two, { id: 'nine', title: 'Nine lamps', says: 'Nine.' }] })).toMatch(
      /Example<\/span><select disabled=""><option value="0" selected="">Two lamps/,
    );
  });
});

describe('the states of a figure', () => {
  it('are said above the result, but for the one in which it simply works', () => {
    expect(html()).not.toContain('figure-status');
    for (const kind of ['empty', 'loading', 'stale', 'error', 'too-large', 'done'] as const) {
      expect(status({ kind, says: ['It is ', { code: kind }, '.'] })).toMatch(
        new RegExp(`data-status="${kind}".*<p class="figure-status ${kind}"><svg.*It is <code>${kind}</code>`),
      );
    }
  });

  it('name the example that is on its way', () => {
    expect(words(html({}, { awaited: 'Nine lamps' }))).toContain('Loading “Nine lamps” …');
  });

  it('cover the answer for an audience, with a button that lifts the cover', () => {
    expect(words(html({}, { covered: true }))).toContain('Show the answer');
    expect(words(html({}, { covered: true }))).not.toContain('is lit.');
  });

  it('say what is wrong with a link, and that nothing was lost', () => {
    const notice = { kind: 'link', why: 'other-figure' } as const;
    expect(html({}, { notice })).toMatch(/role="alert"><p>This link belongs to another figure\./);
    expect(describeNotice({ kind: 'scenario', scenario: 'nine' })).toBe(
      'The example “nine” couldn’t be loaded. What you see has stayed as it was.',
    );
  });
});
