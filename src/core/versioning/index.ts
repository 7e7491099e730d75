// What version numbers promise and which of them are let in: what a change does to the next number; the same versions under the specifiers
// of Python, the ranges of npm and the requirements of Cargo. The public face of this folder.

export * from './bump';
export * from './notation';
