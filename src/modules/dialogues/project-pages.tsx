/** The desk of projects: lists, one record of each kind, its steps. For those who prepare, and for the units above. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, renderPage, signInFirst } from '../../http/pages.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import type { Db } from '../../platform/database.ts'
import { isUuid } from '../../platform/uuid.ts'
import { commitmentsFrom } from '../commitments/queries.ts'
import { creating, onRow } from './desk-kinds.ts'
import { type About, type Asked, offered, offeredOn, stepForm, takeStep } from './desk-steps.tsx'
import { OpinionPage } from './opinion-views.tsx'
import { project } from './project.ts'
import { type DeskKind, deskPathOf, projectsPath } from './project-addresses.ts'
import {
  consultationsOf,
  deskHistory,
  deskRecord,
  namesOf,
  opinionCount,
  opinionsIn,
  preparingUnit,
  projectsOf,
  worksWithProjects,
} from './project-queries.ts'
import { ConsultationPage, ProjectPage, ProjectsPage } from './project-views.tsx'

/** Segments of an address that are ids, so that no other page is shadowed. */
export const idSegments = ':unit{[0-9a-fA-F-]{36}}/:id{[0-9a-fA-F-]{36}}'

/** Where the pages of a kind's records are. */
export const patternOf = (kind: DeskKind) => deskPathOf[kind]({ unit_id: '.', id: '.' }).replace('./.', idSegments)

/** Unit and record that an address names; what is no id is answered as if it were not there. */
export function keyOf(c: Context<AppEnv>): { unit_id: string; id: string } {
  const { unit = '', id = '' } = c.req.param() as Record<string, string>
  if (!isUuid(unit) || !isUuid(id)) throw new NotOpen('not-yours', '', 404)
  return { unit_id: unit, id }
}

async function aboutOf({ c, db }: Asked, kind: DeskKind): Promise<About> {
  const row = await deskRecord(c.var.viewer, db.pool, kind, keyOf(c))
  if (!row) throw new NotOpen('not-yours', '', 404)
  return { kind, unit_id: row.unit_id, row }
}

/** Registers the form of every step of a kind on its records. */
export function stepRoutes(
  app: Hono<AppEnv>,
  asked: (work: (one: Asked) => Promise<Response>) => (c: Context<AppEnv>) => Promise<Response>,
  kind: DeskKind,
  except: readonly string[] = [],
): void {
  for (const action of onRow(kind)) {
    if (except.includes(action.step)) continue
    const path = `${patternOf(kind)}/${action.step}`
    app.get(
      path,
      asked(async (one) => stepForm(one, action, await aboutOf(one, kind))),
    )
    app.post(
      path,
      asked(async (one) => takeStep(one, action, await aboutOf(one, kind))),
    )
  }
}

/** Registers `/cong-trinh` and what is under it, but for requests by voters. */
export function projectPages(app: Hono<AppEnv>, { db }: { db: Db }): void {
  const asked = (work: (asked: Asked) => Promise<Response>) => async (c: Context<AppEnv>) => {
    if (c.var.viewer.account_id === null) return signInFirst(c)
    return worksWithProjects(c.var.viewer) ? work({ c, db }) : (c.notFound() as Response)
  }
  app.get(projectsPath, asked(list))
  for (const kind of ['project', 'consultation'] as const) {
    const path = newPath(kind)
    app.get(
      path,
      asked((one) => stepForm(one, creating(kind), beginning(one, kind))),
    )
    app.post(
      path,
      asked((one) => takeStep(one, creating(kind), beginning(one, kind))),
    )
  }
  const opinions = `${patternOf('consultation')}/record-opinion`
  app.get(
    opinions,
    asked(async (one) => stepForm(one, creating('opinion'), await newOpinion(one))),
  )
  app.post(
    opinions,
    asked(async (one) => takeStep(one, creating('opinion'), await newOpinion(one))),
  )
  for (const kind of ['project', 'consultation', 'opinion'] as const) stepRoutes(app, asked, kind)
  app.get(patternOf('project'), asked(projectPage))
  app.get(patternOf('consultation'), asked(consultationPage))
  app.get(patternOf('opinion'), asked(opinionPage))
}

const newPath = (kind: 'project' | 'consultation') =>
  `${projectsPath}/${kind === 'project' ? 'du-an' : 'lay-y-kien'}/${creating(kind).step}`

