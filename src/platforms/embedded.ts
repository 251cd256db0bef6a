/** An account as a page's own data names it. */
export interface EmbeddedAccount {
  handle: string;
  id: string;
}

const READ = new WeakMap<Element, { length: number; accounts: readonly EmbeddedAccount[] }>();

/**
 * Accounts in the JSON of a page's scripts, which is a megabyte and more: it is searched, not parsed, and
 * each script once. What people write cannot pass for such data, since quotation marks in it are escaped.
 * @param read finds the accounts in the text of one script
 */
export function accountsInScripts(
  document: Document,
  selector: string,
  read: (json: string) => EmbeddedAccount[],
): EmbeddedAccount[] {
  const found: EmbeddedAccount[] = [];
  for (const script of document.querySelectorAll(selector)) {
    const json = script.textContent ?? '';
    let known = READ.get(script);
    if (known?.length !== json.length) {
      known = { length: json.length, accounts: read(json) };
      READ.set(script, known);
    }
    found.push(...known.accounts);
  }
  return found;
}
