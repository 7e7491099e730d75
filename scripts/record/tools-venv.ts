// The recorder's own tools: a virtual environment outside the repository that holds pip, packaging and uv in the releases
// that content/versions.json names. Made when missing, kept between runs.
//
// SHIPSHAPE_RECORD_PYTHON  the Python to make it from (default python3; 3.10 or newer)
// SHIPSHAPE_RECORD_TOOLS   where it stands (default /var/tmp/shipshape-record-tools)

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { versionOf } from './versions.ts';

const place = process.env['SHIPSHAPE_RECORD_TOOLS'] ?? '/var/tmp/shipshape-record-tools';

/**
 * The environment that pip runs with: the caller's, without settings that would change what pip chooses or prints.
 * What it takes to reach the index (certificates, proxies) stays.
 */
export function plainPipEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PIP_|UV_|PYTHON|VIRTUAL_ENV)/.test(name));
  const cert = process.env['PIP_CERT'];
  return {
    ...Object.fromEntries(kept),
    ...(cert ? { PIP_CERT: cert } : {}),
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
    LANG: 'C.UTF-8',
  };
}

/**
 * A Python with tools as content/versions.json names them: pip, packaging and uv, if nothing else is said. Others stand in an
 * environment of their own, `name`, so that what they bring along changes nothing for these.
 */
export function toolsPython(tools: readonly string[] = ['pip', 'packaging', 'uv'], name = ''): string {
  const folder = `${place}${name}`;
  const python = `${folder}/bin/python`;
  const env = plainPipEnvironment();
  if (!existsSync(python)) {
    execFileSync(process.env['SHIPSHAPE_RECORD_PYTHON'] ?? 'python3', ['-m', 'venv', folder], { env });
  }
  const wanted = tools.map((tool) => `${tool}==${versionOf(tool)}`);
  execFileSync(python, ['-m', 'pip', 'install', '--quiet', ...wanted], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  return python;
}
