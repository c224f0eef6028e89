/** A matter people write about: its words with places to fill in, and what the office finds and answers. */
import type { Field, PetitionKind } from '../law/terms.ts'
import type { Region } from './names.ts'
import { landTopics } from './topics-land.ts'
import { lifeTopics } from './topics-life.ts'
import { officeTopics } from './topics-office.ts'

/** Each list holds ways of saying the same. */
export interface Topic {
  id: string
  field: Field
  /** Only there; absent: everywhere. */
  region?: Region
  kinds: readonly (readonly [Extract<PetitionKind, 'complaint' | 'recommendation' | 'observation' | 'other'>, number])[]
  title: readonly string[]
  open: readonly string[]
  facts: readonly string[]
  effect: readonly string[]
  wish: readonly string[]
  contested: readonly string[]
  verified: readonly string[]
  conclusion: readonly string[]
  orders: readonly string[]
  minutes: readonly string[]
  answer: readonly string[]
  public_question: readonly string[]
  public_answer: readonly string[]
}

/** All of them. */
export const topics: readonly Topic[] = [...landTopics, ...lifeTopics, ...officeTopics]
