/** Pages of the books: which there are, and one of them, made to be printed. */
import { receptionBook } from '../../law/book-forms.ts'
import { Button, Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { Select, TextInput } from '../../ui/parts/fields.tsx'
import { number, shortDay } from '../../ui/parts/format.ts'
import type { Frame } from '../../ui/parts/page.tsx'
import { Warning } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { type Book, type BookSlug, bookSlugs, type Days, stretches } from './book.ts'
import { headingsOf } from './headings.ts'
import { type BookUnit, pageLinesMax } from './queries.ts'

/** Address of a book. */
export function bookPath(slug: BookSlug, unit_id: string, days: Pick<Days, 'year' | 'stretch'>, file = false): string {
  const asked = new URLSearchParams({ don_vi: unit_id, nam: String(days.year), ky: days.stretch })
  return `/so/${slug}${file ? '.xlsx' : ''}?${asked}`
}

/** All books of a unit. */
export function BooksPage(props: { frame: Frame; units: readonly BookUnit[]; unit: BookUnit; days: Days }) {
  const { books } = words(props.frame.language)
  return (
    <DeskPage frame={props.frame} title={books.title} current="books">
      <h1 class="govuk-heading-l">{books.title}</h1>
      <p class="govuk-body">{books.lead}</p>
      <Pickers {...props} action="/so" />
      <ul class="govuk-list">
        {bookSlugs.map((slug) => (
          <li key={slug}>
            <Link href={bookPath(slug, props.unit.id, props.days)}>{books.names[slug]}</Link>
          </li>
        ))}
      </ul>
      <p class="govuk-body">{books.closed}</p>
      <p class="govuk-body">
        <Link href="/mau-van-ban">{books.templates}</Link> · <Link href="/so/ky-giay">{books.paper.link}</Link>
      </p>
    </DeskPage>
  )
}

function Pickers(props: { frame: Frame; units: readonly BookUnit[]; unit: BookUnit; days: Days; action: string }) {
  const { books } = words(props.frame.language)
  const { units, unit } = props
  const listed = units.some((one) => one.id === unit.id) ? units : [unit, ...units]
  return (
    <form method="get" action={props.action} class="gd-filter gd-screen-only">
      <Select
        name="don_vi"
        label={books.unit}
        items={listed.map((one) => ({ value: one.id, label: one.name }))}
        value={unit.id}
      />
      <TextInput name="nam" label={books.year} value={String(props.days.year)} width={4} inputmode="numeric" />
      <Select
        name="ky"
        label={books.stretch}
        items={stretches.map((value) => ({ value, label: books.stretches[value] }))}
        value={props.days.stretch}
      />
      <Button kind="secondary">{books.show}</Button>
    </form>
  )
}

/** One book: on paper its head, its lines and the page number alone. */
export function BookPage(props: { frame: Frame; units: readonly BookUnit[]; book: Book }) {
  const { frame, book } = props
  const { books } = words(frame.language)
  const { unit, days, slug } = book
  const name = books.names[slug]
  return (
    <DeskPage frame={frame} title={`${name} · ${unit.name}`} current="books" back={{ href: '/so', text: books.title }}>
      <div class="gd-book">
        <p class="gd-book__unit">{unit.name}</p>
        <h1 class="govuk-heading-l">{name}</h1>
        {slug === 'tiep-cong-dan' && <p>{books.of_form(receptionBook.instrument, receptionBook.code)}</p>}
        <p>{books.from_to(shortDay(days.first_on), shortDay(days.last_on))}</p>
        <Pickers frame={frame} units={props.units} unit={unit} days={days} action={`/so/${slug}`} />
        <p class="gd-screen-only">
          {books.count(number(book.lines.length, frame.language))} ·{' '}
          <Link href={bookPath(slug, unit.id, days, true)}>{books.xlsx}</Link> · {books.print}
        </p>
        {book.cut && <Warning>{books.cut(number(pageLinesMax, frame.language))}</Warning>}
        {book.lines.length === 0 ? <div class="gd-empty">{books.empty}</div> : <Lines frame={frame} book={book} />}
      </div>
    </DeskPage>
  )
}

function Lines({ frame, book }: { frame: Frame; book: Book }) {
  const { frame: sentences, books } = words(frame.language)
  const caption = books.names[book.slug]
  const headings = headingsOf(book.slug, frame.language)
  const form = book.slug === 'tiep-cong-dan'
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="gd-scroll" aria-label={sentences.scrollable(caption)} tabIndex={0}>
      <table class="govuk-table gd-table gd-book__table">
        <caption class="govuk-table__caption govuk-visually-hidden">{caption}</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {headings.map((heading) => (
              <th key={heading} scope="col" class="govuk-table__header">
                {heading}
              </th>
            ))}
          </tr>
          {form && (
            <tr class="govuk-table__row">
              {headings.map((heading, index) => (
                <td key={heading} class="govuk-table__cell">
                  ({index + 1})
                </td>
              ))}
            </tr>
          )}
        </thead>
        <tbody class="govuk-table__body">
          {book.lines.map((line) => (
            <tr key={line.key} class={line.void ? 'govuk-table__row gd-book__void' : 'govuk-table__row'}>
              <th scope="row" class="govuk-table__header gd-nowrap">
                {line.href ? <Link href={line.href}>{line.cells[0]}</Link> : line.cells[0]}
              </th>
              {line.void ? (
                <td class="govuk-table__cell" colSpan={headings.length - 1}>
                  {line.cells[1]}
                </td>
              ) : (
                line.cells.slice(1).map((cell, index) => (
                  <td key={headings[index + 1]} class="govuk-table__cell">
                    {cell}
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
