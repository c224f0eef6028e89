/** Sentences about attached files, in English. */
import type { files as source } from '../vi/files.ts'
import type { Widen } from '../words.ts'

export const files = {
  label: 'Attachments',
  hint: 'At most 10 files of 20 MB each: pictures, PDF, Word, Excel, text, sound or video. We remove the place and the camera’s details from JPEG and PNG pictures.',
  download: (name: string) => `Download ${name}`,
  none: 'No attachments yet. Files sent with the petition will appear here.',
  gone: 'This file cannot be opened. Please try again later or tell the office.',
  faults: {
    'file-empty': 'The file is empty. Please choose it again.',
    'file-too-large': 'The file is larger than 20 MB. Please split it, or lower the quality of the picture or video.',
    'too-many-files': 'More than 10 files. Please remove some, or put several pictures into one PDF.',
    'file-kind-not-taken':
      'This kind of file cannot be taken. Please send pictures (JPG, PNG), PDF, Word, Excel, plain text, sound or video.',
    'file-is-a-program':
      'This file is a program, not a document, and cannot be taken. Please send the document itself.',
    'file-has-macros':
      'This file contains commands that run by themselves (macros). Please save it as PDF and send that.',
    'file-is-locked': 'This file is locked with a password, so we cannot read it. Please remove the password.',
    'file-unpacks-too-large': 'What is packed in this file is too large. Please save it as PDF and send that.',
    'file-is-damaged':
      'The file is damaged and cannot be opened. Please open it on your device, save it again and resend.',
    'upload-too-large':
      'The files together are too large, so sending was stopped. What you typed is still here; please choose smaller files.',
    'upload-broken-off': 'Sending was broken off. What you typed is still here; please choose the files again.',
  },
  named: (name: string, sentence: string) => (name === '' ? sentence : `“${name}”: ${sentence}`),
} satisfies Widen<typeof source>
