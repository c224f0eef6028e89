/** Every step of a meeting, as a list. */
import type { AnyAction } from '../../platform/actions/action.ts'
import { addItem } from './add-item.ts'
import { addRoom } from './add-room.ts'
import { answerInvitation } from './answer-invitation.ts'
import { cancel } from './cancel.ts'
import { close } from './close.ts'
import { conclude } from './conclude.ts'
import { correct } from './correct.ts'
import { dropFinding } from './drop-finding.ts'
import { dropGuest } from './drop-guest.ts'
import { dropHost } from './drop-host.ts'
import { dropItem } from './drop-item.ts'
import { dropPromise } from './drop-promise.ts'
import { dropRoom } from './drop-room.ts'
import { dropSpeech } from './drop-speech.ts'
import { hold } from './hold.ts'
import { invite } from './invite.ts'
import { issueProgramme } from './issue-programme.ts'
import { listGuests } from './list-guests.ts'
import { move } from './move.ts'
import { nameHost } from './name-host.ts'
import { noteAttendance } from './note-attendance.ts'
import { notePromise } from './note-promise.ts'
import { plan } from './plan.ts'
import { recordSpeech } from './record-speech.ts'
import { reportRoom } from './report-room.ts'
import { writeConclusion } from './write-conclusion.ts'
import { writeFinding } from './write-finding.ts'

/** In the order in which a meeting's page offers them. */
export const meetingSteps: readonly AnyAction[] = [
  plan,
  invite,
  listGuests,
  dropGuest,
  answerInvitation,
  addItem,
  dropItem,
  issueProgramme,
  hold,
  noteAttendance,
  reportRoom,
  recordSpeech,
  dropSpeech,
  writeFinding,
  dropFinding,
  writeConclusion,
  notePromise,
  dropPromise,
  conclude,
  close,
  nameHost,
  dropHost,
  addRoom,
  dropRoom,
  correct,
  move,
  cancel,
]
