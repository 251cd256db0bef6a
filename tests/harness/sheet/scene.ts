/** What a page of the extension is told in place of the browser's answers, so that any state can be looked at. */
export interface Scene {
  /** Of the texts: a file of src/locales. */
  language: string;
  texts: Record<string, string>;
  /** What the background answers, by type of message or `type/entity`; what is not here gets no answer at all. */
  replies: Record<string, unknown>;
  /** `storage.local` */
  stored: Record<string, unknown>;
  /** `storage.session` */
  session: Record<string, unknown>;
  /** Whether the browser grants every host. */
  granted: boolean;
  /** Those that the extension asks for. */
  hosts: string[];
}

/**
 * Stands in for the browser's API in a page: written into a script of its own, so it may use nothing from
 * outside of it. What no scene needs answers with nothing.
 */
function standIn(scene: Scene): void {
  const event = () => ({ addListener() {}, removeListener() {}, hasListener: () => false });
  const nothing = async () => undefined;
  const some = (known: Record<string, unknown>): unknown =>
    new Proxy(known, {
      get: (all, name) => (name in all ? all[String(name)] : String(name).startsWith('on') ? event() : nothing),
    });
  const area = (values: Record<string, unknown>) => ({
    get: async (keys: string | null) => (keys === null ? values : keys in values ? { [keys]: values[keys] } : {}),
    set: nothing,
    remove: nothing,
  });
  const tab = { id: 7, windowId: 1, active: true, incognito: false };
  const api = {
    runtime: some({
      id: 'statemark',
      getURL: (path: string) => `${location.origin}/${path}`,
      getManifest: () => ({
        manifest_version: 3,
        name: 'Statemark',
        version: '0.1.0',
        host_permissions: scene.hosts,
      }),
      getPlatformInfo: async () => ({ os: 'linux' }),
      async sendMessage({ type, data }: { type: string; data: { entity?: string } | null }) {
        // Of an entity there may be an answer of its own.
        const own = `${type}/${data?.entity}`;
        if (own in scene.replies) return scene.replies[own];
        if (type in scene.replies) return scene.replies[type];
        throw new Error('Could not establish connection. Receiving end does not exist.');
      },
    }),
    i18n: {
      getUILanguage: () => scene.language,
      getMessage(key: string, values: string | string[] = []) {
        const text = scene.texts[key] ?? '';
        return text.replace(/\$(\d)/g, (_, at) => [values].flat()[Number(at) - 1] ?? '');
      },
    },
    storage: { local: area(scene.stored), session: area(scene.session), onChanged: event() },
    tabs: some({ query: async () => [tab], get: async () => tab }),
    windows: some({ getCurrent: async () => ({ id: 1 }) }),
    permissions: some({ contains: async () => scene.granted, getAll: async () => ({ origins: [], permissions: [] }) }),
    commands: some({
      getAll: async () => [
        { name: 'toggle-everything', description: scene.texts.commandAll, shortcut: 'Alt+Shift+K' },
        { name: 'toggle-site', description: scene.texts.commandSite, shortcut: 'Alt+Shift+H' },
        { name: 'next-mark', description: scene.texts.commandNext, shortcut: 'Alt+Shift+Period' },
        { name: 'previous-mark', description: scene.texts.commandPrevious, shortcut: '' },
      ],
    }),
    action: some({ getUserSettings: async () => ({ isOnToolbar: false }) }),
    sidePanel: some({}),
  };
  Object.defineProperty(globalThis, 'browser', { value: api, configurable: true, writable: true });
}

/** The script that a page loads before its own. */
export function sceneScript(scene: Scene): string {
  return `(${standIn})(${JSON.stringify(scene)});\n`;
}