function beginning({ c }: Asked, kind: 'project' | 'consultation'): About {
  const unit_id = preparingUnit(c.var.viewer)
  if (unit_id === null) throw new NotOpen('not-yours', '', 404)
  return { kind, unit_id, row: null, path: newPath(kind) }
}

async function newOpinion(one: Asked): Promise<About> {
  const { row, unit_id } = await aboutOf(one, 'consultation')
  const back = deskPathOf.consultation({ unit_id, id: row?.id ?? '' })
  return {
    kind: 'opinion',
    unit_id,
    row: null,
    fixed: { consultation_id: row?.id ?? '' },
    path: `${back}/record-opinion`,
    back,
  }
}

async function list(one: Asked): Promise<Response> {
  const { c, db } = one
  const { viewer } = c.var
  const projects = await projectsOf(viewer, db.pool)
  const names = await namesOf(
    viewer,
    db.pool,
    projects.flatMap((row) => row.area_unit_ids),
  )
  const may = []
  if (preparingUnit(viewer) !== null)
    for (const kind of ['project', 'consultation'] as const) {
      const said = await offered(one, creating(kind), beginning(one, kind))
      if (said) may.push(said)
    }
  const consultations = await consultationsOf(viewer, db.pool)
  return renderPage(c, <ProjectsPage frame={frameOf(c)} {...{ projects, consultations, names, may }} />)
}

async function projectPage(one: Asked): Promise<Response> {
  const { c, db } = one
  const { viewer, moment } = c.var
  const row = await deskRecord(viewer, db.pool, 'project', keyOf(c))
  if (!row) throw new NotOpen('not-yours', '', 404)
  const { unit_id, id } = row
  const facts = await project.facts(db.pool, { record: row, unit_id, viewer, moment })
  const ids = [
    ...row.area_unit_ids,
    ...(row.owner_unit_id ? [row.owner_unit_id] : []),
    ...facts.without_dialogue,
    ...facts.not_asked,
    ...row.moves.flatMap((move) => [...move.from, ...move.to]),
  ]
  return renderPage(
    c,
    <ProjectPage
      frame={frameOf(c)}
      row={row}
      facts={facts}
      names={await namesOf(viewer, db.pool, ids)}
      steps={await offeredOn(one, { kind: 'project', unit_id, row })}
      promises={await commitmentsFrom(viewer, db.pool, { kind: 'project', unit_id, id })}
      happened={await deskHistory(viewer, db.pool, 'project', row)}
    />,
  )
}

async function consultationPage(one: Asked): Promise<Response> {
  const { c, db } = one
  const { viewer } = c.var
  const row = await deskRecord(viewer, db.pool, 'consultation', keyOf(c))
  if (!row) throw new NotOpen('not-yours', '', 404)
  const { unit_id } = row
  const steps = await offeredOn(one, { kind: 'consultation', unit_id, row })
  const paper = await offered(one, creating('opinion'), await newOpinion(one))
  const takes = row.state === 'open' || row.state === 'closed'
  return renderPage(
    c,
    <ConsultationPage
      frame={frameOf(c)}
      row={row}
      names={await namesOf(viewer, db.pool, row.asked_unit_ids)}
      count={await opinionCount(viewer, db.pool, row)}
      opinions={await opinionsIn(viewer, db.pool, row)}
      steps={paper && takes ? [paper, ...steps] : steps}
      happened={await deskHistory(viewer, db.pool, 'consultation', row)}
    />,
  )
}

async function opinionPage(one: Asked): Promise<Response> {
  const { c, db } = one
  const { viewer } = c.var
  const row = await deskRecord(viewer, db.pool, 'opinion', keyOf(c))
  const key = row && { unit_id: row.unit_id, id: row.consultation_id }
  const asked = key && (await deskRecord(viewer, db.pool, 'consultation', key))
  if (!row || !asked) throw new NotOpen('not-yours', '', 404)
  return renderPage(
    c,
    <OpinionPage
      frame={frameOf(c)}
      row={row}
      consultation={{ href: deskPathOf.consultation(asked), text: asked.title }}
      steps={await offeredOn(one, { kind: 'opinion', unit_id: row.unit_id, row })}
      happened={await deskHistory(viewer, db.pool, 'opinion', row)}
    />,
  )
}
