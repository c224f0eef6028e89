/** Notices to petitioners, in English. */
import type { notices as source } from '../vi/notices.ts'
import type { Widen } from '../words.ts'

export const notices = {
  mail: {
    subject: 'A new notice from Gần Dân',
    greeting: 'Dear Sir or Madam,',
    said: {
      received: 'We have received what you sent us.',
      'step-taken': 'There is a new step in the file you sent us.',
      'second-road-open':
        'The time limit has passed and your file has no result yet. We apologise. The tracking page says what you can do next, and until which day.',
      'answer-ready': 'There is an answer to the file you sent us.',
      'confirm-signature':
        'The file you sent us still lacks your signature. The day you sent it is kept. The tracking page shows the ways to sign.',
    },
    how: (address: string) =>
      `To see it, please open ${address} and enter the tracking code on your slip. We do not write the code in mails, and we never ask for it by mail or telephone.`,
    no_reply: 'This message was sent automatically; please do not reply.',
  },
  sms: {
    said: {
      received: 'we have received your file',
      'step-taken': 'your file has a new step',
      'second-road-open': 'the time limit has passed, your file has no result yet',
      'answer-ready': 'there is an answer to your file',
      'confirm-signature': 'your file still lacks your signature',
    },
    text: (day: string, said: string, desk: string) =>
      `${day}: ${said}. See it with your tracking code or come to ${desk}.`,
  },
  status: {
    waiting: 'Waiting to be sent',
    sent: (when: string) => `Sent ${when}`,
    'no-address': 'No e-mail address: tell the person on paper or by telephone',
    'sms-not-configured': 'No text message service is set up: tell the person on paper or by telephone',
    refused: 'The mailbox refused it: tell the person on paper or by telephone',
  },
  inbox: {
    title: 'Mail sent in the demonstration',
    about: 'The demonstration sends no mail outside. All messages are kept here to look at.',
    none: 'No mail yet. Send a petition with an e-mail address and its confirmation appears here.',
    when: 'Sent at',
    to: 'To',
    subject: 'Subject',
    text: 'Text',
    table: 'Messages, newest first',
  },
} satisfies Widen<typeof source>
