/** What follows from a decision or a conclusion in money, land and people: typed once, counted in the forms of results. */

/** Unit in which an effect is typed and counted. */
export type EffectUnit = 'million-dong' | 'square-metre' | 'number'

/** All effects, in the order in which the forms ask for them. */
export const effects = [
  { id: 'state-money', unit: 'million-dong' },
  { id: 'state-land', unit: 'square-metre' },
  { id: 'organisation-money', unit: 'million-dong' },
  { id: 'organisation-land', unit: 'square-metre' },
  { id: 'person-money', unit: 'million-dong' },
  { id: 'person-land', unit: 'square-metre' },
  { id: 'organisations', unit: 'number' },
  { id: 'persons', unit: 'number' },
  { id: 'handled-organisations', unit: 'number' },
  { id: 'handled-people', unit: 'number' },
  { id: 'handled-officials', unit: 'number' },
  { id: 'crime-cases', unit: 'number' },
  { id: 'crime-people', unit: 'number' },
  { id: 'crime-officials', unit: 'number' },
] as const satisfies { id: string; unit: EffectUnit }[]

/** The name of an effect. */
export type EffectId = (typeof effects)[number]['id']
