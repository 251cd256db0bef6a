/**
 * The WebExtension API in memory: what tests get in place of webextension-polyfill (vitest.config.ts).
 * It does what the browsers do where our code can tell, and records the rest in `fake.calls`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

type Listener = (...args: never[]) => unknown;
type Values = Record<string, unknown>;
interface FakeTab {
  id: number;
  windowId: number;
  active: boolean;
  url?: string;
  incognito?: boolean;
}

const ORIGIN = 'chrome-extension://statemark/';
const events: { clear(): void }[] = [];
const areas: { clear(): void }[] = [];

/** What a test sets up and looks at. `reset()` belongs in beforeEach. */
export const fake = {
  language: 'en',
  tabs: [] as FakeTab[],
  origins: new Set<string>(),
  /** What the reader answers when asked for a permission. */
  grants: true,
  /** Who `runtime.sendMessage` comes from. */
  sender: { id: 'statemark', url: `${ORIGIN}popup.html` } as Values,
  alarms: new Map<string, Values>(),
  /** Content scripts: tab id to the function that gets `tabs.sendMessage`. */
  pages: new Map<number, (message: unknown, frame?: number) => unknown>(),
  /** Every call of a recorded function, oldest first. */
  calls: [] as { name: string; args: unknown[] }[],
  called(name: string): unknown[][] {
    return fake.calls.filter((call) => call.name === name).map((call) => call.args);
  },
  reset(): void {
    for (const part of [...events, ...areas]) part.clear();
    Object.assign(fake, { language: 'en', tabs: [], grants: true, calls: [] });
    fake.sender = { id: 'statemark', url: `${ORIGIN}popup.html` };
    for (const part of [fake.origins, fake.alarms, fake.pages, texts]) part.clear();
  },
};

function event() {
  const listeners = new Set<Listener>();
  const made = {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    hasListener: (listener: Listener) => listeners.has(listener),
    fire: (...args: unknown[]): unknown[] => [...listeners].map((listener) => listener(...(args as never[]))),
    clear: () => listeners.clear(),
  };
  events.push(made);
  return made;
}

function recorded(name: string, answer?: unknown) {
  return async (...args: unknown[]): Promise<unknown> => {
    fake.calls.push({ name, args });
    return answer;
  };
}

const onChanged = event();

function area(name: string) {
  const kept = new Map<string, unknown>();
  areas.push(kept);
  const read = (key: string): Values => (kept.has(key) ? { [key]: structuredClone(kept.get(key)) } : {});
  const change = (rows: [key: string, value: unknown][]): void => {
    const changes: Values = {};
    for (const [key, newValue] of rows) {
      const oldValue = kept.get(key);
      changes[key] = { ...(oldValue !== undefined && { oldValue }), ...(newValue !== undefined && { newValue }) };
      if (newValue === undefined) kept.delete(key);
      else kept.set(key, newValue);
    }
    if (rows.length > 0) onChanged.fire(structuredClone(changes), name);
  };
  return {
    async get(keys: string | string[] | Values | null = null): Promise<Values> {
      const names =
        keys === null
          ? [...kept.keys()]
          : typeof keys === 'string'
            ? [keys]
            : Array.isArray(keys)
              ? keys
              : Object.keys(keys);
      const defaults = typeof keys === 'object' && !Array.isArray(keys) ? keys : {};
      return Object.assign({}, defaults, ...names.map(read));
    },
    set: async (values: Values): Promise<void> => change(Object.entries(structuredClone(values))),
    remove: async (keys: string | string[]): Promise<void> =>
      change([keys].flat().flatMap((key): [string, unknown][] => (kept.has(key) ? [[key, undefined]] : []))),
    clear: async (): Promise<void> => change([...kept.keys()].map((key) => [key, undefined])),
    setAccessLevel: recorded(`storage.${name}.setAccessLevel`),
  };
}

/** As Chrome sends it: what JSON cannot say does not arrive. */
function posted(message: unknown): unknown {
  return message === undefined ? undefined : JSON.parse(JSON.stringify(message));
}

const NOBODY = 'Could not establish connection. Receiving end does not exist.';
const onMessage = event();

async function sendMessage(message: unknown): Promise<unknown> {
  const reply = onMessage.fire(posted(message), fake.sender).find((answer) => answer !== undefined);
  if (reply === undefined) throw new Error(NOBODY);
  return posted(await reply);
}

const texts = new Map<string, Record<string, string>>();

