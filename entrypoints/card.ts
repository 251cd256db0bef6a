import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Card } from '../src/page/card.ts';
import { CARD_ACTIONS } from '../src/page/card-actions.ts';
import { provideCard } from '../src/page/card-loader.ts';

export default defineUnlistedScript(() => provideCard(() => new Card(CARD_ACTIONS)));
