import { browser, type Runtime } from '../browser.ts';
import type { IdentifierRef, MuteMessages } from '../messages.ts';
import { isMutedBy, type Muted, type MutedEntity } from '../settings.ts';
import type { Change, HandlersOf, World } from './handling.ts';
import { hasMatch } from './tabs.ts';

/** In `storage.session`, so that the way back outlives the worker. */
const LAST = 'lastMute';

/** What a card muted last: that alone can be taken back from a page, and from the same tab alone. */
interface LastMute {
  tab: number;
  muted?: Muted;
  entity?: MutedEntity;
}

/** Muting from a page, where the reader presses it in a card. */
export function muteHandlers(world: World, change: Change): HandlersOf<MuteMessages> {
  return {
    async mute(asked, sender) {
      const tab = await showing(sender, asked, 'mute');
      return change(async (now) => {
        if (isMutedBy(now, asked.list, asked.identifier)) return {};
        const row: Muted = { ...asked, since: world.today() };
        await remember({ tab, muted: row });
        return { muted: [...now.muted, row] };
      });
    },
    async muteEntity(asked, sender) {
      const tab = await showing(sender, asked, 'muteEntity');
      const lists = await world.lists();
      await lists.prepare([asked]);
      const entity = lists.evidence(asked)?.entity.id;
      if (entity === undefined) throw new TypeError('muteEntity: no list has it any more');
      return change(async (now) => {
        if (now.mutedEntities.some((row) => row.list === asked.list && row.entity === entity)) return {};
        const row: MutedEntity = { list: asked.list, entity, since: world.today() };
        await remember({ tab, entity: row });
        return { mutedEntities: [...now.mutedEntities, row] };
      });
    },
    async undoMute(_nothing, { tab }) {
      return change(async ({ muted, mutedEntities }) => {
        const last = (await browser.storage.session.get(LAST))[LAST] as LastMute | undefined;
        if (!last || last.tab !== tab?.id) throw new TypeError('undoMute: this tab has muted nothing');
        await browser.storage.session.remove(LAST);
        return {
          ...(last.muted && { muted: muted.filter((row) => !isSame(row, last.muted)) }),
          ...(last.entity && { mutedEntities: mutedEntities.filter((row) => !isSame(row, last.entity)) }),
        };
      });
    },
  };
}

/** The tab that asks, which may speak only of what it has itself reported. */
export async function showing(sender: Runtime.MessageSender, asked: IdentifierRef, type: string): Promise<number> {
  const tab = sender.tab?.id;
  if (tab === undefined || !(await hasMatch(tab, asked))) throw new TypeError(`${type}: this tab has no such match`);
  return tab;
}

async function remember(last: LastMute): Promise<void> {
  await browser.storage.session.set({ [LAST]: last });
}

function isSame(one: Partial<Muted & MutedEntity>, other: Partial<Muted & MutedEntity> = {}): boolean {
  return one.list === other.list && one.identifier === other.identifier && one.entity === other.entity;
}
