/** The frame as it stands in the HTML before any script has run: a still that tells the truth. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Button } from './Button';
import { Choices, Pick, Switches } from './Choices';
import { Fold } from './Fold';
import { Frame, type FrameProps } from './Frame';
import { Sentence } from './Words';

const nothing = () => {};
const choices = [
  { label: 'one', chosen: true, event: 1 },
  { label: 'two', isCode: true, chosen: false, event: 2 },
];
const props: FrameProps = {
  id: 'a-figure',
  number: '1.9',
  title: 'A title',
  task: ['Tap ', { code: 'ls' }, '.'],
  controls: <Choices legend="Pick" choices={choices} send={nothing} />,
  children: <p>The result</p>,
  happened: ['It is ', { code: '/usr/bin/ls' }, '.'],
  settings: ['One is chosen.'],
  announcement: '',
  details: <Fold summary="More">Folded.</Fold>,
  about: {
    models: ['Something.'],
    leavesOut: [['The rest.']],
    checks: [{ tool: 'GNU bash', version: '5.2', on: 'Debian 13', cases: 1234 }],
    differences: [],
  },
  reset: { label: 'Start again', onPress: nothing, disabledBecause: 'This is the first state.' },
  actions: [{ label: 'Copy link', onPress: nothing }],
};
const html = (changes: Partial<FrameProps> = {}) => renderToStaticMarkup(<Frame {...props} {...changes} />);

describe('the frame before hydration', () => {
  it('shows number, title, task, result and what happened', () => {
    const text = html().replaceAll(/<[^>]*>/g, ' ');
    for (const part of ['Figure 1.9', 'A title', 'Tap  ls .', 'The result', 'It is  /usr/bin/ls .']) {
      expect(text).toContain(part);
    }
  });

  it('disables every control, so that nothing can be pressed in vain', () => {
    const controls = html().match(/<(?:fieldset|button|select)\b[^>]*>/g) ?? [];
    expect(controls.length).toBe(3);
    expect(controls.filter((tag) => !tag.includes('disabled=""'))).toEqual([]);
  });

  it('is a region named by its title, at the heading level that the page needs', () => {
    expect(html()).toContain('<section class="figure wide" id="a-figure" aria-labelledby="a-figure-title"');
    expect(html()).toContain('<h3 class="figure-title" id="a-figure-title">A title</h3>');
    expect(html({ level: 1, wide: false })).toMatch(/class="figure" .*<h1 class="figure-title"/s);
  });

  it('has one live region, empty as long as nothing was done', () => {
    expect(html().match(/role="status"[^>]*>[^<]*</g)).toEqual(['role="status"><']);
    expect(html({ announcement: 'ls: found.' })).toContain('role="status">ls: found.<');
  });

  it('says without script that it stands still', () => {
    expect(html()).toMatch(/<noscript><p class="figure-still">Without JavaScript this figure stands still/);
  });

  it('names tool, version and number of cases, folded, and no differences where none are known', () => {
    expect(html()).toContain('GNU bash 5.2 on Debian 13: 1,234 cases');
    expect(html()).not.toContain('Known differences');
    expect(html({ about: { ...props.about, differences: [['One.']] } })).toContain('Known differences');
  });
});

describe('controls', () => {
  it('are native radio buttons in a group with a legend', () => {
    const markup = renderToStaticMarkup(<Choices legend="Pick" choices={choices} send={nothing} />);
    expect(markup).toContain('<legend>Pick</legend>');
    expect(markup.match(/<input [^>]*type="radio"/g)?.length).toBe(2);
    expect(markup.match(/checked=""/g)?.length).toBe(1);
    expect(new Set(markup.match(/name="[^"]*"/g)).size).toBe(1);
  });

  it('are native check boxes, or a native list in little room', () => {
    expect(renderToStaticMarkup(<Switches legend="With" choices={choices} send={nothing} />)).toContain(
      'type="checkbox"',
    );
    expect(renderToStaticMarkup(<Pick legend="In" choices={choices} send={nothing} />)).toContain(
      '<option value="0" selected="">one</option>',
    );
  });

  it('say why a button does nothing, and keep it in the tab order once the figure is alive', () => {
    const markup = renderToStaticMarkup(<Button label="Back" onPress={nothing} disabledBecause="This is the start." />);
    expect(markup).toContain('aria-disabled="true" title="This is the start."');
  });
});

describe('sentences', () => {
  it('set code apart from words and escape both', () => {
    expect(renderToStaticMarkup(<Sentence words={['a < b: ', { code: '<c>' }]} />)).toBe(
      'a &lt; b: <code>&lt;c&gt;</code>',
    );
  });
});
