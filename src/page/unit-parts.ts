import type { Token } from '../core/token.ts';
import type { Place } from '../messages.ts';
import type { AnyPlatform, Sighting } from '../platforms/platform.ts';
import type { FlatText } from './flat-text.ts';
import type { OutsideLink } from './read-link.ts';
import type { Unit } from './units.ts';
import type { Link } from './walk-unit.ts';

/** One identifier as it stands in a unit. */
export interface Occurrence {
  sighting: Sighting | OutsideLink;
  place: Place;
  /** What is underlined; absent for a picture, a bare link, or a hashtag that is surely not listed. */
  range?: StaticRange;
  /** The node that a chip stands behind. */
  after: Element | Text;
}

/** What a unit's attributes tell of its account. */
export interface Hinted {
  handle?: string;
  id?: string;
}

/** What is read of a unit before it is known where each name stands. */
export interface UnitParts {
  unit: Unit;
  platform: AnyPlatform;
  authors: readonly Element[];
  hint: Hinted;
  flat: FlatText;
  links: Link[];
  tokens: readonly Token[];
}

/** Whether a name may be listed: false is sure. */
export type MayMatch = (seen: Readonly<Sighting> | OutsideLink) => boolean;

/** What a unit says, read once. */
export interface UnitReading {
  /** Empty where nothing in the unit may be listed. */
  occurrences: Occurrence[];
  /** What stands in it besides its author's name. */
  text: string;
  tags: string[];
  hasAccount: boolean;
  /** Path of the post itself, where the unit is one. */
  permalink?: string;
}
