import { useEffect, useState } from 'preact/hooks';
import { send } from '../messages.ts';
import { onSettings, readSettings, type Settings, type SettingsPatch } from '../settings.ts';

/** The stored settings, live; undefined until they are read. @param first as they were read a moment ago */
export function useSettings(first?: Settings): Settings | undefined {
  const [settings, setSettings] = useState(first);
  useEffect(() => {
    const end = new AbortController();
    onSettings(setSettings, end.signal);
    void readSettings().then((read) => setSettings((now) => now ?? read));
    return () => end.abort();
  }, []);
  return settings;
}

/** The background writes, on one queue; the change comes back through `useSettings`. */
export function change(patch: SettingsPatch): void {
  void send('setSettings', patch);
}
