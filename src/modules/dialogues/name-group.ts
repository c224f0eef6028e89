/** Questions on one matter get a name and a sentence that everybody may read; a person says what belongs together. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { Stale, WrongInput } from '../../platform/actions/errors.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { Moment } from '../../platform/clock.ts'
import { longText, revision, text, uuid } from '../../platform/input.ts'
import { type DialogueRow, dialogue, type QuestionGroup } from './dialogue.ts'
import { groupsMax, standing } from './fields.ts'

/** The groups with one changed; throws where somebody else changed that group since the form was opened. */
export function withGroup(
  row: DialogueRow,
  change: { id: string; version: number } & Partial<QuestionGroup>,
  by: { viewer: Viewer; moment: Moment },
  step: string,
): readonly QuestionGroup[] {
  const before = row.groups.find((group) => group.id === change.id)
  if ((before?.version ?? 0) !== change.version)
    throw before
      ? new Stale(before.by, Temporal.Instant.from(before.at), step)
      : new WrongInput([{ field: 'group_id', code: 'no-such-group' }])
  if (!before && row.groups.length >= groupsMax)
    throw new WrongInput([{ field: 'title', code: 'too-many-groups', params: { max: groupsMax } }])
  const written: QuestionGroup = {
    title: '',
    summary: '',
    answer: null,
    answered_on: null,
    ...before,
    ...change,
    by: by.viewer.name,
    at: by.moment.at.toString(),
    version: change.version + 1,
  }
  return before ? row.groups.map((group) => (group.id === change.id ? written : group)) : [...row.groups, written]
}

/** A new group has an id of the form's choosing and version 0. */
export const nameGroup = action({
  noun: dialogue,
  step: 'name-group',
  input: z.object({ group_id: uuid(), version: revision(), title: text(200), summary: longText(2000) }),
  decide({ record, input, viewer, moment }) {
    const { group_id: id, version, title, summary } = input
    const groups = withGroup(standing(record), { id, version, title, summary }, { viewer, moment }, 'name-group')
    return { change: { groups } }
  },
})
