import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Card } from '../src/page/card.ts';
import { provideCard } from '../src/page/card-loader.ts';

export default defineUnlistedScript(() => provideCard(Card));
