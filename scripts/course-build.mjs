/** The second build of `npm test`: for a path below the root, as a host that gives the course only a folder would serve it. */
export const courseBuild = { base: '/course/', out: '.cache/course' };
