import type { ListState, UpdateProgress } from '../../list-messages.ts';
import { send } from '../../messages.ts';
import { localise, percent, t } from '../../text.ts';
import { AddList } from './add-list.tsx';
import { ListRow } from './list-row.tsx';
import { useLists } from './use-lists.ts';

/** The reader's lists: which are on, where each comes from, how fresh it is, and how to add another. */
export function ListsSection() {
  const { lists, failed, progress, ask } = useLists();
  return (
    <section id="lists">
      <h2>{t('lists')}</h2>
      {lists === undefined && !failed && <p class="from">{t('loading')}</p>}
      {lists === undefined && failed && (
        <p>
          {t('listsFailed')}{' '}
          <button type="button" class="act" onClick={ask}>
            {t('tryAgain')}
          </button>
        </p>
      )}
      {lists?.length === 0 && <p>{t('listsNone')}</p>}
      <ul class="rows">
        {lists?.map((list, at) => (
          <ListRow key={list.id} list={list} order={lists.map(({ id }) => id)} at={at} />
        ))}
      </ul>
      {lists && <Updates lists={lists} progress={progress} />}
      <AddList installed={lists ?? []} />
    </section>
  );
}

function Updates({ lists, progress }: { lists: readonly ListState[]; progress: UpdateProgress | undefined }) {
  const fetched = lists.some(({ address }) => address !== undefined);
  const title = lists.find(({ id }) => id === progress?.list)?.title;
  return (
    <div class="updates">
      {!fetched && <p class="from">{t('updatesWithExtension')}</p>}
      {fetched && !progress && (
        <button type="button" class="act" onClick={() => void send('updateLists', {})}>
          {t('updateNow')}
        </button>
      )}
      {progress && (
        <>
          <label>
            {t('updating', title ? localise(title) : progress.list)}
            <progress
              {...(progress.total > 0 && { value: progress.done, max: progress.total })}
              aria-valuetext={progress.total > 0 ? percent(progress.done / progress.total) : undefined}
            />
          </label>
          <button type="button" class="act" onClick={() => void send('cancelUpdate', null)}>
            {t('cancel')}
          </button>
        </>
      )}
    </div>
  );
}
