// INSTALLER: the name of the program that installed a project. Follows the recording of installed projects (PEP 376), "The
// INSTALLER file"; the file REQUESTED says by being there that the project was asked for by name.

/**
 * Reads INSTALLER: one line, which white space may follow. Nothing if there are more lines, or none.
 *
 * Follows (Recording installed projects, "The INSTALLER file").
 *
 * @example readInstaller('pip\n') // → 'pip'
 */
export function readInstaller(text: string): string | undefined {
  let end = text.length;
  while (end > 0 && ' \t\n\v\f\r'.includes(text.charAt(end - 1))) end--;
  const name = text.slice(0, end);
  return name === '' || /[\r\n]/.test(name) ? undefined : name;
}
