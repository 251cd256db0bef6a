import { defineContentScript } from 'wxt/utils/define-content-script';
import { run } from '../src/page/run.ts';
import { allMatches } from '../src/platforms/all.ts';

export default defineContentScript({
  matches: allMatches(),
  runAt: 'document_idle',
  main(ctx) {
    return run(ctx.signal);
  },
});
