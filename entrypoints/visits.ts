import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { providePart } from '../src/page/part-loader.ts';
import { Visits } from '../src/page/visits.ts';

export default defineUnlistedScript(() => providePart('visits', (marks) => new Visits(marks)));
