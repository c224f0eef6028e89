/** Sentences of the scan for places where much is overdue, and of the plans to catch up. */
import type { hotspots as vi } from '../vi/hotspots.ts'
import type { Widen } from '../words.ts'
import { hotspotPlans } from './hotspot-plans.ts'

export const hotspots: Widen<typeof vi> = {
  title: 'Where much is not done yet',
  lead: 'Places and fields with more overdue work than chance explains. This page is about the work of authorities, not about people.',
  all_fields: 'All fields',
  intake: 'Taking in and classifying letters',
  scope: {
    country: 'Provinces of the country compared',
    province: (name) => `Communes and wards of ${name} compared`,
  },
  run: (on, cases, places, since) => `Scan of ${on}: ${cases} cases due since ${since}, in ${places} places.`,
  run_part: (on) => `Scan of ${on}. You see your own place and those under it.`,
  no_run: 'There has been no scan yet. The first one runs next Monday morning.',
  none: 'This scan found no place with more overdue work than chance explains.',
  unnamed: (count) => `In ${count} other provinces this scan found no place.`,
  columns: {
    place: 'Place',
    field: 'Field',
    window: 'Work due',
    behind: 'Overdue, not done',
    expected: 'As elsewhere',
    plan: 'Plan',
  },
  windows: {
    '28': 'in the last 4 weeks',
    '91': 'in the last 3 months',
    '364': 'in the last year',
  },
  any_window: (since) => `since ${since}`,
  share: (behind, cases) => `${behind} of ${cases} cases`,
  why: 'Why this place?',
  has_plan: 'A plan is running',
  no_plan: 'None',
  chart: {
    title: 'Overdue work beside what is usual elsewhere',
    said: 'Each bar is a place. The upright mark is the usual level, were this place as late as the others.',
    counted: 'Overdue, not done',
    of: 'Place and field',
    before: 'As elsewhere',
  },
  map: {
    title: 'Places and fields with much not done yet, by province',
    said: 'The darker a province, the more of its places are named. A hatched province has not been scanned yet.',
    counted: 'Places named',
    of: 'Province or city',
    source: 'Outlines: @svg-maps/vietnam (CC BY 4.0).',
  },
  ask: 'Scan again now',
  ask_hint: 'At most three times a day for each area. The result is there after some minutes; load the page again.',
  asked: 'Your request was taken. The result is there after some minutes; load the page again.',
  asked_often: 'It was asked for three times today. Please wait until tomorrow or Monday morning.',
  back: 'Where much is not done yet',
  figures: 'Plans since the beginning of the year',
  figures_said: (one) =>
    `${one.opened} opened; ${one.closed} closed; ${one.withdrawn} withdrawn; ${one.running} running, ${one.overdue} of them past their day.`,
  figures_fell: (then, at_end) => `In the plans that were closed, overdue cases fell from ${then} to ${at_end}.`,
  how: {
    title: 'What this page looks at, and what it does not',
    sees: 'It looks at work of the authority that has come due, and whether it is done.',
    inputs: {
      'petition-intake': 'Letters past the day by which they must be classified and dealt with',
      complaint: 'Complaints past their day of acceptance or settlement',
      feedback: 'Recommendations and observations past their day of answer',
      obligation: 'Orders of decisions on complaints that are past their day',
      grievance: 'Grievances without a petition past the day that the office set itself',
      commitment: 'Promises and orders that are overdue or were not kept',
    },
    not_seen:
      'It does not look at groups, visits, people who write often, nor any name or group of people. Closed files are never looked at.',
    household:
      'A household counts once a field and place. Nothing that rests on fewer than five households is shown. The number that tells households apart exists while counting and is not kept.',
    chance: (percent) =>
      `Were lateness mere chance, about ${percent} of 100 scans would still name at least one place wrongly.`,
    blind:
      'It cannot see a field that is late everywhere, work that is in no register, or cases that are suspended. Not to be named here does not mean that all is well.',
    services: 'It serves to arrange the work. It does not rank or discipline officers.',
  },
  explain: {
    title: (place) => `Why ${place}?`,
    what: (field, window) => `Field: ${field}. Work due ${window}.`,
    counted: (cases, behind) =>
      `${cases} cases have come due, one counted for each household. ${behind} are overdue and not done.`,
    expected: (expected) =>
      `Were this place as late as others in the same field and time, it would be about ${expected}.`,
    chance: (of) => `Dealing the late cases out blindly 1000 times shows a place this far off ${of} times.`,
    chance_label: 'Chance alone',
    run: (on) => `From the scan of ${on}.`,
    no_people: 'This page opens no list of people or of single letters.',
    own_list: 'Open the list of the office’s own overdue work',
  },
  plans: hotspotPlans,
  worklist: (open, overdue) =>
    `Plans for places where much is not done, in your charge: ${open}${overdue > 0 ? `, past their day ${overdue}` : ''}`,
  worklist_below: (below) => `Plans past their day in your place and under it: ${below}`,
  refusals: {
    'no-plan-runs-here': 'A plan is running for this place and field. Close or withdraw it first.',
  },
}
