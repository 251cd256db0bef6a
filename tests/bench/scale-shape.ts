/** One number for each name; the unit stands behind a comma. */
export type Grown = Record<string, number>;

/** As many rows of a kind as a list in source form may hold. */
export const SOURCE_CAP = 50_000;
