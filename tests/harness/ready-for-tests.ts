import { missing } from './missing.ts';

/** Runs before `npm test`: names at once all that the tests would miss on this machine, not in the middle. */
const faults = await missing();
for (const fault of faults) console.error(`Not ready: ${fault}`);
if (faults.length > 0) process.exitCode = 1;
