import type { Row } from './head.ts';
import { makeId } from './make-id.ts';
import type { Made } from './row-to-list.ts';

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

  /** Every row that a row of the list was made from. */
  behind(rows: string | undefined, index: number): Made[] {
    if (rows === 'claims') return this.made.slice(index, index + 1);
    if (rows !== 'identifiers') return [];
    const id = this.identifiers[index]?.id;
    return id === undefined ? [] : this.made.filter(({ identifier }) => identifier.id === id);
  }
}
