import type { DescribedList } from '../../list-messages.ts';
import { date, isolated, ordinal, plural, t } from '../../text.ts';
import { dotted } from '../../wording.ts';

/** Whose a list is, how long, which version and of when. */
export function listLine({ publisher, identifiers, version, created }: DescribedList): string {
  return dotted([
    isolated(publisher),
    plural('entries', identifiers),
    t('listVersion', ordinal(version), date(created.slice(0, 10))),
  ]);
}
