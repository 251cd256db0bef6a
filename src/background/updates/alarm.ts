import { browser } from '../../browser.ts';

export const ALARM = 'update-lists';
/** Browsers fire none sooner than that. */
const LEAST = 60_000;

/**
 * One alarm, for the list that is due first. Firefox forgets alarms when it ends and Chrome when the extension
 * is updated, so it is looked for at each start; one that is there is left alone unless it comes at another
 * time than it should, for one that is made anew at each start never comes.
 * @param due milliseconds since 1970; undefined when no list is ever asked for
 */
export async function armAlarm(due: number | undefined, now: number): Promise<void> {
  const known = await browser.alarms.get(ALARM);
  if (due === undefined) {
    if (known) await browser.alarms.clear(ALARM);
    return;
  }
  const when = Math.max(due, now + LEAST);
  // One that is due any moment is as good as one that is a little late.
  if (known && Math.abs(known.scheduledTime - when) < LEAST) return;
  if (known && known.scheduledTime <= when && known.scheduledTime > now) return;
  await browser.alarms.create(ALARM, { when });
}
