// `classifiers`: the pyproject.toml specification, "classifiers". Which classifiers there are is the index's list, which
// changes, so only their form is checked here, and that they don't contradict the licence.
import type { ProjectLicense } from './pyproject';
import type { PyprojectFields } from './pyproject-fields';

export function readClassifiers(fields: PyprojectFields, license: ProjectLicense | undefined): readonly string[] {
  const { keys } = fields;
  const classifiers = keys.strings('classifiers') ?? [];
  for (const { value, path } of classifiers) {
    const text = value.value;
    if (/^private ::/i.test(text)) continue;
    if (!text.includes(' :: ') || text.split(' :: ').some((part) => part === '' || part.trim() !== part)) {
      keys.problem(
        'classifier',
        path,
        value.at,
        'A classifier is words of the index’s list joined by “ :: ”, such as "Programming Language :: Python :: 3".',
      );
    } else if (text.startsWith('License ::')) {
      if (license?.kind === 'expression') {
        keys.problem(
          'license-classifier',
          path,
          value.at,
          'The licence is said by “license” already: take this classifier out.',
        );
      } else {
        fields.warn(
          'license-classifier',
          path,
          value.at,
          'Classifiers of licences are the old way: write license = "MIT", or what the licence is, instead.',
        );
      }
    }
  }
  return classifiers.map(({ value }) => value.value);
}
