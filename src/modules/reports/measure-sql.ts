/** The SQL by which a measure counts postings. */
import type { Measure } from '../../law/measures.ts'

/** What one posting `p` adds to a measure, as SQL: its weight where it is counted, else nothing. */
export function amountSql(measure: Measure, and = 'true'): string {
  return `case when ${countedSql(measure)} and ${and} then p.sign * p.${measure.weigh} else 0 end`
}

/** The measure over postings `p`; null where none is counted. A filter costs a third of adding noughts. */
export function sumSql(measure: Measure): string {
  return `sum(p.sign * p.${measure.weigh}) filter (where ${countedSql(measure)})`
}

const literal = (value: string) => `'${value.replaceAll("'", "''")}'`

/** `none` among the values stands for what says nothing. */
function oneOf(column: string, values: readonly string[]): string {
  const said = values.filter((value) => value !== 'none')
  const named = said.length > 0 ? `p.${column} in (${said.map(literal).join(', ')})` : 'false'
  return values.includes('none') ? `(${named} or p.${column} is null)` : named
}

const signers = { several: 'p.people > 1', one: 'p.people = 1', none: 'p.people < 1' } as const

function countedSql(measure: Measure): string {
  const tests = [`p.fact = ${literal(measure.fact)}`]
  for (const name of ['stage', 'kind', 'field', 'outcome', 'source'] as const)
    if (measure[name]) tests.push(oneOf(name, measure[name]))
  for (const name of ['first_time', 'large_group', 'eligible'] as const)
    if (measure[name] !== undefined) tests.push(`p.${name} is ${measure[name] ? '' : 'not '}true`)
  if (measure.again) tests.push('p.first_time is false')
  if (measure.in_time !== undefined) tests.push(`p.in_time is ${measure.in_time}`)
  if (measure.signers) tests.push(signers[measure.signers])
  return tests.join(' and ')
}
