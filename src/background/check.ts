import { checkList, type ListAnswer } from '../core/check-list.ts';
import { type Evidence, evidenceFor, listHead } from '../core/evidence.ts';
import type { AskedList, CheckAnswer, CheckReply, InstalledList } from '../evidence-messages.ts';
import { readQuestions } from '../platforms/read-question.ts';

/**
 * Answers "is this listed?" from every installed list, those that are off as well. Asks nobody, keeps nothing.
 * @param today `YYYY-MM-DD`
 */
export function check(text: string, installed: readonly InstalledList[], today: string): CheckReply {
  const { questions, left } = readQuestions(text);
  const readings = questions.map((question) => question.readings);
  const lists = installed.map((one) => ({ ...one, asked: { head: listHead(one.list), on: one.on } }));
  const said = lists.map((one) => ({ ...one, answers: checkList(one.list, readings, today) }));
  const answers = questions.map((question, i): CheckAnswer => {
    const rows = said.flatMap(({ list, asked, answers: all }) => {
      const answer = all[i];
      return answer ? [{ asked, answer, evidence: (id: string) => evidenceFor(list, id, today) }] : [];
    });
    return { ...question, ...together(rows) };
  });
  return { answers, left, lists: lists.map(({ asked }) => asked) };
}

interface Row {
  asked: AskedList;
  answer: ListAnswer;
  evidence(identifier: string): Evidence | undefined;
}

/** Lists in use answer before those that are off. */
function together(rows: readonly Row[]): Omit<CheckAnswer, 'asked' | 'readings' | 'problem'> {
  const ordered = rows.toSorted((one, other) => Number(other.asked.on) - Number(one.asked.on));
  return {
    findings: ordered.flatMap(({ asked: { on }, answer, evidence }) =>
      answer.exact.flatMap((id) => {
        const found = evidence(id);
        return found ? [{ evidence: found, on }] : [];
      }),
    ),
    near: ordered.flatMap(({ asked: { on }, answer, evidence }) =>
      answer.near.flatMap(({ identifier, why }) => {
        const found = evidence(identifier);
        return found ? [{ evidence: found, on, why }] : [];
      }),
    ),
    exceptions: ordered.flatMap(({ asked, answer }) =>
      answer.exceptions.map((exception) => ({ list: asked, exception })),
    ),
    // An entity whose name is listed has been told of with it.
    entities: ordered.flatMap(({ asked, answer, evidence }) => {
      const names = [...answer.exact, ...answer.near.map(({ identifier }) => identifier)];
      const told = new Set(names.map((id) => evidence(id)?.entity.id));
      return answer.entities.filter(({ id }) => !told.has(id)).map((entity) => ({ list: asked, entity }));
    }),
  };
}
