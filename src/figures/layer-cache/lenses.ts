/** The parts that come late, put where the model finds them. For builds and tests all is there from the start. */
import { factsOfImage } from './image-facts';
import { provideLateParts } from './late-parts';
import { posterOf } from './lens-poster';
import { seenOf } from './seen';

provideLateParts({ seenOf, factsOfImage, posterOf });
