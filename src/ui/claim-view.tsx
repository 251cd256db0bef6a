import type { ComponentChildren } from 'preact';
import type { ClaimEvidence } from '../core/evidence.ts';
import { claimFacts, supporting, weighing } from '../sentences.ts';
import { localise, t, written, writtenIn } from '../text.ts';
import { DossierLink } from './dossier-link.tsx';
import { SaidList } from './said-list.tsx';
import { SourceReference } from './source-reference.tsx';

interface ClaimViewProps {
  evidence: ClaimEvidence;
  /** Its publisher was introduced by a claim above. */
  again: boolean;
  /** The list's id: the source's title leads to the source's page in the dossier. */
  list: string;
  /** False on the source's own page, which has its title above. */
  titled?: boolean;
  /** Of the headings within. */
  level?: 3 | 4;
  /** The one that an address led to. */
  wanted?: boolean;
  /** What the place adds at the end. */
  children?: ComponentChildren;
}

/** One claim: what is said, where, on what basis and how surely, what to weigh. */
export function ClaimView(props: ClaimViewProps) {
  const { evidence, again, list, titled = true, level = 4, wanted = false, children } = props;
  const { claim, source } = evidence;
  const support = supporting(evidence);
  const Heading = `h${level}` as const;
  return (
    <li class={wanted ? 'claim wanted' : 'claim'}>
      <p class="assertion" {...written(claim.assertion)}>
        {localise(claim.assertion)}
      </p>
      <p class="from">
        {titled && (
          <>
            <DossierLink route={{ page: 'source', list, id: source.id, claim: claim.id }} lang={source.lang}>
              <bdi {...writtenIn(source.lang)}>{source.title}</bdi>
            </DossierLink>
            <br />
          </>
        )}
        <SourceReference source={source} locator={claim.locator} />
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
          <Heading>{t('supportedBy')}</Heading>
          <SaidList rows={support} />
        </section>
      )}
      <section class="weigh">
        <Heading>{t('whatToWeigh')}</Heading>
        <SaidList rows={weighing(evidence, again)} />
      </section>
      {children}
    </li>
  );
}
