/** Vietnamese, the source language: one line a module. */

import { announcements } from './vi/announcements.ts'
import { backlog } from './vi/backlog.ts'
import { books } from './vi/books.ts'
import { briefings } from './vi/briefings.ts'
import { calendars } from './vi/calendars.ts'
import { channel } from './vi/channel.ts'
import { commitments } from './vi/commitments.ts'
import { comparison } from './vi/comparison.ts'
import { complaints } from './vi/complaints.ts'
import { conferences } from './vi/conferences.ts'
import { custody } from './vi/custody.ts'
import { deciding } from './vi/deciding.ts'
import { denunciationSteps } from './vi/denunciation-steps.ts'
import { denunciations } from './vi/denunciations.ts'
import { dialogues } from './vi/dialogues.ts'
import { feedback } from './vi/feedback.ts'
import { files } from './vi/files.ts'
import { frame } from './vi/frame.ts'
import { grievances } from './vi/grievances.ts'
import { hotspots } from './vi/hotspots.ts'
import { imports } from './vi/imports.ts'
import { law } from './vi/law.ts'
import { mailings } from './vi/mailings.ts'
import { narratives } from './vi/narratives.ts'
import { notices } from './vi/notices.ts'
import { people } from './vi/people.ts'
import { petitions } from './vi/petitions.ts'
import { programmes } from './vi/programmes.ts'
import { publicFigures } from './vi/public-figures.ts'
import { receptions } from './vi/receptions.ts'
import { reports } from './vi/reports.ts'
import { returns } from './vi/returns.ts'
import { sealedBook } from './vi/sealed-book.ts'
import { sealedEnds } from './vi/sealed-ends.ts'
import { sealedWords } from './vi/sealed-words.ts'
import { topical } from './vi/topical.ts'
import { units } from './vi/units.ts'

export const vi = {
  announcements,
  petitions,
  feedback,
  books,
  backlog,
  briefings,
  calendars,
  channel,
  commitments,
  comparison,
  complaints,
  conferences,
  deciding,
  custody,
  denunciations,
  denunciation_steps: denunciationSteps,
  dialogues,
  files,
  frame,
  grievances,
  hotspots,
  imports,
  law,
  narratives,
  mailings,
  notices,
  people,
  public_figures: publicFigures,
  programmes,
  receptions,
  reports,
  returns,
  sealed_book: sealedBook,
  sealed_ends: sealedEnds,
  sealed_words: sealedWords,
  'topical-reports': topical,
  units,
} as const
