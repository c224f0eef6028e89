/** The page of everything public: what comes next, then all lists with how much stands in them. */
import { Button, ButtonGroup, Link } from '../../ui/parts/button.tsx'
import { FeedLinks, openPath, openPathOf } from '../../ui/parts/feed-links.tsx'
import { TextInput } from '../../ui/parts/fields.tsx'
import { longDay, number } from '../../ui/parts/format.ts'
import type { Frame } from '../../ui/parts/page.tsx'
import { PortalPage } from '../../ui/parts/portal-page.tsx'
import { Tag } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { announcedPath } from './addresses.ts'
import { countedMax, type OpenThing } from './open-things.ts'
import type { Announcement } from './queries.ts'

const groups = [
  { id: 'meet', things: ['reception-day', 'dialogue', 'dialogue-results'] },
  { id: 'ask', things: ['consultation', 'project', 'call-for-papers'] },
  { id: 'kept', things: ['commitment', 'commitment-overdue', 'answer', 'conclusion'] },
  { id: 'papers', things: ['meeting', 'volume', 'figures'] },
] as const satisfies readonly { id: string; things: readonly (OpenThing | 'figures')[] }[]

type Thing = (typeof groups)[number]['things'][number]

/** Where each list stands; those that know units take one. */
function listOf(thing: Thing, unit_id: string | null): string {
  const of = (path: string, name = 'don-vi') =>
    unit_id ? `${path}${path.includes('?') ? '&' : '?'}${name}=${unit_id}` : path
  const lists = {
    'reception-day': of('/lich-tiep-dan'),
    dialogue: of('/doi-thoai'),
    'dialogue-results': of('/doi-thoai?xem=da-qua'),
    consultation: of('/du-an'),
    project: of('/du-an'),
    'call-for-papers': '/tham-luan',
    commitment: of('/cam-ket'),
    'commitment-overdue': of('/cam-ket?tinh-hinh=overdue'),
    answer: of('/tra-loi', 'den'),
    conclusion: '/cong-khai',
    meeting: of('/hoi-nghi'),
    volume: '/ky-yeu',
    figures: '/so-lieu',
  } as const satisfies Record<Thing, string>
  return lists[thing]
}

/** All of it, of every unit or of one. */
export function OpenPage(props: {
  frame: Frame
  unit: { id: string; name: string } | null
  typed: string
  found: readonly { id: string; name: string; place: string }[]
  counts: Readonly<Record<OpenThing, number>>
  coming: readonly Announcement[]
}) {
  const { frame, unit, counts } = props
  const { announcements: w } = words(frame.language)
  const title = unit ? w.of(unit.name) : w.title
  const said = (thing: Thing) => {
    if (thing === 'figures') return null
    const count = counts[thing]
    const text = number(Math.min(count, countedMax), frame.language)
    return count === 0 ? w.none_yet : count > countedMax ? w.more_than(text) : w.count(text)
  }
  return (
    <PortalPage frame={frame} title={title} unit={unit}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{w.lead}</p>
      <Find {...props} />
      <Coming {...props} />
      {groups.map((group) => (
        <section key={group.id}>
          <h2 class="govuk-heading-m">{w.groups[group.id]}</h2>
          <ul class="govuk-list">
            {group.things.map((thing) => (
              <li key={thing} class="govuk-!-margin-bottom-3">
                <Link href={listOf(thing, unit?.id ?? null)}>{w.things[thing].title}</Link>
                {said(thing) && <> ({said(thing)})</>}
                <br />
                {w.things[thing].text}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </PortalPage>
  )
}

function Find(props: {
  frame: Frame
  unit: { id: string; name: string } | null
  typed: string
  found: readonly { id: string; name: string; place: string }[]
}) {
  const { unit } = props
  const { announcements: w } = words(props.frame.language)
  return (
    <>
      <form method="get" action={openPath} class="gd-form">
        <TextInput name="tim" label={w.find_unit} hint={w.find_hint} value={props.typed} width={30} />
        <ButtonGroup>
          <Button kind="secondary">{w.find}</Button>
          {unit && <Link href={openPath}>{w.all_units}</Link>}
        </ButtonGroup>
      </form>
      {props.typed.trim() !== '' && props.found.length === 0 && <p class="govuk-body">{w.none_found}</p>}
      <ul class="govuk-list gd-choices">
        {props.found.map((one) => (
          <li key={one.id}>
            <Link href={openPathOf(one.id)}>{[one.name, one.place].filter(Boolean).join(', ')}</Link>
          </li>
        ))}
      </ul>
    </>
  )
}

function Coming({
  frame,
  unit,
  coming,
}: {
  frame: Frame
  unit: { id: string } | null
  coming: readonly Announcement[]
}) {
  const { announcements: w } = words(frame.language)
  return (
    <section>
      <h2 class="govuk-heading-m">{w.next}</h2>
      {coming.length === 0 && <p class="govuk-body">{w.nothing_next}</p>}
      <ul class="govuk-list">
        {coming.map((row) => (
          <li key={row.id} class="govuk-!-margin-bottom-3">
            <Link href={announcedPath(row)}>
              {w.kinds[row.kind]}
              {row.title && `: ${row.title}`}
            </Link>{' '}
            {row.cancelled && <Tag colour="red">{w.cancelled_tag}</Tag>}
            <br />
            {!unit && `${row.unit}. `}
            {row.starts
              ? w.when(longDay(row.held_on, frame.language), row.starts)
              : `${longDay(row.held_on, frame.language)}.`}
          </li>
        ))}
      </ul>
      <FeedLinks unit={unit} />
    </section>
  )
}
