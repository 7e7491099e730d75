/** What a lecture's MDX may use without importing it (docs/add-a-lecture.md). */
import InstallFigure from '@/figures/install/InstallFigure.astro';
import LookupFigure from '@/figures/lookup/LookupFigure.astro';
import Callout from './callout/Callout.astro';
import Console from './console/Console.astro';
import Diagram from './diagram/Diagram.astro';
import Stack from './drawing/Stack.astro';
import VenvBays from './drawing/VenvBays.astro';
import Exercise from './exercise/ExerciseCard.astro';
import HeadThree from './heading/HeadThree.astro';
import HeadTwo from './heading/HeadTwo.astro';
import Mistake from './mistake/Mistake.astro';
import Mistakes from './mistake/Mistakes.astro';
import Note from './note/Note.astro';
import Quiz from './quiz/Quiz.astro';
import Term from './term/Term.astro';
import VersionClaim from './versions/Claim.astro';

export const lectureParts = {
  h2: HeadTwo,
  h3: HeadThree,
  Admits: VersionClaim,
  Callout,
  Console,
  Diagram,
  Exercise,
  InstallFigure,
  LookupFigure,
  Mistake,
  Mistakes,
  Note,
  Order: VersionClaim,
  Quiz,
  Spelled: VersionClaim,
  Stack,
  Term,
  VenvBays,
};
