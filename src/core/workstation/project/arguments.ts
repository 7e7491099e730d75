// Whether a call gives a function what it asks for, in CPython’s words if not. A command calls its function without anything, which is
// how many commands fail. Follows the language reference of Python 3.13, “Calls”; messages are those of Python/ceval.c.
import { type CallOf, type FunctionValue, UNKNOWN, type Value } from './python-value';
import { suggestionFor } from './suggestion';

/**
 * What is wrong with a call’s arguments; `undefined` if the function can be called so.
 * @example argumentProblem(greet, noArguments) // "greet() missing 1 required positional argument: 'name'"
 */
export function argumentProblem(called: FunctionValue, { positional, named }: CallOf): string | undefined {
  const { definition, scope } = called;
  const name = `${scope.prefix}${definition.name}()`;
  const { parameters } = definition;
  const places = parameters.filter(({ kind }) => kind === 'positional');
  const byName = parameters.filter(({ kind }) => kind === 'named');
  const givenPlaces = positional.length + (called.self === undefined ? 0 : 1);
  if (!parameters.some(({ kind }) => kind === 'more-named')) {
    const byPlace = places.filter((parameter) => parameter.isPlaceOnly && named.has(parameter.name));
    if (byPlace.length > 0) {
      const names = byPlace.map((parameter) => parameter.name).join(', ');
      return `${name} got some positional-only arguments passed as keyword arguments: '${names}'`;
    }
    for (const given of named.keys()) {
      if ([...places, ...byName].some((parameter) => parameter.name === given)) continue;
      const proposed = suggestionFor(
        given,
        [...places, ...byName].map((parameter) => parameter.name),
      );
      const proposal = proposed === undefined ? '' : `. Did you mean '${proposed}'?`;
      return `${name} got an unexpected keyword argument '${given}'${proposal}`;
    }
  }
  const twice = places.slice(0, givenPlaces).find((parameter) => named.has(parameter.name));
  if (twice !== undefined) return `${name} got multiple values for argument '${twice.name}'`;
  if (givenPlaces > places.length && !parameters.some(({ kind }) => kind === 'more')) {
    return `${name} takes ${howManyPlaces(places)} but ${givenPlaces} ${givenPlaces === 1 ? 'was' : 'were'} given`;
  }
  const missing = places.slice(givenPlaces).filter((parameter) => !parameter.hasDefault && !named.has(parameter.name));
  if (missing.length > 0) return `${name} missing ${listed(missing, 'positional')}`;
  const unnamed = byName.filter((parameter) => !parameter.hasDefault && !named.has(parameter.name));
  return unnamed.length > 0 ? `${name} missing ${listed(unnamed, 'keyword-only')}` : undefined;
}

interface Wanted {
  readonly name: string;
  readonly hasDefault: boolean;
}

function howManyPlaces(places: readonly Wanted[]): string {
  const needed = places.filter(({ hasDefault }) => !hasDefault).length;
  const most = places.length;
  const range = needed === most ? String(most) : `from ${needed} to ${most}`;
  return `${range} positional argument${most === 1 ? '' : 's'}`;
}

/** `2 required positional arguments: 'a' and 'b'` */
function listed(missing: readonly Wanted[], kind: string): string {
  const names = missing.map(({ name }) => `'${name}'`);
  const last = names.at(-1) ?? '';
  const text = names.length < 3 ? names.join(' and ') : `${names.slice(0, -1).join(', ')}, and ${last}`;
  return `${names.length} required ${kind} argument${names.length === 1 ? '' : 's'}: ${text}`;
}

/** The function’s names at the beginning of a call: what is known of the arguments, and `unknown` for the rest. */
export function boundParameters(called: FunctionValue, { positional, named, spreads }: CallOf): Map<string, Value> {
  const { parameters } = called.definition;
  if (spreads) return new Map(parameters.map(({ name }) => [name, { kind: 'library', name }]));
  const given = called.self === undefined ? positional : [called.self, ...positional];
  const places = parameters.filter(({ kind }) => kind === 'positional');
  const names = new Map<string, Value>();
  for (const { name, kind } of parameters) {
    if (kind === 'more') names.set(name, { kind: 'tuple', items: given.slice(places.length) });
    else if (kind === 'more-named') names.set(name, { kind: 'object', type: 'dict' });
    else {
      const place = kind === 'positional' ? places.findIndex((parameter) => parameter.name === name) : -1;
      const value = place === -1 ? undefined : given[place];
      names.set(name, value ?? named.get(name) ?? called.defaults.get(name) ?? UNKNOWN);
    }
  }
  return names;
}
