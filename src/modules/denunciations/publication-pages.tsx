/** `/cong-khai`: conclusions that stand in public, and the head's way to take one down. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { refusedForm } from '../../http/errors.tsx'
import { frameOf, type PageStatus, readPost, renderPage, seeOther, signInFirst } from '../../http/pages.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import { carries } from '../../platform/actions/viewer.ts'
import { day, type Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { isUuid } from '../../platform/uuid.ts'
import { shortDay } from '../../ui/parts/format.ts'
import { paragraphs } from '../../ui/parts/letter.tsx'
import { Pagination } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { PortalPage } from '../../ui/parts/portal-page.tsx'
import { StepPage } from '../../ui/parts/step-page.tsx'
import { words } from '../../ui/words/words.ts'
import type { SealedDeps } from './key-pages.tsx'
import { type Published, publishedMax, shownPublication, shownPublications } from './publication-queries.ts'
import { takeDown } from './take-down.ts'

/** Where conclusions stand in public. */
export const publicationsPath = '/cong-khai'
const pathOf = (row: { unit_id: string; id: string }) => `${publicationsPath}/${row.unit_id}/${row.id}`

/** Registers the public list and the form that takes one down. */
export function publicationPages(app: Hono<AppEnv>, deps: SealedDeps): void {
  const form = `${publicationsPath}/:unit/:id/${takeDown.step}`
  app.get(publicationsPath, (c) => list(c, deps))
  app.get(form, (c) => takeDownPage(c, deps))
  app.post(form, (c) => takeDownPost(c, deps))
}

async function list(c: Context<AppEnv>, deps: SealedDeps): Promise<Response> {
  const asked = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(c.req.query('sau') ?? '')
  const published_on = day().safeParse(asked?.[1] ?? '')
  const before =
    asked?.[2] && published_on.success ? { published_on: published_on.data.toString(), id: asked[2] } : null
  const rows = await shownPublications(c.var.viewer, deps.signIn.db.pool, before)
  const last = rows.length > publishedMax ? rows[publishedMax - 1] : undefined
  const later = last ? `${publicationsPath}?sau=${last.published_on}_${last.id}` : undefined
  const heads = (row: Published) => carries(c.var.viewer, row.unit_id, 'head')
  const page = <PublicationsPage frame={frameOf(c)} rows={rows.slice(0, publishedMax)} {...{ later, heads }} />
  return renderPage(c, page)
}

function PublicationsPage(props: {
  frame: Frame
  rows: readonly Published[]
  later: string | undefined
  heads: (row: Published) => boolean
}) {
  const { sealed_words } = words(props.frame.language)
  const w = sealed_words.public_page
  return (
    <PortalPage frame={props.frame} title={w.title}>
      <h1 class="govuk-heading-l">{w.title}</h1>
      <p class="govuk-body">{w.lead}</p>
      {props.rows.length === 0 && <p class="govuk-body">{w.empty}</p>}
      {props.rows.map((row) => (
        <article key={row.id} class="gd-answer">
          <p class="govuk-caption-m">{w.published(shortDay(row.published_on), row.unit_name)}</p>
          <h2 class="govuk-heading-m">{row.title}</h2>
          {paragraphs(row.public_text)}
          <p class="govuk-caption-m">{w.until(shortDay(row.until_on.subtract({ days: 1 })))}</p>
          {props.heads(row) && (
            <p>
              <a class="govuk-link" href={`${pathOf(row)}/${takeDown.step}`}>
                {w.take_down}
              </a>
            </p>
          )}
        </article>
      ))}
      <Pagination later={props.later} />
    </PortalPage>
  )
}

async function rowOr404(c: Context<AppEnv>, deps: SealedDeps) {
  const { viewer } = c.var
  const { unit = '', id = '' } = c.req.param() as { unit?: string; id?: string }
  const asked = isUuid(unit) && isUuid(id) && carries(viewer, unit, 'head')
  const row = asked ? await shownPublication(viewer, deps.signIn.db.pool, unit, id) : null
  if (!row) throw new NotOpen('not-yours', '', 404)
  return row
}

async function takeDownPage(
  c: Context<AppEnv>,
  deps: SealedDeps,
  values: FormValues = {},
  errors: readonly Fault[] = [],
  status: PageStatus = 200,
): Promise<Response> {
  if (!c.var.viewer.account_id) return signInFirst(c)
  const row = await rowOr404(c, deps)
  const w = words(c.var.language).sealed_words.public_page
  const page = (
    <StepPage
      frame={frameOf(c)}
      title={w.take_down}
      about={`${row.title} · ${w.published(shortDay(row.published_on), row.unit_name)}`}
      action={`${pathOf(row)}/${takeDown.step}`}
      cancel={publicationsPath}
      schema={takeDown.input}
      form={{ labels: { reason: w.reason }, faults: {} }}
      values={values}
      errors={errors}
      revision={row.revision}
    />
  )
  return renderPage(c, page, status)
}

async function takeDownPost(c: Context<AppEnv>, deps: SealedDeps): Promise<Response> {
  const { viewer, moment, language } = c.var
  if (!viewer.account_id) return signInFirst(c)
  const { unit_id, id } = await rowOr404(c, deps)
  const read = await readPost(c, takeDown.input)
  if (!read.ok) return takeDownPage(c, deps, read.values, read.errors, 422)
  const revision = Number(read.form.get('revision')) || 0
  try {
    await perform(deps.signIn.db, takeDown, { viewer, moment, unit_id, id, revision, input: read.data })
  } catch (error) {
    const { errors, status } = refusedForm(error, language, (code) => code)
    return takeDownPage(c, deps, read.values, errors, status)
  }
  return seeOther(c, publicationsPath)
}
