import type { ClaimEvidence } from '../core/evidence.ts';
import { claimFacts, httpsOnly, sourceLine, supporting, weighing } from '../sentences.ts';
import { localise, t } from '../text.ts';
import { OutsideLink } from './outside-link.tsx';
import { SaidList } from './said-list.tsx';

/**
 * One claim: what is said, where, on what basis and how surely, what to weigh.
 * @param again its publisher was introduced by a claim above
 */
export function ClaimView({ evidence, again }: { evidence: ClaimEvidence; again: boolean }) {
  const { claim, source } = evidence;
  const support = supporting(evidence);
  return (
    <li class="claim">
      <p class="assertion" dir="auto">
        {localise(claim.assertion)}
      </p>
      <p class="from">
        <OutsideLink href={source.url ?? source.archive} lang={source.lang}>
          <bdi>{source.title}</bdi>
        </OutsideLink>
        <br />
        {sourceLine(source, claim.locator)}
        {source.url && httpsOnly(source.archive) && (
          <>
            {' · '}
            <OutsideLink href={source.archive}>{t('archive')}</OutsideLink>
          </>
        )}
      </p>
      <dl class="facts">
        {claimFacts(claim).map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {support.length > 0 && (
        <section class="support">
          <h4>{t('supportedBy')}</h4>
          <SaidList rows={support} />
        </section>
      )}
      <section class="weigh">
        <h4>{t('whatToWeigh')}</h4>
        <SaidList rows={weighing(evidence, again)} />
      </section>
    </li>
  );
}
