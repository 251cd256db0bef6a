import { useEffect, useMemo, useState } from 'preact/hooks';
import { isolated, number, plural, type TextKey, t } from '../../text.ts';
import type { InstalledRows } from './installed-rows.ts';
import { Page } from './page.tsx';
import { onResultKey } from './result-keys.ts';
import { ResultView } from './result-view.tsx';
import { buildSearch, type Result, type ResultKind, type SearchIndex, search } from './search-index.ts';
import { useSome } from './use-some.tsx';

export const KIND_TITLE: Record<ResultKind, TextKey> = {
  entity: 'sectionEntities',
  identifier: 'sectionNames',
  source: 'sectionSources',
  claim: 'sectionClaims',
  event: 'events',
};

/** Results grouped by what they are; the best of each group first. */
export function SearchPage({ query, lists }: { query: string; lists: readonly InstalledRows[] }) {
  const index = useSearchIndex(lists);
  const groups = useMemo(() => (index ? search(index, query) : new Map<ResultKind, Result[]>()), [index, query]);
  const count = [...groups.values()].reduce((sum, rows) => sum + rows.length, 0);
  const empty = query.trim() === '';
  const title = empty ? t('search') : t('searchFor', isolated(query));
  return (
    <Page title={title} takesFocus={false}>
      <p role="status" class="from">
        {status(index !== undefined, empty, count)}
      </p>
      {index && !empty && count === 0 && <p>{t('searchNoneWhy')}</p>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the links within */}
      <div class="results" onKeyDown={onResultKey}>
        {[...groups].map(([kind, results]) => (
          <Group key={`${kind} ${query}`} kind={kind} results={results} lists={lists} />
        ))}
      </div>
    </Page>
  );
}

function status(ready: boolean, empty: boolean, count: number): string {
  if (!ready) return t('loading');
  if (empty) return t('searchHint');
  return count === 0 ? t('searchNone') : plural('results', count);
}

/** Made when it is first needed, and again when the lists change. */
function useSearchIndex(lists: readonly InstalledRows[]): SearchIndex | undefined {
  const [index, setIndex] = useState<SearchIndex>();
  useEffect(() => {
    let current = true;
    void buildSearch(lists).then((built) => current && setIndex(() => built));
    return () => {
      current = false;
    };
  }, [lists]);
  return index;
}

function Group({
  kind,
  results,
  lists,
}: {
  kind: ResultKind;
  results: readonly Result[];
  lists: readonly InstalledRows[];
}) {
  const { shown, more } = useSome(results, 10);
  return (
    <section>
      <h2>
        {t(KIND_TITLE[kind])} <span class="aside">{number(results.length)}</span>
      </h2>
      <ul class="rows">
        {shown.map((result) => (
          <li key={`${result.list}/${result.id}`}>
            <ResultView result={result} lists={lists} />
          </li>
        ))}
      </ul>
      {more}
    </section>
  );
}
