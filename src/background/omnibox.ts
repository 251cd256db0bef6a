import { openAnswer } from '../asked.ts';
import { browser } from '../browser.ts';
import { findingText, nearText, outcomeText } from '../check-sentences.ts';
import type { CheckReply } from '../evidence-messages.ts';
import { t } from '../text.ts';
import { dotted, identifierWhere } from '../wording.ts';

/** Browsers show some five lines. */
const MOST_SUGGESTIONS = 5;

interface Suggestion {
  content: string;
  description: string;
}

/**
 * The answer under the address bar while a name is being typed after the keyword, and in full on Enter.
 * Registers its listeners at once; where the browser has none of it (Firefox on Android), nothing.
 * @param check answers from the lists alone
 */
export function registerOmnibox(check: (text: string) => Promise<CheckReply>): void {
  if (!('omnibox' in browser)) return;
  let last = 0;
  browser.omnibox.onInputStarted.addListener(() => describe(t('omniboxHint')));
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    const turn = ++last;
    void check(text).then((reply) => {
      // More has been typed since: that answer comes.
      if (turn !== last) return;
      describe(summary(reply));
      suggest(suggestions(text, reply));
    });
  });
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    if (text.trim() !== '') void openAnswer(text, WHERE[disposition]);
  });
}

const WHERE = {
  currentTab: 'this-tab',
  newForegroundTab: 'new-tab',
  newBackgroundTab: 'background-tab',
} as const;

function describe(text: string): void {
  void browser.omnibox.setDefaultSuggestion({ description: shown(text) });
}

function summary({ answers }: CheckReply): string {
  const [first] = answers;
  if (first === undefined) return t('omniboxHint');
  return dotted([first.asked, outcomeText(first)]);
}

/** What each list says; a line's content is what is asked when it is chosen, and must differ from what was typed. */
function suggestions(typed: string, { answers }: CheckReply): Suggestion[] {
  const said = answers.flatMap(({ findings, near }) => [
    ...findings.map((finding) => ({ finding, why: undefined })),
    ...near.map((finding) => ({ finding, why: nearText(finding.why) })),
  ]);
  const lines = said.map(({ finding, why }) => ({
    content: contentOf(finding),
    description: shown(dotted([why, findingText(finding)])),
  }));
  const own = lines.filter(({ content }) => content !== typed);
  return [...new Map(own.map((line) => [line.content, line])).values()].slice(0, MOST_SUGGESTIONS);
}

/** `@PressTV on X`: of this the name alone is read, but lines of two networks differ. */
function contentOf({ evidence: { identifier } }: CheckReply['answers'][number]['findings'][number]): string {
  return identifierWhere(identifier).replace(/[\u2068\u2069]/g, '');
}

/** Chrome takes descriptions for XML, Firefox for plain text. */
function shown(text: string): string {
  if (browser.runtime.getURL('').startsWith('moz-extension:')) return text;
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
