/** The part of web-ext that the tests use; the package has no types. */
declare module 'web-ext' {
  const webExt: {
    cmd: { lint(options: Record<string, unknown>, run: { shouldExitProgram: boolean }): Promise<unknown> };
  };
  export default webExt;
}
