import type { NearReason } from './core/check-list.ts';
import type { QuestionProblem, Reading } from './core/reading.ts';
import type { CheckAnswer, CheckReply } from './evidence-messages.ts';
import { isolated, localise, plural, type TextKey, t } from './text.ts';
import { dotted, gradeName, identifierWhere, listed, siteName } from './wording.ts';

/** Words for answers to "is this listed?": in the popup, in the dossier and under the address bar the same. */

const PROBLEM: Record<QuestionProblem, TextKey> = {
  'short-link': 'checkShortLink',
  'names-nobody': 'checkNamesNobody',
  unreadable: 'checkUnreadable',
};
const NEAR: Record<NearReason, TextKey> = {
  'domain-above': 'nearDomainAbove',
  'domain-below': 'nearDomainBelow',
  'other-network': 'nearOtherNetwork',
  'other-server': 'nearOtherServer',
  'other-id': 'nearOtherId',
  'other-kind': 'nearOtherKind',
  alike: 'nearAlike',
};

export function problemText(problem: QuestionProblem): string {
  return t(PROBLEM[problem]);
}

/** Why a listed name stands under a question that it does not answer. */
export function nearText(why: NearReason): string {
  return t(NEAR[why]);
}

/** How a question was understood: `account @name on any network, hashtag #name`. */
export function readAs(readings: readonly Reading[]): string {
  return t('checkReadAs', listed(readings.map(readingText)));
}

function readingText(reading: Reading): string {
  switch (reading.kind) {
    case 'domain':
      return t('readSite', isolated(reading.host));
    case 'words':
      return t('readWords', isolated(reading.text));
    case 'hashtag':
      return on('readHashtag', `#${reading.tag}`, reading.platform);
    case 'account': {
      const { handle, id = '', platform, post } = reading;
      const account = handle === undefined ? on('readId', id, platform) : on('readAccount', `@${handle}`, platform);
      return post ? t('readPost', account) : account;
    }
  }
}

function on(key: TextKey, name: string, platform: string | undefined): string {
  const where = platform === undefined ? t('anyNetwork') : isolated(siteName(platform));
  return t(key, isolated(name), where);
}

/** What an answer comes to. */
export type Outcome = 'listed' | 'listed-off' | 'kept' | 'near' | 'none' | 'problem';

export function outcomeOf({ problem, findings, exceptions, near, entities }: CheckAnswer): Outcome {
  if (problem !== undefined) return 'problem';
  if (findings.length > 0) return findings.some((one) => one.on) ? 'listed' : 'listed-off';
  if (exceptions.length > 0) return 'kept';
  return near.length + entities.length > 0 ? 'near' : 'none';
}

const OUTCOME: Record<Exclude<Outcome, 'problem'>, TextKey> = {
  listed: 'checkListed',
  'listed-off': 'checkListedOff',
  kept: 'checkKept',
  near: 'checkNear',
  none: 'checkNone',
};

/** The answer in a sentence. */
export function outcomeText(answer: CheckAnswer): string {
  const outcome = outcomeOf(answer);
  return outcome === 'problem' ? problemText(answer.problem ?? 'unreadable') : t(OUTCOME[outcome]);
}

/** `@PressTV on X · Press TV · confirmed`. */
export function findingText({ evidence }: CheckAnswer['findings'][number]): string {
  const { identifier, entity, grade } = evidence;
  return dotted([identifierWhere(identifier), isolated(localise(entity.label)), gradeName(grade)]);
}

/** `3 checked, 1 of them listed`; for screen readers, which hear of the answer by it. */
export function summaryText({ answers }: CheckReply): string {
  const found = answers.filter(({ findings }) => findings.length > 0).length;
  return t('checkSummary', plural('checked', answers.length), plural('checkFound', found));
}
