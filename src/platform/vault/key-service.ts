/**
 * An organisation's own key service holds officers' private halves: the program sends what is sealed, with the officer's
 * grant for this session, and gets it back opened. The private half never comes here. The protocol stands in docs/operate.md.
 */
import { type IncomingMessage, request as plainRequest, type RequestOptions } from 'node:http'
import { request as secureRequest } from 'node:https'
import { z } from 'zod'
import { WrongInput } from '../actions/errors.ts'
import { Stop } from '../stop.ts'

/** Where the service answers, and how long it is waited for. */
export interface KeyService {
  address: string
  wait_ms: number
}

/** A session that the service has opened for one officer's key. */
export interface HeldSession {
  service: KeyService
  key_id: string
  session_id: string
  /** What the service gave for the officer's one-time code; it counts for this session alone. */
  grant: string
}

/** Why nothing was opened: nobody answers, the service says no, or what it says cannot be. */
export type KeyServiceFault = 'key-service-away' | 'key-service-refuses' | 'key-service-wrong'

const answer_bytes_max = 64 * 1024
const seal_bytes = 48
const bytes = z.base64().max(40_000)

/** The service at this address; null where there is none. Anything but `https://…` or `unix:/path` ends the start. */
export function keyServiceAt(address: string | undefined): KeyService | null {
  if (!address) return null
  if (/^https:\/\/[^\s]+$/.test(address) || /^unix:\/[^\s]+$/.test(address)) return { address, wait_ms: 5000 }
  throw new Stop(
    `GANDAN_KEY_SERVICE=${address} không dùng được: cần https://… hoặc unix:/đường/dẫn.`,
    `GANDAN_KEY_SERVICE=${address} cannot be used: give https://… or unix:/path.`,
  )
}

/** Has a pair made for an officer, who proves with a one-time code that they are the one; its public half. */
export async function makeHeldKey(
  service: KeyService,
  asked: { officer: string; key: string; token: string },
): Promise<Buffer> {
  const said = await ask(service, '/v1/keys', asked, z.object({ public_key: bytes }))
  const public_key = Buffer.from(said.public_key, 'base64')
  return public_key.length === 32 ? public_key : failAtService('key-service-wrong')
}

/** Opens a session with the officer's one-time code; the grant that every opening carries. */
export async function openHeldSession(
  service: KeyService,
  asked: { key: string; session: string; token: string },
): Promise<string> {
  const { grant } = await ask(service, '/v1/sessions', asked, z.object({ grant: z.string().min(16).max(2000) }))
  return grant
}

/** Has one sealed box opened. */
export async function openHeld({ service, key_id, session_id, grant }: HeldSession, sealed: Buffer): Promise<Buffer> {
  const asked = { key: key_id, session: session_id, grant, sealed: sealed.toString('base64') }
  const said = await ask(service, '/v1/open', asked, z.object({ opened: bytes }))
  const opened = Buffer.from(said.opened, 'base64')
  // A sealed box is 48 bytes longer than what is in it.
  return opened.length === sealed.length - seal_bytes ? opened : failAtService('key-service-wrong')
}

/** The session is over at the service too; where it does not answer, the grant ends by its own time. */
export async function endHeldSession({ service, key_id, session_id, grant }: HeldSession): Promise<void> {
  try {
    await ask(service, '/v1/sessions/end', { key: key_id, session: session_id, grant }, z.object({}))
  } catch (fault) {
    if (!(fault instanceof WrongInput)) throw fault
  }
}

/** Ends a request with a sentence above the form; nothing that was typed is lost. */
export function failAtService(code: KeyServiceFault): never {
  throw new WrongInput([{ field: '', code }])
}

async function ask<Schema extends z.ZodType>(
  service: KeyService,
  path: string,
  body: object,
  schema: Schema,
): Promise<z.output<Schema>> {
  const { status, text } = await send(service, path, JSON.stringify(body)).catch(() =>
    failAtService('key-service-away'),
  )
  if (status >= 400 && status < 500) failAtService('key-service-refuses')
  if (status !== 200) failAtService('key-service-away')
  const read = schema.safeParse(parsed(text))
  return read.success ? read.data : failAtService('key-service-wrong')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function send(service: KeyService, path: string, body: string): Promise<{ status: number; text: string }> {
  const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }
  const signal = AbortSignal.timeout(service.wait_ms)
  const options: RequestOptions = { method: 'POST', headers, signal }
  return new Promise((resolve, reject) => {
    const hear = (response: IncomingMessage) => {
      const pieces: Buffer[] = []
      let length = 0
      response.on('data', (piece: Buffer) => {
        length += piece.length
        if (length > answer_bytes_max) response.destroy(new Error('the answer is too long'))
        else pieces.push(piece)
      })
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(pieces).toString('utf8') }),
      )
      response.on('error', reject)
    }
    const sent = service.address.startsWith('unix:')
      ? plainRequest({ ...options, socketPath: service.address.slice('unix:'.length), path }, hear)
      : secureRequest(new URL(path, service.address), options, hear)
    sent.on('error', reject)
    sent.end(body)
  })
}
