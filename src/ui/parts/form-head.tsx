/** The head of a report form as printed: nested headings, and under them the row of numbers. */

/** One heading with how many columns and rows it covers. */
export interface FormHeading {
  text: string
  columns: number
  rows: number
}

/** `unit`: what stands over the names of the rows; numbers may break before = and +. */
export function FormHead(props: {
  headings: readonly (readonly FormHeading[])[]
  columns: readonly { no: number; printed: string }[]
  unit: string
  say: (heading: string) => string
}) {
  return (
    <thead class="govuk-table__head">
      {props.headings.map((row, level) => (
        <tr key={level} class="govuk-table__row">
          {level === 0 && (
            <th scope="col" rowSpan={props.headings.length + 1} class="govuk-table__header">
              {props.unit}
            </th>
          )}
          {row.map((heading, index) => (
            <th
              key={index}
              scope={heading.columns > 1 ? 'colgroup' : 'col'}
              colSpan={heading.columns}
              rowSpan={heading.rows}
              class="govuk-table__header"
            >
              {props.say(heading.text)}
            </th>
          ))}
        </tr>
      ))}
      <tr class="govuk-table__row">
        {props.columns.map((column) => (
          <th key={column.no} scope="col" class="govuk-table__header govuk-table__header--numeric">
            {column.printed.replaceAll('=', '\u200b=').replaceAll('+', '\u200b+')}
          </th>
        ))}
      </tr>
    </thead>
  )
}
