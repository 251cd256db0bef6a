import type { Importer } from './importer.ts';

/** Every importer, in the order in which the help names them. A new one is a file beside this, and a line here. */
export const IMPORTERS: readonly Importer[] = [];
