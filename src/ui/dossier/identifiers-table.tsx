import type { Identifier } from '../../core/list-schema.ts';
import { verdictOn } from '../../core/verdict.ts';
import { readersDay } from '../../days.ts';
import { certaintyName, identifierState } from '../../identifier-sentences.ts';
import { t } from '../../text.ts';
import { gradeName, identifierText } from '../../wording.ts';
import { DataTable } from '../data-table.tsx';
import { DossierLink } from '../dossier-link.tsx';
import type { InstalledRows } from './installed-rows.ts';
import { platformName } from './names.ts';
import { useSome } from './use-some.tsx';

/** The names of an entity on one network after the other, each with how firm it is and how it was found. */
export function IdentifiersTable({ rows, items }: { rows: InstalledRows; items: readonly Identifier[] }) {
  const byPlatform = [...Map.groupBy(items, ({ platform }) => platform).values()].flat();
  const { shown, more } = useSome(byPlatform);
  return (
    <>
      <DataTable
        caption={t('namesByPlatform')}
        head={[t('platform'), t('name'), t('standing'), t('state'), t('certainty'), t('origin')]}
      >
        {shown.map((identifier) => (
          <IdentifierRow key={identifier.id} rows={rows} identifier={identifier} />
        ))}
      </DataTable>
      {more}
    </>
  );
}

function IdentifierRow({ rows, identifier }: { rows: InstalledRows; identifier: Identifier }) {
  const verdict = verdictOn(rows.list, identifier, readersDay(), 'en');
  return (
    <tr>
      <td>{platformName(identifier.platform)}</td>
      <th scope="row">
        <DossierLink route={{ page: 'identifier', list: rows.head.id, id: identifier.id }}>
          {identifierText(identifier)}
        </DossierLink>
      </th>
      <td>{verdict ? gradeName(verdict.grade) : t('standingNone')}</td>
      <td>{identifierState(identifier)}</td>
      <td>{certaintyName(identifier.certainty)}</td>
      <td>{t(identifier.origin === 'in-document' ? 'originDocument' : 'originResolved')}</td>
    </tr>
  );
}
