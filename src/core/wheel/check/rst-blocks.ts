// The blocks of a reStructuredText document, as far as it keeps to what most descriptions are made of: titles, paragraphs, flat lists,
// literal blocks, a few directives, targets. Anything else ends the reading. Follows docutils 0.23 (reStructuredText specification,
// “Body elements”).
import { normalReference, readInline } from './rst-inline';
import { NO_TITLE, PROSE, PUNCTUATION, widthOf } from './rst-lines';

const CODE = /^\.\. (?:code-block|code|sourcecode)::(?: [A-Za-z0-9+-]+)?$/;
const ADMONITION = /^\.\. (?:note|warning|tip|important|hint|caution|danger|attention|error)::(?: (.+))?$/;
const IMAGE = /^\.\. image:: \S+$/;
const SUBSTITUTION = /^\.\. \|([A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)\| image:: \S+$/;
const IMAGE_OPTION =
  /^( +):(?:alt: .+|target: [^\s`\\]*[^\s`\\_]|align: (?:left|center|right)|(?:width|height): [0-9]+(?:px)?)$/;
const CONTENTS = /^\.\. contents::$/;
const TARGET =
  /^\.\. _(?:`([^`<>_:|\\]*[^\s`<>_:|\\])`|([A-Za-z0-9](?:[A-Za-z0-9 -]*[A-Za-z0-9])?)): (https?:\/\/[^\s`\\]*[^\s`\\_])$/;
/** A line that begins with a name between bars, and is no line block. */
const BARS = /^\|[A-Za-z0-9]/;
/** What leaves nothing on the page by itself. */
const INVISIBLE = /^\.\. (?:contents::|_|\|)/;
const BULLET = /^([-*+]) (?=\S)/;

/** What a document refers to without saying where, and whether there is nothing in it to be seen. `undefined`: it has something in it that isn’t certain to be sound. */
export type BlocksReading = { readonly unresolved: readonly string[]; readonly isEmpty: boolean } | undefined;

/** Reads a document’s lines, without white space at their ends. */
export function readBlocks(lines: readonly string[]): BlocksReading {
  const document: Names = {
    references: [],
    targets: [],
    definitions: [],
    substitutions: [],
    titles: [],
    styles: [],
    level: -1,
    isEmpty: true,
  };
  const paragraphs = paragraphsOf(lines);
  let expectsLiteral = false;
  for (let at = 0; at < paragraphs.length; at++) {
    const block = paragraphs[at] ?? [];
    const isIndented = block[0]?.startsWith(' ') ?? false;
    if (expectsLiteral) {
      if (!block.every((line) => line.startsWith(' '))) return undefined;
      while (paragraphs[at + 1]?.every((line) => line.startsWith(' '))) at++;
      if (paragraphs[at + 1]?.[0]?.startsWith(' ')) return undefined;
      expectsLiteral = false;
      document.isEmpty = false;
      continue;
    }
    if (isIndented) return undefined;
    if (CODE.test(block[0] ?? '')) {
      if (block.length > 1) return undefined;
      expectsLiteral = true;
      continue;
    }
    const ending = readBlock(block, document);
    if (!INVISIBLE.test(block[0] ?? '')) document.isEmpty = false;
    if (ending === undefined) return undefined;
    expectsLiteral = ending === 'literal follows';
  }
  if (expectsLiteral) return undefined;
  const { references, targets, titles } = document;
  const explicit = new Set(targets);
  if (explicit.size !== targets.length || titles.some((title) => explicit.has(title))) return undefined;
  const named = new Set(titles);
  if (named.size !== titles.length && references.some((name) => named.has(name))) return undefined;
  const { definitions, substitutions, isEmpty } = document;
  const defined = new Set(definitions);
  if (defined.size !== definitions.length || substitutions.some((name) => !defined.has(name))) return undefined;
  return { isEmpty, unresolved: references.filter((name) => !explicit.has(name) && !named.has(name)) };
}

/** What is gathered while a document is read. */
interface Names {
  readonly references: string[];
  readonly targets: string[];
  readonly titles: string[];
  /** Names between bars: what they are defined as, and where they are used. */
  readonly definitions: string[];
  readonly substitutions: string[];
  /** The underlines in the order of their levels. */
  readonly styles: string[];
  level: number;
  isEmpty: boolean;
}

function paragraphsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const paragraphs: string[][] = [];
  let before = '';
  for (const line of lines) {
    if (line !== '' && before === '') paragraphs.push([line]);
    else if (line !== '') paragraphs.at(-1)?.push(line);
    before = line;
  }
  return paragraphs;
}

