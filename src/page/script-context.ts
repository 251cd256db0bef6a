/**
 * What scripts in pages get in place of WXT's context (wxt.config.ts). WXT tells an older script of its end by an
 * event and a message in the page: both name the extension to every page, even to those where it draws nothing, and
 * any page could send them and so end the script. Ours end one another unseen (`onlyOne` in run.ts).
 */
export class ContentScriptContext {
  readonly signal: AbortSignal = new AbortController().signal;
}
