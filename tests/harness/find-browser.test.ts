import { describe, expect, it } from 'vitest';
import { findInstalled, type Machine } from './find-browser.ts';

function machine(platform: NodeJS.Platform, files: string[], env: Machine['env'] = {}): Machine {
  return { platform, env, exists: (path) => files.includes(path) };
}

const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const windows = 'C:\\Program Files\\Mozilla Firefox\\firefox.exe';

describe('finding an installed browser', () => {
  it.each([
    ['a usual folder', 'chrome', machine('linux', ['/usr/bin/google-chrome']), '/usr/bin/google-chrome'],
    [
      'Chromium before Chrome',
      'chrome',
      machine('linux', ['/usr/bin/google-chrome', '/usr/bin/chromium']),
      '/usr/bin/chromium',
    ],
    ['the PATH first', 'firefox', machine('linux', ['/usr/bin/firefox', '/o/firefox'], { PATH: '/o' }), '/o/firefox'],
    ['an application', 'chrome', machine('darwin', [mac]), mac],
    ['a Windows program', 'firefox', machine('win32', [windows], { PROGRAMFILES: 'C:\\Program Files' }), windows],
    [
      'the override before all',
      'chrome',
      machine('linux', ['/usr/bin/chromium', '/mine'], { CHROME_PATH: '/mine' }),
      '/mine',
    ],
    ['nothing', 'firefox', machine('linux', ['/usr/bin/chromium']), undefined],
  ] as const)('%s', (_name, kind, where, expected) => {
    expect(findInstalled(kind, where)).toBe(expected);
  });

  it('does not go on silently when the override is wrong', () => {
    const where = machine('linux', ['/usr/bin/firefox'], { FIREFOX_PATH: '/gone' });
    expect(() => findInstalled('firefox', where)).toThrow('FIREFOX_PATH is set to /gone');
  });
});
