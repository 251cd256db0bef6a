import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Card } from '../src/page/card.ts';
import { CARD_ACTIONS } from '../src/page/card-actions.ts';
import { providePart } from '../src/page/part-loader.ts';

export default defineUnlistedScript(() => providePart('card', () => new Card(CARD_ACTIONS)));
