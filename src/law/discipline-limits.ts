/** Time limits of complaints against a disciplinary decision on a civil servant: part of the table in `time-limits.ts`. */
import type { TimeLimit } from './time-limits.ts'

const obstacle = { from: '2012-07-01', cite: 'LKN 2011 Đ48' }

/** All of them, in force and past. */
export const disciplineLimits = [
  {
    id: 'complaint.discipline-file-first',
    from: '2012-07-01',
    until: null,
    length: 15,
    unit: 'day',
    for: 'citizen',
    suspendable: obstacle,
    cite: 'LKN 2011 Đ48',
  },
  {
    id: 'complaint.discipline-file-second',
    from: '2012-07-01',
    until: null,
    length: 10,
    unit: 'day',
    for: 'citizen',
    suspendable: obstacle,
    cite: 'LKN 2011 Đ48',
  },
  {
    id: 'complaint.dismissal-file-second',
    from: '2012-07-01',
    until: null,
    length: 30,
    unit: 'day',
    for: 'citizen',
    suspendable: obstacle,
    cite: 'LKN 2011 Đ48',
  },
  {
    id: 'complaint.discipline-accept',
    from: '2012-07-01',
    until: '2026-07-01',
    length: 10,
    unit: 'day',
    for: 'agency',
    cite: 'LKN 2011 Đ50',
  },
  {
    id: 'complaint.discipline-accept',
    from: '2026-07-01',
    until: null,
    length: 7,
    unit: 'working-day',
    for: 'agency',
    cite: 'NĐ 155/2026 Đ10',
    switch: 'complaint.accept-in-working-days',
    unverified: 'unofficial-transcription',
  },
  {
    id: 'complaint.discipline-settle',
    from: '2012-07-01',
    until: null,
    length: 30,
    variants: { complex: 45 },
    unit: 'day',
    for: 'agency',
    suspendable: { from: '2026-07-01', cite: 'NĐ 155/2026 Đ12 (Đ28b), Đ22' },
    cite: 'LKN 2011 Đ50',
  },
] as const satisfies TimeLimit[]
