/** The answer is drawn first; then why there is none, and the ways out, are made in tasks of their own. */
import { useEffect } from 'react';
import type { ResolverPicture } from './picture';
import { openReadings } from './scenario';
import type { LoadedParts } from './use-parts';

export function useThinking({ isThinking, shown }: ResolverPicture, { core, learn }: LoadedParts): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: begun once for each text
  useEffect(() => {
    if (!isThinking || core === undefined) return;
    let timer: ReturnType<typeof setTimeout>;
    const goOn = () => {
      if (core.thinkOn(openReadings, shown)) learn();
      else timer = setTimeout(goOn);
    };
    timer = setTimeout(goOn);
    return () => clearTimeout(timer);
  }, [isThinking, shown, core]);
}
