/** `1,234 bytes`, `38.1 kB`, `4.2 MB`: decimal, as transfers are counted. */
export function size(bytes: number): string {
  if (bytes < 10_000) return `${bytes.toLocaleString('en')} bytes`;
  if (bytes < 999_950) return `${(bytes / 1e3).toFixed(1)} kB`;
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

export function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
