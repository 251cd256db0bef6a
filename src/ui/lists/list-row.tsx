import type { ListState } from '../../list-messages.ts';
import { send } from '../../messages.ts';
import { date, isolated, localise, moment, number, ordinal, t, written } from '../../text.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { Disclosure } from '../disclosure.tsx';
import { ListFacts } from './list-facts.tsx';
import { listLine } from './list-line.ts';
import { ListSwitch } from './list-switch.tsx';
import { lostWords, problemWords } from './problem-words.ts';
import { UpdateHistory } from './update-history.tsx';

interface ListRowProps {
  list: ListState;
  /** Ids of every list in the reader's order, and this one's place in it. */
  order: readonly string[];
  at: number;
}

export function ListRow({ list, order, at }: ListRowProps) {
  const title = localise(list.title);
  return (
    <li class="list-row">
      <ListHead list={list} title={title} />
      {list.description && <p {...written(list.description)}>{localise(list.description)}</p>}
      <Freshness list={list} />
      <Waiting list={list} />
      <Lost list={list} />
      <Problem list={list} />
      <LookAgain list={list} />
      <Disclosure title={t('listDetails', isolated(title))}>
        <ListFacts list={list} />
        <UpdateHistory history={list.history} />
        <Order title={title} order={order} at={at} />
        {!list.bundled && (
          <ConfirmedAct
            title={t('removeList', isolated(title))}
            why={t('removeListWhy', isolated(title))}
            yes={t('remove')}
            act={() => void send('removeList', { id: list.id })}
          />
        )}
      </Disclosure>
    </li>
  );
}

/** Its name and whose it is, and its switch. */
function ListHead({ list, title }: { list: ListState; title: string }) {
  return (
    <div class="setting-row">
      <span>
        <b>
          <bdi>{title}</bdi>
        </b>
        <span class="from">{listLine(list)}</span>
      </span>
      <ListSwitch list={list} />
    </div>
  );
}

function Lost({ list }: { list: ListState }) {
  const { lost } = list;
  if (!lost) return null;
  return (
    <p class="weigh" role="status">
      {t('problemAt', moment(lost.at), lostWords(list, lost.detail))}
    </p>
  );
}

function Problem({ list: { problem, lost } }: { list: ListState }) {
  if (!problem) return null;
  return (
    <p class="weigh" role="status">
      {t('problemAt', moment(problem.at), problemWords(problem.code, problem.detail))} {!lost && t('problemKept')}
    </p>
  );
}

function Freshness({ list }: { list: ListState }) {
  if (list.freshness === 'fresh') return null;
  const words = list.freshness === 'stale' ? 'listStale' : 'listStopped';
  return <p class="weigh">{t(words, date(list.expires.slice(0, 10)))}</p>;
}

/** What to do about a list that is out of date or could not be renewed: ask its host again, or renew the extension. */
function LookAgain({ list }: { list: ListState }) {
  if (list.freshness === 'fresh' && !list.problem && !list.lost) return null;
  if (list.address === undefined) return list.bundled ? <p class="from">{t('listWithExtension')}</p> : null;
  const title = isolated(localise(list.title));
  return (
    <button type="button" class="act" onClick={() => void send('updateLists', { id: list.id })}>
      {t('listLookAgain', title)}
    </button>
  );
}

/** A version that changes very much waits for the reader. */
function Waiting({ list }: { list: ListState }) {
  const { waiting } = list;
  if (!waiting) return null;
  return (
    <div class="weigh">
      <p>
        {t(
          waiting.why === 'shrunk' ? 'waitsShrunk' : 'waitsGrown',
          ordinal(waiting.version),
          number(list.identifiers),
          number(waiting.identifiers),
        )}
      </p>
      <button
        type="button"
        class="act"
        onClick={() => void send('acceptWaiting', { id: list.id, version: waiting.version })}
      >
        {t('waitsAccept', ordinal(waiting.version))}
      </button>
    </div>
  );
}

function Order({ title, order, at }: { title: string; order: readonly string[]; at: number }) {
  if (order.length < 2) return null;
  const move = (by: number): void => {
    const ids = [...order];
    const [id] = ids.splice(at, 1);
    if (id === undefined) return;
    ids.splice(at + by, 0, id);
    void send('orderLists', { ids });
  };
  return (
    <div class="order">
      <button type="button" class="act" disabled={at === 0} onClick={() => move(-1)}>
        {t('moveUp', isolated(title))}
      </button>
      <button type="button" class="act" disabled={at === order.length - 1} onClick={() => move(1)}>
        {t('moveDown', isolated(title))}
      </button>
    </div>
  );
}
