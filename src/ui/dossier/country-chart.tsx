import { scaleBand, scaleLinear } from 'd3-scale';
import { country, direction, number, t } from '../../text.ts';
import { listed } from '../../wording.ts';
import { DataTable } from '../data-table.tsx';
import { type CountryCounts, type IdentifierPlatform, platformsIn } from './counts.ts';
import { platformName } from './names.ts';
import { TableToggle } from './table-toggle.tsx';
import { useWidth } from './use-width.ts';

/** More panels than these are read more easily in the table. */
const PANELS = 9;
/** A table of so many rows stands open from the start. */
const SHORT = 15;

/** Names by country and network: one small chart a country, all to one scale, and the same as a table. */
export function CountryChart({ countries }: { countries: readonly CountryCounts[] }) {
  if (countries.length === 0) return <p class="from">{t('chartNone')}</p>;
  const most = Math.max(...countries.flatMap(({ platforms }) => platforms.map(({ count }) => count)));
  const platforms = platformsIn(countries);
  return (
    <>
      <div class="panels">
        {countries.slice(0, PANELS).map((counts) => (
          <Panel key={counts.country} counts={counts} most={most} />
        ))}
      </div>
      <TableToggle open={countries.length <= SHORT}>
        <DataTable caption={t('chartTable')} head={[t('countryColumn'), ...platforms.map(platformName), t('total')]}>
          {countries.map((counts) => (
            <tr key={counts.country}>
              <th scope="row">{countryName(counts)}</th>
              {platforms.map((platform) => (
                <td key={platform}>{number(countOf(counts, platform))}</td>
              ))}
              <td>{number(counts.total)}</td>
            </tr>
          ))}
        </DataTable>
      </TableToggle>
    </>
  );
}

export function countryName({ country: code }: CountryCounts): string {
  return code === undefined ? t('noCountry') : country(code);
}

function countOf({ platforms }: CountryCounts, platform: IdentifierPlatform): number {
  return platforms.find((one) => one.platform === platform)?.count ?? 0;
}

/** Pixels: a line of words and the bar beneath it. */
const ROW = 40;
const BAR = 12;

function Panel({ counts, most }: { counts: CountryCounts; most: number }) {
  const { element, width } = useWidth();
  const height = counts.platforms.length * ROW;
  const x = scaleLinear([0, most], isMirrored() ? [width, 0] : [0, width]);
  const y = scaleBand(
    counts.platforms.map(({ platform }) => platform),
    [0, height],
  );
  const name = countryName(counts);
  const said = listed(
    counts.platforms.map(({ platform, count }) => t('labelled', platformName(platform), number(count))),
  );
  return (
    <figure class="plot panel" ref={element}>
      <figcaption>
        <b>{name}</b> <span class="aside">{number(counts.total)}</span>
      </figcaption>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('labelled', name, said)}
      >
        {counts.platforms.map(({ platform, count }) => (
          <Bar key={platform} platform={platform} count={count} top={y(platform) ?? 0} x={x} width={width} />
        ))}
      </svg>
    </figure>
  );
}

interface BarProps {
  platform: IdentifierPlatform;
  count: number;
  /** Pixels from above. */
  top: number;
  /** From a count to pixels from the left. */
  x(count: number): number;
  /** Of the whole chart, in pixels. */
  width: number;
}

/** A network and its number, and the bar beneath them. */
function Bar({ platform, count, top, x, width }: BarProps) {
  const [start, end] = [x(0), x(count)];
  const [near, far] = isMirrored() ? ['end', 'start'] : ['start', 'end'];
  return (
    <g>
      <text x={start} y={top + 16} text-anchor={near}>
        {platformName(platform)}
      </text>
      <text x={width - start} y={top + 16} text-anchor={far}>
        {number(count)}
      </text>
      <rect class="bar" x={Math.min(start, end)} y={top + 22} width={Math.abs(end - start)} height={BAR} rx={2} />
    </g>
  );
}

function isMirrored(): boolean {
  return direction() === 'rtl';
}
