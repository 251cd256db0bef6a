import { spawn } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launch } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { browserPath } from '../harness/find-browser.ts';

/** `npm run dev` as a developer has it, in a copy of the tree: what is changed is built, and the browser has it. */

const root = mkdtempSync(join(tmpdir(), 'statemark-dev-'));
const built = join(root, '.output/chrome-mv3-dev');
const patience = { timeout: 60_000, interval: 200 };
let said = '';
let end: () => Promise<void>;

beforeAll(async () => {
  const passed = new Set(['.git', '.output', '.wxt', 'node_modules', 'out', 'tests'].map((name) => resolve(name)));
  cpSync(resolve('.'), root, { recursive: true, filter: (path) => !passed.has(path) });
  cpSync('tests/harness', join(root, 'tests/harness'), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'junction');
  // No display, as on a machine that only builds: no browser is opened. As from a shell: the test runner's own mode is none of it.
  const { NODE_ENV: _, DISPLAY: __, WAYLAND_DISPLAY: ___, ...env } = process.env;
  const child = spawn(process.execPath, ['tests/harness/dev.ts'], { cwd: root, env });
  const ended = new Promise<void>((done) => child.on('exit', () => done()));
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  end = () => {
    child.kill('SIGKILL');
    return ended;
  };
  await vi.waitFor(() => expect(said).toContain('Change a file'), patience);
});

afterAll(async () => {
  await end();
  rmSync(root, { recursive: true, force: true });
});

describe('npm run dev', () => {
  it('says where the build is where no browser can be opened', () => {
    expect(said).toContain('load .output/chrome-mv3-dev into one yourself');
    expect(said).not.toMatch(/WARN|ERROR/);
  });

  // First: what is built anew loads the extension again, and that closes its pages.
  it('shows a changed page in a browser that has it open', async () => {
    const browser = await launch({
      executablePath: await browserPath('chrome'),
      pipe: true,
      enableExtensions: true,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    try {
      const id = await browser.installExtension(built);
      const page = await vi.waitFor(async () => {
        const opened = await browser.newPage();
        await opened.goto(`chrome-extension://${id}/options.html`);
        await opened.waitForSelector('h1');
        return opened;
      }, patience);
      const state = () => page.evaluate(() => document.documentElement.dataset.changed).catch(() => undefined);
      expect(await state()).toBeUndefined();
      appendFileSync(
        join(root, 'entrypoints/options/main.tsx'),
        "\ndocument.documentElement.dataset['changed'] = 'yes';\n",
      );
      await vi.waitFor(async () => expect(await state()).toBe('yes'), patience);
    } finally {
      await browser.close();
    }
  });

  it('builds a script of pages again when it is changed', async () => {
    appendFileSync(join(root, 'src/page/chip.ts'), "\nconsole.log('changed script');\n");
    const script = join(built, 'content-scripts/x.js');
    await vi.waitFor(() => expect(readFileSync(script, 'utf8')).toContain('changed script'), patience);
  });
});
