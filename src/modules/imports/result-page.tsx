/** What became of an import: its progress, its end, its undoing. Pure functions of what was read. */
import { Button } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { number, shortDay } from '../../ui/parts/format.ts'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { Details, Inset } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import type { BookImportRow } from './import.ts'
import { importPath, importsPath, placeOf } from './views.tsx'

const listed_max = 200

/** Rows go in or out; the page reloads by itself. `done` null: nothing works on it any more. */
export function RunningPage(props: {
  frame: Frame
  record: BookImportRow
  done: number | null
  /** Where to go on, where it was broken off and the upload is still there. */
  resume: string | null
}) {
  const { running } = words(props.frame.language).imports
  const path = importPath(props.record.unit_id, props.record.id)
  const count = (n: number) => number(n, props.frame.language)
  const title = props.record.state === 'running' ? running.title : running.undoing
  return (
    <DeskPage frame={props.frame} title={title} current="receptions">
      <h1 class="govuk-heading-l">{title}</h1>
      {props.done === null ? (
        <>
          <p class="govuk-body">{running.broken_off}</p>
          {props.resume === null ? (
            <Button href={importsPath}>{words(props.frame.language).imports.gone.again}</Button>
          ) : (
            <Button href={props.resume}>{running.resume}</Button>
          )}
          <UndoForm frame={props.frame} path={path} />
        </>
      ) : (
        <>
          <p class="govuk-body">{running.progress(count(props.done), count(props.record.rows))}</p>
          <progress value={props.done} max={Math.max(1, props.record.rows)} aria-label={title} />
          <p class="govuk-body">
            <a class="govuk-link" href={path}>
              {running.look}
            </a>
          </p>
        </>
      )}
    </DeskPage>
  )
}

function UndoForm({ frame, path }: { frame: Frame; path: string }) {
  const { result } = words(frame.language).imports
  return (
    <form method="post" action={`${path}/hoan-tac`}>
      <p class="govuk-body">{result.undo_hint}</p>
      <Button kind="warning">{result.undo}</Button>
    </form>
  )
}

/** How it ended. */
export function ResultPage({ frame, record }: { frame: Frame; record: BookImportRow }) {
  const { result } = words(frame.language).imports
  const count = (n: number | null) => (n === null ? null : number(n, frame.language))
  const undone = record.state === 'undone'
  const title = undone ? result.undone_title : result.title
  const facts = [
    { key: result.file, value: record.file_name },
    { key: result.rows, value: count(record.rows) },
    { key: result.visits, value: count(record.visits) },
    { key: result.petitions, value: count(record.petitions) },
    { key: result.sealed, value: count(record.sealed) },
    { key: result.already, value: count(record.already) },
    { key: result.refused, value: count(record.refused.length) },
    ...(undone
      ? [
          {
            key: result.undone,
            value: `${count(record.undone)} · ${record.undone_on ? shortDay(record.undone_on) : ''}`,
          },
          { key: result.kept, value: count(record.kept.length) },
        ]
      : []),
  ].filter((fact) => fact.value !== null)
  return (
    <DeskPage frame={frame} title={title} current="receptions">
      <h1 class="govuk-heading-l">{title}</h1>
      <SummaryList rows={facts} />
      <Refused frame={frame} record={record} />
      {undone ? <Kept frame={frame} record={record} /> : null}
      {(!undone || record.kept.length > 0) && <UndoForm frame={frame} path={importPath(record.unit_id, record.id)} />}
      <p class="govuk-body">
        <a class="govuk-link" href={importsPath}>
          {result.list}
        </a>
      </p>
    </DeskPage>
  )
}

function Refused({ frame, record }: { frame: Frame; record: BookImportRow }) {
  const { result, refusals } = words(frame.language).imports
  const known: Readonly<Record<string, string>> = refusals
  if (record.refused.length === 0) return null
  return (
    <Details summary={`${result.refused} (${number(record.refused.length, frame.language)})`} open>
      <p class="govuk-body">{result.refused_lead}</p>
      <ul class="govuk-list">
        {record.refused.slice(0, listed_max).map((row) => (
          <li key={row.at}>
            {placeOf(row.at, frame.language)}: {known[row.code] ?? refusals.other}
          </li>
        ))}
      </ul>
    </Details>
  )
}

function Kept({ frame, record }: { frame: Frame; record: BookImportRow }) {
  const { result } = words(frame.language).imports
  const why: Readonly<Record<string, string>> = result.kept_why
  if (record.kept.length === 0) return null
  return (
    <Inset>
      <p class="govuk-body">{result.kept_lead}</p>
      <ul class="govuk-list">
        {record.kept.slice(0, listed_max).map((row) => (
          <li key={row.visit_id}>
            <a class="govuk-link" href={`/ho-so/${record.unit_id}/visit/${row.visit_id}`}>
              {result.record}
            </a>
            : {why[row.code] ?? why['acted-on']}
          </li>
        ))}
      </ul>
    </Inset>
  )
}
