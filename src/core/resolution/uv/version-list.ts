// `python_version in '3.12 3.13'` as uv reads it: a list of versions (crates/uv-pep508, marker/parse.rs, "VersionIn"). By the
// dependency specifiers specification, "Environment markers", it asks for a piece of the text, so it holds for 3.1, too.
import { type Marker, type MarkerComparison, readVersion } from '@/core/python';

/** The marker with each list of versions taken apart into comparisons. */
export function withoutVersionLists(marker: Marker): Marker {
  switch (marker.kind) {
    case 'comparison':
      return takenApart(marker);
    case 'and':
      return { ...marker, all: marker.all.map(withoutVersionLists) };
    case 'or':
      return { ...marker, any: marker.any.map(withoutVersionLists) };
    case 'group':
      return { ...marker, inner: withoutVersionLists(marker.inner) };
  }
}

function takenApart(comparison: MarkerComparison): Marker {
  const { left, operator, right, at } = comparison;
  if (operator !== 'in' && operator !== 'not in') return comparison;
  if (left.kind !== 'variable' || right.kind !== 'text') return comparison;
  if (left.variable !== 'python_version' && left.variable !== 'python_full_version') return comparison;
  const texts = right.text.split(/\s+/).filter((text) => text !== '');
  if (texts.length === 0 || texts.some((text) => readVersion(text) === undefined)) return comparison;
  const operatorOfOne = operator === 'in' ? '==' : '!=';
  const each = texts.map((text): Marker => ({ ...comparison, operator: operatorOfOne, right: { ...right, text } }));
  const inner: Marker = operator === 'in' ? { kind: 'or', any: each, at } : { kind: 'and', all: each, at };
  return { kind: 'group', inner, at };
}
