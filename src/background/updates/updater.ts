import type { Manifest } from '../../core/compiled/manifest.ts';
import { armAlarm } from './alarm.ts';
import { openOffer } from './ask-manifest.ts';
import { cancelled, failure } from './failure.ts';
import { manifestOn, mayAsk, mirrorsOf } from './hosts.ts';
import { keepAwake } from './keep-awake.ts';
import { killPoints } from './kill-points.ts';
import { alone } from './lock.ts';
import { fromHosts, type ObjectSource } from './object-source.ts';
import { endProgress } from './progress.ts';
import { recordOutcome } from './record-outcome.ts';
import { allRecords, changeRecord, type ListRecord, recordOf, removeRecord } from './records.ts';
import { afterAnother } from './schedule.ts';
import { type Update, type Updated, updateList } from './update-list.ts';
import type { UpdateWorld } from './update-world.ts';

/** What the updater needs of the world and of the rest of the background. */
export interface UpdaterWorld extends Omit<UpdateWorld, 'at'> {
  /** The package's own copy of a list, where there is one. */
  bundled(id: string): Promise<Manifest | undefined>;
  /** Another version is in use: what was made of the old one is void. */
  changed(): Promise<void>;
}

/** How an update differs from a plain check. */
export type Given = Partial<Pick<Update, 'jws' | 'agreed'>> & { source?: ObjectSource };

/** How long an attempt that was cut off keeps the next from beginning: a crash must not hammer on a host. */
const CUT_OFF = 15 * 60_000;

/** Updates lists one at a time: when they are due, or when the reader asks. */
export class Updater {
  private readonly world: UpdaterWorld;
  private cancelling = new AbortController();
  /** At its start a worker looks for itself, and the alarm that woke it asks for the same. */
  private due: Promise<void> | undefined;

  constructor(world: UpdaterWorld) {
    this.world = world;
  }

  /** Ends what is under way and whatever waits for its turn. */
  cancel(): void {
    this.cancelling.abort();
    this.cancelling = new AbortController();
  }

  /** One list; a failure is told as a value and kept with the list. */
  async update(id: string, given: Given = {}): Promise<Updated> {
    const { signal } = this.cancelling;
    try {
      return await alone(signal, () => keepAwake(() => this.attempt(id, given, signal)));
    } catch (error) {
      if (signal.aborted) return cancelled();
      throw error;
    }
  }

  /** For the reader: all that have an address, one after the other. */
  async updateAll(): Promise<void> {
    const { signal } = this.cancelling;
    for (const { id, address } of await allRecords()) {
      if (address !== undefined && !signal.aborted) await this.update(id);
    }
  }

  /** The list that has waited longest of those that are due. Others follow minutes later, so that hosts see no pattern. */
  updateDue(): Promise<void> {
    this.due ??= this.oneDue().finally(() => {
      this.due = undefined;
    });
    return this.due;
  }

  private async oneDue(): Promise<void> {
    const { now, random } = this.world;
    const [first, ...others] = (await timed()).filter(({ nextDue }) => nextDue <= now());
    let next = now();
    for (const { id } of others) {
      next = afterAnother(next, random);
      const nextDue = next;
      await changeRecord(id, () => ({ nextDue }));
    }
    if (first) await this.update(first.id);
    await this.arm();
  }

  /** Sets the alarm for the list that is due next. */
  async arm(): Promise<void> {
    const [next] = await timed();
    await armAlarm(next?.nextDue, this.world.now());
  }

  private async attempt(id: string, given: Given, signal: AbortSignal): Promise<Updated> {
    const { now, random } = this.world;
    const record = await recordOf(id);
    if (record === undefined) return failure('wrong-list', `${id} is not installed`);
    if (record.address !== undefined) await changeRecord(id, () => ({ nextDue: now() + CUT_OFF }));
    const at = await killPoints();
    const updated = await this.ask({ ...this.world, at }, record, given, signal);
    const isGivenUp = !updated.ok && neverCame(record) && (await this.world.bundled(id)) === undefined;
    if (isGivenUp) await removeRecord(id);
    else await changeRecord(id, (latest) => recordOutcome(now(), random, latest, updated));
    await at('recorded');
    await endProgress();
    if (updated.ok && updated.changed) await this.world.changed();
    await at('published');
    await this.arm();
    return updated;
  }

  private async ask(world: UpdateWorld, record: ListRecord, given: Given, signal: AbortSignal): Promise<Updated> {
    const { address, held } = record;
    const { source, ...rest } = given;
    const isAsked = given.jws === undefined || source === undefined;
    if (isAsked && address === undefined) return failure('bad-address');
    if (isAsked && address !== undefined && !(await mayAsk(address))) return failure('no-permission', address);
    const bundled = await this.world.bundled(record.id);
    const known = held && (await openOffer(held.jws, held.key));
    const mirrors = known?.ok ? await mirrorsOf(known.manifest, world.random) : [];
    return updateList(world, {
      ...rest,
      record,
      addresses: address === undefined ? [] : [address, ...mirrors.map(manifestOn)],
      source: async (manifest) =>
        source ?? fromHosts(world.fetch, [address ?? '', ...(await mirrorsOf(manifest, world.random))], signal),
      ...(bundled && { bundled }),
      signal,
    });
  }
}

/**
 * A list whose addition was cut off, and which its host does not give any more: the reader never saw it, and
 * could not remove it.
 */
function neverCame({ held, failures, history }: ListRecord): boolean {
  return held === undefined && failures >= TRIES - 1 && history.every(({ outcome }) => outcome === 'refused');
}
const TRIES = 5;

/** Lists that are asked for, the one that is due first in front. */
async function timed(): Promise<(ListRecord & { nextDue: number })[]> {
  const records = await allRecords();
  return records
    .flatMap((record) => (record.nextDue === undefined ? [] : [{ ...record, nextDue: record.nextDue }]))
    .sort((a, b) => a.nextDue - b.nextDue);
}
