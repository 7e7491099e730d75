import { gzipSync } from 'node:zlib';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import requests from '~content/scenarios/install/requests.json?raw';
import { DetailView } from './DetailView';
import { present } from './present';
import InstallFigure from './RequestsFigure';
import { type InstallScenario, openScene } from './scenario';
import { firstState } from './state';
import { movesOf } from './walk';

const html = renderToString(<InstallFigure id="installing-requests" number="1.2" />);
const text = html
  .replaceAll(/<!-- -->/g, '')
  .replaceAll(/<[^>]+>/g, ' ')
  .replaceAll(/\s+/g, ' ');
const scenario: InstallScenario = JSON.parse(requests);

describe('the still in the page', () => {
  it.each([
    'Debian 13, CPython 3.13, x86-64',
    'requests 2.34.2 installed py3-none-any',
    'charset-normalizer 3.5.2 installed cp313-cp313-manylinux_2_28_x86_64',
    'idna 3.20 installed',
    'urllib3 2.8.0 installed',
    'certifi 2026.10.18 installed',
    '/home/you/greeting/.venv/lib/python3.13/site-packages',
    'Done: 5 projects installed',
    'pip 26.3 on 10 machines',
  ])('says: %s', (sentence) => {
    expect(text).toContain(sentence);
  });

  it('has a disabled control only: nothing can be pressed before the script is there', () => {
    for (const [control] of html.matchAll(/<(?:fieldset|button|select)\b[^>]*>|<input type="range"[^>]*>/g)) {
      expect(control).toMatch(/ disabled=""/);
    }
  });

  it('costs the page at most 2.5 kB, packed', () => {
    expect(gzipSync(html, { level: 9 }).length).toBeLessThanOrEqual(2500);
  });
});

describe('what a step shows', () => {
  const scene = openScene(scenario);

  it.each(scenario.machines)('is drawn for every step on $label', (machine) => {
    for (const { place } of movesOf(scene.runOn(machine).steps)) {
      const { detail } = present(scene, { ...firstState(scenario), machine: machine.id, place }, { answer: 'shown' });
      expect(renderToString(<DetailView detail={detail} />)).not.toBe('');
    }
  });
});
