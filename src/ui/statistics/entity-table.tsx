import type { Statistics } from '../../statistics.ts';
import { isolated, localise, number, t } from '../../text.ts';
import { DataTable } from '../data-table.tsx';
import { Disclosure } from '../disclosure.tsx';
import { useEntityLabel } from '../use-entity-label.ts';
import { byEntity } from './totals.ts';

export function EntityTable({ statistics }: { statistics: Statistics }) {
  const { entities, others } = byEntity(statistics);
  const most = entities[0]?.total ?? 1;
  return (
    <Disclosure title={t('statisticsByEntity')} aside={number(entities.length)}>
      <DataTable caption={t('statisticsByEntity')} head={[t('entityColumn'), t('countColumn')]}>
        {entities.map(({ entity, total }) => (
          <tr key={entity}>
            <td>
              <EntityName entity={entity} />
              <span class="entity-bar" aria-hidden="true" style={{ inlineSize: `${(100 * total) / most}%` }} />
            </td>
            <td class="number">{number(total)}</td>
          </tr>
        ))}
        {others > 0 && (
          <tr>
            <td>{t('statisticsOthers')}</td>
            <td class="number">{number(others)}</td>
          </tr>
        )}
      </DataTable>
    </Disclosure>
  );
}

/** As an active list calls it; by its id where none holds it any more. */
function EntityName({ entity }: { entity: string }) {
  const [list = '', id = ''] = entity.split('/');
  const label = useEntityLabel(list, id);
  return <>{isolated(label ? localise(label) : entity)}</>;
}
