import { describe, expect, it } from 'vitest';
import { slimSvg } from './slim-svg.mjs';

describe('a drawing made lighter', () => {
  it('joins groups in groups, and leaves out those that do nothing', () => {
    expect(
      slimSvg(
        '<g><g class="node" transform="translate(80, 46)"><g transform="translate(0, -17.7)"><rect width="4" height="2"></rect></g></g></g>',
      ),
    ).toBe('<g class="node" transform="translate(80,28.3)"><rect width="4" height="2"/></g>');
  });

  it('leaves out empty labels and rectangles without a size', () => {
    expect(
      slimSvg(
        '<g class="edgeLabel"><g><rect class="background"></rect><text y="-10.1"><tspan x="0" y="-0.1em" dy="1.1em"></tspan></text></g></g><rect width="3"></rect>',
      ),
    ).toBe('<rect width="3"/>');
  });

  it('says where each line of a text stands, and writes one line without a tspan', () => {
    expect(slimSvg('<text y="-10.1" text-anchor="middle"><tspan x="0" y="-0.1em" dy="1.1em">one</tspan></text>')).toBe(
      '<text y="1em">one</text>',
    );
    expect(
      slimSvg(
        '<text y="-10.1"><tspan x="0" y="-0.1em" dy="1.1em">one</tspan><tspan x="0" y="1em" dy="1.1em">two</tspan></text>',
      ),
    ).toBe('<text><tspan x="0" y="1em">one</tspan><tspan x="0" y="2.1em">two</tspan></text>');
  });

  it('adds what two groups move, also by less than a pixel upwards', () => {
    expect(
      slimSvg('<g transform="translate(1, 0.2)"><g transform="translate(0, -0.7)"><rect width="3"></rect></g></g>'),
    ).toBe('<g transform="translate(1,-0.5)"><rect width="3"/></g>');
  });

  it('tells a path by whole pixels, each point from the one before', () => {
    expect(
      slimSvg('<path d="M80,75.7L80,82.7C80,89.6,80,103.5,87.2,115.7C94.4,127.8,108.9,138.2,116.1,143.4Z"/>'),
    ).toBe('<path d="M80 76l0 7c0 7 0 21 7 33 7 12 22 22 29 27Z"/>');
    expect(slimSvg('<path d="M0,0L-4,-2.6"/>')).toBe('<path d="M0 0l-4-3"/>');
    expect(slimSvg('<path d="M0,0.5a2,2,0,0,1,4,0"/>')).toBe('<path d="M0,0.5a2,2,0,0,1,4,0"/>');
  });

  it('keeps the ids that something refers to, and no other', () => {
    expect(
      slimSvg(
        '<marker id="end"><path d="M0.4,1.6z"></path></marker><path id="x" d="M0,0" marker-end="url(#end)"></path>',
      ),
    ).toBe('<marker id="end"><path d="M0 2z"/></marker><path d="M0 0" marker-end="url(#end)"/>');
  });

  it('lets a group say once what all its paths say', () => {
    expect(slimSvg('<g><path d="M0,0" class="link"></path><path d="M1,1" class="link"></path></g>')).toBe(
      '<g class="link"><path d="M0 0"/><path d="M1 1"/></g>',
    );
  });
});
