/** Words between units as their readers see them: a list that tells nothing, and one word opened with the reader's key. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, renderPage, seeOther, signInFirst } from '../../http/pages.ts'
import { isUuid } from '../../platform/uuid.ts'
import { closeKey } from '../../platform/vault/officer-key.ts'
import { Button } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { paragraphs } from '../../ui/parts/letter.tsx'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Inset, Warning } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { listPath, unlockPath } from './desk.tsx'
import { keyOfRequest, type SealedDeps } from './key-pages.tsx'
import type { WordContent } from './sealed-word.ts'
import { openWord } from './word-delivery.ts'
import { type WordLine, wordLine, wordLines } from './word-queries.ts'

/** Address of the list. */
export const wordsPath = `${listPath}/trao-doi`
const pathOf = (line: { unit_id: string; id: string }) => `${wordsPath}/${line.unit_id}/${line.id}`

/** Registers the list and one word. */
export function wordPages(app: Hono<AppEnv>, deps: SealedDeps): void {
  const one = `${wordsPath}/:unit/:id`
  app.get(wordsPath, (c) => list(c, deps))
  app.get(one, (c) => ofReader(c, deps, async (line) => renderPage(c, <WordPage frame={frameOf(c)} line={line} />)))
  app.get(`${one}/read-word`, (c) => ofReader(c, deps, async (line) => seeOther(c, pathOf(line))))
  app.post(`${one}/read-word`, (c) => ofReader(c, deps, (line) => open(c, deps, line)))
}

async function list(c: Context<AppEnv>, deps: SealedDeps): Promise<Response> {
  const { viewer } = c.var
  if (!viewer.account_id) return signInFirst(c)
  const lines = await wordLines(viewer, deps.signIn.db.pool)
  return renderPage(c, <WordsPage frame={frameOf(c)} lines={lines} />)
}

async function ofReader(
  c: Context<AppEnv>,
  deps: SealedDeps,
  work: (line: WordLine) => Promise<Response>,
): Promise<Response> {
  const { viewer } = c.var
  if (!viewer.account_id) return signInFirst(c)
  const { unit = '', id = '' } = c.req.param() as { unit?: string; id?: string }
  if (!isUuid(unit) || !isUuid(id)) return c.notFound() as Response
  const line = await wordLine(viewer, deps.signIn.db.pool, unit, id)
  return line ? work(line) : (c.notFound() as Response)
}

async function open(c: Context<AppEnv>, deps: SealedDeps, line: WordLine): Promise<Response> {
  const key = await keyOfRequest(c, deps)
  if (!key) return seeOther(c, unlockPath(pathOf(line)))
  try {
    const { viewer, moment } = c.var
    const { content } = await openWord(deps.signIn.db, { viewer, moment, key, unit_id: line.unit_id, id: line.id })
    return renderPage(c, <WordPage frame={frameOf(c)} line={line} content={content} />)
  } finally {
    closeKey(key)
  }
}

/** How far a word has come, with the days of a demand. */
function stateOf(line: WordLine, frame: Frame): string {
  const { sealed_words: w } = words(frame.language)
  if (line.answered_on) return w.states.answered(shortDay(line.answered_on))
  if (line.kind === 'demand' && line.answer_by)
    return `${w.states.waits} (${w.days_left(frame.on.until(line.answer_by).days)})`
  return line.read_on ? w.states.read : w.states.new
}

function WordsPage(props: { frame: Frame; lines: readonly WordLine[] }) {
  const { frame } = props
  const { sealed_words: w, denunciations: d } = words(frame.language)
  return (
    <DeskPage frame={frame} title={w.title} current="sealed" back={{ href: listPath, text: d.title }}>
      <h1 class="govuk-heading-l">{w.title}</h1>
      <p class="govuk-body">{w.lead}</p>
      <Table
        caption={w.title}
        caption_hidden
        rows={props.lines}
        row_key={(line) => line.id}
        row_href={pathOf}
        empty={<p class="govuk-body">{w.empty}</p>}
        columns={[
          { key: 'on', title: w.columns.on, nowrap: true, cell: (line) => shortDay(line.sent_on) },
          {
            key: 'kind',
            title: w.columns.kind,
            row_header: true,
            cell: (line) => (
              <a class="govuk-link" href={pathOf(line)}>
                {w.kinds[line.kind]}
              </a>
            ),
          },
          { key: 'from', title: w.columns.from, cell: (line) => line.from_unit_name },
          {
            key: 'by',
            title: w.columns.answer_by,
            nowrap: true,
            cell: (line) => (line.answer_by ? shortDay(line.answer_by) : '–'),
          },
          { key: 'state', title: w.columns.state, cell: (line) => stateOf(line, frame) },
        ]}
      />
    </DeskPage>
  )
}

function WordPage(props: { frame: Frame; line: WordLine; content?: WordContent }) {
  const { frame, line, content } = props
  const { sealed_words: w } = words(frame.language)
  const waits = line.kind === 'demand' && line.answered_on === null
  return (
    <DeskPage frame={frame} title={w.one} current="sealed" back={{ href: wordsPath, text: w.title }}>
      <h1 class="govuk-heading-l">{content ? content.title : `${w.one}: ${w.kinds[line.kind]}`}</h1>
      <SummaryList
        rows={[
          { key: w.columns.from, value: line.from_unit_name },
          { key: w.columns.on, value: shortDay(line.sent_on) },
          ...(line.answer_by ? [{ key: w.columns.answer_by, value: shortDay(line.answer_by) }] : []),
          { key: w.columns.state, value: stateOf(line, frame) },
        ]}
      />
      {content ? (
        <>
          <Warning>{w.opened}</Warning>
          {content.paragraphs.map((text) => paragraphs(text))}
        </>
      ) : (
        <form method="post" action={`${pathOf(line)}/read-word`}>
          <Button>{w.open}</Button>
        </form>
      )}
      {waits && <Inset>{w.how_to_answer}</Inset>}
    </DeskPage>
  )
}
