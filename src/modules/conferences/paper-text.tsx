/** A paper's text as a page, and the same with everything hidden that would tell a blind reviewer whose it is. */
import type { ComponentChildren } from 'preact'
import { foldMarks } from '../../platform/text.ts'
import { type Block, type Inline, mapLines, plainOf } from './blocks.ts'
import { withoutContacts, withoutOpening } from './opening.ts'
import type { Author } from './paper.ts'

/** Signs that stand for a hidden name. */
export const hiddenName = '▮▮▮'

/**
 * The blocks without names of authors and units: lines that hold one lose their look, since a name may run over its pieces.
 * Marks and capitals make no difference.
 */
export function blinded(
  blocks: readonly Block[],
  paper: { title: string; authors: readonly Author[]; units: readonly string[] },
): Block[] {
  const names = namesIn(paper)
  const hide = (inlines: readonly Inline[]): readonly Inline[] => {
    const whole = plainOf(inlines)
    const hidden = hideIn(whole, names)
    const shown: readonly Inline[] =
      hidden === whole ? inlines : [{ kind: 'text', text: hidden }, ...inlines.filter((one) => one.kind === 'note')]
    // What a picture is called may say whose it is.
    return shown.map((one) => (one.kind === 'picture' ? { ...one, picture: { ...one.picture, alt: '' } } : one))
  }
  return mapLines(withoutContacts(withoutOpening(blocks, paper), paper.authors), hide)
}

/** Names that tell whose a paper is, folded, the longest first. */
export function namesIn(paper: { authors: readonly Author[]; units: readonly string[] }): string[] {
  const parts = paper.authors.flatMap((one) => [one.name, ...one.unit.split(',')])
  return [...new Set([...parts, ...paper.units].map((one) => one.trim()).filter((one) => one.length >= 4))]
    .toSorted((a, b) => b.length - a.length)
    .map((one) => foldMarks(one))
}

/** The text with these folded names hidden; folding keeps one sign a sign, so places agree. */
export function hideIn(text: string, names: readonly string[]): string {
  const nfc = text.normalize('NFC')
  const folded = [...nfc].map((sign) => foldMarks(sign) || ' ')
  if (folded.some((sign) => sign.length !== 1))
    return names.some((name) => foldMarks(text).includes(name)) ? hiddenName : text
  const signs: (string | null)[] = [...nfc]
  let plain = folded.join('')
  for (const name of names.filter((one) => plain.includes(one)))
    plain = plain.replaceAll(name, (found, at: number) => {
      signs.fill(null, at, at + found.length)
      signs[at] = hiddenName
      return '\0'.repeat(found.length)
    })
  return signs.includes(null) ? signs.join('') : text
}

/** Blocks as HTML. Pictures are named only: they may show whose paper it is. */
export function PaperText(props: { blocks: readonly Block[] }) {
  return (
    <>
      {props.blocks.map((block, at) => (
        <OneBlock key={at} block={block} />
      ))}
    </>
  )
}

function OneBlock({ block }: { block: Block }): ComponentChildren {
  if (block.kind === 'heading') return <h2 class="govuk-heading-s">{lineOf(block.inlines)}</h2>
  if (block.kind === 'item')
    return (
      <p class="govuk-body" style={{ 'margin-left': `${1 + block.depth}em` }}>
        {block.label} {lineOf(block.inlines)}
      </p>
    )
  if (block.kind === 'paragraph') return <p class="govuk-body">{lineOf(block.inlines)}</p>
  return (
    <table class="govuk-table">
      <tbody>
        {block.rows.map((row, at) => (
          <tr key={at} class="govuk-table__row">
            {row.cells.map((cell, index) => (
              <td key={index} class="govuk-table__cell" colSpan={cell.columns} rowSpan={cell.rows}>
                <PaperText blocks={cell.blocks} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function lineOf(inlines: readonly Inline[]): ComponentChildren {
  return inlines.map((one, at) => {
    if (one.kind === 'break') return <br key={at} />
    if (one.kind === 'tab') return ' '
    if (one.kind === 'picture') return <em key={at}>[{one.picture.alt || '…'}]</em>
    if (one.kind === 'note')
      return (
        <small key={at}>
          {' '}
          ({one.blocks.map((block) => (block.kind === 'table' ? '' : plainOf(block.inlines))).join(' ')})
        </small>
      )
    if (one.raised === 'super') return <sup key={at}>{one.text}</sup>
    if (one.raised === 'sub') return <sub key={at}>{one.text}</sub>
    if (one.bold) return <strong key={at}>{one.text}</strong>
    return one.italic ? <em key={at}>{one.text}</em> : one.text
  })
}
