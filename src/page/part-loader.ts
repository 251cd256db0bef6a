import { type PagePart, send } from '../messages.ts';
import type { OpenNetwork } from '../platforms/open.ts';
import type { Platform } from '../platforms/platform.ts';
import type { Card } from './card.ts';
import type { Marks } from './mark.ts';
import type { Visits } from './visits.ts';

/** What each part is for a page. Few pages need one, so each is a script of its own. */
interface Parts extends Record<PagePart, unknown> {
  card: () => Card;
  'open-networks': Record<OpenNetwork, Platform>;
  visits: (marks: Marks) => Visits;
}

/** Where a part's script leaves it. Content scripts of one extension share a world of their own. */
const SLOT = Symbol.for('statemark.parts');
const shared = globalThis as { [SLOT]?: Partial<Parts> };

export function providePart<Name extends PagePart>(name: Name, part: Parts[Name]): void {
  shared[SLOT] = { ...shared[SLOT], [name]: part };
}

/** Comes into the page when it is first asked for. @throws Error where it cannot be brought */
export async function loadPart<Name extends PagePart>(name: Name): Promise<Parts[Name]> {
  if (shared[SLOT]?.[name] === undefined) await send('loadPart', name);
  const part = shared[SLOT]?.[name] as Parts[Name] | undefined;
  if (part === undefined) throw new Error(`${name} was not loaded`);
  return part;
}
