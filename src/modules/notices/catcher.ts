/** The mail server of the demonstration: takes everything on this machine, sends nothing on, keeps it to be looked at. */
import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

/** A catcher that runs. */
export interface Catcher {
  /** For `GANDAN_SMTP_URL`. */
  url: string
  close: () => Promise<void>
}

/** A caught message. */
export interface CaughtMail {
  file: string
  at: Temporal.Instant
  to: string
  subject: string
  message_id: string
  text: string
}

const keptMax = 500
const bytesMax = 1024 * 1024

/** Folder of caught mail under the data folder. */
export function mailFolder(data: string): string {
  return join(data, 'mail')
}

/** Starts a catcher on 127.0.0.1; port 0 takes a free one. */
export async function startCatcher(folder: string, port = 0): Promise<Catcher> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: bytesMax,
    disableReverseLookup: true,
    onData(stream, _session, done) {
      keep(folder, stream).then(() => done(), done)
    },
  })
  // A client that goes away in the middle is its own affair.
  server.on('error', () => undefined)
  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(port, '127.0.0.1', () => listening())
  })
  const address = server.server.address()
  const taken = typeof address === 'object' && address ? address.port : port
  return { url: `smtp://127.0.0.1:${taken}`, close: () => new Promise((closed) => server.close(() => closed())) }
}

async function keep(folder: string, stream: Parameters<typeof buffer>[0]): Promise<void> {
  const bytes = await buffer(stream)
  const name = `${String(Date.now()).padStart(15, '0')}-${randomBytes(4).toString('hex')}.eml`
  await writeFile(join(folder, `.${name}`), bytes.subarray(0, bytesMax), { mode: 0o600 })
  await rename(join(folder, `.${name}`), join(folder, name))
  const all = await names(folder)
  for (const old of all.slice(keptMax)) await rm(join(folder, old), { force: true })
}

async function names(folder: string): Promise<string[]> {
  const all = await readdir(folder).catch(() => [])
  return all
    .filter((name) => /^\d{15}-[0-9a-f]{8}\.eml$/.test(name))
    .sort()
    .reverse()
}

/** The newest caught messages, newest first. */
export async function caughtMail(folder: string, most = 50): Promise<CaughtMail[]> {
  const newest = (await names(folder)).slice(0, most)
  return Promise.all(newest.map(async (file) => readMail(file, await readFile(join(folder, file), 'utf8'))))
}

/** Reads what our own mails are: one plain part, base64 or quoted-printable. */
function readMail(file: string, raw: string): CaughtMail {
  const [head = '', ...rest] = raw.split(/\r?\n\r?\n/)
  const unfolded = head.replace(/\r?\n[ \t]+/g, ' ')
  const header = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(unfolded)?.[1]?.trim() ?? ''
  const body = rest.join('\n\n')
  const encoding = header('Content-Transfer-Encoding').toLowerCase()
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : encoding === 'quoted-printable'
        ? unquoted(body.replace(/=\r?\n/g, ''))
        : Buffer.from(body)
  return {
    file,
    at: Temporal.Instant.fromEpochMilliseconds(Number(file.slice(0, 15))),
    to: decodedWords(header('To')),
    subject: decodedWords(header('Subject')),
    message_id: header('Message-ID'),
    text: bytes.toString('utf8').trim(),
  }
}

function unquoted(text: string): Buffer {
  return Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}

/** RFC 2047. */
function decodedWords(text: string): string {
  return text
    .replace(/(\?=)\s+(=\?)/g, '$1$2')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      (kind.toLowerCase() === 'b' ? Buffer.from(word, 'base64') : unquoted(word.replaceAll('_', ' '))).toString('utf8'),
    )
}
