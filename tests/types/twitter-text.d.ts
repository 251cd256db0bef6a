/** The part of twitter-text that the benchmarks compare with; the package has no types. */
declare module 'twitter-text' {
  const twitterText: {
    extractHashtags(text: string): string[];
    extractMentions(text: string): string[];
    extractEntitiesWithIndices(text: string): unknown[];
  };
  export default twitterText;
}
