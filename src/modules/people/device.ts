/** What a browser says of itself, in two words, so that a person knows their own devices in a list. */

const browsers: readonly [RegExp, string][] = [
  [/\bcoc_coc_browser\//i, 'Cốc Cốc'],
  [/\bEdgA?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const systems: readonly [RegExp, string][] = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
]

/** `Chrome · Windows`; null where nothing is known of it. */
export function deviceOf(user_agent: string): string | null {
  const named = [browsers, systems].map((list) => list.find(([pattern]) => pattern.test(user_agent))?.[1])
  return named.filter(Boolean).join(' · ') || null
}

/** An address as people write it: `2001:db8::1`, not its eight full groups. */
export function shortAddress(address: string): string {
  const url = `http://[${address}]`
  return address.includes(':') && URL.canParse(url) ? new URL(url).hostname.slice(1, -1) : address
}
