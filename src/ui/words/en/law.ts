/** Words of the book: states, refusals and what can be done. Steps and terms stand in their own files. */
import type { LawConditions, LawStates } from '../law-keys.ts'
import { lawSteps } from './law-steps.ts'
import { lawTerms } from './law-terms.ts'

const states = {
  petition: {
    received: 'Received, to be classified',
    classified: 'Classified, to be assigned',
    assigned: 'Being handled',
    handled: 'Handled',
    withdrawn: 'Withdrawn',
    void: 'Number void',
    'sealed-away': 'Moved to a private file',
  },
  complaint: {
    'awaiting-acceptance': 'Awaiting acceptance',
    accepted: 'Accepted, verification to be assigned',
    verifying: 'Being verified',
    verified: 'Verified, decision to come',
    decided: 'Decided, to be sent',
    sent: 'Decision sent, not yet in effect',
    'in-effect': 'In effect, being enforced',
    'settled-for-good': 'Settled for good',
    declined: 'Declined',
    terminated: 'Terminated',
    'at-second-instance': 'At second instance',
  },
  feedback: {
    'awaiting-assignment': 'To be assigned',
    assigned: 'Being worked on',
    'kept-for-study': 'Kept for study',
    reviewed: 'Reviewed by the six criteria',
    decided: 'Decided on the regulation',
    drafted: 'Answer awaits approval',
    answered: 'Answered',
    closed: 'Closed',
    transferred: 'Transferred',
    withdrawn: 'Withdrawn',
  },
  grievance: { recorded: 'Recorded, no owner yet', assigned: 'Being worked on', ended: 'Ended' },
  denunciation: {
    sealed: 'Sealed',
    transferred: 'Transferred',
    accepted: 'Accepted',
    declined: 'Not accepted',
    shelved: 'Kept without processing',
    'at-inspection': 'With the inspection',
    inspected: 'Inspection has answered',
    'tip-closed': 'Closed',
    'under-review': 'Under review',
    'review-closed': 'Reviewed, not settled again',
    verifying: 'Being verified',
    verified: 'Verification reported',
    concluded: 'Concluded',
    sent: 'Conclusion sent',
    'acted-on': 'Acted on',
    reported: 'Result reported',
    terminated: 'Terminated',
  },
  'reception-day': { published: 'Published', open: 'Open', closed: 'Closed', concluded: 'Concluded' },
  visit: {
    booked: 'Booked',
    waiting: 'Waiting or being heard',
    'awaiting-outcome': 'Outcome owed',
    'outcome-given': 'Outcome told',
    refused: 'Refused',
    cancelled: 'Cancelled',
    missed: 'Did not come',
    void: 'Void',
  },
  'field-visit': { recorded: 'Recorded' },
  'overdue-demand': {
    demanded: 'Awaits the lower office',
    escalated: 'Asked again, awaits an answer',
    answered: 'Answered',
    ended: 'Ended',
    withdrawn: 'Withdrawn',
  },
  'named-position': { listed: 'Listed', 'taken-off': 'Taken off' },
} as const satisfies LawStates

