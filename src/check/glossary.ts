/** The check of the glossary: each term has its form and a text, and names others that are there. */
import { glossaryHeadSchema, readPages } from './heads';
import type { ContentProblem, SourceFile } from './source';

/** Takes the files of content/glossary, returns what is wrong with them. */
export function checkGlossary(sources: readonly SourceFile[]): readonly ContentProblem[] {
  const problems: ContentProblem[] = [];
  const pages = readPages(sources, glossaryHeadSchema, 'Any file of content/glossary shows the form.', problems);
  const ids = new Set(pages.map(({ head }) => head.name));
  for (const { head, text, problem } of pages) {
    if (text.trim() === '') problems.push(problem(0, 'The term has no definition.', 'Write it under the head.'));
    head.value.see.forEach((id, i) => {
      if (ids.has(id)) return;
      const remedy = `Add content/glossary/${id}.md, or mend the id.`;
      problems.push(head.problem(['see', i], `There is no term "${id}".`, remedy));
    });
  }
  return problems;
}
