/** An answer as the reader gave it: by the ids of options and steps, or as the text that was typed. */
import { isObject, type Json } from './json';

export type Answer =
  | { readonly kind: 'option'; readonly option: string }
  /** Sorted, each once: the order of ticking says nothing. */
  | { readonly kind: 'options'; readonly options: readonly string[] }
  | { readonly kind: 'order'; readonly steps: readonly string[] }
  | { readonly kind: 'text'; readonly text: string };

/** More characters than any answer to a quiz item needs; keeps a pasted book out of the storage. */
export const longestText = 500;
/** More options or steps than an item has. */
const mostParts = 20;

const isWord = (json: Json | undefined): json is string => typeof json === 'string' && /^[a-z0-9-]{1,120}$/.test(json);

function readWords(json: Json | undefined): readonly string[] | undefined {
  if (!Array.isArray(json) || json.length > mostParts || !json.every(isWord)) return undefined;
  return new Set(json).size === json.length ? json : undefined;
}

/**
 * Ticked options in their one spelling: sorted, each once.
 *
 * @example tickedOptions(['b', 'a', 'b']) // { kind: 'options', options: ['a', 'b'] }
 */
export const tickedOptions = (options: readonly string[]): Answer => ({
  kind: 'options',
  options: [...new Set(options)].sort(),
});

/** Takes what was stored or imported, returns the answer, or undefined when it is none. */
export function readAnswer(json: Json | undefined): Answer | undefined {
  if (!isObject(json)) return undefined;
  switch (json['kind']) {
    case 'option': {
      const option = json['option'];
      return isWord(option) ? { kind: 'option', option } : undefined;
    }
    case 'options': {
      const options = readWords(json['options']);
      return options && tickedOptions(options);
    }
    case 'order': {
      const steps = readWords(json['steps']);
      return steps && { kind: 'order', steps };
    }
    case 'text': {
      const text = json['text'];
      return typeof text === 'string' && text.length <= longestText ? { kind: 'text', text } : undefined;
    }
    default:
      return undefined;
  }
}

/** A text that is equal for equal answers only; orders answers that came at the same moment. */
export function answerKey(answer: Answer): string {
  switch (answer.kind) {
    case 'option':
      return `option ${answer.option}`;
    case 'options':
      return `options ${answer.options.join(' ')}`;
    case 'order':
      return `order ${answer.steps.join(' ')}`;
    case 'text':
      return `text ${answer.text}`;
  }
}
