// Versions as promises: what a change does to the next number. The public face of this folder.

export * from './bump';
// What version numbers promise and which of them are let in: the same versions under the specifiers of Python, the ranges of npm and the
// requirements of Cargo. The public face of this folder.

export * from './notation';
