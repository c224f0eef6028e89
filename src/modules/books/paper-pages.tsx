/** The ways in to paper copies: `/so/ky-giay`. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, readPost, renderPage, seeOther } from '../../http/pages.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import type { Db } from '../../platform/database.ts'
import type { Fault } from '../../platform/input.ts'
import { isUuid } from '../../platform/uuid.ts'
import { words } from '../../ui/words/words.ts'
import { correctLetter } from './correct-letter.ts'
import { numberPaper } from './number-paper.ts'
import { PaperLetterPage, PaperPage, paperPath } from './paper-page.tsx'
import { keepsPaper, paperLetter, paperLetters } from './paper-queries.ts'
import { recallLetter } from './recall-letter.ts'
import { replaceLetter } from './replace-letter.ts'

const steps: readonly AnyAction[] = [numberPaper, replaceLetter, correctLetter, recallLetter]

/** Registers the pages; `/so/*` has already sent those who are not signed in away. */
export function paperPages(app: Hono<AppEnv>, { db }: { db: Db }): void {
  app.get(paperPath, async (c) => {
    const { viewer } = c.var
    const unit_id = viewer.positions.find((post) => keepsPaper(viewer, post.unit_id))?.unit_id
    if (!unit_id) return c.notFound()
    const letters = await paperLetters(viewer, db.pool, unit_id)
    return renderPage(c, <PaperPage frame={frameOf(c)} unit_id={unit_id} letters={letters} />)
  })
  app.get(`${paperPath}/:unit/:id`, (c) => show(c, db, c.req.param('unit'), c.req.param('id')))
  app.post(`${paperPath}/:unit/:id/:step`, async (c) => {
    const { unit, id, step } = c.req.param()
    const action = steps.find((one) => one.step === step)
    if (!action || !isUuid(unit) || !isUuid(id)) return c.notFound()
    const posted = await readPost(c, action.input)
    const { viewer, moment } = c.var
    const seen = posted.form.get('revision')
    const values = Object.fromEntries([...posted.form].map(([name, value]) => [name, String(value)]))
    const call = { viewer, moment, unit_id: unit, id, ...(seen === null ? {} : { revision: Number(seen) }) }
    try {
      await perform(db, action, {
        ...call,
        input: { ...values, ...(step === 'number-paper' ? { letter_id: id } : {}) },
      })
      return seeOther(c, `${paperPath}/${unit}/${id}`)
    } catch (error) {
      if (error instanceof WrongInput) return show(c, db, unit, id, error.faults)
      throw error
    }
  })
}

async function show(c: Context<AppEnv>, db: Db, unit_id: string, id: string, faults: readonly Fault[] = []) {
  const { viewer, language } = c.var
  const letter = isUuid(unit_id) && isUuid(id) ? await paperLetter(viewer, db.pool, unit_id, id) : null
  if (!letter) return c.notFound()
  const said = words(language).books.paper
  const sentences: Readonly<Record<string, string>> = said.faults
  const shown = faults.map((fault) => sentences[fault.code] ?? said.faults.incomplete)
  const others = (await paperLetters(viewer, db.pool, unit_id)).filter((one) => one.id !== id)
  const page = (
    <PaperLetterPage
      frame={frameOf(c)}
      unit_id={unit_id}
      letter={letter}
      others={others}
      faults={[...new Set(shown)]}
    />
  )
  return renderPage(c, page, faults.length > 0 ? 422 : 200)
}
