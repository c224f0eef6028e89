/** Recording a petition at the desk, and the slip the petitioner takes home. */
import type { z } from 'zod'
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { Button, ButtonGroup } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { FieldsOf, FormErrors, type FormWords } from '../../ui/parts/form.tsx'
import { KeepDraft, LiveMatches } from '../../ui/parts/islands.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { Details, Panel, Warning } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'

const needed = ['received_on', 'source', 'petitioner_name', 'petitioner_address', 'title', 'text', 'signed'] as const
const further = [
  'asked_kind',
  'signers',
  'forwarder',
  'place',
  'petitioner_phone',
  'petitioner_email',
  'files',
] as const
const assisted = ['helper', 'helper_relation', 'read_back'] as const

/** Seven answers, one submit, no pointer; likely duplicates appear beside while typing. */
export function RecordPetitionPage(props: {
  frame: Frame
  schema: z.ZodObject
  words: FormWords
  values: FormValues
  errors?: readonly Fault[]
  note?: string
  id: string
}) {
  const { petitions, frame } = words(props.frame.language)
  const fields = { schema: props.schema, words: props.words, values: props.values, errors: props.errors }
  const faulty = (name: string) => props.errors?.some((fault) => fault.field === name) ?? false
  return (
    <DeskPage
      frame={props.frame}
      title={petitions.new_petition}
      current="petitions"
      wide={false}
      faulty={(props.errors?.length ?? 0) > 0}
    >
      <FormErrors errors={props.errors} words={props.words} />
      {props.note && <Warning>{props.note}</Warning>}
      <h1 class="govuk-heading-l">{petitions.new_petition}</h1>
      <p class="govuk-body">
        <a class="govuk-link" href="/ho-so-rieng/nhap">
          {petitions.sealed_instead}
        </a>
      </p>
      <KeepDraft draft="petition/record">
        <form method="post" action="/ban-lam-viec/nhap-don" enctype="multipart/form-data" novalidate class="gd-form">
          <input type="hidden" name="id" value={props.id} />
          <FieldsOf {...fields} only={[...needed, 'code', 'visit_id']} />
          <LiveMatches of={['title', 'text', 'petitioner_name']} from="/ban-lam-viec/giong">
            <h2 class="govuk-heading-s">{petitions.likely_heading}</h2>
          </LiveMatches>
          <Details summary={petitions.further} open={further.some(faulty)}>
            <FieldsOf {...fields} only={further} />
          </Details>
          <Details summary={petitions.assisted_heading} open={assisted.some(faulty)}>
            <p class="govuk-body">{petitions.assisted_about}</p>
            <FieldsOf {...fields} only={assisted} />
          </Details>
          <ButtonGroup>
            <Button>{props.words.submit ?? petitions.new_petition}</Button>
            <a class="govuk-link" href="/ban-lam-viec">
              {frame.back}
            </a>
          </ButtonGroup>
        </form>
      </KeepDraft>
    </DeskPage>
  )
}

/** After recording: number, and the code to hand over, shown once. Prints as the petitioner's slip. */
export function RecordedPage(props: { frame: Frame; number: string; code: string; href: string }) {
  const { petitions } = words(props.frame.language)
  return (
    <DeskPage frame={props.frame} title={petitions.recorded_title} current="petitions" wide={false}>
      <Panel title={petitions.recorded_title}>
        {petitions.recorded_number(props.number)}
        <br />
        <strong class="gd-code">{props.code}</strong>
      </Panel>
      <p class="govuk-body">{petitions.hand_code}</p>
      <p class="govuk-body">
        <a class="govuk-button" href={props.href} draggable={false}>
          {petitions.open_record}
        </a>{' '}
        <a class="govuk-link" href="/ban-lam-viec/nhap-don">
          {petitions.new_petition}
        </a>
      </p>
    </DeskPage>
  )
}
