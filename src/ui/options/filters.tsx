import type { ComponentChildren } from 'preact';
import { type Filters, GRADES, MARK_KINDS, NO_FILTERS } from '../../filters.ts';
import { send } from '../../messages.ts';
import type { Settings } from '../../settings.ts';
import { country, number, plural, t } from '../../text.ts';
import { gradeMeaning, gradeName, kindName } from '../../wording.ts';
import { Disclosure } from '../disclosure.tsx';
import { MarkSymbol } from '../symbol.tsx';
import { useAnswer } from '../use-answer.ts';
import { change } from '../use-settings.ts';
import './filters.css';

/** What is marked at all: by kind, by how sure it is, by country. Ticked is shown. */
export function FiltersSection({ settings }: { settings: Settings | undefined }) {
  const filters = settings?.filters ?? NO_FILTERS;
  const set = (patch: Partial<Filters>): void => change({ filters: { ...filters, ...patch } });
  const waiting = settings === undefined;
  return (
    <section id="filters">
      <h2>{t('filters')}</h2>
      <p class="from">{t('filtersWhy')}</p>
      <fieldset disabled={waiting}>
        <legend>{t('filterKinds')}</legend>
        {MARK_KINDS.map((kind) => (
          <Tick key={kind} value={kind} hidden={filters.kinds} set={(kinds) => set({ kinds })}>
            <b class="filter-kind">
              <MarkSymbol name={kind} />
              {kindName(kind)}
            </b>
          </Tick>
        ))}
      </fieldset>
      <fieldset disabled={waiting}>
        <legend>{t('filterGrades')}</legend>
        {GRADES.map((grade) => (
          <Tick key={grade} value={grade} hidden={filters.grades} set={(grades) => set({ grades })}>
            <b>{gradeName(grade)}</b>
            <span class="from">{gradeMeaning(grade)}</span>
          </Tick>
        ))}
      </fieldset>
      <Countries hidden={filters.countries} waiting={waiting} set={(countries) => set({ countries })} />
    </section>
  );
}

interface CountriesProps {
  hidden: readonly string[];
  waiting: boolean;
  set(hidden: string[]): void;
}

function Countries({ hidden, waiting, set }: CountriesProps) {
  // Without an answer there is nothing to choose from; the lists' own section says that they cannot be had.
  const known = useAnswer(() => send('countries', null), []) ?? [];
  // What was hidden while a list had it stays here to be shown again.
  const gone = hidden.filter((code) => !known.some((one) => one.code === code)).map((code) => ({ code, entries: 0 }));
  const all = [...known, ...gone];
  return (
    <Disclosure
      title={t('filterCountries')}
      aside={hidden.length > 0 ? plural('countriesHidden', hidden.length) : t('countriesAll')}
    >
      <div class="actions">
        <button type="button" class="act" disabled={hidden.length === 0} onClick={() => set([])}>
          {t('countriesShowAll')}
        </button>
        <button
          type="button"
          class="act"
          disabled={hidden.length === all.length}
          onClick={() => set(all.map(({ code }) => code))}
        >
          {t('countriesHideAll')}
        </button>
      </div>
      <fieldset class="countries" disabled={waiting}>
        <legend class="unseen">{t('filterCountries')}</legend>
        {all.map(({ code, entries }) => (
          <Tick key={code} value={code} hidden={hidden} set={set}>
            {code === '' ? t('countryNone') : country(code)} <span class="aside">{number(entries)}</span>
          </Tick>
        ))}
      </fieldset>
    </Disclosure>
  );
}

interface TickProps<Value extends string> {
  value: Value;
  hidden: readonly Value[];
  set(hidden: Value[]): void;
  children: ComponentChildren;
}

function Tick<Value extends string>({ value, hidden, set, children }: TickProps<Value>) {
  const shown = !hidden.includes(value);
  const others = hidden.filter((one) => one !== value);
  return (
    <label class="choice">
      <input type="checkbox" checked={shown} onChange={() => set(shown ? [...others, value] : others)} />
      <span>{children}</span>
    </label>
  );
}
