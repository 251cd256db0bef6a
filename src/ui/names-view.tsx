import { identifierNotes, identifierState } from '../identifier-sentences.ts';
import type { ReportedMatch } from '../messages.ts';
import { plural } from '../text.ts';
import { dotted, gradeName, identifierWhere } from '../wording.ts';
import { matchKey } from './group-matches.ts';

/** The names that were found, what holds for each, and once what holds for all of them. */
export function NamesView({ matches, grades }: { matches: readonly ReportedMatch[]; grades: boolean }) {
  const notes = matches.map(({ evidence }) => identifierNotes(evidence));
  const common = (notes[0] ?? []).filter((note) => notes.every((others) => others.includes(note)));
  return (
    <>
      <ul class="names">
        {matches.map((match, i) => {
          const { identifier, grade } = match.evidence;
          return (
            <li key={matchKey(match)}>
              <b class="name">{identifierWhere(identifier)}</b>{' '}
              <span class="from">
                {dotted([
                  grades ? gradeName(grade) : undefined,
                  plural('inPosts', match.count),
                  identifierState(identifier),
                ])}
              </span>
              {notes[i]
                ?.filter((note) => !common.includes(note))
                .map((note) => (
                  <p key={note} class="note">
                    {note}
                  </p>
                ))}
            </li>
          );
        })}
      </ul>
      {common.map((note) => (
        <p key={note} class="note">
          {note}
        </p>
      ))}
    </>
  );
}
