// Marker algebra beside uv: what uv made of markers, recorded in marker-algebra.uv.json with its version and command.
import { describe, expect, it } from 'vitest';
import {
  andMarkers,
  complexifyMarker,
  isSameSet,
  markerArena,
  markerOf,
  markerSet,
  orMarkers,
  parseMarker,
  quoteMarker,
  readSpecifierSet,
  simplifyMarker,
} from './index';
import recorded from './marker-algebra.uv.json';

const requiresPython = readSpecifierSet(recorded.requiresPython) ?? { clauses: [] };

function setOf(text: string) {
  if (text === 'always') return andMarkers();
  if (text === 'never') return orMarkers();
  return markerSet(parseMarker(text).value);
}

describe(`${recorded.tool}`, () => {
  it('means the same environments with each marker that it writes', () => {
    const arena = markerArena();
    const apart = recorded.cases.filter(({ marker, uv }) => {
      const [ours, theirs] = [marker, uv].map((text) => {
        return complexifyMarker(andMarkers(markerSet(undefined, arena), setOf(text)), { requiresPython });
      });
      return ours === undefined || theirs === undefined || isSameSet(ours, theirs) !== true;
    });
    expect(apart).toEqual([]);
  });

  // Since 0.13.9 uv takes out what clauses share: `a and (b or c)` for `(a and b) or (a and c)`. We write the latter.
  it('writes most markers as we do; where not, and nothing is taken out, ours are hardly longer', () => {
    const written = recorded.cases.map(({ marker, uv }) => {
      const ours = markerOf(simplifyMarker(setOf(marker), { requiresPython }));
      return { uv, ours: ours.kind === 'marker' ? quoteMarker(ours.marker, "'") : ours.kind };
    });
    const same = written.filter(({ uv, ours }) => uv === ours);
    expect(same.length / written.length).toBeGreaterThan(0.75);
    const longer = written.filter(({ uv, ours }) => ours.length > 1.25 * uv.length);
    expect(longer.filter(({ uv }) => !/ or .*\) and | and \(.* or /.test(uv))).toEqual([
      {
        uv: "python_full_version >= '3.9' or platform_system != 'iOS'",
        ours: "python_full_version >= '3.9' or platform_system != 'iOS' or sys_platform == 'cygwin'",
      },
    ]);
  });
});
