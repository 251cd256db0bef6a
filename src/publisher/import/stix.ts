import { ImportError, type Importer, type ImportOptions } from './importer.ts';
import { readHead, readJsonFile } from './rows/head.ts';
import { type RowSource, rowsToList } from './rows/rows-to-list.ts';
import type { Field } from './rows/table-row.ts';
import { StixGraph, type StixObject } from './stix-graph.ts';

/**
 * STIX 2.1 bundles: `user-account`, `domain-name` and `url` objects become identifiers of the identity, threat
 * actor, intrusion set or campaign that relationships tie them to. A row's source is the first external
 * reference (its own, the relationship's, the actor's) that the head file knows by address or title, its place
 * the reference's `external_id`; or else the bundle itself, where the head file's claim names it as the source,
 * with the object's id as the place and the reference as evidence. Without a reference nothing is taken.
 */
export const stix: Importer = {
  name: 'stix',
  describe: 'a STIX 2.1 bundle (.json): user-account, domain-name and url, with external references',
  run: (options) => {
    const head = readHead(options.head);
    const known = new Map<string, string>();
    for (const { id, url, archive, title } of head.sources) {
      for (const name of [url, archive, title]) if (typeof name === 'string') known.set(name, String(id));
    }
    return rowsToList(rows(options, known), head, options, USUAL);
  },
};

const USUAL: ReadonlyMap<Field, string> = new Map([['entity_type', 'actor_type']]);

/** What an actor of a type is in a list, where the head file does not say otherwise. */
const ACTORS = new Map([
  ['threat-actor', 'operation'],
  ['intrusion-set', 'operation'],
  ['campaign', 'campaign'],
]);
const SEEN = new Set(['user-account', 'domain-name', 'url']);

async function* rows({ files }: ImportOptions, known: ReadonlyMap<string, string>): RowSource {
  for (const file of files) {
    const graph = new StixGraph(objectsOf(file));
    for (const object of graph.objects) {
      if (!SEEN.has(object.type)) continue;
      const row = object.id;
      if (object.revoked === true) yield { row, fault: 'revoked' };
      else yield rowOf(object, graph, known);
    }
  }
}

function rowOf(object: StixObject, graph: StixGraph, known: ReadonlyMap<string, string>) {
  const row = object.id;
  const { actor, relationship } = graph.actorOf(object);
  if (actor === undefined) return { row, fault: 'no relationship to an identity, threat actor or campaign' };
  const references = [object, relationship, actor].flatMap((one) => (one ? StixGraph.references(one) : []));
  if (references.length === 0) return { row, fault: 'no external reference: nobody says so' };
  const named = references.find(({ url, source_name }) => known.has(url ?? '') || known.has(source_name));
  const columns = new Map(Object.entries(nameOf(object)));
  const put = (name: string, value: string | undefined): void => {
    if (value !== undefined) columns.set(name, value);
  };
  put('entity', actor.name);
  put('actor_type', ACTORS.get(actor.type));
  put('row', object.id);
  if (named) {
    put('source', known.get(named.url ?? '') ?? known.get(named.source_name));
    put('section', named.external_id);
  }
  const evidence = references.find(({ url }) => url?.startsWith('https://'));
  if (named === undefined || named.external_id === undefined) {
    put('evidence_url', evidence?.url);
    put('evidence_title', (evidence ?? references[0])?.source_name);
  }
  return { row, columns };
}

function nameOf(object: StixObject): Record<string, string> {
  if (object.type === 'domain-name') return { platform: 'web', kind: 'domain', value: String(object.value ?? '') };
  if (object.type === 'url') return { url: String(object.value ?? '') };
  const name: Record<string, string> = {};
  if (typeof object.account_type === 'string') name.platform = object.account_type;
  if (typeof object.account_login === 'string') name.value = object.account_login;
  if (typeof object.user_id === 'string') name.stable_id = object.user_id;
  return name;
}

function objectsOf(file: string): unknown[] {
  const raw = readJsonFile(file) as { type?: unknown; objects?: unknown } | null;
  if (raw === null || typeof raw !== 'object' || raw.type !== 'bundle' || !Array.isArray(raw.objects)) {
    throw new ImportError(`${file}: no STIX bundle: its type is not "bundle", or it has no "objects"`);
  }
  return raw.objects as unknown[];
}
