import type { PlatformId } from '../../../core/names.ts';
import { ImportError } from '../importer.ts';
import { readTable } from '../read-table.ts';

/** One asset of the State Media Matrix, its columns as they are meant. */
export interface MatrixRow {
  /** As a spreadsheet counts: the header is row 1. */
  row: number;
  country: string;
  company: string;
  asset: string;
  /** `SC`, `CaPu` … */
  typology: string;
  /** `Currently Not Functional`, `Certificate Expired`, or empty. */
  status: string;
  notes: string;
  links: MatrixLink[];
}

export interface MatrixLink {
  /** The network that the link is of; `web` for the outlet's own site, `none` for a network that is not read. */
  platform: PlatformId | 'web' | 'none';
  /** The column that it is printed in. */
  column: string;
  raw: string;
}

/**
 * The Instagram and Twitter columns of the matrix are exchanged: every name in the one is a legal X name (85
 * with capitals), while 31 in the other are impossible on X, and where both are filled two thirds differ.
 */
const COLUMNS: readonly (readonly [column: string, platform: MatrixLink['platform']])[] = [
  ['URL', 'web'],
  ['Instagram Link', 'x'],
  ['Twitter Link', 'instagram'],
  ['Facebook Link', 'facebook'],
  ['Youtube Link', 'youtube'],
  ['Telegram Link', 'telegram'],
  ['VK Link', 'vk'],
  ['Linkedin link', 'linkedin'],
  ['Tiktok Link', 'tiktok'],
  ['Ok.ru link', 'none'],
  ['Rutube Link', 'none'],
];

const TEXT = ['Country', 'Media company', 'Main assets', 'Typology', 'Status', 'Notes'] as const;

/** @throws ImportError where a column is missing, or a row is no CSV */
export async function readMatrix(file: string): Promise<MatrixRow[]> {
  const rows: MatrixRow[] = [];
  for await (const record of readTable(file)) {
    if ('fault' in record) throw new ImportError(`${file}: row ${record.row}: ${record.fault}`);
    const cell = (name: string) => {
      const found = record.columns.get(name);
      if (found === undefined) throw new ImportError(`${file}: there is no column "${name}"`);
      return found.normalize('NFC').replace(/\s+/gu, ' ').trim();
    };
    const [country, company, asset, typology, status, notes] = TEXT.map(cell) as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const links = COLUMNS.map(([column, platform]) => ({ platform, column, raw: cell(column) }));
    rows.push({
      ...{ row: record.row, country, company, asset, typology, status, notes },
      links: links.filter(({ raw }) => raw !== ''),
    });
  }
  return rows;
}

/** Country, company and asset: how a row is found in the matrix. */
export function placeOf({ country, company, asset }: MatrixRow): string {
  return [country, company, asset].join(' / ');
}
