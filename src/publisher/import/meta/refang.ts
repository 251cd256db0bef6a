/**
 * The address that an indicator stands for. They are written so that nobody opens them by mistake:
 * `hxxps://t[.]me/name`, `https{:}//…`, `name(dot)com`.
 * @returns undefined for what is no address and nothing else
 */
export function refang(indicator: string): URL | undefined {
  const plain = indicator
    .trim()
    .replace(/^hxxps?(?=[[{(:])/i, (scheme) => (/s$/i.test(scheme) ? 'https' : 'http'))
    .replace(/[[{(]\s*:\s*[\]})]/g, ':')
    .replace(/[[{(]\s*(?:\.|dot)\s*[\]})]/gi, '.')
    .replace(/[[{(]\s*\/\s*[\]})]/g, '/');
  // Prose around an address, an e-mail address, or marks that are none of these.
  if (/[\s[\]{}()"'<>\\]/.test(plain) || /^[^/]*@/.test(plain.replace(/^https?:\/\//i, ''))) return undefined;
  const url = URL.parse(/^https?:\/\//i.test(plain) ? plain : `https://${plain}`);
  return url !== null && /\.[a-z]/i.test(url.hostname) ? url : undefined;
}
