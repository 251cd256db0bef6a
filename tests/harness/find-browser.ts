import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';
import type { Browser as InstallableBrowser } from '@puppeteer/browsers';
import type { BrowserKind } from './session.ts';

/** What finding depends on, so that tests can describe another machine. */
export type Machine = {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  exists: (path: string) => boolean;
};

const overrides = { chrome: 'CHROME_PATH', firefox: 'FIREFOX_PATH' } as const;
const programs = {
  chrome: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'],
  firefox: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
} as const;
const macApplications = {
  chrome: ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome'],
  firefox: ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'],
} as const;
const windowsPrograms = {
  chrome: ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe'],
  firefox: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
} as const;
const windowsRoots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
const usualFolders = ['/usr/bin', '/usr/local/bin', '/opt/firefox', '/snap/bin'];

/** The path of an installed browser, or undefined. Throws when the override names a missing file. */
export function findInstalled(kind: BrowserKind, machine: Machine = thisMachine()): string | undefined {
  const variable = overrides[kind];
  const override = machine.env[variable];
  if (override) {
    if (machine.exists(override)) return override;
    throw new Error(`${variable} is set to ${override}, but there is no such file.`);
  }
  return usualPlaces(kind, machine).find(machine.exists);
}

/** Where such a browser usually is on that machine, best first. */
export function usualPlaces(kind: BrowserKind, { platform, env }: Machine): string[] {
  if (platform === 'win32') {
    const roots = windowsRoots.map((name) => env[name]).filter((root) => root !== undefined);
    return windowsPrograms[kind].flatMap((path) => roots.map((root) => win32.join(root, path)));
  }
  const { PATH = '', HOME } = env;
  const onPath = PATH.split(':').filter(Boolean);
  const folders = [...new Set([...onPath, ...usualFolders])];
  const commands = programs[kind].flatMap((name) => folders.map((dir) => posix.join(dir, name)));
  if (platform !== 'darwin') return commands;
  const homes = ['/Applications', ...(HOME ? [posix.join(HOME, 'Applications')] : [])];
  const applications = macApplications[kind].flatMap((app) => homes.map((dir) => posix.join(dir, app)));
  return [...applications, ...commands];
}

/** An installed browser, else one downloaded into the user's cache. */
export async function browserPath(kind: BrowserKind): Promise<string> {
  const installed = findInstalled(kind);
  if (installed) return installed;
  try {
    return await download(kind);
  } catch (error) {
    const name = kind === 'chrome' ? 'Chromium or Chrome' : 'Firefox';
    throw new Error(
      `No ${name} was found and none could be downloaded (${(error as Error).message}). ` +
        `Install one (Debian: apt-get install ${kind === 'chrome' ? 'chromium' : 'firefox-esr'}), ` +
        `or set ${overrides[kind]} to the program's path.`,
    );
  }
}

async function download(kind: BrowserKind): Promise<string> {
  const tools = await import('@puppeteer/browsers');
  const platform = tools.detectBrowserPlatform();
  if (!platform) throw new Error(`no download for ${process.platform} ${process.arch}`);
  const browser = kind as InstallableBrowser;
  const buildId = await tools.resolveBuildId(browser, platform, 'stable');
  const cacheDir = posix.join(homedir(), '.cache', 'puppeteer');
  console.log(`No ${kind} found: downloading ${buildId} to ${cacheDir} …`);
  const done = await tools.install({ browser, buildId, cacheDir, platform });
  return done.executablePath;
}

function thisMachine(): Machine {
  return { platform: process.platform, env: process.env, exists: existsSync };
}
