import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bundleKeyIn, listsIn } from '../../src/publisher/list/bundle-data.ts';
import { bundledFiles } from '../../src/publisher/list/sign-bundled.ts';

/** What the build wrote. `npm test` builds first. */
/** What the background brings into pages. */
const BROUGHT_IN = ['card.js', 'open-networks.js', 'open-web.js', 'visits.js'];
const DIRS = { chrome: resolve('.output/chrome-mv3'), firefox: resolve('.output/firefox-mv3') } as const;

interface Manifest {
  permissions: string[];
  host_permissions: string[];
  omnibox: { keyword: string };
  commands: Record<string, { suggested_key: { default: string; mac: string }; description: string }>;
  side_panel?: { default_path: string };
  sidebar_action?: { default_panel: string; open_at_install?: boolean };
  content_security_policy: { extension_pages: string };
  web_accessible_resources?: unknown;
  externally_connectable?: { ids: string[] };
  content_scripts: { world?: string; all_frames?: boolean; js: string[]; css?: string[] }[];
  browser_specific_settings?: { gecko: { id: string; data_collection_permissions: { required: string[] } } };
}

describe.each(Object.entries(DIRS))('the package for %s', (browser, dir) => {
  const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as Manifest;
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(dir, file)).isFile(),
  );

  it('asks for what docs/permissions.md explains, and nothing else', () => {
    expect(manifest.permissions.toSorted()).toEqual([
      'activeTab',
      'alarms',
      'contextMenus',
      'scripting',
      ...(browser === 'chrome' ? ['sidePanel'] : []),
      'storage',
      'unlimitedStorage',
    ]);
    const doc = readFileSync('docs/permissions.md', 'utf8');
    expect(manifest.permissions.filter((permission) => !doc.includes(`\`${permission}\``))).toEqual([]);
    expect(manifest.host_permissions.toSorted()).toMatchSnapshot();
  });

  it('stands beside the page where the reader puts it, and never by itself', () => {
    if (browser === 'chrome') expect(manifest.side_panel).toEqual({ default_path: 'sidepanel.html' });
    else {
      const { default_panel, open_at_install } = manifest.sidebar_action ?? {};
      expect({ default_panel, open_at_install }).toEqual({ default_panel: 'sidepanel.html', open_at_install: false });
    }
  });

  it('suggests four keys, no more than browsers take, each explained in the reader’s language', () => {
    const keys = Object.entries(manifest.commands).map(([name, { suggested_key: key, description }]) => {
      expect(description).toMatch(/^__MSG_command\w+__$/);
      return `${name} ${key.default} ${key.mac}`;
    });
    expect(keys).toEqual([
      'toggle-everything Alt+Shift+K MacCtrl+Shift+K',
      'toggle-site Alt+Shift+H MacCtrl+Shift+H',
      'next-mark Alt+Shift+Period MacCtrl+Shift+Period',
      'previous-mark Alt+Shift+Comma MacCtrl+Shift+Comma',
    ]);
  });

  it('answers in the address bar, behind its own name', () => {
    expect(manifest.omnibox).toEqual({ keyword: 'statemark' });
  });

  it('lets extension pages load nothing but themselves', () => {
    expect(manifest.content_security_policy.extension_pages).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });

  it('gives pages nothing to find it by', () => {
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.content_scripts.filter(({ world, css }) => world !== undefined || css !== undefined)).toEqual([]);
    if (browser === 'chrome') expect(manifest.externally_connectable).toEqual({ ids: [] });
    else expect(manifest.browser_specific_settings?.gecko.data_collection_permissions.required).toEqual(['none']);
  });

  it('carries every list of data/, signed, and the same bytes each time', async () => {
    const wanted = await bundledFiles(listsIn('data'), bundleKeyIn('data'));
    const shipped = files.filter((file) => file.startsWith('lists/'));
    expect(shipped.sort()).toEqual([...wanted.keys()].sort());
    for (const [file, content] of wanted) {
      expect.soft(readFileSync(join(dir, file)).equals(Buffer.from(content)), file).toBe(true);
    }
    const index = JSON.parse(readFileSync(join(dir, 'lists/index.json'), 'utf8')) as { id: string }[];
    expect(index.map(({ id }) => id)).toContain('seed-documents');
  });

  it('cannot stop in the middle of an update, as builds for tests can', () => {
    expect(readFileSync(join(dir, 'background.js'), 'utf8')).not.toContain('killAt');
  });

  it('has no script made from text, and no markup made from text but the ones that frameworks keep unused', () => {
    for (const file of files.filter((name) => name.endsWith('.js'))) {
      const code = readFileSync(join(dir, file), 'utf8');
      expect.soft(code.match(/\beval\(|new Function\(|document\.write\(|insertAdjacentHTML/g), file).toBeNull();
    }
    const inPages = files.filter((name) => name.startsWith('content-scripts/') || BROUGHT_IN.includes(name));
    expect(inPages.length).toBeGreaterThan(1);
    for (const file of inPages) {
      expect.soft(readFileSync(join(dir, file), 'utf8').match(/innerHTML|outerHTML/g), file).toBeNull();
    }
  });

  it('keeps every content script within 20 kB, gzipped, in letters that every browser takes for text', () => {
    const scripts = [...manifest.content_scripts.flatMap(({ js }) => js), ...BROUGHT_IN];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(readFileSync(join(dir, script), 'utf8'), script).toMatch(/^\p{ASCII}+$/u);
    const large = scripts.filter((script) => gzipSync(readFileSync(join(dir, script)), { level: 9 }).length > 20_000);
    expect(large).toEqual([]);
  });
});
