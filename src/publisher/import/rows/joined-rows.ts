import { makeId } from '../make-id.ts';
import type { Row } from './head.ts';
import type { Made } from './make-rows.ts';

/** Rows with each name once: further rows of a name are further claims of the first one's identifier. */
export class JoinedRows {
  /** One a claim, in the order of the claims. */
  made: Made[] = [];
  identifiers: Row[] = [];
  private readonly known = new Map<string, { entity: unknown; said: Set<string> }>();

  /** @returns why a row adds nothing, where it adds nothing */
  add(one: Made): string | undefined {
    const { identifier, claim } = one;
    const id = String(identifier.id);
    const said = JSON.stringify([claim.source, claim.locator]);
    const known = this.known.get(id);
    if (known === undefined) {
      this.known.set(id, { entity: identifier.entity, said: new Set([said]) });
      this.identifiers.push(identifier);
    } else {
      if (known.entity !== identifier.entity) return 'a name above, said to be somebody else’s';
      if (known.said.has(said)) return 'the same name, source and place as a row above';
      known.said.add(said);
      claim.id = makeId('c', `${id} ${said}`);
    }
    this.made.push(one);
    return undefined;
  }

  remove(bad: ReadonlyMap<Made, unknown>): void {
    this.made = this.made.filter((one) => !bad.has(one));
    const kept = new Set(this.made.map(({ identifier }) => identifier.id));
    this.identifiers = this.identifiers.filter(({ id }) => kept.has(id));
  }

  /** Every row behind an identifier, or an entity, by its id. Asked once for thousands of faults. */
  by(member: 'id' | 'entity'): ReadonlyMap<unknown, readonly Made[]> {
    const rows = new Map<unknown, Made[]>();
    for (const one of this.made) {
      const same = rows.get(one.identifier[member]);
      if (same) same.push(one);
      else rows.set(one.identifier[member], [one]);
    }
    return rows;
  }
}
