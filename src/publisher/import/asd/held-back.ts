import type { MatrixRow } from './rows.ts';

/** What is left out by hand, each with the reason. Rows and names that the matrix has wrong would mark strangers. */

type Part = 'row' | 'site';

const ANOTHER = 'the row carries the accounts or the site of somebody else';
const PORTAL = 'the address is a portal of more than this outlet';
const DOUBLED = 'the outlet stands in another row under its own company';
const RIVAL = 'two rival authorities claim the outlet and the matrix gives both one address';
const MOVEMENT = 'the outlet is a movement’s, not the state’s that the row names';

/** By country and asset. */
const ROWS: ReadonlyMap<string, readonly [part: Part, reason: string]> = new Map([
  ['Azerbaijan / CBC', ['row', `${ANOTHER}: an oil school and an oil company`]],
  ['Egypt / Dar Al Hilal Publishing House (Al Hilal)', ['row', `${ANOTHER}: a Saudi football club`]],
  ['Russia / Strana.news', ['row', `${ANOTHER}: an outlet of Ukraine that stands under Russia`]],
  ['Russia / Strana.today', ['row', `${ANOTHER}: an outlet of Ukraine that stands under Russia`]],
  ['Russia / Vesti (UK edition)', ['row', 'the asset and its company do not fit together']],
  ['Russia / Diario Octubre', ['row', 'a site in Spain whose tie to the state only this row asserts']],
  ['Lebanon / Al-Manar', ['row', MOVEMENT]],
  ['Palestine territories / Al-Aqsa TV', ['row', MOVEMENT]],
  ['Palestine territories / Felestin', ['row', MOVEMENT]],
  ['Nicaragua / Canal 15 Nicaraguense', ['row', `${ANOTHER}: an outlet in exile that was confiscated at home`]],
  ['Yemen / Yemen TV (Control of the Houthi Supreme Political Council)', ['row', RIVAL]],
  ['Yemen / Yemen TV (Control by the Presidential Leadership Council UN-recognized)', ['row', RIVAL]],
  ['Venezuela / PDVSA TV', ['row', `${ANOTHER}: the oil company`]],
  ['Venezuela / El Circuito Radial PDVSA', ['row', `${ANOTHER}: the oil company`]],
  ['North Korea / Korean Central Television (KCTV)', ['site', `${ANOTHER}: an archive kept by observers abroad`]],
  ['Ethiopia / Dire TV', ['site', `${ANOTHER}: a private video site`]],
  ['Ethiopia / Tigray Mass Media Agency', ['site', `${ANOTHER}: a site of the diaspora`]],
  ['Eritrea / TesfaNews', ['site', 'a private site whose tie to the state only this row asserts']],
  ['Eritrea / Dimtsi Hafash Eritrea', ['site', `${ANOTHER}: a portal that carries several outlets`]],
  ['Eritrea / Eri TV', ['site', `${ANOTHER}: a portal that carries several outlets`]],
  ['China / China Today', ['site', `${ANOTHER}: a private guide to China`]],
  ['Morocco / Al Yaoum Al Maghribi', ['site', 'the address does not fit the outlet']],
  ['Ghana / Radio Ghana', ['site', 'the address does not fit the outlet']],
  ['El Salvador / Diario El Salvador', ['site', `${ANOTHER}: the official gazette`]],
  ['China / Online: China Internet News Center', ['row', DOUBLED]],
  ['Qatar / Qatar News Agency', ['row', DOUBLED]],
  ['Bahrain / Bahrain TV', ['site', `${ANOTHER}: the news agency`]],
  ['Bahrain / Radio Bahrain', ['site', `${ANOTHER}: the news agency`]],
  ['North Korea / Rodongja Sinmun', ['row', DOUBLED]],
]);

/** Links, as the grammar of addresses reads them: host, or network and name in lower case. */
const LINKS: ReadonlyMap<string, string> = new Map([
  ['x:rt_pressoffice_', 'the name reads as an imitation of another account'],
  ['x:rt_araby', 'the name is not known as the outlet’s'],
  ['x:vietnamtv', 'the name is not known as the outlet’s'],
  ['instagram:saudia.sa', 'the name reads as an airline’s'],
  ['instagram:uriminzok2017', 'the name is not known as the outlet’s'],
  ['facebook:991fm', 'a radio frequency: the name of many stations'],
  ['3g.china.com', `${ANOTHER}: a commercial portal`],
  ['news.china.com', `${ANOTHER}: a commercial portal`],
  ['presstv.com', 'a domain that the outlet may have lost'],
  ['alwehda.gov.sy', PORTAL],
  ['ww.ukrinform.net', 'the address is misspelled'],
  ...(
    'media.gov.kw lagosstate.gov.ng plateaustate.gov.ng tarabastate.gov.ng moi.gov.mm asamblea.gob.sv ' +
    'congreso.gob.gt guatemala.gob.gt congresonacional.hn ffaa.mil.hn ministerecommunication.gov.dz rada.gov.ua ' +
    'gcis.gov.za prasarbharati.gov.in metbugat.gov.tm tdm.com.mo'
  )
    .split(' ')
    .map((host) => [host, PORTAL] as const),
]);

/** Outlets of an authority other than the state that the matrix files them under: shown without a state. */
const OF_ANOTHER_AUTHORITY: ReadonlySet<string> = new Set([
  'Bayrak Radio and Television Corporation (BRTK)',
  'TAK-Cyprus',
  'Radio Hargeysa',
  'Somaliland National Television (SLNTV)',
]);

/** Why this part of a row is left out, if it is. */
export function heldBackRow({ country, company, asset }: MatrixRow, part: Part): string | undefined {
  // It stands a second time under a company that it does not belong to.
  if (asset === 'Economic Daily' && company !== asset) return DOUBLED;
  const [held, reason] = ROWS.get(`${country} / ${asset}`) ?? [];
  return held === 'row' || held === part ? reason : undefined;
}

export function heldBackLink(name: string): string | undefined {
  return LINKS.get(name.toLowerCase());
}

export function isOfAnotherAuthority(company: string): boolean {
  return OF_ANOTHER_AUTHORITY.has(company);
}
