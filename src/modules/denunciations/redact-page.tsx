/** Blackening a scan: every page is shown as it would be given, before it is given. */
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, type PageStatus, readPost, renderPage, seeOther } from '../../http/pages.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { type Fault, longText } from '../../platform/input.ts'
import { type Box, redactLimits } from '../../platform/redact.ts'
import { Button, ButtonGroup } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { FieldsOf, FormErrors } from '../../ui/parts/form.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { Inset, Warning } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import type { DenunciationRow } from './denunciation.ts'
import { listPath, nameOf, recordPath } from './desk.tsx'
import type { SealedDeps } from './key-pages.tsx'
import { type Found, faultsIn, ofInsider, withKey } from './of-insider.ts'
import { boxesIn, type Drawn, drawCopy, giveCopy } from './redact-copy.ts'

const form = z.object({ boxes: longText(redactLimits.boxes_max * 30).optional() })

/** Registers the page of one file and the giving of its blackened copy. */
export function redactPages(app: Hono<AppEnv>, deps: SealedDeps): void {
  const one = `${listPath}/:unit/:id/che/:file`
  app.get(one, (c) => ofInsider(c, deps, async ({ record }) => seeOther(c, recordPath(record))))
  app.post(one, (c) => ofInsider(c, deps, (found) => look(c, deps, found)))
  app.post(`${one}/redact-copy`, (c) => ofInsider(c, deps, (found) => give(c, deps, found)))
}

/** Boxes of a form that may be wrong: the page is drawn with none, and says so. */
function boxesOr(typed: string | undefined): { boxes: readonly Box[]; errors: readonly Fault[] } {
  try {
    return { boxes: boxesIn(typed ?? ''), errors: [] }
  } catch (fault) {
    if (fault instanceof WrongInput) return { boxes: [], errors: fault.faults }
    throw fault
  }
}

async function look(
  c: Context<AppEnv>,
  deps: SealedDeps,
  { record }: Found,
  known: readonly Fault[] = [],
  status: PageStatus = 200,
): Promise<Response> {
  const posted = await readPost(c, form)
  const typed = posted.ok ? posted.data.boxes : undefined
  const { boxes, errors } = posted.ok ? boxesOr(typed) : { boxes: [], errors: posted.errors }
  const file_id = c.req.param('file') ?? ''
  const frame = frameOf(c)
  return withKey(c, deps, record, async (opening) => {
    try {
      const drawn = await drawCopy(deps.signIn.db, opening, file_id, boxes)
      const faults = [...known, ...errors]
      const page = <RedactPage {...{ frame, record, file_id, drawn }} typed={typed ?? ''} errors={faults} />
      return renderPage(c, page, faults.length > 0 && status === 200 ? 422 : status)
    } catch (fault) {
      const page = (
        <RedactPage {...{ frame, record, file_id }} typed={typed ?? ''} errors={faultsIn(c, fault, 'boxes')} />
      )
      return renderPage(c, page, 422)
    }
  })
}

async function give(c: Context<AppEnv>, deps: SealedDeps, found: Found): Promise<Response> {
  const posted = await readPost(c, form)
  const { boxes, errors } = posted.ok ? boxesOr(posted.data.boxes) : { boxes: [], errors: posted.errors }
  if (errors.length > 0) return look(c, deps, found, [], 422)
  return withKey(c, deps, found.record, async (opening) => {
    try {
      await giveCopy(deps.signIn.db, opening, c.req.param('file') ?? '', boxes)
      return seeOther(c, recordPath(found.record))
    } catch (fault) {
      const faults = faultsIn(c, fault, 'boxes')
      return look(c, deps, found, faults, fault instanceof NotOpen ? 409 : 422)
    }
  })
}

function RedactPage(props: {
  frame: Frame
  record: DenunciationRow
  file_id: string
  typed: string
  errors: readonly Fault[]
  drawn?: Drawn
}) {
  const w = words(props.frame.language)
  const { redact } = w.channel
  const path = `${recordPath(props.record)}/che/${props.file_id}`
  const said = { labels: redact.labels, hints: { boxes: redact.hint }, faults: w.denunciations.faults }
  return (
    <DeskPage
      frame={props.frame}
      title={nameOf(props.record, w)}
      back={{ href: recordPath(props.record) }}
      faulty={props.errors.length > 0}
    >
      <FormErrors errors={props.errors} words={said} />
      <h1 class="govuk-heading-l">{redact.title}</h1>
      <Inset>{redact.lead}</Inset>
      {props.drawn && (
        <form method="post" action={path} novalidate class="gd-form">
          <FieldsOf schema={form} words={said} values={{ boxes: props.typed }} errors={props.errors} />
          <Warning>{redact.look}</Warning>
          <ButtonGroup>
            <Button kind="secondary">{redact.preview}</Button>
            <Button formaction={`${path}/redact-copy`}>{redact.give}</Button>
          </ButtonGroup>
        </form>
      )}
      {props.drawn?.pages.map((page, index) => (
        <figure key={index} class="gd-scan">
          <figcaption>{redact.page(index + 1)}</figcaption>
          <div class="gd-scan__page">
            <img src={`data:image/png;base64,${page.toString('base64')}`} alt={redact.page(index + 1)} />
          </div>
        </figure>
      ))}
    </DeskPage>
  )
}