const conditions = {
  'unit-is-directly-below': 'Only an office directly below can be asked.',
  'answer-day-is-ahead': 'The day for the answer must lie after today.',
  'answer-day-has-passed': 'The day for the answer has not passed. Wait for it.',
  'every-record-has-a-day': 'Each record on the list needs a day, today or later.',
  'no-demand-on-it-is-open': 'This office still owes an answer. Open that demand.',
  'is-not-classified-yet': 'The petition has been classified, or is dealt with.',
  'a-point-is-open':
    'Every point of this petition is handled. If one was missed, split it off or correct the petition.',
  'unit-settles-second-complaints':
    'This office settles no second complaints. Guide the sender to the superior, as the table of competence says.',
  'an-open-point-is-a-complaint': 'No complaint in this petition waits to be handled.',
  'handling-conditions-met':
    'The petition does not meet the handling conditions. Guide the sender to complete it, or correct the classification.',
  'within-competence': 'This is outside the competence of this office. Guide the sender or transfer the petition.',
  'officer-has-this-work': 'The officer who leaves no longer has this record.',
  'outside-competence': 'This is within the competence of this office and may not be sent on. Propose acceptance.',
  'signature-is-confirmed':
    'The signature is not confirmed. The sender may sign digitally, at any reception desk, or send a signed copy.',
  'signature-is-missing': 'The petition is signed already; nothing needs confirming.',
  'due-date-moves': 'The due date already stands as the calendar and the rules in use count it.',
  'signature-wait-is-over': 'The sender still has time to sign. Wait, or remind the sender.',
  'not-guided-before': 'The sender was guided on this once already. Choose another way, such as shelving.',
  'not-transferred-before': 'This was transferred once and may not be again. Urge the body that received it.',
  'transfer-is-lawful-for-its-kind':
    'A complaint outside competence is transferred only if an agency, deputy or the press forwarded it. Guide instead.',
  'another-unit-owes-an-answer': 'No other body owes an answer to this petition. Transfer it first, if need be.',
  'petition-is-linked': 'The petition is not linked to another case.',
  'nothing-is-done-yet': 'The petition has been acted on and can no longer be sealed. Tell the head.',
  'untouched-since-import': 'This was not imported, or somebody has acted on it since. Correct it instead of undoing.',
  'acceptance-conditions-met':
    'The conditions of acceptance are not met. Decline with a ground, or complete the file and try again.',
  'is-not-suspended': 'The case is suspended. Decide to resume it first.',
  'is-suspended': 'The case is not suspended, so there is nothing to resume.',
  'dialogue-is-held-where-views-differ':
    'The views still differ, so a dialogue must be held before the decision. Call it and record its result.',
  'dialogue-is-held-where-mandatory':
    'A dialogue must be held before the decision, always at the second instance and on discipline. Call it and record it.',
  'is-first-instance': 'This step exists at the first instance only.',
  'is-second-instance': 'This step exists at the second instance only.',
  'court-road-is-not-yet-announced': 'The complainant was already told of the lawsuit.',
  'complexity-criterion-recorded': 'No criterion of complexity is in the file. Record at least one in writing first.',
  'not-extended-before': 'The time limit was extended once and may not be again.',
  'limit-has-not-passed': 'The time limit has passed and can be neither extended nor suspended. Decide the complaint.',
  'limit-has-passed': 'The time limit has not passed yet.',
  'second-road-is-not-yet-announced': 'The complainant was already told of the second complaint.',
  'second-road-is-open':
    'A second complaint is not possible yet: there must be a first decision, or the limit must have passed without one.',
  'second-window-has-passed':
    'A second complaint is still possible, so the decision has no effect yet. Wait until then.',
  'not-withdrawn-yet': 'A withdrawal was asked for and awaits confirmation, or is confirmed.',
  'withdrawal-waits-for-confirmation': 'No withdrawal awaits confirmation.',
  'withdrawn-or-at-court':
    'Nothing ends it yet: the whole must be withdrawn and privately confirmed, or a court must have accepted it.',
  'a-withdrawal-stands': 'There is no withdrawal to look at.',
  'ended-by-withdrawal': 'This complaint did not end by a withdrawal.',
  'is-not-at-court':
    'A court has accepted this matter. Terminate the settling, or record that the lawsuit was withdrawn or given back.',
  'is-at-court': 'No lawsuit accepted by a court is recorded.',
  'no-stay-is-running': 'The contested decision is stayed already.',
  'a-stay-is-running': 'The contested decision is not stayed, so there is nothing to lift.',
  'a-decision-waits-to-be-sent': 'No decision waits to be sent.',
  'joint-petition-is-complete':
    'A petition of five or more people needs every signature and the paper that names the representatives. Record them at the petition first.',
  'was-not-freely-withdrawn':
    'The complainant freely withdrew this, so it is not examined again. If that was forced, examine the earlier record again.',
  'another-point-is-open': 'This is the last point that waits. Withdraw the whole petition.',
  'is-a-joint-petition': 'Fewer than five people need not name representatives in writing.',
  'nobody-is-authorised-yet': 'Somebody is authorised already. One content is not given to several people.',
  'authorisation-is-certified': 'An individual’s authorisation must be notarised or certified.',
  'an-alert-is-open': 'Nothing urgent waits for the head.',
  'no-alert-is-open': 'The head was told and has not answered yet.',
  'content-is-of-the-party':
    'Only what belongs to the Party’s field goes to a Party body. Classify the petition first.',
  'decision-is-enforced': 'The decision is not fully carried out. Record its enforcement with evidence.',
  'no-road-is-open': 'A second complaint or a lawsuit is still possible. Wait until the limit has passed.',
  'publication-is-allowed': 'The sender has not allowed publication. Publish only with the sender’s leave.',
  'publication-is-not-yet-allowed': 'You have allowed publication. You may change your mind at any time.',
  'publication-is-not-yet-refused': 'You have refused publication. You may change your mind at any time.',
  'not-published-yet': 'The answer is already published.',
  'not-rated-yet': 'You have already rated this answer. Thank you.',
  'reopened-less-than-once': 'We have looked at this again once. If you still disagree, you may send a new petition.',
  'reopening-window-is-open': 'More than 30 days have passed since the answer. You may send a new petition.',
  'reopening-is-no-longer-possible': 'The sender may still ask to look again. Wait for 30 days or a rating.',
  'none-of-it-names-a-person':
    'The text still holds a detail that leads to a person (name, telephone, house or plot). Rewrite it and try again.',
  'is-not-marked-yet': 'It is marked as being about a regulation already.',
  'is-about-a-regulation': 'Only for feedback about an administrative regulation. Mark it as such first.',
  'sender-gave-name-address-phone':
    'The sender has not given name, address and telephone. Ask for them, or answer it as ordinary feedback.',
  'is-in-vietnamese': 'It must be in Vietnamese. Ask for a translation, or answer it as ordinary feedback.',
  'came-by-a-channel-of-the-decree':
    'By telephone only the dedicated number counts. Ask for it in writing, or answer it as ordinary feedback.',
  'regulation-is-decided': 'This is about a regulation: review it by the six criteria and decide before answering.',
  'outcome-fits-the-issuer':
    'A regulation of your own you amend, repeal or issue. One of somebody else you propose to them.',
  'outcome-is-not-public-yet': 'The outcome is public already.',
  'actor-is-clear-of-the-subject':
    'Somebody concerned by the letter may not handle it. Leave it to another officer or the superior.',
  'actor-is-not-the-subject': 'Whoever the letter concerns may not receive it. Let somebody else receive it.',
  'actor-keeps-no-key': 'The desk is under the person concerned, so it may not keep a key to the file.',
  'sealed-for-lawful-people-only':
    'The file may be sealed only for those entitled to settle or receive it, and not concerned by it.',
  'actor-holds-a-key': 'This file is not sealed to you. Ask the custodian, with a recorded reason.',
  'sealed-for-clear-people-only': 'The key would go to somebody concerned, or to somebody under them.',
  'successor-is-lawful': 'Keys are handed on only to another who takes in or settles, and is clear of the subject.',
  'holder-has-left': 'This person still has a post at the office, so the key stays.',
  'a-reading-has-ended': 'No key has ended yet.',
  'a-channel-is-open': 'The sender has no key to a private channel. Use the address in the file.',
  'actor-holds-the-extract': 'You hold no key to the extract. The settler must assign the verification to you first.',
  'verifier-is-lawful':
    'A verifier must hold a post in this unit and have nothing to do with the letter. Choose somebody else.',
  'new-evidence-where-settled-before':
    'What was settled on another road is accepted only with new evidence. Record the ground for declining.',
  'clear-enough-to-act-at-once':
    'Acting at once needs clear content, concrete evidence and a basis. Accept it on the full road.',
  'tip-can-be-checked':
    'It goes to the inspection only once it was found to have a clear person, concrete evidence and a basis to check. Otherwise shelve it.',
  'sender-is-named': 'Nobody is named as its sender, so this step is not open. Check it for inspection, or shelve it.',
  'sender-is-unnamed': 'Its sender is named. This step is for unsigned information only.',
  'inspection-is-clear-of-the-subject':
    'That body is led by somebody concerned, or by somebody under them. Choose another or a superior.',
  'shelving-ground-is-there':
    'Only unsigned information that was looked at and found not checkable is shelved on this ground.',
  'acceptance-is-not-told-yet': 'The acceptance was notified already.',
  'conclusion-is-not-public-yet': 'The conclusion was published already.',
  'an-extension-is-left': 'The limit was extended twice already; it cannot be extended again.',
  'criteria-are-enough':
    'The first extension needs one criterion of complexity, the second two. Choose more if there are any.',
  'withdrawal-is-not-noted-yet': 'A withdrawal was noted; it waits for confirmation or is confirmed.',
  'a-ground-ends-it':
    'No ground ends it: all must be withdrawn, confirmed in private, with no sign that it must go on.',
  'came-through-a-forwarder': 'This file was not forwarded by a body, a deputy or the press.',
  'no-demand-is-open': 'A report was demanded and has not come. Record the reply first.',
  'a-demand-is-open': 'No demand for a report is waiting.',
  'protection-is-not-asked': 'Protection has been asked for or is in force.',
  'protection-waits-for-paper': 'No request by telephone is waiting for its paper.',
  'protection-is-asked': 'No request for protection is waiting to be verified.',
  'protection-is-verified': 'The grounds for protection are not verified. Verify them first.',
  'protection-can-be-refused': 'No request for protection is waiting for a decision.',
  'protection-is-in-force': 'No protection is in force.',
  'its-day-has-come': 'The reception day has not come. Open it on the day announced.',
  'its-day-has-not-passed': 'The day has passed and cannot be moved. Announce another day.',
  'no-visit-is-waiting': 'Some visits have not ended. End each, or note the absence, first.',
  'reception-day-takes-bookings': 'This day takes no bookings. Please choose another day or come in person.',
  'reception-day-is-open': 'The reception has not begun or is over. Open it first.',
  'reception-day-is-over': 'The reception is not over; the person may still come.',
  'is-a-large-group': 'Fewer than five people with the same matter need no representatives.',
  'representatives-are-named': 'A group of five or more must name representatives in writing. Record them.',
  'statement-or-petition-is-recorded': 'Neither a statement nor a petition is recorded. Do one of them first.',
  'words-may-be-kept-here': 'This belongs in the closed file and is not written here. Enter it in the closed book.',
  'refusal-letter-is-owed': 'This ground needs only spoken words, or the notice was already sent.',
  'account-holds-a-position-here': 'This person holds no position in this office. Choose somebody of the office.',
  'account-is-not-listed': 'This person is already listed.',
  'fewer-than-three-are-listed': 'Three people are listed. Take one off before adding another.',
} as const satisfies LawConditions

/** All words of the law. */
export const law = { steps: lawSteps, states, conditions, ...lawTerms } as const
