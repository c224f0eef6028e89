/** Letters for the scaled registers, as lines for COPY. */
import { pairsOf } from '../modules/petitions/pairs.ts'
import { foldMarks } from '../platform/text.ts'
import { dayOf } from './days.ts'
import { factsOf, letterAbout } from './letters.ts'
import { personOf } from './names.ts'
import { offices } from './offices.ts'
import { chanceOf } from './random.ts'
import { topics } from './topics.ts'

/** So many letters of observations and recommendations: number, title, text, search, pairs, kind, field, name, answer. */
export function* recommended(count: number): Generator<string> {
  const known = topics.filter((topic) =>
    topic.kinds.some(([kind]) => kind === 'observation' || kind === 'recommendation'),
  )
  for (let n = 1; n <= count; n += 1) {
    const chance = chanceOf(`scale/${n}`)
    const office = chance.pick(offices)
    const topic = chance.pick(known)
    const kind = chance.weighted(topic.kinds.filter(([one]) => one === 'observation' || one === 'recommendation'))
    const fill = factsOf(chance, office, dayOf('2026-06-01'))
    const letter = letterAbout(chance, topic, fill, office.region)
    const { name } = personOf(chance, office.region)
    const search = foldMarks(`${letter.title} ${name} ${letter.text}`).slice(0, 8000)
    const pairs = `{${pairsOf(`${letter.title}\n${letter.text}`).join(',')}}`
    const said = fill(chance.pick(topic.answer))
    yield `${[n, letter.title, letter.text, search, pairs, kind, topic.field, name, said].map(copied).join('\t')}\n`
  }
}

function copied(value: string | number): string {
  return String(value).replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t')
}
