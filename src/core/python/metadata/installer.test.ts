import { expect, it } from 'vitest';
import { readInstaller } from '../index';

it.each([
  ['uv', 'uv'],
  ['MegaCorp Cloud\r\n \n', 'MegaCorp Cloud'],
  ['', undefined],
  ['\n', undefined],
  ['pip\nuv\n', undefined],
])('INSTALLER %j names %j', (text, name) => {
  expect(readInstaller(text)).toBe(name);
});
