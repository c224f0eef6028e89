/** The public ways in: projects, consultations, sending an opinion, one's own opinion. No account, no script, no code in an address. */
import type { Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { refusedForm } from '../../http/errors.tsx'
import { frameOf, type PageStatus, readPost, renderPage } from '../../http/pages.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import type { Db } from '../../platform/database.ts'
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { mayTry } from '../../platform/throttle.ts'
import { newTrackingCode, prefixOfUnit, readTrackingCode } from '../../platform/tracking-code.ts'
import { isUuid, uuidv7 } from '../../platform/uuid.ts'
import { words } from '../../ui/words/words.ts'
import { commitmentsFrom } from '../commitments/queries.ts'
import { fromOf } from '../people/requests.ts'
import { unitOn } from '../units/queries.ts'
import { type Asked, sentence } from './desk-steps.tsx'
import { takesOpinions } from './opinion.ts'
import { consultationIsOver, project } from './project.ts'
import { ownOpinionPath, publicConsultationPath, publicProjectPath, publicProjectsPath } from './project-addresses.ts'
import { idSegments, keyOf } from './project-pages.tsx'
import {
  OpinionSentPage,
  OwnOpinionPage,
  opinionShown,
  PublicConsultationPage,
  PublicProjectPage,
  PublicProjectsPage,
} from './project-public-views.tsx'
import {
  announcedAmong,
  namesOf,
  opinionCount,
  ownOpinion,
  projectOfConsultation,
  publicConsultation,
  publicConsultations,
  publicProject,
  publicProjects,
  publicRequests,
  publishedOpinions,
} from './project-queries.ts'
import { sendOpinion } from './send-opinion.ts'

/** Opinions one address may send in an hour: a village without its own line still gets through, a machine does not. */
const opinionsInAnHour_max = 60

/** Registers `/du-an`, `/lay-y-kien` and what is under them. */
export function projectPublicPages(app: Hono<AppEnv>, { db }: { db: Db }): void {
  const at = (path: (row: { unit_id: string; id: string }) => string) =>
    path({ unit_id: '.', id: '.' }).replace('./.', idSegments)
  app.get(publicProjectsPath, (c) => list({ c, db }))
  app.get(at(publicProjectPath), (c) => projectPage({ c, db }))
  app.get(at(ownOpinionPath), (c) => own({ c, db }))
  app.get(at(publicConsultationPath), (c) => consultationPage({ c, db }))
  app.post(at(publicConsultationPath), (c) => send({ c, db }))
}

const notFound = () => new NotOpen('not-yours', '', 404)

async function list({ c, db }: Asked): Promise<Response> {
  const { viewer, moment } = c.var
  const asked = c.req.query('don-vi')
  const unit = asked !== undefined && isUuid(asked) ? await unitOn(viewer, db.pool, asked, moment.on) : null
  if (asked !== undefined && !unit) throw notFound()
  const of = unit?.id ?? null
  const projects = await publicProjects(viewer, db.pool, of)
  const ids = projects.flatMap((row) => row.area_unit_ids)
  return renderPage(
    c,
    <PublicProjectsPage
      frame={frameOf(c)}
      unit={unit}
      projects={projects}
      consultations={await publicConsultations(viewer, db.pool, of)}
      requests={await publicRequests(viewer, db.pool, of)}
      names={await namesOf(viewer, db.pool, ids)}
    />,
  )
}

async function projectPage({ c, db }: Asked): Promise<Response> {
  const { viewer, moment, language } = c.var
  const { unit_id, id } = keyOf(c)
  const row = await publicProject(viewer, db.pool, unit_id, id)
  if (!row) throw notFound()
  const facts = await project.facts(db.pool, { record: row, unit_id, viewer, moment })
  const asked = facts.consultation
  const ids = [
    ...row.area_unit_ids,
    ...(row.owner_unit_id ? [row.owner_unit_id] : []),
    ...facts.without_dialogue,
    ...facts.not_asked,
    ...row.moves.flatMap((move) => [...move.from, ...move.to]),
  ]
  const names = await namesOf(viewer, db.pool, ids)
  const { waits: said } = words(language).dialogues.projects.public
  const waits =
    row.state === 'announced'
      ? [
          !consultationIsOver(row, facts, moment.on) && said.consultation,
          facts.without_dialogue.length > 0 && said.dialogue,
        ]
      : []
  return renderPage(
    c,
    <PublicProjectPage
      frame={frameOf(c)}
      row={row}
      facts={facts}
      dialogues={await announcedAmong(viewer, db.pool, row.dialogues)}
      consultation={asked && (await publicConsultation(viewer, db.pool, asked.unit_id, asked.id))}
      waits={waits.filter((one) => typeof one === 'string')}
      names={names}
      promises={await commitmentsFrom(viewer, db.pool, { kind: 'project', unit_id, id })}
    />,
  )
}

interface Shown {
  id: string
  values: FormValues
  errors: readonly Fault[]
  status: PageStatus
}

async function consultationPage({ c, db }: Asked, shown?: Shown): Promise<Response> {
  const { viewer } = c.var
  const { unit_id, id } = keyOf(c)
  const row = await publicConsultation(viewer, db.pool, unit_id, id)
  if (!row) throw notFound()
  const takes = takesOpinions(row, c.var.moment.on)
  const typed = String(shown?.values['code'] ?? '')
  // A code that came back broken could never be sent: the form gets a new one.
  const fresh = async () => (takes ? newTrackingCode(await prefixOfUnit(db.pool, unit_id)) : '')
  const code = readTrackingCode(typed) ? typed : await fresh()
  return renderPage(
    c,
    <PublicConsultationPage
      frame={frameOf(c)}
      row={row}
      names={await namesOf(viewer, db.pool, row.asked_unit_ids)}
      project={await projectOfConsultation(viewer, db.pool, row)}
      count={await opinionCount(viewer, db.pool, row)}
      published={await publishedOpinions(viewer, db.pool, row)}
      values={{ ...shown?.values, code }}
      errors={shown?.errors ?? []}
      id={shown?.id ?? uuidv7()}
    />,
    shown?.status ?? 200,
  )
}

async function send(one: Asked): Promise<Response> {
  const { c, db } = one
  const { viewer, moment, language } = c.var
  const { unit_id, id: consultation_id } = keyOf(c)
  const row = await publicConsultation(viewer, db.pool, unit_id, consultation_id)
  if (!row) throw notFound()
  const read = await readPost(c, opinionShown)
  const given = String(read.form.get('id') ?? '')
  const id = isUuid(given) ? given : uuidv7()
  const again = (errors: readonly Fault[], status: PageStatus) =>
    consultationPage(one, { id, values: read.values, errors, status })
  if (!read.ok) return again(read.errors, 422)
  const from = fromOf(c)
  const may = await mayTry(db.pool, `opinion ${from.address || unit_id}`, { tries: opinionsInAnHour_max, minutes: 60 })
  if (!may) return again([{ field: '', code: 'too-many-sent' }], 429)
  try {
    const citizen = { ...viewer, account_id: null, positions: [], via: 'portal' as const }
    await perform(db, sendOpinion, { viewer: citizen, unit_id, id, input: { ...read.data, consultation_id }, moment })
  } catch (error) {
    const { errors, status } = refusedForm(error, language, (code, cite) => sentence(c, code, cite))
    return again(errors, status)
  }
  return renderPage(c, <OpinionSentPage frame={frameOf(c)} code={read.data.code} row={row} />)
}

async function own({ c, db }: Asked): Promise<Response> {
  const { viewer } = c.var
  const { unit_id, id } = keyOf(c)
  const row = await ownOpinion(viewer, db.pool, unit_id, id)
  const asked = row && (await publicConsultation(viewer, db.pool, unit_id, row.consultation_id))
  if (!row || !asked) throw notFound()
  return renderPage(c, <OwnOpinionPage frame={frameOf(c)} row={row} consultation={asked} />)
}
