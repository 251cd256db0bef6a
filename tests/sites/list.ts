import { readFileSync } from 'node:fs';
import type { Identifier, Watchlist } from '../../src/core/list-schema.ts';

/**
 * The bundled list with accounts and sites that do not exist: it names hashtags for every network but few
 * accounts. Each network has an account of a known id (`…`), one that the list knows by its former name
 * (`old…`: pages show another name with the id), and where pages tell ids, one whose name somebody else took
 * over (`reused…`: pages show the name with another id).
 */
type Row = [platform: Identifier['platform'], kind: Identifier['kind'], value: string, stableId?: string];

/** As each adapter reads them. Telegram's are -1000000000000 minus the number in `data-view`. */
const rows: readonly Row[] = [
  ['instagram', 'account', 'sample.state.press', '5300000001'],
  ['instagram', 'account', 'old.sample.desk', '5300000002'],
  ['instagram', 'account', 'reused.sample', '5300000003'],
  ['threads', 'account', 'sample.state.press', '5300000001'],
  ['threads', 'account', 'old.sample.desk', '5300000002'],
  ['threads', 'account', 'reused.sample', '5300000003'],
  ['facebook', 'page', 'sample.state.press'],
  ['facebook', 'page', 'old.sample.desk', '100000000530002'],
  ['facebook', 'group', 'groups/sample.state.friends', '530000000000004'],
  ['youtube', 'channel', 'SampleStateTV', 'UCsampleStateTV000000001'],
  ['youtube', 'channel', 'OldSampleDesk', 'UCsampleDesk000000000002'],
  ['youtube', 'channel', 'ReusedSample', 'UCsampleReused0000000003'],
  ['youtube', 'channel', 'تلویزیون_نمونه', 'UCsampleFarsi00000000004'],
  ['tiktok', 'account', 'sample.state.tv', '6900000000000000001'],
  ['tiktok', 'account', 'old_sample_desk', '6900000000000000002'],
  ['tiktok', 'account', 'reused_sample', '6900000000000000003'],
  ['linkedin', 'page', 'company/sample-state-media', 'company:5300001'],
  ['linkedin', 'account', 'old-sample-minister', 'ACoAASampleMinister0000000000000000002'],
  ['linkedin', 'account', 'وزیر-نمونه'],
  ['telegram', 'channel', 'sample_channel', '-1000000123456'],
  ['telegram', 'channel', 'old_sample_channel', '-1000000123457'],
  ['telegram', 'channel', 'reused_sample', '-1000000123458'],
  ['bluesky', 'account', 'sample.bsky.social', 'did:plc:sampleaaaaaaaaaaaaaaaaaa'],
  ['bluesky', 'account', 'old-sample.bsky.social', 'did:plc:samplebbbbbbbbbbbbbbbbbb'],
  ['bluesky', 'account', 'reused-sample.bsky.social', 'did:plc:samplecccccccccccccccccc'],
  ['mastodon', 'account', 'sample@social.example'],
  ['mastodon', 'account', 'sample_desk@mastodon.social'],
  ['reddit', 'account', 'sample_user', 't2_sample1'],
  ['reddit', 'account', 'reused_sample', 't2_sample3'],
  ['reddit', 'group', 'r/sample'],
  ['vk', 'page', 'sample_page', '-530001'],
  ['vk', 'page', 'old_sample_desk', '-530002'],
  ['vk', 'account', 'sample_official', '530003'],
  ['web', 'domain', 'sample-state.example'],
  ['web', 'domain', 'sample-agency.example'],
];

/** What the tests of the sample sites, and nobody else, run with. */
export function sampleList(): Watchlist {
  const seed = JSON.parse(
    readFileSync(new URL('../../data/seed-documents.json', import.meta.url), 'utf8'),
  ) as Watchlist;
  return {
    ...seed,
    sources: [
      ...seed.sources,
      {
        id: 's-sample',
        title: 'Report that does not exist',
        publisher: 'Sample Institute',
        stake: { en: 'None: it does not exist.' },
        date: '2026-01-01',
        lang: 'en',
        kind: 'research-report',
      },
    ],
    entities: [
      ...seed.entities,
      { id: 'e-sample', type: 'outlet', label: { en: 'Sample State Media', fa: 'رسانهٔ دولتی نمونه' } },
    ],
    identifiers: [...seed.identifiers, ...rows.map(identifier)],
    claims: [
      ...seed.claims,
      {
        id: 'c-sample',
        about: ['e-sample'],
        assertion: { en: 'Sample Institute says that this outlet, which does not exist, belongs to a state.' },
        source: 's-sample',
        locator: { page: '1' },
        basis: 'named-research',
        confidence: 80,
        status: 'confirmed',
        date: '2026-01-01',
      },
    ],
  };
}

function identifier([platform, kind, value, stableId]: Row, at: number): Identifier {
  return {
    id: `sample-${at}`,
    entity: 'e-sample',
    platform,
    kind,
    value,
    ...(stableId !== undefined && { stable_id: stableId }),
    rule: 'exact',
    origin: 'in-document',
    certainty: 'high',
  };
}
