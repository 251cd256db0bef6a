import type { ListState, UpdateProblem } from '../../list-messages.ts';
import { date, isolated, localise, ordinal, t } from '../../text.ts';
import { lostWords } from '../lists/problem-words.ts';
import { useLists } from '../lists/use-lists.ts';

/** What passes by itself, or waits elsewhere for the reader, is no news on every page. */
const QUIET: ReadonlySet<UpdateProblem> = new Set([
  'unreachable',
  'timed-out',
  'too-many-requests',
  'cancelled',
  'shrunk',
  'grown',
]);

/** Lists that are on and out of date, or whose update was refused or waits: told where marks are read. */
export function ListNotices() {
  const { lists = [] } = useLists();
  const told = lists.flatMap((list) => (list.on ? noticesOf(list).map((text) => ({ id: list.id, text })) : []));
  if (told.length === 0) return null;
  return (
    <section class="list-notices" aria-label={t('lists')}>
      <ul>
        {told.map(({ id, text }) => (
          <li key={`${id} ${text}`}>{text}</li>
        ))}
      </ul>
      <p class="act">
        <a href="/options.html#lists" target="_blank" rel="noopener noreferrer">
          {t('toLists')}
        </a>
      </p>
    </section>
  );
}

function noticesOf(list: ListState): string[] {
  const { title, freshness, expires, problem, lost, waiting } = list;
  const name = isolated(localise(title));
  const day = date(expires.slice(0, 10));
  const about = (words: string): string => t('labelled', name, words);
  return [
    ...(freshness === 'stale' ? [about(t('listStale', day))] : []),
    ...(freshness === 'stopped' ? [about(t('listStopped', day))] : []),
    ...(lost ? [about(lostWords(list))] : []),
    // It says that the version before keeps marking, which one that is lost does not.
    ...(!lost && problem && !QUIET.has(problem.code) ? [t('updateRefused', name)] : []),
    ...(waiting ? [about(t('historyWaits', ordinal(waiting.version)))] : []),
  ];
}
