/** What the command figure says about itself. */
import type { AboutProps } from '@/figures/frame/About';

export const about: AboutProps = {
  models: [
    'How bash finds what a word means: aliases, keywords, functions, builtins, the hash table, then PATH entry by entry; what ',
    { code: 'activate' },
    ' and ',
    { code: 'deactivate' },
    ' change, for environments made by venv and by uv; what ',
    { code: 'type' },
    ' and Debian’s ',
    { code: 'which' },
    ' say. The laptop is described in a file; nothing runs.',
  ],
  leavesOut: [
    ['Owners and groups of files: whatever anybody may run counts as executable.'],
    ['Other shells. zsh, fish and PowerShell search in the same way, but word and remember it differently.'],
    ['Debian’s suggestions of packages to install when a command isn’t found.'],
  ],
  // about.test.ts counts them in the recordings.
  checks: [
    {
      tool: 'GNU bash',
      version: '5.2.37',
      on: 'Debian 13 (trixie), asked with type, command -v and which',
      cases: 272,
    },
  ],
  differences: [['The body that ', { code: 'type' }, ' prints of a function is cut off after its first line.']],
};
