/** Sentences about custody of keys, in English. */
import type { custody as vi } from '../vi/custody.ts'
import type { Widen } from '../words.ts'

export const custody = {
  title: 'Requests for a key',
  list: {
    lead: 'Whoever holds no key and wants to read a private file needs a reason in law. The custodian of the office decides; every step is recorded.',
    ask: 'Write a request',
    own: 'My requests',
    own_empty: 'You have made no request.',
    waiting: 'Requests to you',
    waiting_empty: 'No request has come to you.',
    leavers: 'Officers who left',
    leavers_lead:
      'They took in or settled here and have a key of their own. Remind them to hand their keys on, on the page Hand keys on. If they cannot be reached, the successor asks for a key.',
    leaver: (name: string, title: string, day: string) => `${name}, ${title}: left on ${day}`,
    unit: 'Office',
    asker: 'Who asks',
    what: 'File',
    basis: 'Basis',
    state: 'State',
    number: (number: number, year: number) => `No. ${number}/${year}`,
    all: 'All of the own work',
    hand_on: 'Hand keys on',
  },
  states: {
    asked: 'Waits for a custodian',
    granted: 'Granted',
    refused: 'Refused',
    'half-open': 'Waits for the second custodian',
    recovered: 'Done',
    withdrawn: 'Withdrawn',
    lapsed: 'Lapsed',
  },
  ask: {
    title: 'Ask for a key',
    lead: 'Give the number of the file, the reason and the basis. Name nobody and do not tell what it is about. The reason is sealed: only you and the custodians can read it.',
    search: 'Find an office',
    search_submit: 'Find',
    fields: {
      labels: {
        unit_id: 'Office that keeps the file',
        basis: 'Basis',
        register_number: 'Number of the private file',
        register_year: 'Year',
        until_on: 'Reading needed until the end of',
        reason: 'Reason',
      },
      hints: {
        register_number: 'Leave empty for your own work: then it is every file that you take in or settle.',
        until_on: 'At most 90 days. Leave empty for your own work.',
        reason: 'Give the number of the paper that gives you the task, if there is one.',
      },
      choices: {
        basis: {
          'own-work': 'My own work: I have no key yet, or lost my passphrase',
          protection: 'Protection of the sender (LTC 2018 Đ47–Đ58)',
          'further-denunciation': 'Review of a further denunciation (LTC 2018 Đ37)',
          'overdue-review': 'Review of an overdue case (LTC 2018 Đ38)',
          inspection: 'Inspection (LTC 2018 Đ56)',
          investigation: 'Investigation body (LTC 2018 Đ27)',
          court: 'Court (LTC 2018 Đ56)',
        },
      },
      submit: 'Send the request',
    },
  },
  bases: {
    'own-work': 'Own work',
    protection: 'Protection of the sender',
    'further-denunciation': 'Further denunciation',
    'overdue-review': 'Overdue case',
    inspection: 'Inspection',
    investigation: 'Investigation body',
    court: 'Court',
  },
  request: {
    title: 'A request for a key',
    asked_on: 'Asked on',
    until_on: 'Reading until the end of',
    article: 'Article',
    reason: 'Reason',
    ground: 'Ground of the decision',
    decided_on: 'Decided on',
    first_on: 'First half opened on',
    locked: 'Your key is locked, so the reason cannot be read yet.',
    unlock: 'Unlock',
    sealed_to_others: 'This request is sealed to another custodian, who decides.',
    decide: 'Decide',
    decide_lead:
      'Granting opens nothing. Somebody who holds the file’s key then gives one. Where nobody holds it any more, two custodians recover it together.',
    decision: {
      labels: { decision: 'What do you decide?', ground: 'Ground of the decision' },
      hints: { ground: 'The asker can read it. Name nobody else.' },
      choices: { decision: { grant: 'Grant', refuse: 'Refuse' } },
      submit: 'Record the decision',
    },
    recover: 'Recovery by two persons',
    first_lead:
      'Only where nobody is left who can give the key. This opens the first half. A second custodian must go on within 7 days. You can read nothing.',
    first: 'Open the first half',
    second_lead:
      'Another custodian has opened the first half. This opens the second one and gives the key to the asker. You can read nothing.',
    second: 'Open the second half and give the key',
    done: 'Done. If a file belongs to this request, the asker can open it now. This page does not tell whether there is one.',
    withdraw: 'Withdraw the request',
    back: 'List of requests',
  },
  hand_on: {
    title: 'Hand keys on',
    lead: 'Before you leave, hand the keys of all private files to your successor in one act. After it you can no longer open those files. It also works after your last day.',
    none: 'Your key opens no file here.',
    locked: 'Your key is locked. Unlock it and come back to this page.',
    unlock: 'Unlock',
    count: (count: number) => (count === 1 ? 'You hold the key of 1 file.' : `You hold the keys of ${count} files.`),
    fields: { labels: { successor_id: 'Successor' }, submit: 'Hand all on' },
    done: (handed_on: number, kept: number) =>
      kept === 0
        ? `${handed_on} handed on.`
        : `${handed_on} handed on. This person may not hold the keys of ${kept} others: choose somebody else.`,
    renew: 'Share the recovery anew',
    renew_lead: 'Any two custodians of the office recover a key together. When custodians change, share it anew once.',
    renewed: (count: number) => `The recovery of ${count} files was shared anew.`,
    left: (names: string) =>
      `Somebody who left still holds keys: ${names}. Open each file to take the key back, or remind them to hand it on.`,
  },
  identity: {
    title: 'See the number of the identity paper',
    lead: 'The number is sealed to those who take letters in. Each look is recorded with its reason.',
    fields: {
      labels: { reason: 'Why it is needed' },
      hints: { reason: 'For instance: to compare with the visitor’s paper. Do not copy the number here.' },
      submit: 'Show',
    },
    number: 'Number of the paper',
    shown: 'This look was recorded. Close the page when done.',
    close: 'Close, back to the visit',
  },
  refusals: {
    'actor-is-not-the-asker': 'Nobody decides on a request of their own.',
    'actor-is-another-custodian': 'The second half must be opened by another custodian.',
    'request-is-still-good': 'This request has lapsed. The asker must ask again.',
    'request-is-over': 'This request is still good.',
    'own-work-is-the-actors': 'You do not take in or settle at this office. Choose another basis.',
    'custodian-is-clear-of-the-subject': 'The custodian who granted it is concerned. Another custodian must decide.',
  },
  faults: {
    'number-and-year-together': 'Give both number and year.',
    'day-has-passed': 'This day has passed.',
    'reading-too-long': 'At most 90 days from today.',
    'not-open-to-you': 'This number is not sealed to your key.',
  },
} as const satisfies Widen<typeof vi>
