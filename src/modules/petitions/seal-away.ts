/** A petition that turns out to denounce somebody leaves the open register: its words are in the vault before this step. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { noDuplicateKey } from './likeness.ts'
import { petition, receivedPosting } from './petition.ts'
import { learnTask } from './suggest.ts'

/** What stands where the words stood. */
export const sealedAwayTitle = 'Đã chuyển sang hồ sơ riêng'

/** The number stays in the book; what was counted here is counted in the closed register. */
export const sealAway = action({
  noun: petition,
  step: 'seal-away',
  input: z.object({}),
  decide: ({ record, id }) => ({
    // Learnt anew, so that nothing remembers its words.
    jobs: ['erase-sealed-away', learnTask].map((task) => ({ task, payload: { petition_id: id } })),
    change: {
      title: sealedAwayTitle,
      text: sealedAwayTitle,
      place: null,
      petitioner_name: '—',
      petitioner_address: null,
      petitioner_phone: null,
      petitioner_email: null,
      representatives: [],
      assisted: null,
      signature: null,
      points: [],
      replies: [],
      group_sheet: null,
      authorisation: null,
      alert: null,
      referrals: null,
      same_as: null,
      search: '',
    },
    rows: [noDuplicateKey(id)],
    postings: [receivedPosting(record!, -1)],
  }),
})
