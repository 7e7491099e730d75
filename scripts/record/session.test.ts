import { describe, expect, it } from 'vitest';
import { parseSession } from './session.ts';
import { versionOf } from './versions.ts';

describe('a session', () => {
  it('is read whole', () => {
    const text = `id: two
title: Two
machine: debian-13
tools: { bash: , pip: .venv/bin/python -m pip --version }
index: pypi
cwd: greeting
setup: |
  pip install pip=={{pip}}
steps:
  - ls
  - run: |
      cat <<EOF
      x
      EOF
    keep: { first: 1 }
    shorten: [{ from: a, to: b }]
    varies: ['\\d+ms']
    wraps: true
`;
    expect(parseSession(text, 'two')).toEqual({
      id: 'two',
      title: 'Two',
      machine: 'debian-13',
      tools: { bash: undefined, pip: '.venv/bin/python -m pip --version' },
      index: 'pypi',
      cwd: 'greeting',
      setup: `pip install pip==${versionOf('pip')}`,
      steps: [
        { run: 'ls' },
        {
          run: 'cat <<EOF\nx\nEOF',
          keep: { first: 1 },
          shorten: [{ from: 'a', to: 'b' }],
          varies: ['\\d+ms'],
          wraps: true,
        },
      ],
    });
  });

  it('may ask for an engine, and for the steps of a build', () => {
    const steps = 'steps:\n  - run: docker build .\n    keep: { buildSteps: true }\n';
    const text = `id: a\ntitle: A\nmachine: debian-docker\nengine: docker\ntools: [docker]\n${steps}`;
    expect(parseSession(text, 'a')).toEqual({
      id: 'a',
      title: 'A',
      machine: 'debian-docker',
      tools: { docker: undefined },
      engine: 'docker',
      steps: [{ run: 'docker build .', keep: { buildSteps: true } }],
    });
    expect(() => parseSession(text.replace('engine: docker', 'engine: podman'), 'a')).toThrow(
      'content/console/a.session.yaml: engine can only be docker.',
    );
  });

  it('that is wrong is refused with its file and every reason', () => {
    const text = 'id: other\ntitle: ""\nmachine: debian-13\ntools: 3\nshown: true\nsteps:\n  - keep: {}\n';
    expect(() => parseSession(text, 'mine')).toThrow(
      'content/console/mine.session.yaml: A session has no property "shown". id must be "mine", as the file is named. ' +
        'step 1 must be a command, or a map with run. title must be a text. ' +
        'tools must be a list of names, or a map of names to commands that print the version.',
    );
  });

  it('without steps is refused', () => {
    expect(() => parseSession('id: a\ntitle: A\nmachine: debian-13\ntools: [bash]\n', 'a')).toThrow(
      'content/console/a.session.yaml: steps must be a list with at least one command.',
    );
  });

  it('that names a version the course lacks is refused', () => {
    const text = 'id: a\ntitle: A\nmachine: debian-13\ntools: [bash]\nsetup: "{{conda}}"\nsteps: [ls]\n';
    expect(() => parseSession(text, 'a')).toThrow('content/versions.json names no version of conda.');
  });
});
