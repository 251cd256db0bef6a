/** One row of whatever is imported, on its way into a list. */
export interface TableRow {
  /** What it is called in reports: a number as a spreadsheet counts (the header is row 1), or an id. */
  row: string | number;
  /** What templates may name: the file's own columns. */
  columns: ReadonlyMap<string, string>;
  /** What the row says, by the field of a list. */
  fields: ReadonlyMap<Field, string>;
}

/** Every field that a column can be mapped to. */
export const FIELDS = [
  // The identifier. `url` is its address: network, kind and name are read from it.
  'value',
  'platform',
  'kind',
  'url',
  'stable_id',
  'aliases',
  'certainty',
  'status',
  'status_since',
  'checked',
  // Whose it is: an id or a name; the rest is needed for one that the head file does not know.
  'entity',
  'entity_type',
  'country',
  'part_of',
  'wikidata',
  // Who says so, and where: the id or the address of a source in the head file, and the place in it.
  'source',
  'section',
  'paragraph',
  'line',
  'page',
  'row',
  'date',
  'confidence',
  'valid_from',
  'valid_until',
  // How a name that the source does not spell out was found.
  'evidence_url',
  'evidence_title',
  'evidence_date',
  'evidence_note',
] as const;
export type Field = (typeof FIELDS)[number];

export function isField(name: string): name is Field {
  return (FIELDS as readonly string[]).includes(name);
}

/** The fields of a row whose columns are these. Empty cells are absent. */
export function mapped(
  columns: ReadonlyMap<string, string>,
  map: ReadonlyMap<Field, string>,
): ReadonlyMap<Field, string> {
  const fields = new Map<Field, string>();
  for (const [field, column] of map) {
    const cell = columns.get(column)?.trim().normalize('NFC');
    if (cell) fields.set(field, cell);
  }
  return fields;
}
