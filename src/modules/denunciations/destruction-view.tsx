/** The page of what has come to its end: due, held, certified, and how long records are kept. */
import type { z } from 'zod'
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { Button } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { FormOf } from '../../ui/parts/form.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import type { Frame } from '../../ui/parts/page.tsx'
import { Details, Inset, NotificationBanner, ToBeChecked } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { listPath, nameOf, recordPath } from './desk.tsx'
import type { CertificateLine, EndedLine, RetentionLine } from './destruction-queries.ts'

/** Its address. */
export const destructionPath = `${listPath}/het-han`

/** Everything on one page; an outsider's shows the periods alone. */
export function DestructionPage(props: {
  frame: Frame
  ended: readonly EndedLine[]
  certificates: readonly CertificateLine[]
  retention: readonly RetentionLine[]
  /** Units whose period the viewer may set. */
  heads: readonly string[]
  schema: z.ZodObject
  values: FormValues
  errors: readonly Fault[]
  done: boolean
}) {
  const { sealed_ends: w } = words(props.frame.language)
  return (
    <DeskPage frame={props.frame} title={w.title} back={{ href: listPath }} faulty={props.errors.length > 0}>
      {props.done && <NotificationBanner kind="success" text={w.done} />}
      <h1 class="govuk-heading-l">{w.title}</h1>
      <p class="govuk-body">{w.lead}</p>
      <Due {...props} />
      <Certificates {...props} />
      <Periods {...props} />
    </DeskPage>
  )
}

function Due(props: { frame: Frame; ended: readonly EndedLine[] }) {
  const all = words(props.frame.language)
  const { sealed_ends: w } = all
  return (
    <section>
      <h2 class="govuk-heading-m">{w.due}</h2>
      {props.ended.length === 0 && <p class="govuk-body">{w.none_due}</p>}
      <ul class="govuk-list">
        {props.ended.map((line) => (
          <li key={line.id}>
            <a class="govuk-link" href={recordPath(line)}>
              {nameOf(line, all)}
            </a>
            {`, ${line.unit_name}. ${w.kept_until(shortDay(line.kept_until))} ${line.held ? w.held(shortDay(line.held)) : ''}`}
            {line.held === null && (
              <>
                {' '}
                <a class="govuk-link" href={`${recordPath(line)}/destroy`}>
                  {all.law.steps.denunciation.destroy.button}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Certificates(props: { frame: Frame; certificates: readonly CertificateLine[] }) {
  const { sealed_ends: w } = words(props.frame.language)
  const years = [...new Set(props.certificates.map((one) => one.register_year))].sort()
  if (props.certificates.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{w.certificates}</h2>
      <ul class="govuk-list">
        {years.map((year) => (
          <li key={year}>{w.count(props.certificates.filter((one) => one.register_year === year).length, year)}</li>
        ))}
      </ul>
      {props.certificates.map((one) => (
        <form key={one.record_id} method="post" action={`${destructionPath}/${one.unit_id}/${one.record_id}`}>
          <Button kind="secondary">{w.open(one.number, one.year, one.unit_name)}</Button>
        </form>
      ))}
    </section>
  )
}

function Periods(props: Parameters<typeof DestructionPage>[0]) {
  const { sealed_ends: w } = words(props.frame.language)
  return (
    <section>
      <h2 class="govuk-heading-m">{w.periods}</h2>
      <p class="govuk-body">{w.periods_lead}</p>
      {props.retention.map((line) => (
        <div key={line.record_class}>
          <p class="govuk-body">
            <strong>{w.classes[line.record_class]}</strong>: {w.book(line.years, line.cite)} <ToBeChecked />
          </p>
          {line.set.map((rule) => (
            <Inset key={rule.id}>
              <p>{w.set(rule.years, shortDay(rule.from_on), rule.decision)}</p>
              {props.heads.includes(rule.unit_id) && (
                <form method="post" action={`${destructionPath}/${rule.unit_id}/${rule.id}/end`} class="gd-form">
                  <Button kind="secondary">{w.end}</Button>
                </form>
              )}
            </Inset>
          ))}
        </div>
      ))}
      {props.heads.length > 0 && (
        <Details summary={w.longer} open={props.errors.length > 0}>
          <FormOf
            schema={props.schema}
            words={{ ...w.form, faults: { ...w.faults, ...w.refusals } }}
            values={props.values}
            errors={props.errors}
            action={destructionPath}
          />
        </Details>
      )}
    </section>
  )
}
