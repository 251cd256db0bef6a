import { useEffect, useRef } from 'preact/hooks';
import { citeClaim } from '../../core/citation.ts';
import type { Claim } from '../../core/list-schema.ts';
import { readersDay } from '../../days.ts';
import { t } from '../../text.ts';
import { identifierWhere } from '../../wording.ts';
import { ClaimView } from '../claim-view.tsx';
import { DossierLink } from '../dossier-link.tsx';
import { LocalText } from '../local-text.tsx';
import { CiteView } from './cite-view.tsx';
import { type InstalledRows, withEvidence } from './installed-rows.ts';
import { useSome } from './use-some.tsx';

interface ClaimListProps {
  rows: InstalledRows;
  claims: readonly Claim[];
  /** Whose page it is: not said again of each claim. */
  subject?: string;
  /** All are of the source whose page it is: its title and stake stand above. */
  untitled?: boolean;
  /** The claim that the address leads to. */
  wanted?: string | undefined;
}

/** Claims in full, each with what it is about and how to cite it. */
export function ClaimList({ rows, claims, subject, untitled = false, wanted }: ClaimListProps) {
  const list = useRef<HTMLUListElement>(null);
  const all = withEvidence(rows, claims);
  const at = all.findIndex(({ claim }) => claim.id === wanted);
  const { shown, more } = useSome(all, Math.max(20, at + 1));
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('.wanted')?.scrollIntoView({ block: 'center' });
  }, [wanted]);
  return (
    <>
      <ul class="claims" ref={list}>
        {shown.map((evidence, i) => {
          const { claim, source } = evidence;
          const again = untitled || shown.slice(0, i).some((one) => one.source.id === source.id);
          return (
            <ClaimView
              key={claim.id}
              evidence={evidence}
              again={again}
              list={rows.head.id}
              level={3}
              titled={!untitled}
              wanted={claim.id === wanted}
            >
              <AboutLine rows={rows} about={claim.about.filter((id) => id !== subject)} />
              <CiteView citation={citeClaim(rows.head, claim, source, readersDay())} />
            </ClaimView>
          );
        })}
      </ul>
      {more}
    </>
  );
}

/** What a claim is about, each a link. */
function AboutLine({ rows, about }: { rows: InstalledRows; about: readonly string[] }) {
  if (about.length === 0) return null;
  return (
    <p class="from about-line">
      {t('about')}{' '}
      {about.map((id, i) => (
        <span key={id}>
          {i > 0 && ' · '}
          <RowLink rows={rows} id={id} />
        </span>
      ))}
    </p>
  );
}

/** An entity or identifier by its id. */
function RowLink({ rows, id }: { rows: InstalledRows; id: string }) {
  const list = rows.head.id;
  const entity = rows.entities.get(id);
  if (entity) {
    return (
      <DossierLink route={{ page: 'entity', list, id }}>
        <LocalText text={entity.label} />
      </DossierLink>
    );
  }
  const identifier = rows.identifiers.get(id);
  if (!identifier) return null;
  return <DossierLink route={{ page: 'identifier', list, id }}>{identifierWhere(identifier)}</DossierLink>;
}
