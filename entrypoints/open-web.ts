import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runOnOpenWeb } from '../src/page/open-web.ts';

export default defineUnlistedScript(() => void runOnOpenWeb());
