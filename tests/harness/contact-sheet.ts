import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { allHosts } from '../sites/sites.ts';
import { launchBrowser } from './browser.ts';
import { buildExtension } from './build.ts';
import { doing, runCommand, UsageError } from './command.ts';
import { startServer } from './server.ts';
import type { Session } from './session.ts';
import { SHEET_USAGE, type SheetOptions, sheetOptions } from './sheet/options.ts';
import { sheetPage } from './sheet/page.ts';
import { stageStates } from './sheet/stage.ts';
import { takeStore } from './sheet/store.ts';
import { type Picture, takeStates } from './sheet/take.ts';
import { usableBrowser } from './usable-browser.ts';

/** Writes a picture of every state of every page of the extension, and one page that shows them all. */
async function contactSheet({ browser, out, store, only = '' }: SheetOptions): Promise<void> {
  const folder = resolve(out);
  mkdirSync(folder, { recursive: true });
  await usableBrowser(browser);
  const built = await doing('The build', () => buildExtension(browser));
  const staged = await doing('Staging what pages show', () => stageStates(built));
  const wanted = staged.states.filter(({ surface, name }) => `${surface} ${name}`.includes(only));
  if (wanted.length === 0) throw new UsageError(`No state has "${only}" in its name or page.`);
  const shoot = (dark: boolean): Promise<Picture[]> =>
    doing(`Pictures in the ${dark ? 'dark' : 'light'} theme`, () =>
      inBrowser(browser, staged.dir, dark, (session) => takeStates(session, wanted, dark, folder)),
    );
  try {
    if (store) {
      await doing('Pictures for the stores', () =>
        inBrowser(browser, staged.dir, false, (session) => takeStore(session, staged.states, folder)),
      );
      console.log(`Wrote the pictures for the stores to ${folder}`);
      return;
    }
    const all = (await Promise.all([shoot(false), shoot(true)])).flat();
    writeFileSync(join(folder, 'index.html'), sheetPage(browser, all));
    for (const { file, amiss } of all) if (amiss !== undefined) console.log(`${file}: ${amiss}`);
    console.log(`Wrote ${all.length} pictures and index.html to ${folder}`);
  } finally {
    staged.remove();
  }
}

async function inBrowser<T>(
  kind: SheetOptions['browser'],
  extensionDir: string,
  prefersDark: boolean,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const server = await startServer(allHosts());
  try {
    const session = await launchBrowser(kind, { extensionDir, port: server.port, headless: true, prefersDark });
    try {
      return await work(session);
    } finally {
      await session.close();
    }
  } finally {
    await server.close();
  }
}

process.exitCode = await runCommand(SHEET_USAGE, async () => {
  const options = sheetOptions(process.argv.slice(2));
  if (options) await contactSheet(options);
  else console.log(SHEET_USAGE);
});
