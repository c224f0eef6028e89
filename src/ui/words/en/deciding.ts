/** Help while deciding, in English. */
import type { Words } from '../words.ts'

export const deciding: Words['deciding'] = {
  next_heading: 'Next',
  next_letter: (letter) => `Letter: ${letter}`,
  next_last_day: (day) => `By ${day} at the latest`,
  next_late: (day) => `Overdue since ${day}`,
  lacks_heading: 'What the file still lacks',
  lacks_none: 'So far the file lacks nothing.',
  lacks_by: (step) => `Supply it: ${step}`,
  papers: {
    petition: {
      signature: 'The petitioner’s signature or confirmation',
      address: 'The petitioner’s address',
      classification: 'Classification of the petition',
      handler: 'Officer in charge',
      reply: 'Reply of the body that received the petition',
    },
    complaint: {
      signature: 'The complainant’s signature or confirmation',
      evidence: 'Papers and evidence that came with the complaint',
      'acceptance-notice': 'Notice of acceptance',
      'verification-task': 'Decision assigning the verification',
      'verification-report': 'Verification report',
      'dialogue-notice': 'Notice of the dialogue',
      'dialogue-minutes': 'Minutes of the dialogue',
      decision: 'Decision on the complaint',
      'decision-sent': 'Day the decision was sent',
      'receipt-day': 'Day the complainant received the decision',
      'legal-effect': 'Day the decision takes effect',
      'enforcement-evidence': 'Evidence that the decision is carried out',
    },
    feedback: {
      handler: 'Officer in charge',
      'draft-answer': 'Draft of the answer',
      'signed-answer': 'Signed answer',
    },
  },
  draft_open: (letter) => `Draft: ${letter}`,
  draft_others: 'Draft another letter',
  draft_title: (letter) => `Draft: ${letter}`,
  draft_lead: 'A draft is not an issued letter. Whoever may take this step will see it.',
  draft_keep: 'Keep and preview',
  draft_own: (day) => `This is your draft, kept at ${day}.`,
  draft_of: (name, day) => `This is the draft of ${name}, kept at ${day}.`,
  draft_from_file: 'The fields were filled from the file. Read and change them before signing.',
  preview_heading: 'Preview of the letter',
  preview_note:
    'No number is taken and nobody is told. Grounds, articles and signature are set by the program; the wording is changed in the fields above.',
  preview_word: 'Download the draft as a Word file',
  preview_none: 'With what was typed this step writes no letter.',
}
