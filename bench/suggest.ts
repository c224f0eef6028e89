/** Suggested fields and kinds on invented letters whose topic the counting has never seen, beside the guess that is always the same. */
import { factsOf, letterAbout } from '../src/demo/letters.ts'
import { offices } from '../src/demo/offices.ts'
import { chanceOf } from '../src/demo/random.ts'
import { topics } from '../src/demo/topics.ts'
import { type Classified, hitsOf, learn, wordsOf } from '../src/modules/petitions/suggest.ts'
import { type Bench, rounded } from './bench.ts'

const letters_a_topic = 100

interface Sample {
  words: ReadonlySet<number>
  field: string
  kind: string
}

/** Letters of each topic, each with facts of its own. */
function samples(): Map<string, Sample[]> {
  return new Map(
    topics.map((topic) => [
      topic.id,
      Array.from({ length: letters_a_topic }, (_, n) => {
        const chance = chanceOf(`suggest/${topic.id}/${n}`)
        const office = chance.pick(offices)
        const facts = factsOf(chance, office, Temporal.PlainDate.from('2026-11-01'))
        const { title, text } = letterAbout(chance, topic, facts, office.region)
        return { words: wordsOf(`${title}\n${text}`), field: topic.field, kind: chance.weighted(topic.kinds) }
      }),
    ]),
  )
}

/** Every topic is foreseen by what the others teach: no sentence about the matter is shared, greetings and thanks are. */
function foreseen(all: Map<string, Sample[]>, about: 'field' | 'kind', asked: (topic: string) => boolean) {
  const sum = { tested: 0, hits: 0, majority_hits: 0 }
  for (const [topic, own] of all) {
    if (!asked(topic)) continue
    const as = (sample: Sample): Classified => ({ words: sample.words, label: sample[about] })
    const others = [...all].filter(([other]) => other !== topic).flatMap(([, list]) => list.map(as))
    const rate = hitsOf(learn(others), own.map(as))
    for (const key of ['tested', 'hits', 'majority_hits'] as const) sum[key] += rate[key]
  }
  return sum
}

/** The same topics on both sides, other letters: what an office meets whose people write about what they always wrote about. */
function known(all: Map<string, Sample[]>, about: 'field' | 'kind') {
  const half = letters_a_topic / 2
  const as = (sample: Sample): Classified => ({ words: sample.words, label: sample[about] })
  const lists = [...all.values()]
  return hitsOf(
    learn(lists.flatMap((list) => list.slice(0, half).map(as))),
    lists.flatMap((list) => list.slice(half).map(as)),
  )
}

/** No promise: the figures are reported as they are. */
export function run(): Promise<Bench> {
  const all = samples()
  const fields = topics.map((topic) => topic.field)
  const shared = new Set(
    topics.filter(({ field }) => fields.filter((one) => one === field).length > 1).map(({ id }) => id),
  )
  const share = (hits: number, of: { tested: number }) => rounded(hits / of.tested)
  const new_field = foreseen(all, 'field', () => true)
  const new_field_shared = foreseen(all, 'field', (topic) => shared.has(topic))
  const new_kind = foreseen(all, 'kind', () => true)
  const known_field = known(all, 'field')
  const known_kind = known(all, 'kind')
  return Promise.resolve({
    name: `suggestions: ${topics.length} topics, each foreseen by the others, ${letters_a_topic} letters a topic`,
    figures: {
      field_of_new_topic: share(new_field.hits, new_field),
      field_of_new_topic_majority: share(new_field.majority_hits, new_field),
      field_where_another_topic_has_it: share(new_field_shared.hits, new_field_shared),
      field_where_another_topic_has_it_majority: share(new_field_shared.majority_hits, new_field_shared),
      kind_of_new_topic: share(new_kind.hits, new_kind),
      kind_of_new_topic_majority: share(new_kind.majority_hits, new_kind),
      field_of_known_topic: share(known_field.hits, known_field),
      field_of_known_topic_majority: share(known_field.majority_hits, known_field),
      kind_of_known_topic: share(known_kind.hits, known_kind),
      kind_of_known_topic_majority: share(known_kind.majority_hits, known_kind),
    },
  })
}
