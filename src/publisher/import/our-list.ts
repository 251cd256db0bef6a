import type { Watchlist } from '../../core/list-schema.ts';

/** What every list says of itself that Statemark makes of others' data. */
export const OUR_LIST: Pick<Watchlist['list'], 'publisher' | 'licence' | 'homepage' | 'contact'> = {
  publisher: 'Statemark',
  licence: 'CC-BY-4.0',
  homepage: 'https://github.com/statemark/statemark',
  contact: 'https://github.com/statemark/statemark/issues',
};
