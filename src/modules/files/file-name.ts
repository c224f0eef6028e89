/** Names of files as people send them, made safe to keep, show and hand out. */

/** Longest name kept, with its extension. */
export const nameLengthMax = 120

/**
 * The name without folders, control and direction characters, in NFC, at most 120 characters, with the extension that
 * its content has: `C:\x\Đơn .PDF` (a picture) → `Đơn.jpg`. Never empty.
 */
export function cleanName(name: string, extension: string): string {
  const base = name
    .toWellFormed()
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029\uFFFD]/gu, '')
    .replace(/[<>:"|?*%;]/g, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/\.[\p{L}\p{N}]{1,8}$/u, '')
    .replace(/^[.\s]+|[.\s]+$/gu, '')
  // By characters as people count them, so that no letter loses its marks.
  let kept = ''
  for (const { segment } of new Intl.Segmenter('vi').segment(base.slice(0, 4 * nameLengthMax))) {
    if (kept.length + segment.length > nameLengthMax - extension.length - 1) break
    kept += segment
  }
  return `${kept.trim() || 'tep'}.${extension}`
}
