/** English, with the same keys as Vietnamese: a missing sentence does not compile. */

import { announcements } from './en/announcements.ts'
import { backlog } from './en/backlog.ts'
import { books } from './en/books.ts'
import { briefings } from './en/briefings.ts'
import { calendars } from './en/calendars.ts'
import { channel } from './en/channel.ts'
import { commitments } from './en/commitments.ts'
import { comparison } from './en/comparison.ts'
import { complaints } from './en/complaints.ts'
import { conferences } from './en/conferences.ts'
import { custody } from './en/custody.ts'
import { deciding } from './en/deciding.ts'
import { denunciationSteps } from './en/denunciation-steps.ts'
import { denunciations } from './en/denunciations.ts'
import { dialogues } from './en/dialogues.ts'
import { feedback } from './en/feedback.ts'
import { files } from './en/files.ts'
import { frame } from './en/frame.ts'
import { grievances } from './en/grievances.ts'
import { hotspots } from './en/hotspots.ts'
import { imports } from './en/imports.ts'
import { law } from './en/law.ts'
import { mailings } from './en/mailings.ts'
import { narratives } from './en/narratives.ts'
import { notices } from './en/notices.ts'
import { people } from './en/people.ts'
import { petitions } from './en/petitions.ts'
import { programmes } from './en/programmes.ts'
import { publicFigures } from './en/public-figures.ts'
import { receptions } from './en/receptions.ts'
import { reports } from './en/reports.ts'
import { returns } from './en/returns.ts'
import { sealedBook } from './en/sealed-book.ts'
import { sealedEnds } from './en/sealed-ends.ts'
import { sealedWords } from './en/sealed-words.ts'
import { topical } from './en/topical.ts'
import { units } from './en/units.ts'
import type { Words } from './words.ts'

export const en: Words = {
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
}
