import type { Directory } from './node';
export function ignoredContext(context: Directory, _ignore: string | undefined): Directory {
  return context;
}
