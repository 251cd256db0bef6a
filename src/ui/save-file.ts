/**
 * Hands a file to the browser to save, as a link to download does: that takes no permission, and asks the
 * reader where where they wish to be asked.
 */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the file after the click; only then may its address go.
  setTimeout(() => URL.revokeObjectURL(url), READ_MS);
}
const READ_MS = 10_000;
