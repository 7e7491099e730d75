import { describe, expect, it } from 'vitest';
import { MOST_FILES } from '@/figures/project-files/file-path';
import { pathRefusal } from './file-path';

describe('why a file can’t stand at a path', () => {
  const there = ['app.py', 'src/main.py'];
  it.each([
    ['src/new.py', undefined],
    ['.dockerignore', undefined],
    ['a file with blanks', undefined],
    ['', 'Write a path, such as src/main.py.'],
    ['x'.repeat(121), 'A path here has at most 120 characters.'],
    ['/etc/passwd', 'Leave the first slash out: a path begins in the project’s folder.'],
    ['src/', 'This names a folder. Name a file in it: the folder comes with its first file.'],
    ['src//main.py', 'Two slashes stand side by side.'],
    ['../secret', '“.” and “..” can’t stand in it: only what is below the project’s folder reaches the builder.'],
    ['a\u0007b', 'It holds a character that can’t be seen.'],
    ['Dockerfile', 'Dockerfile is there already.'],
    ['Dockerfile/x', 'Dockerfile is a file, so nothing can be in it.'],
    ['app.py', 'app.py is there already.'],
    ['src', 'src is a folder: there are files in it.'],
    ['app.py/x', 'app.py is a file, so nothing can be in it.'],
  ])('%j', (path, refusal) => {
    expect(pathRefusal(there, path)).toBe(refusal);
  });

  it('is that there are many already', () => {
    const many = Array.from({ length: MOST_FILES }, (_, at) => `${at}.py`);
    expect(pathRefusal(many, 'one-more.py')).toBe('A project here has at most 60 files.');
  });
});
