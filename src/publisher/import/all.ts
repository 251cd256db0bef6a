import { asd } from './asd/asd.ts';
import { galaxy } from './galaxy.ts';
import type { Importer } from './importer.ts';
import { meta } from './meta/meta.ts';
import { stix } from './stix.ts';
import { table } from './table.ts';
import { warninglist } from './warninglist.ts';

/** Every importer, in the order in which the help names them. A new one is a file or folder beside this, and a line here. */
export const IMPORTERS: readonly Importer[] = [table, warninglist, galaxy, stix, asd, meta];
