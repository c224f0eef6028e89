/** Which questions are likely on one matter, by their words alone; a person confirms. Never by who asked. */
import type { Rarity } from '../petitions/pairs.ts'
import { allPairs, likenessTo } from '../petitions/pairs.ts'
import type { QuestionGroup } from './dialogue.ts'
import type { DialogueQuestionRow } from './dialogue-question.ts'

/** From this likeness on a question is proposed; below it people would have to undo more than they confirm. */
const likeMin = 0.18

/** Questions proposed together: for a group that stands, or for a new one. */
export interface Proposal {
  group_id: string | null
  questions: readonly DialogueQuestionRow[]
}

type Like = (other: ReadonlySet<number>) => { score: number }

/** Proposals for questions that stand in no group; each question is proposed once, single ones not at all. */
export function proposals(
  rows: readonly DialogueQuestionRow[],
  groups: readonly QuestionGroup[],
  rarity: Rarity,
): Proposal[] {
  const pairs = new Map(rows.map((row) => [row.id, allPairs(row.text ?? '')]))
  const of = (row: DialogueQuestionRow) => pairs.get(row.id) ?? new Set<number>()
  const open = rows.filter((row) => row.state === 'asked')
  const known = groups.map((group) => ({
    id: group.id,
    words: [allPairs(`${group.title}\n${group.summary}`), ...rows.filter((row) => row.group_id === group.id).map(of)],
  }))
  const proposed = new Map<string, DialogueQuestionRow[]>()
  const left: DialogueQuestionRow[] = []
  for (const row of open) {
    const like = likenessTo(of(row), rarity)
    const best = known
      .map((group) => ({ id: group.id, score: highest(like, group.words) }))
      .sort((a, b) => b.score - a.score)[0]
    if (best && best.score >= likeMin) proposed.set(best.id, [...(proposed.get(best.id) ?? []), row])
    else left.push(row)
  }
  return [...[...proposed].map(([group_id, questions]) => ({ group_id, questions })), ...together(left, of, rarity)]
}

const highest = (like: Like, words: readonly ReadonlySet<number>[]) =>
  words.reduce((most, one) => Math.max(most, like(one).score), 0)

/** New groups: each question joins the first in which one is like it. */
function together(
  rows: readonly DialogueQuestionRow[],
  of: (row: DialogueQuestionRow) => ReadonlySet<number>,
  rarity: Rarity,
): Proposal[] {
  const found: DialogueQuestionRow[][] = []
  for (const row of rows) {
    const like = likenessTo(of(row), rarity)
    const home = found.find((group) => highest(like, group.map(of)) >= likeMin)
    if (home) home.push(row)
    else found.push([row])
  }
  return found.filter((group) => group.length > 1).map((questions) => ({ group_id: null, questions }))
}
