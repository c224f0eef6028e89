/** Handing a file out so that a browser only ever saves or shows it, and never runs it on our pages. */

/** Kinds a browser may show in its own viewer, where the page asks for that. */
const shown = new Set(['image/jpeg', 'image/png', 'image/webp'])

/** The answer with the file. It is saved under its name; pictures may be shown in place with `inline`. */
export function attachmentResponse(
  file: { name: string; media_type: string },
  bytes: Buffer,
  options: { inline?: boolean } = {},
): Response {
  const inline = options.inline === true && shown.has(file.media_type)
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': file.media_type === 'text/plain' ? 'text/plain; charset=utf-8' : file.media_type,
      'content-length': String(bytes.length),
      'content-disposition': disposition(inline ? 'inline' : 'attachment', file.name),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'",
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'cache-control': 'private, no-store',
    },
  })
}

/** RFC 6266: a plain name for old programs, the true one in UTF-8. */
function disposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'))
    .replace(/[^ -~]|["\\%]/g, '_')
  const exact = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${plain}"; filename*=UTF-8''${exact}`
}
