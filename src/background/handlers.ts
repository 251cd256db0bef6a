import type { FromExtension, FromPage } from '../messages.ts';
import { readSettings, writeSettings } from '../settings.ts';
import { showOff } from './badge.ts';
import { controlHandlers } from './control-handlers.ts';
import { evidenceHandlers } from './evidence-handlers.ts';
import { readGuard } from './guard-name.ts';
import type { Change, HandlersOf, World } from './handling.ts';
import { queue } from './in-turn.ts';
import { listHandlers } from './list-handlers.ts';
import { LookAlikes } from './look-alikes.ts';
import { muteHandlers } from './mute-handlers.ts';
import { pageHandlers } from './page-handlers.ts';
import { turnOffSite, turnOnSite } from './sites.ts';
import { eraseStatistics } from './statistics.ts';
import { tabReport } from './tab-report.ts';
import { recount } from './tabs.ts';
import { removeUnderlines } from './underline.ts';

/** What is done for every message; who may send which, and in what form, is decided before (answer.ts). */
export function createHandlers(world: World): HandlersOf<FromPage & FromExtension> {
  const inTurn = queue();
  const lookAlikes = new LookAlikes();
  const change: Change = (make) =>
    inTurn(async () => {
      const patch = await make(await readSettings());
      const now = await writeSettings(patch);
      if (patch.markStyle === 'clean') await removeUnderlines();
      if (patch.enabled !== undefined) await showOff(now);
      if (patch.muted || patch.mutedEntities || patch.filters) await recount(now, await world.lists());
      return undefined;
    });
  return {
    ...pageHandlers(world, lookAlikes),
    ...muteHandlers(world, change),
    ...listHandlers(world.library, change),
    ...evidenceHandlers(world),
    ...controlHandlers(world, change),
    async tabReport({ tab }) {
      return tabReport(tab, world.lists(), readSettings(), lookAlikes);
    },
    eraseStatistics,
    async guard({ name }) {
      // On the same queue as all changes, so that two at once do not undo one another.
      return inTurn(async () => {
        const { guarded } = await readSettings();
        const read = readGuard(name, guarded);
        if ('added' in read) await writeSettings({ guarded: [...guarded, read.added] });
        return read;
      });
    },
    async turnSite({ host, on }) {
      // On: the script first, so that a site never counts as read before it is. Off: the switch first.
      if (on) await turnOnSite(host);
      await change(({ sitesOn, sitesOff }) => {
        const others = sitesOn.filter((other) => other !== host);
        // By its key it may have been switched off while it was on here.
        return { sitesOn: on ? [...others, host] : others, sitesOff: sitesOff.filter((other) => other !== host) };
      });
      if (!on) await turnOffSite(host);
      return undefined;
    },
    setSettings(patch) {
      return change(() => patch);
    },
  };
}
