/** Parts of a dialogue's page at the desk: groups of questions, minutes, promises, letters. */
import { minutesParts } from '../../law/dialogue-rules.ts'
import { Link } from '../../ui/parts/button.tsx'
import { number, shortDay, shortInstant } from '../../ui/parts/format.ts'
import { paragraphs } from '../../ui/parts/letter.tsx'
import type { OfferedStep } from '../../ui/parts/steps.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Inset } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { CommitmentList } from '../commitments/commitment-list.tsx'
import { LetterMarks, letterName } from '../notices/letter-marks.tsx'
import { deskDialoguePath } from './addresses.ts'
import type { DialogueData } from './dialogue-views.tsx'

const shortIso = (day: string) => shortDay(Temporal.PlainDate.from(day))

const opens = (pieces: readonly OfferedStep[], step: string) => pieces.some((one) => one.step === step)

/** Groups of questions, each with its answer. */
export function Groups({ frame, row, counts, pieces }: DialogueData) {
  const { desk } = words(frame.language).dialogues
  if (row.announced_on === null) return null
  return (
    <section aria-labelledby="nhom">
      <h2 class="govuk-heading-m" id="nhom">
        {desk.groups}
      </h2>
      {row.groups.length === 0 && <p>{desk.no_groups}</p>}
      {row.groups.map((group) => (
        <article key={group.id} class="gd-piece">
          <h3 class="govuk-heading-s">
            {group.title} · {desk.group_count(number(counts.by_group.get(group.id) ?? 0, frame.language))}
          </h3>
          {paragraphs(group.summary)}
          {group.answer ? <Inset>{paragraphs(group.answer)}</Inset> : <p>{desk.no_answer}</p>}
          <p>
            {opens(pieces, 'answer-group') && (
              <Link href={`${deskDialoguePath(row)}/answer-group?nhom=${group.id}`} hidden_text={group.title}>
                {desk.edit_answer}
              </Link>
            )}{' '}
            {opens(pieces, 'name-group') && (
              <Link href={`${deskDialoguePath(row)}/name-group?nhom=${group.id}`} hidden_text={group.title}>
                {desk.edit_group}
              </Link>
            )}
          </p>
        </article>
      ))}
    </section>
  )
}

/** The minutes by part. */
export function Minutes({ frame, row, pieces, works_here }: DialogueData) {
  const { dialogues: w } = words(frame.language)
  const { desk } = w
  const writes = opens(pieces, 'write-minutes')
  // They tell who spoke: like the names of askers they are for the unit's own officers.
  if (!works_here || (row.minutes.length === 0 && !writes)) return null
  return (
    <section aria-labelledby="bien-ban">
      <h2 class="govuk-heading-m" id="bien-ban">
        {desk.minutes}
      </h2>
      <p>
        {desk.minutes_lead} <Link href={`${deskDialoguePath(row)}/bien-ban`}>{desk.print_minutes}</Link>
      </p>
      {minutesParts.map((part) => {
        const written = row.minutes.find((one) => one.part === part)
        return (
          <article key={part} class="gd-piece">
            <h3 class="govuk-heading-s">{w.minutes_parts[part]}</h3>
            {written ? paragraphs(written.text) : <p>{desk.minutes_empty}</p>}
            {written && (
              <p class="gd-cite">{desk.minutes_by(written.by, shortInstant(Temporal.Instant.from(written.at)))}</p>
            )}
            {writes && (
              <p>
                <Link href={`${deskDialoguePath(row)}/write-minutes?phan=${part}`} hidden_text={w.minutes_parts[part]}>
                  {desk.write}
                </Link>
              </p>
            )}
          </article>
        )
      })}
    </section>
  )
}

/** What was promised: commitments once they are made, before that the list that may still change. */
export function Promises({ frame, row, pieces, commitments, owners }: DialogueData) {
  const { dialogues: w } = words(frame.language)
  const { desk, portal } = w
  if (row.recorded_on === null) return null
  const made = new Set(commitments.map((one) => one.id))
  const waiting = row.promises.filter((one) => !made.has(one.id))
  const drops = opens(pieces, 'drop-promise')
  return (
    <section aria-labelledby="cam-ket">
      <h2 class="govuk-heading-m" id="cam-ket">
        {desk.promises}
      </h2>
      <p>{desk.promises_lead}</p>
      {row.promises.length === 0 && <p>{desk.no_promises}</p>}
      {commitments.length > 0 && <CommitmentList frame={frame} face="desk" lines={commitments} heading_hidden />}
      {waiting.length > 0 && (
        <Table
          caption={desk.promises}
          caption_hidden
          rows={waiting}
          row_key={(one) => one.id}
          empty={desk.no_promises}
          columns={[
            { key: 'text', title: w.labels.text, row_header: true, cell: (one) => one.text },
            {
              key: 'owner',
              title: portal.promise_owner,
              cell: (one) => owners.find((unit) => unit.value === one.owner_unit_id)?.label ?? '',
            },
            { key: 'due', title: portal.promise_due, nowrap: true, cell: (one) => shortIso(one.due_on) },
            {
              key: 'drop',
              title: '',
              cell: (one) =>
                drops && (
                  <Link href={`${deskDialoguePath(row)}/drop-promise?cam-ket=${one.id}`} hidden_text={one.text}>
                    {desk.drop}
                  </Link>
                ),
            },
          ]}
        />
      )}
    </section>
  )
}

/** The letters that steps wrote. */
export function Letters({ frame, row, letters }: DialogueData) {
  const { desk } = words(frame.language).dialogues
  if (letters.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{desk.letters}</h2>
      <ul class="govuk-list">
        {letters.map((letter) => (
          <li key={letter.id}>
            <Link href={`/van-ban/${row.unit_id}/${letter.id}`}>{letterName(letter, frame.language)}</Link> ·{' '}
            {letter.number}/{letter.book} · {shortDay(letter.issued_on)}
            <LetterMarks marks={letter.marks} language={frame.language} />
          </li>
        ))}
      </ul>
    </section>
  )
}
