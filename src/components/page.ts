/** What every page starts: small, plain script, no library. Each part returns at once where its elements aren't on the page. */
import { startCopyButtons } from './code/copy';
import { startContents } from './contents/contents';
import { startSearch } from './search/search';
import { watchForStaleParts } from './stale/stale';
import { startTerms } from './term/term';
import { startThemeSwitch } from './theme/theme';

watchForStaleParts();
startThemeSwitch();
startTerms();
startCopyButtons();
startContents();
startSearch();
