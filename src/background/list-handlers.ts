import * as v from 'valibot';
import { browser } from '../browser.ts';
import { hostPattern } from '../host-pattern.ts';
import type { ListMessages } from '../list-messages.ts';
import { PLATFORMS } from '../platforms/all.ts';
import { type ListChoice, readSettings } from '../settings.ts';
import { rowId } from '../settings-schema.ts';
import { add, forget, type Offered, offeredAt, offeredIn } from './add-list.ts';
import { describedList, listState } from './described-list.ts';
import type { Change, HandlersOf } from './handling.ts';
import { inOrder } from './installed.ts';
import type { Library } from './library.ts';
import { readListAddress } from './updates/list-address.ts';
import { allRecords, recordOf } from './updates/records.ts';

const fingerprint = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const address = v.pipe(v.string(), v.maxLength(2_048));
/** A list in one file: 64 MiB of base64. */
const file = v.pipe(v.string(), v.maxLength(90_000_000));

export const LIST_SCHEMAS = {
  listStates: v.null(),
  turnList: v.strictObject({ id: rowId, on: v.boolean() }),
  orderLists: v.strictObject({ ids: v.pipe(v.array(rowId), v.maxLength(256)) }),
  removeList: v.strictObject({ id: rowId }),
  previewList: v.strictObject({ address }),
  previewFile: v.strictObject({ file }),
  declineList: v.strictObject({ address }),
  addList: v.strictObject({ address, fingerprint }),
  addFile: v.strictObject({ file, fingerprint }),
  updateLists: v.strictObject({ id: v.exactOptional(rowId) }),
  cancelUpdate: v.null(),
  acceptWaiting: v.strictObject({ id: rowId, version: v.pipe(v.number(), v.integer()) }),
} as const;

export function listHandlers(library: Library, change: Change): HandlersOf<ListMessages> {
  const { updater } = library;
  const choose = async (make: (now: ListChoice[]) => ListChoice[]): Promise<undefined> => {
    const installed = await library.installed();
    await change(({ lists }) => {
      const now = inOrder(installed, lists).map((one) => ({ id: one.id, on: one.on }));
      return { lists: make(now) };
    });
    await library.changed();
    return undefined;
  };
  const adding = async (offered: Offered, confirmed: string): Promise<ListMessages['addList']['reply']> => {
    if (!offered.ok) return offered;
    const added = await add(library, offered, confirmed);
    if (!added.ok) return added;
    const wanted = offered.offer.manifest.list;
    await choose((now) => now.map((one) => (one.id === wanted ? { ...one, on: true } : one)));
    return { ok: true };
  };
  const previewed = (offered: Offered): ListMessages['previewList']['reply'] => {
    if (!offered.ok) return offered;
    const { offer, address } = offered;
    return { ok: true, preview: describedList(offer.manifest, offer.key.fingerprint, address) };
  };
  return {
    async listStates() {
      return (await library.installed()).map(listState);
    },
    async turnList({ id: wanted, on }) {
      return choose((now) => {
        if (!now.some((one) => one.id === wanted)) throw new TypeError('turnList: no such list');
        return now.map((one) => (one.id === wanted ? { ...one, on } : one));
      });
    },
    async orderLists({ ids }) {
      const place = new Map(ids.map((one, i) => [one, i]));
      return choose((now) => now.toSorted((a, b) => (place.get(a.id) ?? ids.length) - (place.get(b.id) ?? ids.length)));
    },
    async removeList({ id: wanted }) {
      await remove(library, wanted);
      return choose((now) => now);
    },
    async previewList(asked) {
      return previewed(await offeredAt(library, asked.address));
    },
    async previewFile(given) {
      return previewed(await offeredIn(given.file));
    },
    async declineList(asked) {
      const known = readListAddress(asked.address);
      if (known) await giveBack(known.url);
      return undefined;
    },
    async addList(asked) {
      return adding(await offeredAt(library, asked.address), asked.fingerprint);
    },
    async addFile(given) {
      return adding(await offeredIn(given.file), given.fingerprint);
    },
    async updateLists({ id: wanted }) {
      if (wanted === undefined) await updater.updateAll();
      else await updater.update(wanted);
      return undefined;
    },
    async cancelUpdate() {
      updater.cancel();
      return undefined;
    },
    async acceptWaiting({ id: wanted, version }) {
      const waiting = (await recordOf(wanted))?.waiting;
      if (waiting?.version !== version) throw new TypeError('acceptWaiting: no such version waits');
      await updater.update(wanted, { jws: waiting.jws, agreed: true });
      return undefined;
    },
  };
}

/** With it goes the permission for its host, unless something else needs it. */
async function remove(library: Library, id: string): Promise<void> {
  const installed = await library.installed();
  if (installed.find((one) => one.id === id)?.bundled) throw new TypeError('removeList: it came with the extension');
  const known = await recordOf(id);
  if (known === undefined) throw new TypeError('removeList: no such list');
  library.updater.cancel();
  await forget(library, id);
  await library.updater.arm();
  if (known.address !== undefined) await giveBack(known.address);
}

async function giveBack(address: string): Promise<void> {
  const { hostname } = new URL(address);
  const pattern = hostPattern(hostname);
  const others = await allRecords();
  const { sitesOn } = await readSettings();
  const isNeeded =
    sitesOn.includes(hostname) ||
    others.some((other) => other.address !== undefined && new URL(other.address).hostname === hostname) ||
    PLATFORMS.some(({ matches }) => matches.includes(pattern));
  // What the manifest itself asks for cannot be given back.
  if (!isNeeded) await browser.permissions.remove({ origins: [pattern] }).catch(() => false);
}
