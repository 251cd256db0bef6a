/**
 * How often names that nobody chose in order to resemble anything resemble a listed account all the same:
 * `node tests/look-alike-alarms.ts LIST.json… -- NAMES.txt…`, names a line each. Every name is tried on every
 * network on which an account is listed. Prints alarms for each 10 000 names, by rule and by network.
 */
import { readFileSync } from 'node:fs';
import { accountKey, seenKind } from '../src/core/key.ts';
import type { Watchlist } from '../src/core/list-schema.ts';
import { type LookAlike, LookAlikeIndex } from '../src/core/look-alike.ts';
import { knownAccounts } from '../src/core/look-alike-known.ts';
import { PLATFORMS, type PlatformId } from '../src/core/names.ts';

const args = process.argv.slice(2);
const parting = args.indexOf('--');
const lists = args.slice(0, parting).map((file) => JSON.parse(readFileSync(file, 'utf8')) as Watchlist);
const names = args.slice(parting + 1).flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean));

const { known, own } = knownAccounts({ active: lists, off: [] }, [], () => true);
const index = new LookAlikeIndex(known, own);
const listed = new Set(
  lists.flatMap((list) =>
    list.identifiers.filter((row) => seenKind(row.kind) === 'account').map((row) => row.platform),
  ),
);
const rules = new Map<string, number>();
const networks = new Map<string, number>();
const shown: string[] = [];
let alarms = 0;
const start = performance.now();
for (const platform of PLATFORMS.filter((id) => listed.has(id))) for (const name of names) alarm(platform, name);
const took = performance.now() - start;

function alarm(platform: PlatformId, name: string): void {
  const found = index.find(accountKey(platform, name));
  if (found === undefined) return;
  alarms++;
  networks.set(platform, (networks.get(platform) ?? 0) + 1);
  const rule = rulesOf(found);
  rules.set(rule, (rules.get(rule) ?? 0) + 1);
  shown.push(`${platform} @${name} resembles @${found.of.name}: ${rule}`);
}

function rulesOf({ tricks }: LookAlike): string {
  return [...new Set(tricks.map(({ kind }) => kind))].sort().join(' + ');
}

const each = (count: number): string => ((count * 10_000) / names.length).toFixed(2);
console.log(shown.slice(0, 200).join('\n'));
console.log(
  `${names.length} names, ${known.length} accounts, ${listed.size} networks, ${((took * 1000) / names.length / listed.size).toFixed(2)} µs a name`,
);
console.log(`alarms for 10 000 names, all networks: ${each(alarms)}; a network: ${each(alarms / listed.size)}`);
for (const [network, count] of networks) console.log(`  on ${network}: ${each(count)}`);
for (const [rule, count] of rules) console.log(`  by ${rule}: ${each(count / listed.size)} a network`);
