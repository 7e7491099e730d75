// How much of an archive is read. An archive comes from a stranger, and a few kilobytes of it can stand for terabytes; these bounds
// are far above what real wheels and sdists need, and far below what a browser’s tab dies of.

/** An archive larger than this isn’t opened: the page holds it in memory as a whole. */
export const MAX_ARCHIVE_BYTES = 256 * 1024 * 1024;

/** The largest wheels have some twenty thousand files; past this, the list itself is the attack. */
export const MAX_ENTRIES = 50_000;

/** What all files together may have, unpacked. */
export const MAX_UNPACKED_BYTES = 1024 * 1024 * 1024;

/** A single file that is larger isn’t read, only listed. */
export const MAX_FILE_BYTES = 256 * 1024 * 1024;

/** Up to this size an archive may be as dense as it likes: a file of zeros is no attack. */
export const FREE_UNPACKED_BYTES = 64 * 1024 * 1024;

/** Beyond it, so many times the packed size. Source code shrinks to a fifth, tables of numbers to a fiftieth. */
export const MAX_RATIO = 200;

/** Deflate can’t do better than this, so a file that claims to is lying about its size. */
export const DEFLATE_RATIO = 1032;

/** Folders inside each other. Systems stop somewhere near 4,096 characters of path; real trees have ten levels. */
export const MAX_DEPTH = 64;

/** Characters of a path. */
export const MAX_PATH = 1024;

/** So many findings of one archive are told; past that, more of them help nobody. */
export const MAX_FINDINGS = 500;
