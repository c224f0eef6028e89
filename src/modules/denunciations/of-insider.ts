/** What the pages of the closed register share: who may know of a record, with which key, and how a no is said. */
import type { Context } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { seeOther, signInFirst } from '../../http/pages.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import type { Fault } from '../../platform/input.ts'
import { isUuid } from '../../platform/uuid.ts'
import { closeKey } from '../../platform/vault/officer-key.ts'
import { words } from '../../ui/words/words.ts'
import type { DenunciationFacts, DenunciationRow } from './denunciation.ts'
import { recordPath, unlockPath } from './desk.tsx'
import { keyOfRequest, type SealedDeps } from './key-pages.tsx'
import type { Opening } from './opening.ts'
import { sealedRecord } from './queries.ts'

/** A record that the viewer may know of. */
export interface Found {
  record: DenunciationRow
  facts: DenunciationFacts
}

/** Works with a record its insider asks for; to everybody else it answers as if there were none. */
export async function ofInsider(
  c: Context<AppEnv>,
  deps: SealedDeps,
  work: (found: Found) => Promise<Response>,
): Promise<Response> {
  const { viewer, moment } = c.var
  if (!viewer.account_id) return signInFirst(c)
  const { unit = '', id = '' } = c.req.param() as { unit?: string; id?: string }
  if (!isUuid(unit) || !isUuid(id)) return c.notFound() as Response
  const found = await sealedRecord(viewer, deps.signIn.db.pool, { unit_id: unit, id, moment })
  return found ? work(found) : (c.notFound() as Response)
}

/** Works with the viewer's open key, or leads to the page where it is opened. */
export async function withKey(
  c: Context<AppEnv>,
  deps: SealedDeps,
  record: DenunciationRow,
  work: (opening: Opening & { data: string }) => Promise<Response>,
): Promise<Response> {
  const key = await keyOfRequest(c, deps)
  if (!key) return seeOther(c, unlockPath(recordPath(record)))
  try {
    const { viewer, moment } = c.var
    return await work({ viewer, moment, unit_id: record.unit_id, id: record.id, key, data: deps.config.data })
  } finally {
    closeKey(key)
  }
}

/** What a form says of a refusal at one of its fields; anything else goes on. */
export function faultsIn(c: Context<AppEnv>, fault: unknown, field: string): readonly Fault[] {
  if (fault instanceof WrongInput) return fault.faults.map((one) => withFound(c, one))
  if (!(fault instanceof NotOpen) || fault.status === 404) throw fault
  return [{ field, code: fault.code, sentence: refusal(c, fault.code) }]
}

/** The person who typed it has the file open: the piece that was found is told with the fault. */
function withFound(c: Context<AppEnv>, fault: Fault): Fault {
  const { denunciations, sealed_words } = words(c.var.language)
  const sentences: Readonly<Record<string, string>> = denunciations.faults
  const found = fault.params?.['found']
  if (found === undefined) return fault
  return { ...fault, sentence: `${sentences[fault.code] ?? ''} ${sealed_words.found(String(found))}` }
}

/** The sentence of a lawful no. */
export function refusal(c: Context<AppEnv>, code: string): string {
  const { law, custody } = words(c.var.language)
  const sentences: Readonly<Record<string, string>> = { ...law.conditions, ...law.refusals, ...custody.refusals }
  return sentences[code] ?? law.refusals['not-in-this-state']
}
