/** The text of a section as a page shows it: every figure a link to its cell or list, marked where it has changed. */
import { piecesOf } from './tokens.ts'

/** A figure as it is shown. */
export interface ShownFigure {
  text: string
  href: string | null
  what: string
  /** A mark behind it: what it read when the text was written, or what the registers say now. */
  mark: string | null
}

/** Paragraphs with their figures; a quotation of what was typed, never markup. */
export function SectionText(props: { text: string; figures: ReadonlyMap<string, ShownFigure> }) {
  const lines = props.text.split('\n').filter((line) => line.trim() !== '')
  return (
    <>
      {lines.map((line, index) => (
        <p key={index} class="govuk-body">
          {piecesOf(line).map((piece, at) =>
            'text' in piece ? (
              piece.text
            ) : (
              <FigureInText key={at} source={piece.source} figure={props.figures.get(piece.source)} />
            ),
          )}
        </p>
      ))}
    </>
  )
}

function FigureInText({ source, figure }: { source: string; figure: ShownFigure | undefined }) {
  if (!figure) return <>{source}</>
  const { text, href, what, mark } = figure
  return (
    <>
      {href === null ? (
        text
      ) : (
        <a class="govuk-link gd-figure" href={href} title={what}>
          {text}
        </a>
      )}
      {mark !== null && <mark class="gd-changed"> [{mark}]</mark>}
    </>
  )
}
