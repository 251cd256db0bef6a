import { outcomeText, problemText, readAs, summaryText } from '../check-sentences.ts';
import type { AskedList, CheckAnswer, CheckReply } from '../evidence-messages.ts';
import { isolated, localise, plural, t, written } from '../text.ts';
import { dotted, entityTypeName, identifierWhere, listed } from '../wording.ts';
import { FindingView, NearView } from './check-finding.tsx';
import { DossierLink } from './dossier-link.tsx';

interface CheckAnswersProps {
  /** Undefined until something was asked. */
  reply: CheckReply | undefined;
  failed: boolean;
}

export function CheckAnswers({ reply, failed }: CheckAnswersProps) {
  return (
    <>
      <p role="status" class={reply && reply.answers.length > 1 ? 'check-summary' : 'unseen'}>
        {failed ? t('checkFailed') : reply && summaryText(reply)}
      </p>
      {failed && <p>{t('checkFailed')}</p>}
      {reply?.answers.length === 0 && <p>{problemText('unreadable')}</p>}
      {reply?.answers.map((answer) => (
        <AnswerView key={answer.asked} answer={answer} alone={reply.answers.length === 1} />
      ))}
      {reply && reply.left > 0 && <p>{plural('checkLeft', reply.left)}</p>}
      {reply && reply.answers.length > 0 && <p class="from">{askedLists(reply.lists)}</p>}
    </>
  );
}

function askedLists(lists: readonly AskedList[]): string {
  if (lists.length === 0) return t('listsNone');
  return t('checkedAgainst', listed(lists.map(listName)));
}

function listName({ head, on }: AskedList): string {
  const title = isolated(localise(head.title));
  return on ? title : t('nameOff', title);
}

function AnswerView({ answer, alone }: { answer: CheckAnswer; alone: boolean }) {
  const { asked, readings, findings, near, exceptions, entities } = answer;
  return (
    <section class="answer">
      <h2 title={asked}>
        <bdi>{asked}</bdi>
      </h2>
      <p class={findings.length > 0 ? 'outcome found' : 'outcome'}>{outcomeText(answer)}</p>
      {readings.length > 0 && <p class="from">{readAs(readings)}</p>}
      {findings.map((finding) => (
        <FindingView
          key={`${finding.evidence.list.id}/${finding.evidence.identifier.id}`}
          finding={finding}
          open={alone && findings.length === 1}
        />
      ))}
      <ul class="said">
        {exceptions.map(({ list, exception }) => (
          <li key={`${list.head.id} ${identifierWhere(exception)}`}>
            <b class="said-label">{t('keptBy', identifierWhere(exception), isolated(localise(list.head.title)))}</b>
            <span class="said-text" {...written(exception.reason)}>
              {localise(exception.reason)}
            </span>
          </li>
        ))}
        {[...Map.groupBy(near, ({ why }) => why)].map(([why, all]) => (
          <NearView key={why} why={why} findings={all} />
        ))}
        {entities.length > 0 && <Namesakes entities={entities} />}
      </ul>
    </section>
  );
}

/** Entities that bear the very name. */
function Namesakes({ entities }: Pick<CheckAnswer, 'entities'>) {
  return (
    <li>
      <b class="said-label">{t('nearEntity')}</b>
      {entities.map(({ list, entity }) => (
        <span key={`${list.head.id}/${entity.id}`} class="said-text">
          <DossierLink route={{ page: 'entity', list: list.head.id, id: entity.id }}>
            <bdi>{localise(entity.label)}</bdi>
          </DossierLink>{' '}
          <span class="from">{dotted([entityTypeName(entity.type), listName(list)])}</span>
        </span>
      ))}
    </li>
  );
}