type Ending = 'closed' | 'literal follows' | undefined;

function readBlock(block: readonly string[], document: Names): Ending {
  const [first = '', second = ''] = block;
  if (CONTENTS.test(first)) return block.length === 1 ? 'closed' : undefined;
  const substitution = SUBSTITUTION.exec(first)?.[1];
  if (substitution !== undefined) document.definitions.push(substitution);
  // Inside a line, “align” has other values.
  if (substitution !== undefined && block.some((line) => line.includes(':align:'))) return undefined;
  if (substitution !== undefined || IMAGE.test(first)) return areImageOptions(block.slice(1)) ? 'closed' : undefined;
  if (TARGET.test(first)) return readTargets(block, document);
  const admonition = ADMONITION.exec(first)?.[1];
  if (admonition !== undefined) {
    const rest = block.slice(1);
    if (!rest.every((line) => /^ {3}\S/.test(line))) return undefined;
    return readText([admonition, ...rest.map((line) => line.slice(3))], document) === 'closed' ? 'closed' : undefined;
  }
  if (BULLET.test(first)) return readList(block, document);
  if (block.length === 2 && PUNCTUATION.test(second)) return readTitle(first, second, document);
  return readText(block, document);
}

/** Options of an image at one margin, each once. */
function areImageOptions(lines: readonly string[]): boolean {
  const margins = new Set(lines.map((line) => IMAGE_OPTION.exec(line)?.[1]));
  const names = new Set(lines.map((line) => line.trim().split(':')[1]));
  return !margins.has(undefined) && margins.size <= 1 && names.size === lines.length;
}

/** Each line a target of its own. */
function readTargets(block: readonly string[], document: Names): Ending {
  for (const line of block) {
    const match = TARGET.exec(line);
    const name = match?.[1] ?? match?.[2];
    if (name === undefined) return undefined;
    document.targets.push(normalReference(name));
  }
  return 'closed';
}

function readTitle(title: string, underline: string, document: Names): Ending {
  if (underline.length < widthOf(title) || NO_TITLE.test(title) || PUNCTUATION.test(title)) return undefined;
  const style = underline[0] ?? '';
  const known = document.styles.indexOf(style);
  const level = known === -1 ? document.styles.length : known;
  // A title may go one level deeper than the one before, and back to any.
  if (level > document.level + 1) return undefined;
  if (known === -1) document.styles.push(style);
  document.level = level;
  document.titles.push(normalReference(title));
  const inline = readInline(title);
  return inline !== undefined && inline.references.length + inline.targets.length + inline.substitutions.length === 0
    ? 'closed'
    : undefined;
}

/** Items of one kind, each a paragraph whose later lines stand below its text. */
function readList(block: readonly string[], document: Names): Ending {
  const mark = block[0]?.[0] ?? '';
  const items: string[][] = [];
  for (const line of block) {
    if (BULLET.exec(line)?.[1] === mark) items.push([line.slice(2)]);
    else if (/^ {2}\S/.test(line)) items.at(-1)?.push(line.slice(2));
    else return undefined;
  }
  return items.every((item) => readText(item, document) === 'closed') ? 'closed' : undefined;
}

/** A paragraph at one margin. Its end may announce a literal block. */
function readText(lines: readonly string[], document: Names): Ending {
  const [first = ''] = lines;
  const isProse = BARS.test(first) || (PROSE.test(first) && !NO_TITLE.test(first));
  if (!isProse || lines.some((line) => line.startsWith(' ') || PUNCTUATION.test(line))) return undefined;
  const text = lines.join('\n');
  const inline = readInline(text.replace(/::$/, ''));
  if (inline === undefined) return undefined;
  document.references.push(...inline.references);
  document.targets.push(...inline.targets);
  document.substitutions.push(...inline.substitutions);
  return text.endsWith('::') ? 'literal follows' : 'closed';
}
