import type { Runtime } from '../browser.ts';
import type { Settings, SettingsPatch } from '../settings.ts';
import type { Library } from './library.ts';
import type { Lists } from './lists.ts';

/** What the handlers of messages work on: made once in each life of the worker. */
export interface World {
  lists(): Promise<Lists>;
  /** `YYYY-MM-DD` */
  today(): string;
  library: Library;
}

/** A handler for each message of a group. */
export type HandlersOf<Group extends object> = {
  [T in keyof Group]: (
    data: Group[T] extends { data: infer Data } ? Data : never,
    sender: Runtime.MessageSender,
  ) => Promise<Group[T] extends { reply: infer Reply } ? Reply : never>;
};

/** Changes settings, one change after the other, and whatever follows from them. */
export type Change = (make: (now: Settings) => SettingsPatch | Promise<SettingsPatch>) => Promise<undefined>;
