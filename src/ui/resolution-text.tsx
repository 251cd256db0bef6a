import type { resolution } from '../identifier-sentences.ts';
import { SaidList } from './said-list.tsx';

/** How a name that no document spells out was found, from what, and how sure that is. */
export function ResolutionText({ found }: { found: NonNullable<ReturnType<typeof resolution>> }) {
  return (
    <>
      <p>{found.intro}</p>
      <SaidList rows={found.rows} />
      <p class="from">{found.sure}</p>
    </>
  );
}
