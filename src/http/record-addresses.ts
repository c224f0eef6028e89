/**
 * One address for a record of any kind, `/ho-so/<unit>/<kind>/<id>`: lists of what a figure counts name records by kind and
 * id alone. Kinds whose page stands elsewhere are led there; who may read it is asked by the page itself.
 */
import type { Hono } from 'hono'
import { rowPath as backlogPath } from '../modules/backlog/addresses.ts'
import { commitmentPath } from '../modules/commitments/addresses.ts'
import { meetingPath } from '../modules/conferences/addresses.ts'
import { paperPath, topicPath, volumePagePath } from '../modules/conferences/paper-addresses.ts'
import { deskDialoguePath } from '../modules/dialogues/addresses.ts'
import { deskPathOf } from '../modules/dialogues/project-addresses.ts'
import { recordPath as grievancePath } from '../modules/grievances/addresses.ts'
import { rowPath as programmePath } from '../modules/programmes/addresses.ts'
import { returnPath } from '../modules/reports/addresses.ts'
import { answerPath, callPath } from '../modules/topical-reports/addresses.ts'
import type { AppEnv } from './env.ts'
import { seeOther } from './pages.ts'

type Row = Readonly<{ unit_id: string; id: string }>

const elsewhere: Readonly<Record<string, (row: Row) => string>> = {
  'case-plan': (row) => backlogPath('plans', row),
  'overdue-demand': (row) => backlogPath('demands', row),
  grievance: grievancePath,
  commitment: (row) => commitmentPath('desk', row),
  dialogue: deskDialoguePath,
  ...deskPathOf,
  meeting: (row) => meetingPath(row),
  topic: (row) => topicPath(row),
  paper: (row) => paperPath(row),
  'papers-volume': (row) => volumePagePath(row),
  instrument: (row) => programmePath('instruments', row),
  'study-session': (row) => programmePath('sessions', row),
  programme: (row) => programmePath('programmes', row),
  movement: (row) => programmePath('movements', row),
  'topical-call': callPath,
  'topical-answer': answerPath,
  'unit-return': ({ unit_id, id }) => returnPath(unit_id, id),
}

/** Registers the address for these kinds; the others have their page there. */
export function recordAddresses(app: Hono<AppEnv>): void {
  app.get('/ho-so/:unit{[0-9a-fA-F-]{36}}/:kind/:id{[0-9a-fA-F-]{36}}', async (c, next) => {
    const { unit: unit_id, kind, id } = c.req.param()
    const path = Object.hasOwn(elsewhere, kind) ? elsewhere[kind]?.({ unit_id, id }) : undefined
    return path ? seeOther(c, path) : next()
  })
}