/** Empty where there is no such file. `en-GB` finds `en`, as in the browsers. */
function textsOf(language: string): Record<string, string> {
  const file = resolve(`src/locales/${language.split('-')[0]}.json`);
  const found = texts.get(language) ?? (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});
  texts.set(language, found);
  return found;
}

/** Like the browsers: English where the language has no such text, nothing where English has none. */
function getMessage(key: string, values: string | string[] = []): string {
  if (key === '@@bidi_dir') return ['ar', 'fa'].includes(fake.language) ? 'rtl' : 'ltr';
  const text = textsOf(fake.language)[key] ?? textsOf('en')[key] ?? '';
  return text.replace(/\$(\d)/g, (_, at: string) => [values].flat()[Number(at) - 1] ?? '');
}

export default {
  storage: { local: area('local'), session: area('session'), onChanged },
  runtime: {
    id: 'statemark',
    onMessage,
    onInstalled: event(),
    onStartup: event(),
    sendMessage,
    getURL: (path: string): string => ORIGIN + path.replace(/^\//, ''),
    getManifest: () => ({ manifest_version: 3, name: 'Statemark', version: '0.1.0' }),
    getPlatformInfo: recorded('runtime.getPlatformInfo', { os: 'linux' }),
    openOptionsPage: recorded('runtime.openOptionsPage'),
  },
  i18n: { getMessage, getUILanguage: (): string => fake.language },
  tabs: {
    onUpdated: event(),
    onRemoved: event(),
    onActivated: event(),
    query: async ({ active, windowId }: { active?: boolean; windowId?: number } = {}) =>
      fake.tabs.filter(
        (tab) =>
          (active === undefined || tab.active === active) && (windowId === undefined || tab.windowId === windowId),
      ),
    get: (id: number): Promise<FakeTab> => {
      // As Chrome does, before there is a promise.
      if (id < 0) throw new TypeError('Value must be at least 0.');
      const found = fake.tabs.find((tab) => tab.id === id);
      return found ? Promise.resolve(found) : Promise.reject(new Error(`No tab with id: ${id}.`));
    },
    sendMessage: async (id: number, message: unknown, options?: { frameId?: number }) => {
      const page = fake.pages.get(id);
      if (!page) throw new Error(NOBODY);
      return posted(await page(posted(message), options?.frameId));
    },
    create: recorded('tabs.create'),
    update: recorded('tabs.update'),
  },
  windows: { onRemoved: event(), getCurrent: async () => ({ id: 1 }) },
  sidePanel: { open: recorded('sidePanel.open') },
  contextMenus: {
    onClicked: event(),
    removeAll: recorded('contextMenus.removeAll'),
    create: recorded('contextMenus.create'),
  },
  commands: { onCommand: event(), getAll: async (): Promise<Values[]> => [] },
  omnibox: {
    onInputStarted: event(),
    onInputChanged: event(),
    onInputEntered: event(),
    setDefaultSuggestion: recorded('omnibox.setDefaultSuggestion'),
  },
  permissions: {
    onAdded: event(),
    onRemoved: event(),
    contains: async ({ origins = [] }: { origins?: string[] }) => origins.every((origin) => fake.origins.has(origin)),
    request: async ({ origins = [] }: { origins?: string[] }) => {
      fake.calls.push({ name: 'permissions.request', args: [{ origins }] });
      if (fake.grants) for (const origin of origins) fake.origins.add(origin);
      return fake.grants;
    },
    remove: async ({ origins = [] }: { origins?: string[] }) => origins.some((origin) => fake.origins.delete(origin)),
  },
  action: {
    setBadgeText: recorded('action.setBadgeText'),
    setBadgeBackgroundColor: recorded('action.setBadgeBackgroundColor'),
    setBadgeTextColor: recorded('action.setBadgeTextColor'),
    setTitle: recorded('action.setTitle'),
    getUserSettings: async (): Promise<{ isOnToolbar?: boolean }> => ({ isOnToolbar: true }),
  },
  alarms: {
    onAlarm: event(),
    create: async (name: string, info: Values) =>
      void fake.alarms.set(name, { name, scheduledTime: info.when, ...info }),
    get: async (name: string) => fake.alarms.get(name),
    clear: async (name: string) => fake.alarms.delete(name),
  },
  scripting: {
    insertCSS: recorded('scripting.insertCSS'),
    removeCSS: recorded('scripting.removeCSS'),
    executeScript: recorded('scripting.executeScript', []),
    getRegisteredContentScripts: recorded('scripting.getRegisteredContentScripts', []),
    registerContentScripts: recorded('scripting.registerContentScripts'),
  },
};
