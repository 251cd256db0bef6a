/** The element that a chip lives in. Its name is ours alone, so that reading a page never reads our own marks. */
export const CHIP_TAG = 'statemark-chip';
