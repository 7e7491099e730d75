/**
 * Code for an instructor's slides, by what they are made with: `<shipshape-figure>` for those that run embed.js, a plain frame for the
 * others. What is said to be tested is pasted into such a deck by e2e/embed-recipes.spec.ts.
 */
import { type ElementOptions, elementCode, frameCode, scriptCode } from '@/figures/frame/embed-code';
import type { FigureName } from '@/figures/frame/model';
import { frameAddress, labAddress, stillAddress } from './element/frame-address';
import type { Settings } from './parameters';

/** What an instructor wants on a slide. */
export interface Wish extends Omit<Settings, 'scenario' | 'host'> {
  readonly figure: FigureName;
  readonly scenario: string;
  readonly title: string;
  /** The figure's state: `#1.…`, or nothing for its first. */
  readonly fragment: string;
  /** Of the frame, in pixels of the slide. */
  readonly height: number;
}

export interface Recipe {
  readonly id: 'element' | 'frame' | 'reveal' | 'reveal-markdown' | 'slidev';
  readonly title: string;
  /** What it was tried in. */
  readonly tested: string;
  readonly blocks: readonly { readonly where: string; readonly code: string }[];
}

/** The host that a recipe's deck is, for the figure to know. */
type Host = Settings['host'];

const once = 'Once, in the head of the page';

/**
 * The recipes for a wish.
 *
 * @param site where the course is, with the slash at its end
 * @example recipes(wish, 'https://example.org/').find(({ id }) => id === 'frame')?.blocks[0]?.code // '<iframe src="https://example.org/…'
 */
export function recipes(wish: Wish, site: string): readonly Recipe[] {
  const { figure, scenario, title, fragment, theme, height } = wish;
  const options = (host: Host) => new Map(Object.entries({ ...optionsOf(wish, host), figure, scenario }));
  const attribute = (name: string) => options('page').get(name) ?? null;
  const script = scriptCode(`${site}embed.js`);
  const element = (host: Host) => {
    const still = stillAddress(site, attribute) ?? '';
    const lab = labAddress(site, attribute, fragment);
    return elementCode({ figure, scenario, title, fragment }, { lab, still }, optionsOf(wish, host, height));
  };
  const frame = frameAddress(site, attribute, fragment) ?? '';
  const scheme = theme === 'auto' ? 'light dark' : theme;
  return [
    {
      id: 'element',
      title: 'Any page',
      tested: 'Tested in a page with a strict policy of its own.',
      blocks: [{ where: 'Where the figure should stand', code: `${script}\n${element('page')}` }],
    },
    {
      id: 'frame',
      title: 'A plain frame, no script',
      tested: 'Tested in reveal.js and in a page as Slidev makes it.',
      blocks: [{ where: 'Where the figure should stand', code: frameCode(frame, title, height, scheme) }],
    },
    {
      id: 'reveal',
      title: 'reveal.js, HTML',
      tested: 'Tested with reveal.js 6.0.2.',
      blocks: [
        { where: once, code: script },
        { where: 'The slide', code: `<section>\n${indented(element('reveal'))}\n</section>` },
      ],
    },
    {
      id: 'reveal-markdown',
      title: 'reveal.js, Markdown',
      tested: 'Tested with reveal.js 6.0.2 and its Markdown plugin.',
      blocks: [
        { where: once, code: script },
        { where: 'In the slide’s Markdown, with an empty line before and after', code: element('reveal') },
      ],
    },
    {
      id: 'slidev',
      title: 'Slidev',
      tested: 'Tested in a page that lays slides out and listens as @slidev/client 52.20.1 does, not in Slidev itself.',
      blocks: [
        { where: 'In index.html beside slides.md', code: `<head>\n${indented(script)}\n</head>` },
        { where: 'In slides.md, with an empty line before and after', code: element('slidev') },
      ],
    },
  ];
}

/** The attributes that aren't as they would be without them. */
function optionsOf({ theme, scale, density, readonly, answer }: Wish, host: Host, height?: number): ElementOptions {
  const usual = host === 'page' ? 'page' : 'stage';
  return {
    ...(host === 'page' ? {} : { host }),
    ...(theme === 'auto' ? {} : { theme }),
    ...(scale === 1 ? {} : { scale: `${scale}` }),
    ...(density === usual ? {} : { density }),
    ...(readonly ? { readonly: '' } : {}),
    ...(answer === 'hidden' ? { hide: 'answer' } : {}),
    ...(height === undefined ? {} : { height: `${height}` }),
  };
}

const indented = (code: string): string => code.replaceAll(/^/gm, '  ');
