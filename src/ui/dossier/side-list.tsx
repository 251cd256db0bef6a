import type { SideEvidence } from '../../core/evidence.ts';
import type { Claim } from '../../core/list-schema.ts';
import { sourceLine } from '../../sentences.ts';
import { t } from '../../text.ts';
import { LocalText } from '../local-text.tsx';
import { type InstalledRows, withEvidence } from './installed-rows.ts';
import { SourceLink } from './row-lists.tsx';

export interface Side extends SideEvidence {
  /** The claim that it speaks of. */
  claim: Claim;
}

export function sidesAgainst(rows: InstalledRows, claims: readonly Claim[]): Side[] {
  return withEvidence(rows, claims).flatMap(({ claim, counter }) => counter.map((side) => ({ ...side, claim })));
}

/** What other sources say, each with what it is said of and where. */
export function SideList({ rows, sides }: { rows: InstalledRows; sides: readonly Side[] }) {
  return (
    <ul class="rows">
      {sides.map(({ claim, says, source, locator }) => (
        <li key={`${claim.id} ${source.id} ${says.en}`}>
          <p>
            <LocalText text={says} />
          </p>
          <p class="from">
            <SourceLink rows={rows} source={source} />
            <br />
            {sourceLine(source, locator)}
          </p>
          <p class="from">
            {t('saidOf')} <LocalText text={claim.assertion} />
          </p>
        </li>
      ))}
    </ul>
  );
}
