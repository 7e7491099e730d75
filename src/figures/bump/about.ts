/** What the bump adviser models and leaves out, and what it was compared with. */
import type { AboutProps } from '@/figures/frame/About';

export const about: AboutProps = {
  models: [
    'From kinds of change to the next version: Semantic Versioning 2.0.0 with its stage before 1.0.0, pip’s calendar, and CPython’s policy; which of the requirements below then take it, by the specifier code of this course and by npm’s own ',
    { code: 'semver' },
    '. Where the letter leaves it open, the adviser asks.',
  ],
  leavesOut: [
    ['Whether a change really is of the kind that you say: only tests and people can tell.'],
    ['Other calendars, and the habits of single projects.'],
  ],
  checks: [
    {
      tool: 'uv',
      version: '0.13.9',
      on: 'uv version --bump, on twenty-two versions: one component, two and three, in any order',
      cases: 297,
    },
  ],
  differences: [],
};
