/** Who may see the figures of denunciations in one unit, with the head's way to list somebody and take somebody off. */
import { Button } from '../../ui/parts/button.tsx'
import { Select } from '../../ui/parts/fields.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { words } from '../../ui/words/words.ts'
import type { NamedPosition } from './queries.ts'
import type { ReportUnit } from './report.ts'

/** The list of one unit. */
export interface NamedPositionsData {
  unit: ReportUnit
  listed: readonly NamedPosition[]
  /** For the head: officers who may be listed, the id of a new entry, and why none may be listed now. */
  offer: { officers: readonly { account_id: string; name: string }[]; id: string; reason: string | null } | null
}

/** Where the head's forms go. */
export function namedPositionPath(unit_id: string, id: string, step: 'list' | 'take-off'): string {
  return `/bao-cao/nguoi-xem/${unit_id}/${id}/${step}`
}

/** The list of one unit with its forms. */
export function NamedPositions({ frame, data }: { frame: Frame; data: NamedPositionsData }) {
  const { named } = words(frame.language).reports
  const { unit, offer } = data
  return (
    <section>
      <h2 class="govuk-heading-m">
        {named.title} · {unit.name}
      </h2>
      <p class="govuk-body">{named.lead}</p>
      {data.listed.length === 0 ? (
        <p class="govuk-body">{named.none}</p>
      ) : (
        <SummaryList rows={data.listed.map((one) => ({ key: one.name, value: named.since(shortDay(one.from_on)) }))} />
      )}
      {offer &&
        data.listed.map((one) => (
          <form key={one.id} method="post" action={namedPositionPath(unit.id, one.id, 'take-off')}>
            <input type="hidden" name="revision" value={one.revision} />
            <Button kind="secondary">{named.take_off_whom(one.name)}</Button>
          </form>
        ))}
      {offer && offer.officers.length > 0 && (
        <form method="post" action={namedPositionPath(unit.id, offer.id, 'list')} class="gd-form">
          <Select
            name="account_id"
            label={named.officer}
            items={offer.officers.map((one) => ({ value: one.account_id, label: one.name }))}
          />
          <Button kind="secondary" reason={offer.reason ?? undefined}>
            {named.list}
          </Button>
        </form>
      )}
    </section>
  )
}
