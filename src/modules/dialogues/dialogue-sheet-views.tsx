/** Sheets of a dialogue that are printed: slips to cut apart, and the minutes. */
import { minutesParts } from '../../law/dialogue-rules.ts'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { number, shortDay } from '../../ui/parts/format.ts'
import { paragraphs } from '../../ui/parts/letter.tsx'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { words } from '../../ui/words/words.ts'
import { deskDialoguePath } from './addresses.ts'
import type { Dialogue, QuestionCounts } from './queries.ts'

/** Slips: one a person, each with its code. */
export function SlipsSheet(props: {
  frame: Frame
  row: Dialogue
  codes: readonly string[]
  address: string
  long_address: string
}) {
  const { frame, row } = props
  const { slips, desk } = words(frame.language).dialogues
  return (
    <DeskPage frame={frame} title={slips.title} current="dialogues" back={{ href: deskDialoguePath(row) }}>
      <h1 class="govuk-heading-l">{slips.title}</h1>
      <p class="gd-noprint">{props.codes.length === 0 ? slips.none : slips.lead}</p>
      <ol class="gd-slips">
        {props.codes.map((code, index) => (
          <li key={code} class="gd-slip">
            <strong>{row.title}</strong>
            <span>
              {shortDay(row.held_on)} · {row.place}
            </span>
            <span class="gd-code">{code}</span>
            <span class="gd-cite">
              {slips.slip(number(index + 1, frame.language))}. {slips.open(props.address)}
            </span>
          </li>
        ))}
      </ol>
      <p class="gd-noprint">
        {desk.public_page}: {props.long_address}
      </p>
    </DeskPage>
  )
}

/** The minutes as they stand, to read out and sign. */
export function MinutesSheet(props: { frame: Frame; row: Dialogue; counts: QuestionCounts }) {
  const { frame, row, counts } = props
  const { dialogues: w } = words(frame.language)
  const { desk, minutes_sheet: sheet } = w
  const said = (count: number) => number(count, frame.language)
  return (
    <DeskPage frame={frame} title={sheet.title} current="dialogues" wide={false} back={{ href: deskDialoguePath(row) }}>
      <h1>{sheet.title}</h1>
      <SummaryList
        rows={[
          { key: w.labels.title, value: row.title },
          { key: desk.when, value: `${row.starts}–${row.ends}, ${shortDay(row.held_on)}` },
          { key: desk.where, value: row.place },
          { key: desk.chaired_by, value: row.chaired_by },
          ...(row.people === null ? [] : [{ key: desk.came, value: desk.attendance(said(row.people)) }]),
          { key: desk.questions, value: said(counts.asked) },
        ]}
      />
      {minutesParts.map((part) => {
        const written = row.minutes.find((one) => one.part === part)
        return (
          <section key={part}>
            <h2 class="govuk-heading-m">{w.minutes_parts[part]}</h2>
            {written ? paragraphs(written.text) : <p>{desk.minutes_empty}</p>}
          </section>
        )
      })}
      {row.promises.length > 0 && (
        <section>
          <h2 class="govuk-heading-m">{desk.promises}</h2>
          <ol class="govuk-list govuk-list--number">
            {row.promises.map((one) => (
              <li key={one.id}>
                {one.text} ({shortDay(Temporal.PlainDate.from(one.due_on))})
              </li>
            ))}
          </ol>
        </section>
      )}
      <p class="gd-signatures">
        <span>{sheet.sign_clerk}</span> <span>{sheet.sign_chair}</span>
      </p>
    </DeskPage>
  )
}
