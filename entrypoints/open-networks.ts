import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { provideOpenNetworks } from '../src/page/open-networks.ts';

export default defineUnlistedScript(() => provideOpenNetworks());
