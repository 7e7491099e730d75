// The recordings replay here without the tools: what stands in content/console is checked against its sessions and
// against the releases that the course names.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RecordedLine, Recording } from './recording.ts';
import { consoleFolder, readSessions } from './session.ts';
import { versions } from './versions.ts';

const sessions = readSessions();
const recordingFiles = readdirSync(consoleFolder).filter((name) => name.endsWith('.json'));
const read = (name: string): Recording => JSON.parse(readFileSync(`${consoleFolder}/${name}`, 'utf8'));
const recordings = recordingFiles.map(read);
const recordingOf = new Map(recordings.map((recording) => [recording.id, recording]));
const textOf = (line: RecordedLine) => line.text;

const widest = 100;
const registryHosts = Object.values(versions.indexes).flatMap((index) =>
  Object.values(index)
    .filter((value) => /^https?:/.test(value))
    .map((value) => new URL(value).host),
);

describe('sessions and recordings', () => {
  it('belong to each other one to one', () => {
    expect(recordingFiles.map((name) => name.replace('.json', '')).sort()).toEqual(sessions.map(({ id }) => id));
    expect(recordings.map(({ id }) => `${id}.json`)).toEqual(recordingFiles);
  });

  it.each(sessions)('$id was recorded from the session as it is written now', (session) => {
    const recording = recordingOf.get(session.id);
    expect({
      title: recording?.title,
      machine: recording?.machine.id,
      tools: Object.keys(recording?.tools ?? {}),
      setup: recording?.setup?.[0],
      index: recording?.index !== undefined,
      commands: recording?.steps.map(({ command, varies, wraps }) => ({ command, varies, wraps })),
    }).toEqual({
      title: session.title,
      machine: session.machine,
      tools: Object.keys(session.tools),
      setup: session.setup,
      index: session.index !== undefined,
      commands: session.steps.map(({ run, varies, wraps }) => ({ command: run, varies, wraps })),
    });
  });
});

describe.each(recordings)('recording $id', (recording) => {
  const lines = recording.steps.flatMap((step) => step.lines.map((line) => ({ step, line })));

  it('names at least one tool, each in the release that the course is checked against', () => {
    const named = Object.keys(recording.tools).map((tool) => [tool, versions.tools[tool]?.version]);
    expect(named.length).toBeGreaterThan(0);
    expect(recording.tools).toEqual(Object.fromEntries(named));
  });

  it('names the machine as content/versions.json does', () => {
    expect(recording.machine.name).toBe(versions.machines[recording.machine.id]?.name);
  });

  it('has lines of at most 100 columns, but where its session says that they wrap', () => {
    const wide = lines.filter(({ step, line }) => !step.wraps && line.text.length > widest);
    expect(wide.map(({ line }) => line.text)).toEqual([]);
  });

  it('says of no step that its lines wrap when none is long', () => {
    const idle = recording.steps.filter(
      ({ wraps, lines: own }) => wraps && !own.some(({ text }) => text.length > widest),
    );
    expect(idle.map(({ command }) => command)).toEqual([]);
  });

  it('has no pattern of varying text that nothing matches', () => {
    const idle = recording.steps.flatMap(({ varies = [], lines: own }) =>
      varies.filter((pattern) => !own.some(({ text }) => new RegExp(pattern).test(text))),
    );
    expect(idle).toEqual([]);
  });

  it('shows no address of a registry, no name of this network, no credential', () => {
    const everything = JSON.stringify(recording);
    expect(registryHosts.filter((host) => everything.includes(host))).toEqual([]);
    expect(everything).not.toMatch(
      /:\/\/[^/\s"]*@|pypi-[A-Za-z0-9]{8}|(?:password|secret)["']?\s*[:=]|Looking in indexes|\b10\.\d+\.\d+\.\d+/i,
    );
  });

  it('holds text alone: no terminal control characters', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
    const control = /[\u0000-\u0008\u000b-\u001f\u007f]/;
    expect(lines.map(({ line }) => textOf(line)).filter((text) => control.test(text))).toEqual([]);
  });

  it('has whole steps: a prompt, a folder, a status', () => {
    for (const { prompt, cwd, exit } of recording.steps) {
      expect(prompt).toMatch(/^(\([\w.-]+\) )?\$ $/);
      expect(cwd).toMatch(/^\//);
      expect(exit).toBeGreaterThanOrEqual(0);
      expect(exit).toBeLessThan(256);
    }
  });
});
