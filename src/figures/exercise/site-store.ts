/** The store of the site's own pages: the reader's progress on this device. It comes with its own script, in the browser only. */
import type { ExerciseStore } from '@/components/progress/store';

export const openSiteStore = (): Promise<ExerciseStore> =>
  import('@/components/progress/here').then(({ progress }) => progress);
