import { identifierNotes } from '../../identifier-sentences.ts';
import type { ReportedMatch } from '../../messages.ts';
import { isolated, t } from '../../text.ts';
import { identifierText, listed } from '../../wording.ts';

/** What to weigh whoever says it: once where it holds for every name, else with the name it holds for. */
export function NameNotes({ matches }: { matches: readonly ReportedMatch[] }) {
  const noted = matches.map(({ evidence }) => ({
    name: identifierText(evidence.identifier),
    notes: identifierNotes(evidence),
  }));
  const all = new Map(noted.flatMap(({ notes }) => notes.map((note) => [note.text, note])));
  if (all.size === 0) return null;
  return (
    <section class="weigh">
      <h4>{t('aboutName')}</h4>
      <ul class="said">
        {[...all].map(([text, { written }]) => {
          const holds = noted.filter(({ notes }) => notes.some((note) => note.text === text));
          if (holds.length === noted.length) {
            return (
              <li key={text} {...written}>
                {text}
              </li>
            );
          }
          return <li key={text}>{t('labelled', listed(holds.map(({ name }) => name)), isolated(text))}</li>;
        })}
      </ul>
    </section>
  );
}
