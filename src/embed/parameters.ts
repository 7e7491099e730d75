/**
 * What the address of an embed asks for: `?scenario=…&theme=light|dark|auto&scale=…&readonly=1&hide=answer&host=reveal|slidev&density=…`.
 * A value that is none of those is said in a notice and the default holds: an address typed wrong on a slide never leaves it blank.
 */
import { isTheme, type Theme } from './messages';

export interface Settings {
  /** A scenario's id; undefined for the figure's first one. */
  readonly scenario: string | undefined;
  readonly theme: Theme;
  /** What the root's type size is multiplied by. */
  readonly scale: number;
  readonly readonly: boolean;
  readonly answer: 'shown' | 'hidden';
  /** Whose messages the page around it understands, where embed.js isn't used. */
  readonly host: 'page' | 'reveal' | 'slidev';
  /** On a stage fewer controls are shown. */
  readonly density: 'page' | 'stage';
}

export interface Asked {
  readonly settings: Settings;
  /** What couldn't be had, a sentence each. */
  readonly notices: readonly string[];
}

/** Type below and above these isn't readable, or isn't on the slide any more. */
const smallestScale = 0.5;
const largestScale = 4;

/** A stranger's text in a sentence: short, and shown as text only. */
const quoted = (value: string): string => `“${value.length > 40 ? `${value.slice(0, 40)}…` : value}”`;

/**
 * The query of an embed's address → its settings, and a notice for each value that is none.
 *
 * @example readParameters('?theme=dark&scale=1.5').settings.scale // 1.5
 * @example readParameters('?scale=big').notices // ['scale is “big”: give a number from 0.5 to 4. It is 1 here.']
 */
export function readParameters(query: string): Asked {
  const given = new URLSearchParams(query);
  const notices: string[] = [];
  const of = (name: string) => given.get(name) ?? '';
  const instead = (name: string, remedy: string) => {
    notices.push(`${name} is ${quoted(of(name))}: ${remedy}`);
  };
  /** One of a few words; the first is the default. */
  function oneOf<Word extends string>(name: string, words: readonly [Word, ...Word[]]): Word {
    const found = words.find((word) => word === of(name));
    if (found === undefined && of(name) !== '') instead(name, `give ${listed(words)}. It is ${words[0]} here.`);
    return found ?? words[0];
  }

  const host = oneOf('host', ['page', 'reveal', 'slidev']);
  const theme = of('theme');
  if (theme !== '' && !isTheme(theme)) instead('theme', 'give light, dark or auto. It is auto here.');
  const written = of('scale').trim();
  const scale = written === '' ? 1 : Number(written);
  const scales = scale >= smallestScale && scale <= largestScale;
  if (!scales) instead('scale', `give a number from ${smallestScale} to ${largestScale}. It is 1 here.`);
  const scenario = of('scenario');
  const isScenario = scenario.length <= 120 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(scenario);
  if (scenario !== '' && !isScenario) {
    instead('scenario', 'that is no name of one. This is the figure’s first scenario.');
  }
  return {
    settings: {
      scenario: isScenario ? scenario : undefined,
      theme: isTheme(theme) ? theme : 'auto',
      scale: scales ? scale : 1,
      readonly: oneOf('readonly', ['0', '1']) === '1',
      answer: oneOf('hide', ['nothing', 'answer']) === 'answer' ? 'hidden' : 'shown',
      host,
      density: oneOf('density', host === 'page' ? ['page', 'stage'] : ['stage', 'page']),
    },
    notices,
  };
}

const listed = (words: readonly string[]): string => `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
