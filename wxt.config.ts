import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { UserConfig } from 'vite';
import { defineConfig } from 'wxt';
import { allMatches, PLATFORMS } from './src/platforms/all.ts';
import { bundleKeyIn, listsIn } from './src/publisher/list/bundle-data.ts';
import { bundledFiles } from './src/publisher/list/sign-bundled.ts';
import { preactWithoutMarkup } from './src/publisher/release/preact-without-markup.ts';
import { pressedScripts } from './src/publisher/release/pressed-scripts.ts';
import { shortEntry } from './src/publisher/release/short-entry.ts';

/** A content script a network: each page pays for the one network that it belongs to. */
function writeNetworkScript({ id }: { id: string }): string {
  const dir = resolve('.wxt/networks');
  mkdirSync(dir, { recursive: true });
  const file = resolve(dir, `${id}.content.ts`);
  writeFileSync(
    file,
    `import { defineContentScript } from 'wxt/utils/define-content-script';
import { run } from '../../src/page/run.ts';
import { ${id} } from '../../src/platforms/${id}.ts';

export default defineContentScript({
  matches: [...${id}.matches],
  runAt: 'document_idle',
  main: (ctx) => run(${id}, ctx.signal),
});
`,
  );
  return file;
}

/** The lists of data/ in the form in which every list travels: read through the same checks as any other. */
async function writeLists(browser: string): Promise<{ absoluteSrc: string; relativeDest: string }[]> {
  const dir = resolve(`.wxt/lists-${browser}`);
  rmSync(dir, { recursive: true, force: true });
  const data = resolve('data');
  const files = await bundledFiles(listsIn(data), bundleKeyIn(data));
  return [...files].map(([relativeDest, content]) => {
    const absoluteSrc = resolve(dir, relativeDest);
    mkdirSync(dirname(absoluteSrc), { recursive: true });
    writeFileSync(absoluteSrc, content);
    return { absoluteSrc, relativeDest };
  });
}

/** Keys that no browser, and none of the networks, uses. On a Mac, Option types letters: Control stands for it there. */
const COMMANDS = {
  'toggle-everything': command('K', '__MSG_commandAll__'),
  'toggle-site': command('H', '__MSG_commandSite__'),
  'next-mark': command('Period', '__MSG_commandNext__'),
  'previous-mark': command('Comma', '__MSG_commandPrevious__'),
};

function command(key: string, description: string) {
  return { suggested_key: { default: `Alt+Shift+${key}`, mac: `MacCtrl+Shift+${key}` }, description };
}

/** What our own pages share, as one file: each one more keeps a popup waiting that a reader has asked for. */
function inOneFile(config: UserConfig): void {
  const output = config.build?.rolldownOptions?.output;
  if (output === undefined || Array.isArray(output)) throw new Error('Pages are built otherwise than expected.');
  output.codeSplitting = { groups: [{ name: 'shared', test: (id) => !id.endsWith('/popup.css'), minShareCount: 2 }] };
}

/** For our own pages: no script or style but the package's, and no address but those of lists. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  publicDir: 'src/public',
  modules: ['@wxt-dev/i18n/module'],
  i18n: { localesDir: resolve('src/locales') },
  vite: () => ({
    plugins: [preactWithoutMarkup(), shortEntry()],
    // Only builds for tests can stop in the middle of an update: src/background/updates/kill-points.ts.
    define: { 'import.meta.env.KILL_POINTS': JSON.stringify(process.env.STATEMARK_KILL_POINTS === '1') },
  }),
  dev: { reloadCommand: false },
  manifest: ({ browser, command }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'activeTab', 'alarms', 'unlimitedStorage', 'contextMenus'],
    omnibox: { keyword: 'statemark' },
    commands: COMMANDS,
    host_permissions: allMatches(),
    optional_host_permissions: ['https://*/*'],
    action: { default_title: '__MSG_extensionName__' },
    // While somebody develops, pages get their modules, styles and news of changes from the builder.
    ...(command === 'build' && { content_security_policy: { extension_pages: PAGE_POLICY } }),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              // For good: docs/decisions/0015-firefox-id.md.
              id: '{c535bcc6-9007-4842-8c82-c28ff9e178e3}',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { minimum_chrome_version: '137', externally_connectable: { ids: [] } }),
  }),
  zip: {
    // What a reviewer needs to build the package again, named one by one: nothing that lies about can slip in.
    includeSources: [
      'entrypoints/**',
      'src/**',
      'data/*.{json,md}',
      'data/keys/*.json',
      'docs/store/firefox-build.md',
      '{package,package-lock,tsconfig}.json',
      'tests/harness/ready.mjs',
      'wxt.config.ts',
      'README.md',
      'LICENSE',
    ],
  },
  hooks: {
    'entrypoints:found': (_wxt, infos) => {
      for (const { id, matches } of PLATFORMS) {
        if (matches.length > 0) infos.push({ name: id, inputPath: writeNetworkScript({ id }), type: 'content-script' });
      }
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.every(({ inputPath }) => inputPath.endsWith('.html'))) inOneFile(config);
      const inPages = entrypoints.every(({ type }) => type === 'content-script' || type === 'unlisted-script');
      if (!inPages) return;
      config.plugins ??= [];
      config.plugins.push(pressedScripts());
      config.resolve ??= {};
      config.resolve.alias = {
        'webextension-polyfill': resolve('src/browser-native.ts'),
        'wxt/utils/content-script-context': resolve('src/page/script-context.ts'),
      };
    },
    'build:publicAssets': async (wxt, files) => {
      files.push(...(await writeLists(wxt.config.browser)));
    },
  },
});
