/** Forms of the steps of a sealed file, in English. */
import type { denunciationSteps as vi } from '../vi/denunciation-steps.ts'
import type { Widen } from '../words.ts'
import { effectLabels, sealedEffectsHint } from './effects.ts'
import { lawSteps } from './law-steps.ts'
import { lawTerms } from './law-terms.ts'

export const denunciationSteps = {
  'write-to-denouncer': {
    lead: 'Only who holds the key on the slip can read it. No message or mail goes out: the sender opens the channel to see it.',
    fields: {
      labels: { text: 'Question or word', files: 'Files' },
      submit: lawSteps.denunciation['write-to-denouncer'].button,
    },
  },
  check: {
    lead: 'Check name, address and conditions. Where several places are needed the limit is ten working days.',
    fields: {
      labels: {
        several_places: 'Must it be checked at several places?',
        note: 'What was checked, and how',
      },
      submit: lawSteps.denunciation['check'].button,
    },
  },
  accept: {
    lead: 'Accept when all four conditions are met. The content goes into the letter to the subject, so it tells nothing of the sender.',
    fields: {
      labels: {
        content: 'Content accepted',
        form_met: 'In the form of Đ23',
        has_capacity: 'The sender has capacity, or a representative',
        within_competence: 'Within competence',
        has_basis: 'A basis to identify who and what',
        settled_before: 'Was it settled as a complaint before?',
        new_evidence: 'There is new evidence',
        at_superior: 'On review: why it is settled here',
        field: 'Field, for the statistical forms (optional)',
      },
      choices: {
        field: lawTerms.fields,
        at_superior: {
          'own-settlement': 'It is ours to settle',
          'settle-again': 'The first settlement was unlawful; settle again',
        },
      },
      submit: lawSteps.denunciation['accept'].button,
    },
  },
  decline: {
    lead: 'The sender is told why at once.',
    fields: {
      labels: {
        ground: 'Ground',
        explanation: 'Reason in the notice',
      },
      choices: {
        ground: {
          'form-not-met': 'Not in the form',
          'no-capacity': 'No capacity and no representative',
          'outside-competence': 'Outside competence',
          'no-basis-for-person-and-act': 'No basis to identify who and what',
          'settled-without-new-evidence': 'Settled, without new evidence',
          'withdrawn-before-acceptance': 'Withdrawn before acceptance',
        },
      },
      submit: lawSteps.denunciation['decline'].button,
    },
  },
  shelve: {
    lead: 'Not processed under Đ24.3, or unsigned and not checkable.',
    fields: {
      labels: {
        ground: 'Ground',
        note: 'Note',
      },
      choices: {
        ground: {
          'sent-to-competent-unit-too': 'Sent to several bodies, one of them competent',
          'guided-already': 'Guided already',
          'unsigned-and-not-checkable': 'Unsigned and not checkable',
        },
      },
      submit: lawSteps.denunciation['shelve'].button,
    },
  },
  'check-tip': {
    lead: 'Unsigned information is no denunciation. With all three it goes to the inspection; otherwise it is shelved.',
    fields: {
      labels: {
        person_is_clear: 'Is the person clear?',
        evidence_is_concrete: 'Is the evidence concrete?',
        can_be_checked: 'Can it be checked?',
        note: 'Why, and on what basis',
      },
      submit: lawSteps.denunciation['check-tip'].button,
    },
  },
  'refer-to-inspection': {
    lead: 'For unsigned information only, checked and with all three. The letter is made from this file.',
    fields: {
      labels: {
        receiver_unit_id: 'Inspecting body',
        content: 'Content',
        answer_by: 'Asked to answer by',
        not_under_the_subject: 'It is not led by the person named, nor by anybody under that person',
      },
      hints: { answer_by: 'A day of the office’s own; the law sets none.' },
      submit: lawSteps.denunciation['refer-to-inspection'].button,
    },
  },
  'record-inspection-result': {
    lead: 'As the inspection wrote it. What you write is sealed.',
    fields: {
      labels: { answered_on: 'Day of the result', found: 'What was found', done: 'What was done' },
      submit: lawSteps.denunciation['record-inspection-result'].button,
    },
  },
  'close-tip': {
    lead: 'Once what followed is done. There is no sender to tell.',
    fields: {
      labels: { note: 'Note' },
      submit: lawSteps.denunciation['close-tip'].button,
    },
  },
  'act-at-once': {
    lead: 'Fast track: clear content, concrete evidence, a basis to act.',
    fields: {
      labels: {
        content_is_clear: 'The content is clear',
        evidence_is_concrete: 'The evidence is concrete',
        has_basis: 'There is a basis to act at once',
        findings: 'What was found',
        measures: 'Measures, one a line',
      },
      submit: lawSteps.denunciation['act-at-once'].button,
    },
  },
  'review-further': {
    lead: 'The superior reviews within 20 days of receipt.',
    fields: {
      labels: {
        why: 'Why it was sent on',
        earlier: 'The earlier conclusion or file: body, number, day',
        note: 'Grounds the sender gives',
      },
      choices: {
        why: {
          disagrees: 'Disagrees with the conclusion',
          overdue: 'Not settled in time',
        },
      },
      submit: lawSteps.denunciation['review-further'].button,
    },
  },
  'close-review': {
    lead: 'The sender is told why.',
    fields: {
      labels: {
        outcome: 'Outcome of the review',
        reason: 'Reason in the notice',
      },
      choices: {
        outcome: {
          'settled-lawfully': 'Settled lawfully',
          'settles-elsewhere': 'The competent body is settling it',
          'answered-by-the-demand': 'Settled after the demand',
        },
      },
      submit: lawSteps.denunciation['close-review'].button,
    },
  },
  'demand-report': {
    lead: 'The lower unit answers within 5 working days. Say nothing of the sender.',
    fields: {
      labels: {
        receiver: 'Receiver',
        receiver_unit_id: 'Send it sealed, through the program, to (empty: on paper)',
        file: 'The lower unit’s file number',
        questions: 'What to report',
      },
      submit: lawSteps.denunciation['demand-report'].button,
    },
  },
  'record-reply': {
    lead: 'Record the day and content of the reply.',
    fields: {
      labels: {
        replied_on: 'Day of the reply',
        reply: 'What it says',
      },
      submit: lawSteps.denunciation['record-reply'].button,
    },
  },
  'notify-acceptance': {
    lead: 'Two letters are written at once: the notice to the sender, and the content to the subject.',
    fields: {
      labels: {
        content: 'Content for the subject, if other than accepted',
      },
      submit: lawSteps.denunciation['notify-acceptance'].button,
    },
  },
  'assign-verification': {
    lead: 'The verifier gets the key of the extract and cannot open the original. The extract tells nothing of the sender.',
    fields: {
      labels: {
        verifier_id: 'Verifier',
        extract: 'Extract to be verified',
        plan: 'Tasks and days, one a line',
        original_needed: 'Give the original too',
        why_original: 'Why the original is needed',
      },
      submit: lawSteps.denunciation['assign-verification'].button,
    },
  },
  'report-verification': {
    lead: 'The report is sealed; whoever holds the file’s key can read it.',
    fields: {
      labels: {
        findings: 'Findings',
        proposal: 'Proposal',
      },
      submit: lawSteps.denunciation['report-verification'].button,
    },
  },
  conclude: {
    lead: 'The conclusion goes to the subject and the body that manages them: it tells nothing of the sender.',
    fields: {
      labels: {
        result: 'Result',
        findings: 'Findings',
        conclusion: 'Conclusion',
        measures: 'Measures and recommendations',
        ...effectLabels,
      },
      hints: { state_money: sealedEffectsHint },
      choices: {
        result: {
          right: 'Right',
          'partly-right': 'Partly right',
          wrong: 'Wrong',
          'knowingly-false': 'Knowingly false',
        },
      },
      submit: lawSteps.denunciation['conclude'].button,
    },
  },
  send: {
    lead: 'The subject and the managing body get the conclusion; the sender gets a notice.',
    fields: {
      labels: {
        managing_body: 'Body that manages the subject',
        notice: 'What the sender is told',
      },
      submit: lawSteps.denunciation['send'].button,
    },
  },
  act: {
    lead: 'Within 7 working days of the conclusion.',
    fields: {
      labels: {
        measures: 'What is ordered, one a line',
      },
      submit: lawSteps.denunciation['act'].button,
    },
  },
  'report-result': {
    lead: 'Within 5 working days of the result.',
    fields: {
      labels: {
        receiver: 'Receiver',
        result: 'Result',
        ...effectLabels,
      },
      hints: { state_money: sealedEffectsHint },
      submit: lawSteps.denunciation['report-result'].button,
    },
  },
  publish: {
    lead: 'Within 7 working days. The text is checked: nothing of the sender, no telephone, paper number or address.',
    fields: {
      labels: {
        way: 'Way of publishing',
        public_text: 'Public text',
        days_shown: 'Days on the public page (empty: 15)',
      },
      choices: {
        way: {
          portal: 'On the public page of the office',
          meeting: 'At a meeting where the subject works',
          posted: 'Posted at the office',
          media: 'In the media',
        },
      },
      submit: lawSteps.denunciation['publish'].button,
    },
  },
  extend: {
    lead: 'First 30 days on one criterion of complexity; 30 more on two.',
    fields: {
      labels: {
        criteria: 'Criteria of complexity',
        explanation: 'Reason in the letters',
      },
      choices: {
        criteria: lawTerms.complexity_criteria,
      },
      submit: lawSteps.denunciation['extend'].button,
    },
  },
  suspend: {
    lead: 'Suspended time does not count.',
    fields: {
      labels: {
        ground: 'Ground',
        note: 'Reason in the letters',
      },
      choices: {
        ground: {
          'waits-for-another-result': 'Waits for the result of a related matter',
          'waits-for-an-expertise': 'Waits for an expertise',
        },
      },
      submit: lawSteps.denunciation['suspend'].button,
    },
  },
  resume: {
    lead: 'What is left of the limit goes on from tomorrow.',
    fields: {
      labels: {
        note: 'Reason',
      },
      submit: lawSteps.denunciation['resume'].button,
    },
  },
  withdraw: {
    lead: 'The sender asks in writing. Nothing ends before it is confirmed in private.',
    fields: {
      labels: {
        whole: 'All of it?',
        part: 'The part, if not all',
        reason: 'Reason given',
        happened_on: 'Day on which it was given (empty: today)',
        happened_at: 'Hour, if known',
      },
      hints: {
        happened_at: 'For example 14:30. Within 24 hours of a contact by the subject the unit above is told, sealed.',
      },
      submit: lawSteps.denunciation['withdraw'].button,
    },
  },
  'note-contact': {
    lead: 'When the sender says that the subject, or somebody for the subject, met or spoke to them. It lies sealed.',
    fields: {
      labels: {
        happened_on: 'Day of the contact',
        happened_at: 'Hour, if known',
        who: 'By whom',
        way: 'How',
        note: 'What was said or done',
      },
      hints: { happened_at: 'For example 14:30. Without an hour the whole day counts.' },
      choices: {
        who: { subject: 'The subject', 'for-subject': 'Somebody for the subject' },
        way: {
          visit: 'A visit',
          phone: 'A call',
          message: 'A message or letter',
          summons: 'A summons',
          other: 'Another way',
        },
      },
      submit: lawSteps.denunciation['note-contact'].button,
    },
  },
  'confirm-withdrawal': {
    lead: 'Meet the sender alone. With any sign below it is settled all the same.',
    fields: {
      labels: {
        without_subject: 'Met alone, without the subject',
        own_will: 'Is it the sender’s own will?',
        signs: 'Signs that it must go on',
        note: 'Note of the meeting',
      },
      choices: {
        signs: {
          violation: 'Signs of a breach of law',
          coercion: 'Coercion',
          bribery: 'Bribery',
          slander: 'Signs of slander',
        },
      },
      submit: lawSteps.denunciation['confirm-withdrawal'].button,
    },
  },
  terminate: {
    lead: 'A withdrawal is a ground only when whole, confirmed in private, and without a sign.',
    fields: {
      labels: {
        ground: 'Ground',
        note: 'Reason in the letters',
      },
      choices: {
        ground: {
          withdrawn: 'All withdrawn',
          'subject-has-died': 'The subject has died',
          'settled-by-a-judgment': 'Settled by a judgment or decision in effect',
        },
      },
      submit: lawSteps.denunciation['terminate'].button,
    },
  },
  'refer-crime': {
    lead: 'At once. The letter tells nothing of the sender.',
    fields: {
      labels: {
        receiver: 'Investigation body',
        signs: 'Signs of a crime',
      },
      submit: lawSteps.denunciation['refer-crime'].button,
    },
  },
  'inform-party': {
    lead: 'The letter tells nothing of the sender.',
    fields: {
      labels: {
        receiver: 'Party body',
        content: 'Content',
      },
      submit: lawSteps.denunciation['inform-party'].button,
    },
  },
  'alert-head': {
    lead: 'Where it must be stopped at once.',
    fields: {
      labels: {
        danger: 'What is urgent',
        proposal: 'Proposal',
      },
      submit: lawSteps.denunciation['alert-head'].button,
    },
  },
  'answer-demand': {
    lead: 'Within 5 working days of the demand.',
    fields: {
      labels: {
        demand_id: 'The superior’s sealed demand (empty: answer on paper)',
        receiver: 'Superior',
        demanded_on: 'Day of the demand',
        reasons: 'Why it is overdue, and by when',
      },
      submit: lawSteps.denunciation['answer-demand'].button,
    },
  },
  'answer-forwarder': {
    lead: 'Within 20 days. The letter tells nothing of the sender.',
    fields: {
      labels: {
        receiver: 'Who forwarded it',
        answer: 'Answer',
      },
      submit: lawSteps.denunciation['answer-forwarder'].button,
    },
  },
  'ask-protection': {
    lead: 'In writing; when urgent by telephone, the paper follows.',
    fields: {
      labels: {
        by_phone: 'By telephone, because it is urgent?',
        who: 'Who needs protection',
        danger: 'Danger',
        measures: 'Measures asked for',
      },
      choices: {
        measures: lawTerms.protection_measures,
      },
      submit: lawSteps.denunciation['ask-protection'].button,
    },
  },
  'confirm-protection': {
    lead: 'Record the day of the paper.',
    fields: {
      labels: {
        paper_on: 'Day of the paper',
      },
      submit: lawSteps.denunciation['confirm-protection'].button,
    },
  },
  'verify-protection': {
    lead: 'What was found is sealed.',
    fields: {
      labels: {
        findings: 'Findings',
      },
      submit: lawSteps.denunciation['verify-protection'].button,
    },
  },
  protect: {
    lead: 'The decision goes to the protected person and to who carries it out.',
    fields: {
      labels: {
        measures: 'Measures',
        by_whom: 'Carried out by',
        detail: 'How and how long',
      },
      choices: {
        measures: lawTerms.protection_measures,
      },
      submit: lawSteps.denunciation['protect'].button,
    },
  },
  'refuse-protection': {
    lead: 'The sender gets the reason in writing.',
    fields: {
      labels: {
        reason: 'Reason',
      },
      submit: lawSteps.denunciation['refuse-protection'].button,
    },
  },
  'change-protection': {
    lead: 'Name all measures in force after the change.',
    fields: {
      labels: {
        measures: 'Measures',
        by_whom: 'Carried out by',
        detail: 'What changes',
      },
      choices: {
        measures: lawTerms.protection_measures,
      },
      submit: lawSteps.denunciation['change-protection'].button,
    },
  },
  'end-protection': {
    lead: 'The protected person gets the decision.',
    fields: {
      labels: {
        ground: 'Ground',
        reason: 'Reason',
      },
      choices: {
        ground: {
          'no-longer-needed': 'No longer needed',
          unfounded: 'Unfounded',
          'duties-breached': 'Duties deliberately breached',
          'on-request': 'On request',
        },
      },
      submit: lawSteps.denunciation['end-protection'].button,
    },
  },
  hold: {
    lead: 'The ground is sealed with the file. After this day, unless held again, it may be destroyed by its time.',
    fields: {
      labels: { ground: 'Ground', until: 'Held to the end of' },
      submit: lawSteps.denunciation.hold.button,
    },
  },
  'release-hold': {
    lead: 'Only where the ground is gone.',
    fields: { labels: { reason: 'Reason' }, submit: lawSteps.denunciation['release-hold'].button },
  },
  destroy: {
    lead: 'Keys, contents, letters, files and messages are erased. Nobody can have them back. The number in the book and a certificate stay.',
    fields: {
      labels: { confirmed: 'I have looked at the file and know that it cannot be had back' },
      names: { confirmed: 'that you have looked and know that it cannot be had back' },
      submit: lawSteps.denunciation.destroy.button,
    },
  },
  'renew-channel': {
    lead: 'Only where the sender has come in person and is that person. The old key opens nothing from then on.',
    fields: {
      labels: { checked: 'I have checked: this is the sender', how: 'How it was checked', slip: 'Key' },
      names: { checked: 'that you have checked that this is the sender', how: 'how it was checked' },
      hints: { how: 'A paper that was shown, or what only the sender knows. It is sealed with the file.' },
      submit: lawSteps.denunciation['renew-channel'].button,
    },
  },
} satisfies Widen<typeof vi>
