import { number, t } from '../../text.ts';
import type { InstalledRows } from './installed-rows.ts';

/** Says of a list with very many names that they are not among what is shown. */
export function PagedNote({ rows: { paged } }: { rows: InstalledRows }) {
  return paged === undefined ? null : <p>{t('namesPaged', number(paged))}</p>;
}
