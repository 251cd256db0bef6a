import { makeId } from '../make-id.ts';
import type { Head, Row } from './head.ts';
import type { Field, TableRow } from './table-row.ts';

/** The entities of an import: those of the head file, and those that rows bring along. */
export class EntityRows {
  private readonly rows = new Map<string, Row>();
  private readonly byName = new Map<string, string>();
  private readonly fromHead = new Set<string>();
  private readonly template: Row;
  private readonly fallback: string | undefined;

  constructor({ entities, entity, identifier }: Head) {
    this.template = entity;
    this.fallback = typeof identifier.entity === 'string' ? identifier.entity : undefined;
    for (const row of entities) {
      const id = String(row.id);
      this.rows.set(id, row);
      this.fromHead.add(id);
      this.byName.set(plain(labelOf(row) ?? id), id);
    }
  }

  isFromHead(id: string): boolean {
    return this.fromHead.has(id);
  }

  /** @returns the id of the entity that a row names, or why there is none */
  idFor({ fields }: TableRow): { id: string } | string {
    const name = fields.get('entity') ?? this.fallback;
    if (name === undefined) return 'no entity: whose it is, nobody says';
    const known = this.rows.has(name) ? name : this.byName.get(plain(name));
    if (known !== undefined) return { id: known };
    const type = fields.get('entity_type') ?? this.template.type;
    if (type === undefined) return `the entity is not in the head file, and nothing says what type it is`;
    return { id: this.add(name, type, fields) };
  }

  /** The head file's entities, those that are named, and whatever they belong to. */
  usedBy(ids: readonly string[]): Row[] {
    const used = new Set([...this.fromHead, ...ids]);
    for (const id of used) {
      const above = this.rows.get(id)?.part_of;
      if (typeof above === 'string') used.add(above); // A set goes on over what is added meanwhile.
    }
    return [...used].map((id) => this.rows.get(id)).filter((row) => row !== undefined);
  }

  private add(name: string, type: unknown, fields: ReadonlyMap<Field, string>): string {
    const id = makeId('e', name);
    const above = fields.get('part_of');
    const given: Row = {
      country: fields.get('country')?.toUpperCase(),
      part_of: above === undefined ? undefined : (this.byName.get(plain(above)) ?? above),
      wikidata: fields.get('wikidata'),
    };
    const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const typed = typeof type === 'string' ? type.toLowerCase() : type;
    this.rows.set(id, { ...this.template, ...said, id, type: typed, label: { en: name } });
    this.byName.set(plain(name), id);
    return id;
  }
}

function labelOf(row: Row): string | undefined {
  const label = (row.label as { en?: unknown } | undefined)?.en;
  return typeof label === 'string' ? label : undefined;
}

function plain(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
