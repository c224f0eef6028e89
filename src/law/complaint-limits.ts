/** Which row of the time limits a complaint runs by: by its instance, and by what is contested. */
import type { ContestedKind } from './terms.ts'
import type { LimitId } from './time-limits.ts'

/** What of a complaint decides on its limits; `contested` null or absent: an administrative decision or act. */
export interface ComplaintCourse {
  instance: number
  contested?: ContestedKind | null | undefined
}

/** A disciplinary decision on a civil servant, dismissal included (LKN 2011 Đ47). */
export function isDiscipline(contested: ContestedKind | null | undefined): boolean {
  return contested === 'discipline' || contested === 'dismissal'
}

/** The limit within which this is due. `file-second` is the complainant's own, after the first instance. */
export function complaintLimit(
  what: 'file' | 'accept' | 'settle' | 'send' | 'file-second',
  { instance, contested }: ComplaintCourse,
): LimitId {
  const discipline = isDiscipline(contested)
  const second = instance === 2
  switch (what) {
    case 'file':
      if (second) return complaintLimit('file-second', { instance: 1, contested })
      return discipline ? 'complaint.discipline-file-first' : 'complaint.file-first'
    case 'accept':
      return discipline ? 'complaint.discipline-accept' : 'complaint.accept'
    case 'settle':
      if (discipline) return 'complaint.discipline-settle'
      return second ? 'complaint.settle-second' : 'complaint.settle-first'
    case 'send':
      return second ? 'complaint.send-second' : 'complaint.send-first'
    case 'file-second':
      if (contested === 'dismissal') return 'complaint.dismissal-file-second'
      return discipline ? 'complaint.discipline-file-second' : 'complaint.file-second'
  }
}

/** Articles that letters and steps name: of accepting, settling and the dialogue. */
export function complaintArticles({ instance, contested }: ComplaintCourse): {
  accept: string
  settle: string
  dialogue: string
} {
  if (isDiscipline(contested)) return { accept: 'Điều 50', settle: 'Điều 50', dialogue: 'Điều 53' }
  if (instance === 2) return { accept: 'Điều 36', settle: 'Điều 37', dialogue: 'Điều 39' }
  return { accept: 'Điều 27', settle: 'Điều 28', dialogue: 'Điều 30' }
}

/**
 * Must a dialogue be held before the decision, whatever the views? Always at the second instance (LKN 2011 Đ39) and on
 * discipline (Đ53, recalled).
 */
export function dialogueIsMandatory({ instance, contested }: ComplaintCourse): boolean {
  return instance === 2 || isDiscipline(contested)
}

/** May the decision be taken to the administrative court? Of discipline only dismissal (LTTHC 2015 Đ30, recalled). */
export function mayBeSued(contested: ContestedKind | null | undefined): boolean {
  return contested !== 'discipline'
}
