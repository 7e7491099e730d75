/** From the attributes of `<shipshape-figure>` to the address of its frame, and of what stands in for it. */

/** An attribute's value by its name; null where it isn't there. */
export type Attribute = (name: string) => string | null;

/** The attributes that are parameters of the address, by their names there. */
const parameters = ['scenario', 'theme', 'scale', 'hide', 'density', 'host'] as const;

const isName = (value: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value);

/** `readonly`, as HTML's own: there is on, unless it says no. */
const isOn = (value: string | null): boolean => value !== null && value !== '0' && value !== 'false';

/**
 * Where the frame's page is; undefined where the element names no figure.
 *
 * @param site where embed.js comes from, with the slash at its end
 * @param state the fragment, with its `#`, or nothing
 * @example frameAddress('https://example.org/', (name) => (name === 'figure' ? 'wheel-decoder' : null), '')
 * // 'https://example.org/embed/v1/wheel-decoder/'
 */
export function frameAddress(site: string, attribute: Attribute, state: string): string | undefined {
  const figure = attribute('figure') ?? '';
  if (!isName(figure)) return undefined;
  const query = new URLSearchParams();
  for (const name of parameters) {
    const value = attribute(name);
    if (value !== null && value !== '') query.set(name, value);
  }
  if (isOn(attribute('readonly'))) query.set('readonly', '1');
  const asked = `${query}`;
  return `${site}embed/v1/${figure}/${asked === '' ? '' : `?${asked}`}${state}`;
}

/** The page on which the figure stands alone, in the same state: the short link. */
export function labAddress(site: string, attribute: Attribute, state: string): string {
  const figure = attribute('figure') ?? '';
  const scenario = attribute('scenario') ?? '';
  const path = [figure, scenario].filter(isName).map((name) => `${name}/`);
  return `${site}labs/${path.join('')}${state}`;
}

/** The still of the scenario; undefined where none is named. */
export function stillAddress(site: string, attribute: Attribute): string | undefined {
  const figure = attribute('figure') ?? '';
  const scenario = attribute('scenario') ?? '';
  return isName(figure) && isName(scenario) ? `${site}embed/v1/${figure}/${scenario}.svg` : undefined;
}
