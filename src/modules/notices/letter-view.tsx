/** A letter as a page shows it before it is issued: the same parts as in the Word file, in reading order. */
import type { Letter, Part } from './layout.ts'

/** The whole letter. */
export function LetterView(props: { letter: Letter; label: string }) {
  const { letter } = props
  return (
    <article class="gd-paper" lang="vi" aria-label={props.label}>
      <div class="gd-paper__head">
        <p>
          {letter.parent && <span>{letter.parent.toLocaleUpperCase('vi')}</span>}
          {letter.issuer.map((line) => (
            <strong key={line}>{line.toLocaleUpperCase('vi')}</strong>
          ))}
          {letter.notation && <span>Số: {letter.notation.replace(/^\s+/u, '…')}</span>}
        </p>
        <p>
          <strong>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</strong>
          <strong>Độc lập - Tự do - Hạnh phúc</strong>
          <em>{letter.place_and_date}</em>
        </p>
      </div>
      <p class="gd-paper__title">
        {letter.form && <span>{letter.form}</span>}
        {letter.title.type && <strong>{letter.title.type}</strong>}
        <strong>{letter.title.about}</strong>
        {letter.decider && <strong>{letter.decider.toLocaleUpperCase('vi')}</strong>}
      </p>
      {letter.to.length > 0 && <p>Kính gửi: {letter.to.join('; ')}.</p>}
      {letter.parts.map((part, index) => (
        <PartView key={index} part={part} />
      ))}
      <div class="gd-paper__foot">
        <div>
          {letter.copies.length > 0 && <strong>Nơi nhận:</strong>}
          <ul>
            {letter.copies.map((line) => (
              <li key={line}>- {line};</li>
            ))}
          </ul>
        </div>
        {letter.signatures.map((one) => (
          <p key={one.titles.join()}>
            {one.titles.map((title) => (
              <strong key={title}>{title.toLocaleUpperCase('vi')}</strong>
            ))}
            {one.hint && <em>{one.hint}</em>}
            <strong>{one.name}</strong>
          </p>
        ))}
      </div>
    </article>
  )
}

function PartView({ part }: { part: Part }) {
  switch (part.kind) {
    case 'table':
      return (
        <table class="govuk-table">
          <thead>
            <tr>
              {part.head.map((cell) => (
                <th key={cell} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {part.rows.map((row) => (
              <tr key={row.join('|')}>
                {row.map((cell, index) => (
                  <td key={index}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )
    case 'heading':
      return (
        <p>
          <strong>{part.text}</strong>
        </p>
      )
    case 'order':
      return (
        <p class="gd-paper__title">
          <strong>{part.text}</strong>
        </p>
      )
    case 'article':
      return (
        <p>
          <strong>{part.label}</strong> {part.text}
        </p>
      )
    case 'ground':
      return (
        <p>
          <em>{part.text}</em>
        </p>
      )
    default:
      return <p>{part.text}</p>
  }
}
