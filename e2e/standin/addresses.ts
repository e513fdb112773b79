// Chromium knows no schemes but its own. A standard scheme that the app registered is shown to it as a host that exists
// nowhere (app://slowwave/x is https://slowwave.app.standin.test/x); the app's side sees and says the real address.
const schemes = new Set<string>();
const suffix = '.standin.test';

export function registerStandardScheme(scheme: string): void {
  schemes.add(scheme.toLowerCase());
}

export const isRegistered = (scheme: string): boolean => schemes.has(scheme.toLowerCase());

/** As Chromium is told it. */
export function toChromium(address: string): string {
  const found = /^(blob:)?([a-z][a-z\d+.-]*):\/\/([^/?#]*)(.*)$/isu.exec(address);
  const [, blob = '', scheme = '', host = '', rest = ''] = found ?? [];
  if (found === null || !isRegistered(scheme)) return address;
  return `${blob}https://${host}.${scheme.toLowerCase()}${suffix}${rest === '' ? '/' : rest}`;
}

/** As Electron would say it. */
export function toElectron(address: string): string {
  const found = /^(blob:)?https:\/\/([^/?#:]+)\.([a-z\d+-]+)\.standin\.test(.*)$/isu.exec(address);
  const [, blob = '', host = '', scheme = '', rest = ''] = found ?? [];
  return found !== null && isRegistered(scheme) ? `${blob}${scheme}://${host}${rest}` : address;
}

export const schemeOf = (address: string): string =>
  /^([a-z][a-z\d+.-]*):/iu.exec(address)?.[1]?.toLowerCase() ?? '';
