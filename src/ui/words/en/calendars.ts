/** The English sentences of the working calendar and of the switches of unverified rules. */
import type { calendars as vi } from '../vi/calendars.ts'
import type { Widen } from '../words.ts'

export const calendars = {
  title: (year) => `Working calendar ${year}`,
  lead: 'Every limit in working days is counted by this calendar, in all units of this installation. Holidays and exchanged days are decided by the Government and the Prime Minister; an administrator of any unit may record them, with the number of the decision.',
  from_now:
    'When a day is recorded or withdrawn, the due dates of open records are counted anew at once; a record whose date moves keeps the old day, the new one and the reason. What was done before stays as it was.',
  years: 'Another year',
  year: (year) => `Year ${year}`,
  source: 'Source of the calendar',
  status: 'How sure it is',
  working_days: 'Working days',
  months: 'Months',
  month: (month, working) => `Month ${month} · ${working} working days`,
  weekdays: { 1: 'Mo', 2: 'Tu', 3: 'We', 4: 'Th', 5: 'Fr', 6: 'Sa', 7: 'Su' },
  legend: 'Legend',
  why: {
    holiday: 'public holiday',
    compensation: 'day off in lieu',
    'swapped-rest': 'exchanged day off',
    'make-up-day': 'worked in exchange',
    'office-rest': 'free by recorded decision',
    'office-work': 'worked by recorded decision',
  },
  days: {
    title: 'Days recorded by decision',
    none: 'No day recorded for this year: the published calendar above is used as it is. Days recorded by decision will appear here.',
    day: 'Day',
    kept_as: 'Is',
    label: 'Name',
    decision: 'Decision',
    state: 'State',
    published: 'In the published calendar',
  },
  switches: {
    title: 'Rules waiting to be checked',
    lead: 'These rules are known from incomplete sources. The program uses the default until an administrator has checked the text and turns them on or off.',
    rule: 'Rule',
    cite: 'Article',
    from: 'From',
    default: 'Default',
    now: 'In use',
    ground: 'Recorded by',
    on: 'on',
    off: 'off',
    by_default: 'by default',
  },
  kept_as: { free: 'Day off', worked: 'Working day' },
  turned: { on: 'On', off: 'Off' },
  states: { decided: 'In use', withdrawn: 'Withdrawn', set: 'In use', unset: 'Given back to the default' },
  steps: {
    'decide-day': 'Record a day by decision',
    'correct-day': 'Correct a mistake',
    'withdraw-day': 'Withdraw the day',
    'set-switch': 'Turn a rule on or off',
    'correct-switch': 'Correct the ground',
    'unset-switch': 'Back to the default',
  },
  abouts: {
    'decide-day': 'Applies to all units. Due dates of open records are counted anew, with both days kept.',
    'set-switch':
      'Applies to all units; due dates of open records are counted anew. Please write down the text you have checked.',
  },
  refusals: {
    'day-has-a-calendar': 'The program has no calendar of that year yet, so no day of it can be recorded.',
    'day-is-not-decided-yet': 'This day is recorded by another decision already. Open it to correct or withdraw it.',
    'switch-is-not-set-yet': 'This rule is set already. Open it, give it back to the default, then set it anew.',
    'not-in-this-state': 'This row is no longer in use, so it cannot be changed.',
  },
  not_now: (cite) => `This cannot be done now (${cite}).`,
  labels: {
    day: 'Day',
    kept_as: 'This day is',
    label: 'Name',
    decision: 'Number and day of the decision',
    reason: 'Reason',
    switch: 'Rule',
    turned: 'From now on',
    ground: 'Text that was checked',
  },
  names: { kept_as: 'day off or working day', decision: 'number and day of the decision', turned: 'on or off' },
  hints: {
    label: 'For example: day off exchanged for National Day; worked in exchange for 31/08.',
    decision: 'For example: Notice 123/TB-BNV of 10/01/2026.',
    ground: 'Number, day and article of the text, or where you asked.',
  },
  of_day: (day) => `Day ${day}`,
  counted_by: (day) =>
    `Counted by the working calendar in use on ${day}. If the calendar changes later, the due date of an open case is counted anew and its history keeps both days.`,
  re_dated: (from, to, why) =>
    from === to
      ? `The nominal last day was counted anew, because ${why}`
      : `Due date moved from ${from} to ${to}, because ${why}`,
  re_date_causes: {
    'day-decided': (day, ground) => `${day} was recorded anew in the working calendar: ${ground}`,
    'day-withdrawn': (day, ground) => `the decision on ${day} was withdrawn: ${ground}`,
    'switch-set': (rule, ground) => `the rule “${rule}” was switched after checking: ${ground}`,
    'switch-unset': (rule, ground) => `the rule “${rule}” went back to its default: ${ground}`,
  },
  moved: {
    title: 'Open records whose due date moved',
    lead: 'The due dates of open records are counted anew right after the decision, which takes from seconds to a few minutes; open this page again to see more.',
    count: (count) => `${count} records moved`,
    yours: (count, all) => `You may see ${count} of ${all}; at most 100 stand below.`,
    none: 'No open record has moved so far.',
    record: 'Record',
    from: 'Old due date',
    to: 'New due date',
    kinds: { petition: 'Petition', complaint: 'Complaint', feedback: 'Feedback', visit: 'Visit' },
  },
} satisfies Widen<typeof vi>
