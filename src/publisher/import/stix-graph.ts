export interface StixObject {
  type: string;
  id: string;
  name?: string;
  [member: string]: unknown;
}

export interface StixReference {
  source_name: string;
  url?: string;
  external_id?: string;
}

const ACTORS: ReadonlySet<string> = new Set(['identity', 'threat-actor', 'intrusion-set', 'campaign']);

/** The objects of a bundle by what ties them together. */
export class StixGraph {
  readonly objects: StixObject[];
  private readonly byId: ReadonlyMap<string, StixObject>;
  /** Of an object: its relationships with the object at the other end. */
  private readonly ties = new Map<string, { relationship: StixObject; other: string }[]>();

  constructor(raw: readonly unknown[]) {
    this.objects = raw.filter(isObject);
    this.byId = new Map(this.objects.map((object) => [object.id, object]));
    for (const object of this.objects) {
      if (object.type !== 'relationship' || object.revoked === true) continue;
      const { source_ref: from, target_ref: to } = object;
      if (typeof from !== 'string' || typeof to !== 'string') continue;
      this.tie(from, to, object);
      this.tie(to, from, object);
    }
  }

  /** Whom an object belongs to: by a relationship of its own, or of observed data that holds it. */
  actorOf(object: StixObject): { actor?: StixObject; relationship?: StixObject } {
    const direct = this.actorTiedTo(object.id);
    if (direct.actor) return direct;
    for (const holder of this.holdersOf(object.id)) {
      const found = this.actorTiedTo(holder);
      if (found.actor) return found;
    }
    return {};
  }

  static references(object: StixObject): StixReference[] {
    const rows: unknown[] = Array.isArray(object.external_references) ? object.external_references : [];
    return rows.flatMap((row) => {
      const { source_name: name, url, external_id: id } = (row ?? {}) as Record<string, unknown>;
      if (typeof name !== 'string') return [];
      return {
        source_name: name,
        ...(typeof url === 'string' && { url }),
        ...(typeof id === 'string' && { external_id: id }),
      };
    });
  }

  private actorTiedTo(id: string): { actor?: StixObject; relationship?: StixObject } {
    for (const { relationship, other } of this.ties.get(id) ?? []) {
      const actor = this.byId.get(other);
      if (actor !== undefined && ACTORS.has(actor.type) && actor.revoked !== true) return { actor, relationship };
    }
    return {};
  }

  private holdersOf(id: string): string[] {
    this.holders ??= this.findHolders();
    return this.holders.get(id) ?? [];
  }
  private holders: Map<string, string[]> | undefined;

  private findHolders(): Map<string, string[]> {
    const holders = new Map<string, string[]>();
    for (const { id, type, object_refs: held } of this.objects) {
      if (type !== 'observed-data' || !Array.isArray(held)) continue;
      for (const one of held) {
        if (typeof one === 'string') holders.set(one, [...(holders.get(one) ?? []), id]);
      }
    }
    return holders;
  }

  private tie(from: string, other: string, relationship: StixObject): void {
    const known = this.ties.get(from);
    if (known) known.push({ relationship, other });
    else this.ties.set(from, [{ relationship, other }]);
  }
}

function isObject(raw: unknown): raw is StixObject {
  const object = raw as StixObject | null;
  return (
    typeof object === 'object' && object !== null && typeof object.type === 'string' && typeof object.id === 'string'
  );
}
