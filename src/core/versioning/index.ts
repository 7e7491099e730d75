// Versions as promises: what a change does to the next number. The public face of this folder.

export * from './bump';
