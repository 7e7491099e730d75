// The finder of setuptools’ editable wheels: a module that hooks into Python’s import system and knows where the project’s packages lie.
// Follows setuptools’ documentation, “Development Mode (a.k.a. “Editable Installs”)”. Its name and its mapping are setuptools’; the few
// lines around them are ours and do the same for packages and modules. Namespace packages aren’t handled by ours.

/** What the module is called: every character of `__editable__.greeting-0.1.0.finder` that no name may have becomes `_`. */
export function finderModule(stem: string): string {
  return `__editable__.${stem}.finder`.replace(/\W/g, '_');
}

/** Where each package and module lies; those below another one that is found through it are left out. */
export function finderPlaces(
  names: readonly string[],
  placeOf: (name: string) => string,
): readonly (readonly [name: string, place: string])[] {
  const places = [...new Set(names)].sort().map((name) => [name, placeOf(name)] as const);
  const known = new Map(places);
  return places.filter(([name, place]) => {
    const dot = name.lastIndexOf('.');
    const above = dot === -1 ? undefined : known.get(name.slice(0, dot));
    return above === undefined || place !== `${above}/${name.slice(dot + 1)}`;
  });
}

/** The module’s text. */
export function finderText(places: readonly (readonly [name: string, place: string])[]): string {
  const mapping = places.map(([name, place]) => `'${name}': '${place.replace(/[\\']/g, '\\$&')}'`).join(', ');
  return `import os
import sys
from importlib.util import spec_from_file_location

MAPPING: dict[str, str] = {${mapping}}


class EditableFinder:
    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        place = MAPPING.get(fullname)
        if place is None:
            return None
        for file in (os.path.join(place, "__init__.py"), place + ".py"):
            if os.path.isfile(file):
                return spec_from_file_location(fullname, file)
        return None


def install():
    sys.meta_path.append(EditableFinder)
`;
}
