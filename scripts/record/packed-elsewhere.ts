// Records what npm, Cargo, Go and RubyGems make of a small project with one command, for lecture 5’s table “Elsewhere”: the file that
// would be published and what it holds, what the installer puts into its folder of commands, and what that prints.
//
//   npm run record:packed
//
// Writes content/console/truth/packed-elsewhere.json, one ecosystem a line. Needs git and npm, cargo, go and gem on PATH; no network.

import { execFileSync } from 'node:child_process';
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compactJson } from './compact-json.ts';
import { checkedVersion } from './elsewhere-tools.ts';
import { root } from './versions.ts';

interface Asked {
  readonly tool: string;
  readonly version: () => string;
  readonly files: Readonly<Record<string, string>>;
  /** Packs the project in its folder: the name of what would be published. Nothing, where nothing is uploaded. */
  readonly pack: (run: Run) => string | undefined;
  readonly list: (run: Run, archive: string) => readonly string[];
  /** Installs it, its commands into ../home/bin. */
  readonly install: (run: Run, archive: string) => void;
}

type Run = (command: string, ...words: readonly string[]) => string;

const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .sort();

const GEMSPEC = `Gem::Specification.new do |spec|
  spec.name = "greeting"
  spec.version = "0.1.0"
  spec.summary = "Says hello."
  spec.authors = ["you"]
  spec.files = Dir["lib/*.rb"]
  spec.executables = ["greet"]
end
`;

const ASKED: Readonly<Record<string, Asked>> = {
  npm: {
    tool: 'npm',
    version: () => checkedVersion('npm'),
    files: {
      'package.json': `${JSON.stringify({ name: 'greeting', version: '0.1.0', bin: { greet: 'bin/greet.js' }, files: ['bin'] })}\n`,
      'bin/greet.js': '#!/usr/bin/env node\nconsole.log("Hello!");\n',
      'test/greet.test.js': '',
    },
    pack: (run) => run('npm', 'pack', '--silent').trim(),
    list: (run, archive) => lines(run('tar', 'tzf', archive)),
    install: (run, archive) => run('npm', 'install', '--global', '--offline', '--prefix', '../home', archive),
  },
  Cargo: {
    tool: 'cargo',
    version: () => checkedVersion('cargo'),
    files: {
      'Cargo.toml':
        '[package]\nname = "greeting"\nversion = "0.1.0"\nedition = "2024"\n\n[[bin]]\nname = "greet"\npath = "src/greet.rs"\n',
      // The program can’t be compiled unless this has run before.
      'build.rs': 'fn main() { println!("cargo::rustc-env=HELLO=Hello!"); }\n',
      'src/greet.rs': 'fn main() { println!("{}", env!("HELLO")); }\n',
    },
    pack: (run) => {
      run('cargo', 'package', '--offline', '--quiet', '--allow-dirty', '--no-metadata', '--target-dir', '../made');
      return '../made/package/greeting-0.1.0.crate';
    },
    list: (run, archive) => lines(run('tar', 'tzf', archive)),
    install: (run) => run('cargo', 'install', '--offline', '--quiet', '--path', '.', '--root', '../home'),
  },
  Go: {
    tool: 'go',
    version: () => checkedVersion('go'),
    files: {
      'go.mod': 'module example.com/greeting.git\n\ngo 1.26\n',
      'greet/main.go': 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("Hello!") }\n',
    },
    // The tag is all: Go fetches the module from the repository, which Git is told to look for in this folder.
    pack: (run) => {
      run('git', 'init', '--quiet');
      run('git', 'add', '.');
      run('git', '-c', 'user.name=you', '-c', 'user.email=you@example.com', 'commit', '--quiet', '--message', 'first');
      run('git', 'tag', 'v0.1.0');
      return undefined;
    },
    list: () => [],
    install: (run) => run('go', 'install', 'example.com/greeting.git/greet@v0.1.0'),
  },
  Ruby: {
    tool: 'gem',
    version: () => execFileSync('gem', ['--version'], { encoding: 'utf8' }).trim(),
    files: {
      'greeting.gemspec': GEMSPEC,
      'lib/greeting.rb': 'module Greeting\n  HELLO = "Hello!"\nend\n',
      'bin/greet': '#!/usr/bin/env ruby\nrequire "greeting"\nputs Greeting::HELLO\n',
      'test/greet_test.rb': '',
    },
    pack: (run) => {
      run('gem', 'build', '--silent', 'greeting.gemspec');
      return 'greeting-0.1.0.gem';
    },
    list: (run, archive) => lines(run('sh', '-c', `tar xOf ${archive} data.tar.gz | tar tz`)),
    install: (run, archive) =>
      run('gem', 'install', '--local', '--no-document', '--install-dir', '../home', '--bindir', '../home/bin', archive),
  },
};

/** What lies in the folder of commands: a link to a file of the project, a machine’s program, or a script. */
function kindOf(path: string): 'link' | 'program' | 'script' {
  if (lstatSync(path).isSymbolicLink()) return 'link';
  return readFileSync(path).subarray(0, 2).toString() === '#!' ? 'script' : 'program';
}

function record(ecosystem: string, { tool, version, files, pack, list, install }: Asked) {
  const place = mkdtempSync(join(tmpdir(), 'shipshape-packed-'));
  try {
    const cwd = join(place, 'greeting');
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(cwd, path)), { recursive: true });
      writeFileSync(join(cwd, path), text, { mode: 0o755 });
    }
    const home = join(place, 'home');
    const env = {
      ...process.env,
      GEM_HOME: home,
      GOBIN: join(home, 'bin'),
      GOPATH: join(place, 'gopath'),
      GOCACHE: join(place, 'gocache'),
      GOFLAGS: '-modcacherw',
      GOPROXY: 'direct',
      GOSUMDB: 'off',
      GOTOOLCHAIN: 'local',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: `url.${cwd}/.git.insteadOf`,
      GIT_CONFIG_VALUE_0: 'https://example.com/greeting',
    };
    const run: Run = (command, ...words) => execFileSync(command, words, { cwd, env, encoding: 'utf8' });
    const archive = pack(run);
    install(run, archive ?? '');
    const [name = ''] = readdirSync(join(home, 'bin'));
    return {
      ecosystem,
      tool,
      version: version(),
      published: archive?.replace(/.*\//, '') ?? null,
      holds: archive === undefined ? [] : list(run, archive),
      command: name,
      kind: kindOf(join(home, 'bin', name)),
      prints: run(join(home, 'bin', name)).trim(),
    };
  } finally {
    rmSync(place, { recursive: true, force: true, maxRetries: 5 });
  }
}

const packed = Object.entries(ASKED).map(([ecosystem, asked]) => record(ecosystem, asked));
writeFileSync(
  `${root}content/console/truth/packed-elsewhere.json`,
  compactJson({ recorded: new Date().toISOString().slice(0, 10), packed }, ['packed']),
);
