/** The parts' markup against what govuk-frontend publishes in its fixtures, and how days and states read. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { Button } from './button.tsx'
import { Checkboxes, type ChoicesProps, Radios } from './choices.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { ErrorMessage, FileUpload, Select, TextArea, TextInput } from './fields.tsx'
import { longDay, money, number, percent, shortDay, shortInstant } from './format.ts'
import { Pagination, SummaryList, Timeline } from './lists.tsx'
import { SpeechContext } from './speech.tsx'
import { DueDate, State, stateOfDue } from './state.tsx'
import { Details, Inset, NotificationBanner, Panel, Tag, Warning } from './text.tsx'

/** Options of a fixture, as loose as JSON. */
type Options = Readonly<Record<string, unknown>>

interface Fixture {
  name: string
  options: Options
  html: string
}

function fixtures(component: string): Fixture[] {
  const path = fileURLToPath(import.meta.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`))
  return (JSON.parse(readFileSync(path, 'utf8')) as { fixtures: Fixture[] }).fixtures
}

// Our own words stand where the fixtures have English; `data-module` is left out, for its scripts are not loaded.
const ours: readonly (readonly [string, string])[] = [
  ['Cần sửa:', 'Error:'],
  ['Lưu ý', 'Warning'],
  ['Xin lưu ý', 'Important'],
  ['Đã xong', 'Success'],
  ['Các phần của danh sách', 'Pagination'],
]

/** HTML with sorted attributes and without the white space that a browser does not show. */
function normal(html: string): string {
  return html
    .replace(/<(\/?)([a-z0-9]+)([^>]*?)\/?>/g, (_, slash: string, name: string, rest: string) => {
      const attributes = [...rest.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)]
        .filter(([, key]) => key !== 'data-module')
        .map(([, key, value]) => `${key}="${(value ?? '').trim()}"`)
      return `<${slash}${[name, ...attributes.sort()].join(' ')}>`
    })
    .replace(/<\/(path|circle|input|option)>/g, '')
    .replaceAll('<span class="govuk-visually-hidden"> page</span>', '')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replace(/\s+/g, ' ')
    .replace(/\s*(<[^>]*>)\s*/g, '$1')
    .trim()
}

function render(node: VNode): string {
  let html = renderToString(node)
  for (const [mine, theirs] of [...ours].sort((a, b) => b[0].length - a[0].length)) html = html.replaceAll(mine, theirs)
  return html
}

/** Compares all fixtures that use supported options only; `least` keeps skipping from hiding everything. */
function compare(component: string, least: number, supported: Options, build: (options: Options) => VNode | null) {
  test(`${component} is marked up as govuk-frontend does it`, () => {
    let compared = 0
    for (const fixture of fixtures(component)) {
      if (!fits(fixture.options, supported)) continue
      const node = build(fixture.options)
      if (node === null) continue
      compared++
      assert.equal(normal(render(node)), normal(fixture.html), `${component}: ${fixture.name}`)
    }
    assert.ok(compared >= least, `${component}: only ${compared} fixtures compared`)
  })
}

/** Do the options hold no key that our parts do not know? `true` takes any plain value. */
function fits(value: unknown, supported: unknown): boolean {
  if (supported === true) return typeof value !== 'object' || value === null
  if (Array.isArray(value)) return value.every((one) => fits(one, Array.isArray(supported) ? supported[0] : undefined))
  if (typeof value !== 'object' || value === null || typeof supported !== 'object' || supported === null) return false
  return Object.entries(value).every(([key, inner]) => fits(inner, (supported as Options)[key]))
}

const text = { text: true }
const field = { id: true, name: true, label: { text: true, isPageHeading: true }, hint: text, errorMessage: text }

/** The options shared by all fields, as our props. */
function common(o: Options) {
  return {
    name: str(o['name']) ?? '',
    id: str(o['id']),
    label: inner(o['label']) ?? '',
    label_is_heading: Boolean((o['label'] as Options | undefined)?.['isPageHeading']),
    hint: inner(o['hint']),
    error: inner(o['errorMessage']),
    described_by: str(o['describedBy']),
  }
}

function str(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value)
}

function inner(value: unknown): string | undefined {
  return str((value as Options | undefined)?.['text'])
}

const kinds: Readonly<Record<string, 'secondary' | 'warning'>> = {
  'govuk-button--secondary': 'secondary',
  'govuk-button--warning': 'warning',
}

compare(
  'button',
  8,
  { text: true, name: true, value: true, id: true, href: true, type: true, isStartButton: true, classes: true },
  (o) => {
    const kind = kinds[str(o['classes']) ?? '']
    if (o['classes'] !== undefined && !kind) return null
    return (
      <Button
        kind={kind}
        name={str(o['name'])}
        value={str(o['value'])}
        id={str(o['id'])}
        href={str(o['href'])}
        start={Boolean(o['isStartButton'])}
        type={o['type'] as 'button' | 'submit' | undefined}
      >
        {str(o['text'])}
      </Button>
    )
  },
)

test('a disabled button is govuk-frontend’s and says why', () => {
  const fixture = fixtures('button').find((one) => one.name === 'disabled')
  const html = render(
    <Button id="x" reason="Chưa đến hạn.">
      Disabled button
    </Button>,
  )
  const button = /<button.*?<\/button>/.exec(html)?.[0].replace(/ (aria-describedby|id)="[^"]*"/g, '') ?? ''
  assert.equal(normal(button), normal(fixture?.html ?? ''))
  assert.match(html, /aria-describedby="why-not-x".*id="why-not-x">Chưa đến hạn\./)
})

const inputExtras = { value: true, type: true, autocomplete: true, inputmode: true, spellcheck: true, disabled: true }
compare(
  'input',
  14,
  { ...field, ...inputExtras, describedBy: true, classes: true, prefix: text, suffix: text },
  (o) => {
    const width = /^govuk-input--width-(\d+)$/.exec(str(o['classes']) ?? '')?.[1]
    if (o['classes'] !== undefined && width === undefined) return null
    return (
      <TextInput
        {...common(o)}
        value={str(o['value'])}
        type={o['type'] as 'text' | undefined}
        width={width === undefined ? undefined : (Number(width) as 2)}
        autocomplete={str(o['autocomplete'])}
        inputmode={o['inputmode'] as 'numeric' | undefined}
        spellcheck={o['spellcheck'] as boolean | undefined}
        disabled={o['disabled'] as boolean | undefined}
        prefix={inner(o['prefix'])}
        suffix={inner(o['suffix'])}
      />
    )
  },
)

const areaExtras = { value: true, rows: true, autocomplete: true, spellcheck: true, describedBy: true }
compare('textarea', 10, { ...field, ...areaExtras }, (o) => (
  <TextArea
    {...common(o)}
    value={str(o['value'])}
    rows={o['rows'] as number | undefined}
    autocomplete={str(o['autocomplete'])}
    spellcheck={o['spellcheck'] as boolean | undefined}
  />
))

const option = { value: true, text: true, selected: true, disabled: true }
compare('select', 5, { ...field, value: true, items: [option], describedBy: true }, (o) => {
  const items = (o['items'] ?? []) as Options[]
  if (items.some((one) => !one || one['value'] === undefined || one['value'] === '' || one['selected'] === false))
    return null
  const chosen = items.find((item) => item['selected'] === true)
  return (
    <Select
      {...common(o)}
      value={str(chosen?.['value'] ?? o['value'])}
      items={items.map((item) => ({
        value: String(item['value']),
        label: String(item['text']),
        disabled: item['disabled'] === true,
      }))}
    />
  )
})

const item = { value: true, text: true, hint: text, checked: true, disabled: true, divider: true }
const group = {
  name: true,
  idPrefix: true,
  hint: text,
  errorMessage: text,
  items: [item],
  value: true,
  values: [true],
  classes: true,
  fieldset: { legend: { text: true, isPageHeading: true, classes: true } },
}

function choices(o: Options): (ChoicesProps & { chosen: string[]; inline: boolean }) | null {
  const legend = (o['fieldset'] as Options | undefined)?.['legend'] as Options | undefined
  const name = str(o['name'])
  const items = (o['items'] ?? []) as Options[]
  const style = str(o['classes'])
  if (name === undefined || (style && !/^govuk-(radios|checkboxes)--(small|inline)$/.test(style))) return null
  // An explicit false that overrides the value is an option we do not have.
  if (items.some((one) => one['checked'] === false)) return null
  if (items.some((one) => !one || (one['divider'] === undefined && one['value'] === undefined))) return null
  const checked = items.filter((one) => one['checked'] === true).map((one) => String(one['value']))
  return {
    name,
    id: str(o['idPrefix']),
    legend: str(legend?.['text']),
    legend_is_heading: legend?.['isPageHeading'] === true,
    legend_class: str(legend?.['classes']),
    hint: inner(o['hint']),
    error: inner(o['errorMessage']),
    small: style?.endsWith('small'),
    inline: style?.endsWith('inline') ?? false,
    chosen: [...checked, ...((o['values'] ?? []) as string[]), ...(o['value'] ? [String(o['value'])] : [])],
    items: items.map((one) =>
      one['divider'] === undefined
        ? {
            value: String(one['value']),
            label: String(one['text']),
            hint: inner(one['hint']),
            disabled: one['disabled'] === true,
          }
        : { divider: String(one['divider']) },
    ),
  }
}

compare('radios', 12, group, (o) => {
  const props = choices(o)
  return props && <Radios {...props} value={props.chosen[0]} />
})
compare('checkboxes', 10, group, (o) => {
  const props = choices(o)
  return props && <Checkboxes {...props} values={props.chosen} />
})

compare('error-summary', 2, { titleText: true, errorList: [{ text: true, href: true }] }, (o) => {
  const list = (o['errorList'] ?? []) as Options[]
  if (list.length === 0) return null
  const errors = list.map((one) => ({ field: str(one['href'])?.slice(1) ?? '', sentence: String(one['text']) }))
  return <ErrorSummary title={str(o['titleText'])} errors={errors} />
})
compare('error-message', 1, { text: true, id: true }, (o) => (
  <ErrorMessage id={str(o['id'])}>{str(o['text'])}</ErrorMessage>
))
compare('file-upload', 7, { ...field, multiple: true, disabled: true, describedBy: true }, (o) => (
  <FileUpload {...common(o)} multiple={o['multiple'] === true} disabled={o['disabled'] === true} />
))
compare('tag', 5, { text: true, classes: true }, (o) => {
  const colour = /^govuk-tag--(grey|green|red|yellow|blue)$/.exec(str(o['classes']) ?? '')?.[1]
  if (o['classes'] !== undefined && !colour) return null
  return <Tag colour={colour as 'grey' | undefined}>{str(o['text'])}</Tag>
})

const action = { href: true, text: true, visuallyHiddenText: true }
const row = { key: text, value: text, actions: { items: [action] } }
compare('summary-list', 2, { rows: [row], classes: true }, (o) => {
  if (o['classes'] !== undefined && o['classes'] !== 'govuk-summary-list--no-border') return null
  const rows = (o['rows'] as Options[]).map((one) => ({
    key: inner(one['key']),
    value: inner(one['value']),
    actions: (((one['actions'] as Options | undefined)?.['items'] ?? []) as Options[]).map((link) => ({
      href: String(link['href']),
      text: String(link['text']),
      hidden_text: str(link['visuallyHiddenText']),
    })),
  }))
  return <SummaryList rows={rows} no_border={o['classes'] !== undefined} />
})
const arrow = { href: true, text: true }
compare('pagination', 3, { previous: arrow, next: arrow }, (o) => (
  <Pagination
    earlier={str((o['previous'] as Options | undefined)?.['href'])}
    later={str((o['next'] as Options | undefined)?.['href'])}
    earlier_text={inner(o['previous']) ?? 'Previous'}
    later_text={inner(o['next']) ?? 'Next'}
  />
))
compare('details', 2, { summaryText: true, text: true, id: true, open: true }, (o) => (
  <Details summary={str(o['summaryText'])} id={str(o['id'])} open={o['open'] === true}>
    {str(o['text'])}
  </Details>
))
compare('inset-text', 1, { text: true, id: true }, (o) => <Inset id={str(o['id'])}>{str(o['text'])}</Inset>)
compare('warning-text', 1, { text: true, iconFallbackText: true }, (o) => (
  <Warning prefix={str(o['iconFallbackText'])}>{str(o['text'])}</Warning>
))
compare('panel', 1, { titleText: true, text: true, headingLevel: true }, (o) =>
  o['headingLevel'] === undefined ? <Panel title={str(o['titleText'])}>{str(o['text'])}</Panel> : null,
)
compare('notification-banner', 2, { text: true, type: true, titleText: true }, (o) => (
  <NotificationBanner
    kind={o['type'] === 'success' ? 'success' : 'important'}
    text={str(o['text'])}
    title={str(o['titleText'])}
  />
))

test('the timeline has the elements of the Ministry of Justice’s template', () => {
  const path = fileURLToPath(import.meta.resolve('@ministryofjustice/frontend/moj/components/timeline/template.njk'))
  const wanted = [...readFileSync(path, 'utf8').matchAll(/class="(moj-timeline[\w-]*)/g)].map(([, name]) => name)
  const html = renderToString(
    <Timeline items={[{ title: 'A', byline: 'B', datetime: '2026-07-01', date: '01/07/2026', children: 'C' }]} />,
  )
  const found = [...html.matchAll(/class="(moj-timeline[\w-]*)/g)].map(([, name]) => name)
  assert.deepEqual(found, wanted)
})

const on = Temporal.PlainDate.from('2026-07-06')

test('days, instants and figures read as people write them', () => {
  assert.equal(longDay(on, 'vi'), 'Thứ Hai, ngày 6 tháng 7 năm 2026')
  assert.equal(longDay(Temporal.PlainDate.from('2026-07-05'), 'vi'), 'Chủ nhật, ngày 5 tháng 7 năm 2026')
  assert.equal(longDay(on, 'en'), 'Monday, 6 July 2026')
  assert.equal(shortDay(on), '06/07/2026')
  assert.equal(shortInstant(Temporal.Instant.from('2026-07-05T17:05:00Z')), '06/07/2026 00:05')
  assert.equal(number(1_234_567, 'vi'), '1.234.567')
  assert.equal(number(1_234_567, 'en'), '1,234,567')
  assert.equal(percent(0.625, 'vi'), '62,5%')
  assert.equal(money(1_250_000, 'vi'), '1.250.000 đồng')
})

test('a state is a shape and a word; lateness begins the day after', () => {
  assert.equal(stateOfDue(-1), 'overdue')
  assert.equal(stateOfDue(0), 'due-soon')
  assert.equal(stateOfDue(3), 'due-soon')
  assert.equal(stateOfDue(4), 'on-time')
  assert.match(renderToString(<State state="suspended" />), /<svg.*Tạm dừng/)
})

test('a due date reads long on the portal and short on the desk, always with its reasons', () => {
  const portal = renderToString(<DueDate on={on} days_left={4} why="/vi-sao/1" />)
  assert.match(
    portal,
    /Thứ Hai, ngày 6 tháng 7 năm 2026.*\(còn 4 ngày làm việc\).*href="\/vi-sao\/1">Vì sao là ngày này\?/,
  )
  const desk = renderToString(
    <SpeechContext.Provider value={{ language: 'en', face: 'desk' }}>
      <DueDate on={on} days_left={-1} why="/vi-sao/1" />
    </SpeechContext.Provider>,
  )
  assert.match(desk, /06\/07\/2026.*· 1 working day overdue.*Why this date\?/)
})
