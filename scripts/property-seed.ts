/**
 * Property tests try the same cases each time, so that whether a change is let in depends on the change. Other cases are
 * `npm run fuzz`'s, which begins elsewhere each time.
 */
import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_260 });
