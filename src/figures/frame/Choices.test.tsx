import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Button } from './Button';
import { Choices, Pick, Switches } from './Choices';

const nothing = () => {};
const choices = [
  { label: 'one', chosen: true, event: 1 },
  { label: 'two', isCode: true, chosen: false, event: 2 },
];

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
