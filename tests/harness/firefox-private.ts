import type { Browser } from 'puppeteer-core';

/** What the driver's own connection can do, of which its types tell nothing. */
interface Connected {
  connection: { send(method: string, params: object): Promise<{ result: Record<string, unknown> }> };
}

/** Evaluated in the browser's own window, as the switch "Run in Private Windows" does it. */
const ALLOW = `(async () => {
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  await ExtensionPermissions.add(ADD_ON, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
  await (await AddonManager.getAddonByID(ADD_ON)).reload();
  return WebExtensionPolicy.getByID(ADD_ON).privateBrowsingAllowed;
})()`;

/** Allows an add-on in private windows; neither the installation nor any page can ask for it. */
export async function allowInPrivate(browser: Browser, id: string): Promise<void> {
  const { connection } = browser as unknown as Connected;
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [own] = tree.result.contexts as { context: string }[];
  const answer = await connection.send('script.evaluate', {
    expression: ALLOW.replaceAll('ADD_ON', JSON.stringify(id)),
    target: { context: own?.context },
    awaitPromise: true,
  });
  const { value } = (answer.result.result ?? {}) as { value?: unknown };
  if (value !== true) throw new Error(`Firefox did not allow it in private windows: ${JSON.stringify(answer.result)}`);
}
