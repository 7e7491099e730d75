/**
 * The colours of a picture that stands without the site's styles: those of src/styles/tokens.css that a poster uses. A test
 * holds them equal.
 */
export type PosterTheme = 'light' | 'dark';
export type PosterColour =
  | 'raised'
  | 'ink'
  | 'quiet'
  | 'rule'
  | 'edge'
  | 'accent'
  | 'chosen'
  | 'chosen-bg'
  | 'conflict';

export const posterColours: Readonly<Record<PosterTheme, Readonly<Record<PosterColour, string>>>> = {
  light: {
    raised: '#ffffff',
    ink: '#1d1c1a',
    quiet: '#5d594f',
    rule: '#e2ddd2',
    edge: '#857e72',
    accent: '#a63d0d',
    chosen: '#1a5fb0',
    'chosen-bg': '#e6effa',
    conflict: '#b3261e',
  },
  dark: {
    raised: '#1c1f23',
    ink: '#e8e5de',
    quiet: '#aaa59b',
    rule: '#2d3036',
    edge: '#74767c',
    accent: '#f19255',
    chosen: '#82b5f4',
    'chosen-bg': '#18273a',
    conflict: '#f49089',
  },
};
