import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongFirst } from './tests/harness/long-first.ts';

export default defineConfig({
  test: {
    sequence: { sequencer: LongFirst },
    projects: [
      {
        resolve: { alias: { 'webextension-polyfill': resolve('tests/fakes/browser.ts') } },
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**', 'tests/build/**'],
          environment: 'node',
          // A guard against hanging, not a measure of speed: continuous integration may be busy.
          testTimeout: 60_000,
          sequence: { shuffle: true },
          restoreMocks: true,
          // By itself it leaves one of two processors to others.
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'build',
          include: ['tests/build/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          // As many as in browsers, with which they run: most of their time is one builder's, on one processor.
          maxWorkers: 3,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/global-setup.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Each file has browsers of its own; most of their time is spent waiting. Two leave two processors half idle,
          // and with four nothing is done sooner.
          maxWorkers: 3,
        },
      },
    ],
  },
});
