// Files that pin what is installed: `pylock.toml`, `uv.lock` and requirements files.

export * from './pylock';
export * from './requirements';
