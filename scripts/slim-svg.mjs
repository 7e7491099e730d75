/**
 * Takes out of a drawing by mermaid what nothing on the page needs: groups in groups, empty labels, ids that nobody refers to, a
 * position for each line of a text beside the text's own, fractions of a pixel in paths. What is seen stays the same.
 */

/**
 * @typedef {{ name: string, attributes: Map<string, string>, children: (Part | string)[] }} Part
 */

/** @param {string} svg well-formed @returns {Part} what holds all of it */
function parse(svg) {
  /** @type {Part} */
  const top = { name: '', attributes: new Map(), children: [] };
  const open = [top];
  for (const [text, close, name = '', written = '', single] of svg.matchAll(
    /<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|[^<]+/g,
  )) {
    const parent = open.at(-1) ?? top;
    if (name === '') parent.children.push(text);
    else if (close === '/') open.pop();
    else {
      const attributes = new Map(
        [...written.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
      );
      /** @type {Part} */
      const part = { name, attributes, children: [] };
      parent.children.push(part);
      if (single !== '/') open.push(part);
    }
  }
  return top;
}

/** @param {Part | string} part @returns {string} */
function write(part) {
  if (typeof part === 'string') return part;
  const inside = part.children.map(write).join('');
  if (part.name === '') return inside;
  const attributes = [...part.attributes].map(([key, value]) => ` ${key}="${value}"`).join('');
  return inside === '' ? `<${part.name}${attributes}/>` : `<${part.name}${attributes}>${inside}</${part.name}>`;
}

/** @param {Part | string} part @returns {part is Part} */
const isPart = (part) => typeof part !== 'string';

/** @param {string | undefined} text @returns {[number, number]} */
function translationOf(text) {
  const [, x = '0', y = '0'] = /^translate\(([-\d.]+),\s*([-\d.]+)\)$/.exec(text ?? '') ?? [];
  return [Number(x), Number(y)];
}

/** @param {number} value */
const tenths = (value) => `${Math.round(value * 10) / 10}`;

/** A text's lines stand at their own heights; one line needs no tspan. @param {Part} text */
function slimText(text) {
  for (const name of ['y', 'text-anchor']) text.attributes.delete(name);
  for (const line of text.children.filter(isPart)) {
    const em = ['y', 'dy'].map((name) => Number.parseFloat(line.attributes.get(name) ?? '0')).reduce((a, b) => a + b);
    line.attributes = new Map([
      ['x', '0'],
      ['y', `${tenths(em)}em`],
    ]);
  }
  const [only] = text.children;
  if (text.children.length !== 1 || only === undefined || !isPart(only)) return;
  text.attributes.set('y', only.attributes.get('y') ?? '0');
  text.children = only.children;
}

/** A group around a group moves it itself, where it does nothing else. @param {Part} group */
function joinGroups(group) {
  const [inner] = group.children;
  if (group.children.length !== 1 || inner === undefined || !isPart(inner) || inner.name !== 'g') return;
  if ([...inner.attributes.keys()].some((key) => key !== 'transform')) return;
  const [x, y] = translationOf(group.attributes.get('transform'));
  const [dx, dy] = translationOf(inner.attributes.get('transform'));
  if (inner.attributes.has('transform'))
    group.attributes.set('transform', `translate(${tenths(x + dx)},${tenths(y + dy)})`);
  group.children = inner.children;
}

/**
 * A path by whole pixels, each point told from the one before. Mermaid draws its arrows with M, L and C alone, a point or a curve
 * each; another path stays as it is.
 * @param {string} path
 */
function slimPath(path) {
  if (/[^MLCZz\d\s.,-]/.test(path)) return path;
  let [x, y] = [0, 0];
  let last = '';
  return path.replace(/([MLC])([^MLCZz]*)/g, (_, letter, numbers) => {
    const points = (String(numbers).match(/-?[\d.]+/g) ?? []).map((number) => Math.round(Number(number)));
    const [fromX, fromY] = letter === 'M' ? [0, 0] : [x, y];
    [x = 0, y = 0] = points.slice(-2);
    const told = points.map((value, at) => value - (at % 2 === 0 ? fromX : fromY)).join(' ');
    const command = letter === 'M' ? 'M' : String(letter).toLowerCase();
    const written = `${command === last ? ' ' : command}${told}`.replaceAll(' -', '-');
    last = command;
    return written;
  });
}

/** What all children say, their group says once. @param {Part} group */
function hoist(group) {
  const parts = group.children.filter(isPart);
  const [first] = parts;
  if (first === undefined || parts.length < 2 || parts.some(({ name }) => name !== 'path')) return;
  for (const [key, value] of first.attributes) {
    const isSaid = parts.every(({ attributes }) => attributes.get(key) === value);
    if (key === 'd' || !isSaid || group.attributes.has(key)) continue;
    group.attributes.set(key, value);
    for (const { attributes } of parts) attributes.delete(key);
  }
}

/** @param {Part} part @param {string} svg */
function slim(part, svg) {
  part.children = part.children.flatMap((child) => {
    if (!isPart(child)) return [child];
    slim(child, svg);
    const { name, attributes, children } = child;
    if (['g', 'text', 'tspan'].includes(name) && children.length === 0) return [];
    if (name === 'rect' && !attributes.has('width')) return [];
    return name === 'g' && attributes.size === 0 ? children : [child];
  });
  const { name, attributes } = part;
  const id = attributes.get('id');
  if (id !== undefined && !svg.includes(`#${id})`)) attributes.delete('id');
  if (attributes.get('ry') === attributes.get('rx')) attributes.delete('ry');
  // A label's ground is a rectangle of paper, and there is no other in a label.
  if (attributes.get('class') === 'background') attributes.delete('class');
  const path = attributes.get('d');
  if (path !== undefined) attributes.set('d', slimPath(path));
  if (name === 'text') slimText(part);
  if (name !== 'g') return;
  joinGroups(part);
  hoist(part);
}

/** @param {string} svg the inside of a drawing, dressed @returns {string} */
export function slimSvg(svg) {
  const top = parse(svg.replace(/>\s+</g, '><'));
  slim(top, svg);
  return write(top);
}
