/** Pages of papers volumes: the desk's with its progress, and what the public reads. */
import { Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { number, shortDay } from '../../ui/parts/format.ts'
import { known, paragraphs } from '../../ui/parts/letter.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { PortalPage } from '../../ui/parts/portal-page.tsx'
import { type OfferedStep, StepRow } from '../../ui/parts/steps.tsx'
import { Inset, Tag, Warning } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import type { PapersMeeting } from './organisers.ts'
import type { PaperRow } from './paper.ts'
import { meetingPapersPath, paperPath, publicVolumePath, volumePagePath } from './paper-addresses.ts'
import type { VolumeLine } from './paper-queries.ts'
import type { MakingRow, VolumeRow } from './volume.ts'

/** `1,2 MB`; small files in kB. */
function sizeOf(bytes: number, language: Language): string {
  if (bytes < 1_000_000) return `${number(Math.ceil(bytes / 1000), language)} kB`
  return `${(bytes / 1_000_000).toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 })} MB`
}

/** Is somebody waiting for the making to go on? */
export function isRunning(made: MakingRow | null): boolean {
  return made === null || made.state === 'waiting' || made.state === 'writing' || made.state === 'counting'
}

/** Everything of the desk's page. */
export interface VolumeData {
  row: VolumeRow
  meeting: PapersMeeting
  papers: readonly PaperRow[]
  made: MakingRow | null
  /** The made file is on the disk. */
  is_there: boolean
  steps: readonly OfferedStep[]
  failed: PaperRow | null
}

/** The volume at the desk. */
export function VolumePage(props: { frame: Frame; data: VolumeData }) {
  const { frame, data } = props
  const { row, meeting, papers } = data
  const { law, conferences } = words(frame.language)
  const w = conferences.papers.volume
  const title = w.title(meeting.title)
  const back = {
    href: meetingPapersPath({ unit_id: row.unit_id, id: row.meeting_id }),
    text: conferences.papers.back_to_list,
  }
  return (
    <DeskPage frame={frame} title={title} current="conferences" wide={false} back={back}>
      <h1 class="govuk-heading-l">
        {title} <Tag>{known(law.states['papers-volume'], row.state)}</Tag>
      </h1>
      <p class="govuk-body">{w.in_it(number(papers.length, frame.language))}</p>
      {row.published_on && <p class="govuk-body">{w.published(shortDay(row.published_on))}</p>}
      <Making frame={frame} data={data} />
      <StepRow steps={data.steps} />
      {row.foreword !== null && (
        <>
          <h2 class="govuk-heading-m">{w.foreword}</h2>
          {paragraphs(row.foreword)}
        </>
      )}
      <h2 class="govuk-heading-m">{w.papers}</h2>
      <ol class="govuk-list govuk-list--number">
        {papers.map((one) => (
          <li key={one.id}>
            <Link href={paperPath(one)}>{one.title}</Link> ({one.authors.map((author) => author.name).join(', ')})
          </li>
        ))}
      </ol>
    </DeskPage>
  )
}

/** How far the making is, or what came of it. */
function Making({ frame, data }: { frame: Frame; data: VolumeData }) {
  const { made, row } = data
  const w = words(frame.language).conferences.papers.volume
  const n = (value: number) => number(value, frame.language)
  if (isRunning(made)) {
    const [done, total] = [made?.done ?? 0, made?.total ?? data.papers.length]
    return (
      <Inset>
        <p class="govuk-body">
          <strong>{w.states[made?.state ?? 'waiting']}</strong>: {w.progress(n(done), n(total))}
        </p>
        <progress class="gd-progress" max={Math.max(total, 1)} value={done}>
          {w.progress(n(done), n(total))}
        </progress>
        <p class="gd-muted">{w.refreshes}</p>
      </Inset>
    )
  }
  if (made?.state === 'failed')
    return (
      <Warning>
        {w.states.failed}.{' '}
        {data.failed ? (
          <>
            {w.failed} <Link href={paperPath(data.failed)}>{data.failed.title}</Link>
          </>
        ) : (
          w.tried_again
        )}
      </Warning>
    )
  if (!made || !data.is_there) return <Warning>{w.missing}</Warning>
  return (
    <Inset>
      <Downloads frame={frame} made={made} href={(kind) => volumePagePath(row, kind)} />
    </Inset>
  )
}

/** Links to the files of a volume. */
function Downloads(props: { frame: Frame; made: MakingRow; href: (kind: 'docx' | 'pdf') => string }) {
  const { frame, made } = props
  const w = words(frame.language).conferences.papers.volume
  return (
    <>
      {made.pages !== null && <p class="govuk-body">{w.pages(number(made.pages, frame.language))}</p>}
      <ul class="govuk-list">
        {made.docx_bytes !== null && (
          <li>
            <Link href={props.href('docx')}>{w.docx(sizeOf(made.docx_bytes, frame.language))}</Link>
          </li>
        )}
        {made.pdf_bytes !== null && (
          <li>
            <Link href={props.href('pdf')}>{w.pdf(sizeOf(made.pdf_bytes, frame.language))}</Link>
          </li>
        )}
      </ul>
      {made.pages === null && <p class="govuk-body">{w.no_office}</p>}
    </>
  )
}

/** Published volumes. */
export function PublicVolumesPage(props: { frame: Frame; lines: readonly VolumeLine[] }) {
  const { frame, lines } = props
  const w = words(frame.language).conferences.papers.volume
  return (
    <PortalPage frame={frame} title={w.public_title}>
      <h1 class="govuk-heading-l">{w.public_title}</h1>
      <p class="govuk-body">{w.public_lead}</p>
      {lines.length === 0 && <Inset>{w.public_none}</Inset>}
      <ul class="govuk-list govuk-list--spaced">
        {lines.map((one) => (
          <li key={one.id}>
            <Link href={publicVolumePath(one)}>{one.title}</Link>
            <br />
            {one.organisers.join(', ')} · {w.published(shortDay(one.published_on))}
          </li>
        ))}
      </ul>
    </PortalPage>
  )
}

/** One published volume. `made` is null while what was published is no longer what the papers are. */
export function PublicVolumePage(props: {
  frame: Frame
  row: VolumeRow
  meeting: PapersMeeting
  papers: readonly PaperRow[]
  made: MakingRow | null
}) {
  const { frame, row, meeting } = props
  const w = words(frame.language).conferences.papers.volume
  const title = w.title(meeting.title)
  return (
    <PortalPage frame={frame} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {meeting.organisers.join(', ')}. {row.published_on && w.published(shortDay(row.published_on))}
      </p>
      {props.made ? (
        <Downloads frame={frame} made={props.made} href={(kind) => publicVolumePath(row, kind)} />
      ) : (
        <Inset>{w.being_changed}</Inset>
      )}
      {props.papers.length > 0 && <h2 class="govuk-heading-m">{w.papers}</h2>}
      <ol class="govuk-list govuk-list--number">
        {props.papers.map((one) => (
          <li key={one.id}>
            {one.title}
            <br />
            <span class="gd-muted">{one.authors.map((author) => `${author.name} (${author.unit})`).join('; ')}</span>
          </li>
        ))}
      </ol>
    </PortalPage>
  )
}
