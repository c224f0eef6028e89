/** What became of what was said: every commitment of a span of days, by the day and the place where it was said. */

import { isUuid } from '../../platform/uuid.ts'
import { Button, Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { DateInput, Select } from '../../ui/parts/fields.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { known } from '../../ui/parts/letter.tsx'
import { Timeline } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { PortalPage } from '../../ui/parts/portal-page.tsx'
import { Warning } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { commitmentPath, dayIn, deskPath, publicPath, spanPath } from './addresses.ts'
import { StandingTag } from './commitment-list.tsx'
import { type SaidLine, type Span, saidMax } from './said-between.ts'

/** The span of an address; without days, the twelve months until today. */
export function askedSpan(query: (name: string) => string | undefined, today: Temporal.PlainDate): Span {
  const [from, to] = [dayIn(query('tu')), dayIn(query('den'))]
  const kind = query('nguon') ?? ''
  const unit = query('don-vi') ?? ''
  return {
    from: from ? Temporal.PlainDate.from(from) : today.subtract({ months: 12 }),
    to: to ? Temporal.PlainDate.from(to) : today,
    unit_id: isUuid(unit) ? unit : undefined,
    origin_kind: /^[a-z][a-z-]{1,40}$/.test(kind) ? kind : undefined,
  }
}

/** The page, for officers or for everybody. */
export function SpanPage(props: {
  frame: Frame
  face: 'desk' | 'public'
  span: Span
  lines: readonly SaidLine[]
  units: readonly { id: string; name: string }[]
}) {
  const { frame, face } = props
  const { commitments: w } = words(frame.language)
  const back = face === 'desk' ? { href: deskPath, text: w.title } : { href: publicPath, text: w.public.title }
  const content = (
    <>
      <h1 class="govuk-heading-l">{w.span.title}</h1>
      <p class="govuk-body">{w.span.lead}</p>
      <Filter {...props} />
      {props.lines.length > saidMax && <Warning>{w.span.more(saidMax)}</Warning>}
      {props.lines.length === 0 ? (
        <div class="gd-empty">{w.span.empty}</div>
      ) : (
        <Said frame={frame} face={face} lines={props.lines.slice(0, saidMax)} />
      )}
    </>
  )
  return face === 'desk' ? (
    <DeskPage frame={frame} title={w.span.title} current="commitments" wide={false} back={back}>
      {content}
    </DeskPage>
  ) : (
    <PortalPage frame={frame} title={w.span.title} back={back}>
      {content}
    </PortalPage>
  )
}

function Said({ frame, face, lines }: { frame: Frame; face: 'desk' | 'public'; lines: readonly SaidLine[] }) {
  const { commitments: w } = words(frame.language)
  const groups = [...Map.groupBy(lines, (line) => `${line.said_on} ${line.origin_id}`).values()]
  return (
    <Timeline
      items={groups.flatMap((group) => {
        const [one] = group
        if (!one) return []
        const origin = known(w.origins, one.origin_kind)
        return [
          {
            title: one.origin_title ? `${origin}: ${one.origin_title}` : origin,
            byline: w.span.counts(group.length),
            datetime: one.said_on.toString(),
            date: shortDay(one.said_on),
            children: (
              <ul class="govuk-list govuk-list--spaced">
                {group.map((line) => (
                  <li key={line.id}>
                    <Line frame={frame} face={face} line={line} />
                  </li>
                ))}
              </ul>
            ),
          },
        ]
      })}
    />
  )
}

function Line({ frame, face, line }: { frame: Frame; face: 'desk' | 'public'; line: SaidLine }) {
  const { commitments: w } = words(frame.language)
  const end = line.ended_on ? w.span.ended(shortDay(line.ended_on)) : w.span.due(shortDay(line.due_on))
  const next = line.replaced_by_id && commitmentPath(face, { unit_id: line.unit_id, id: line.replaced_by_id })
  return (
    <>
      <Link href={commitmentPath(face, line)}>{line.text ?? w.words_not_public}</Link>
      <br />
      {line.unit} · {end} <StandingTag row={line} frame={frame} />
      {line.evidence && (
        <>
          <br />
          {w.page.evidence}: {line.evidence}
        </>
      )}
      {line.why && (
        <>
          <br />
          {w.page.why}: {line.why}
        </>
      )}
      {next && (
        <>
          {' '}
          <Link href={next}>{w.page.replaced_by}</Link>
        </>
      )}
    </>
  )
}

function Filter(props: {
  frame: Frame
  face: 'desk' | 'public'
  span: Span
  units: readonly { id: string; name: string }[]
}) {
  const { span } = props
  const { commitments: w } = words(props.frame.language)
  return (
    <form method="get" action={spanPath(props.face)} class="gd-filter">
      <DateInput name="tu" label={w.filters.from} value={shortDay(span.from)} />
      <DateInput name="den" label={w.filters.to} value={shortDay(span.to)} />
      <Select
        name="don-vi"
        label={w.filters.unit}
        value={span.unit_id}
        items={props.units.map(({ id, name }) => ({ value: id, label: name }))}
        empty={w.any}
      />
      <Select
        name="nguon"
        label={w.filters.origin}
        value={span.origin_kind}
        items={Object.entries(w.origins).map(([value, label]) => ({ value, label }))}
        empty={w.any}
      />
      <Button kind="secondary">{w.filter}</Button>
    </form>
  )
}
