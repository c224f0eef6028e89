/** Words of the steps, states and conditions of topics, papers and their volume. */

export const paperSteps = {
  topic: {
    commission: { button: 'Give out a topic', done: 'The topic was given out.' },
    correct: { button: 'Change the topic', done: 'The topic was changed.' },
    end: { button: 'Stop asking for papers', done: 'No more papers are taken for this topic.' },
  },
  paper: {
    submit: { button: 'Send the paper', done: 'The author sent the paper online.' },
    'hand-in': { button: 'Send a paper', done: 'The paper was received.' },
    'add-version': { button: 'Send a new version', done: 'A new version of the paper was received.' },
    'ask-for-changes': { button: 'Ask for changes', done: 'The editors remarked on it and asked for a new version.' },
    'name-reviewers': { button: 'Name reviewers', done: 'Two reviewers were named.' },
    review: { button: 'Hand in the review', done: 'A reviewer handed in a review.' },
    accept: { button: 'Accept', done: 'The paper was accepted for the volume.' },
    decline: { button: 'Decline', done: 'The paper was declined; the reason stands beside.' },
    choose: { button: 'Choose for presentation', done: 'The paper was chosen for presentation.' },
    'leave-out': { button: 'Leave out of the programme', done: 'The paper is not presented; it stays in the volume.' },
    withdraw: { button: 'Withdraw the paper', done: 'The paper was withdrawn.' },
    correct: { button: 'Correct title and authors', done: 'Title or authors were corrected.' },
  },
  'papers-volume': {
    begin: { button: 'Make the volume', done: 'The volume was begun.' },
    correct: { button: 'Change the foreword', done: 'Foreword or title page were changed.' },
    make: { button: 'Make it again', done: 'The volume was made of the papers as they are.' },
    publish: { button: 'Publish the volume', done: 'The volume was published.' },
    'take-off': { button: 'Take it off', done: 'The volume is no longer public.' },
  },
} as const

export const paperStates = {
  topic: { commissioned: 'Taking papers', ended: 'Closed' },
  paper: {
    received: 'Received',
    'in-editing': 'In editing',
    accepted: 'Accepted',
    chosen: 'Presented',
    declined: 'Declined',
    withdrawn: 'Withdrawn',
  },
  'papers-volume': { prepared: 'Internal', published: 'Published' },
} as const

export const paperConditions = {
  'due-day-of-papers-is-ahead': 'The due day must lie after today. Choose another day.',
  'somebody-is-asked-for-a-paper': 'Choose at least one unit, or let anybody send a paper.',
  'call-takes-papers': 'The due day has passed. Ask the organisers.',
  'unit-sends-its-own-paper': 'You can send papers of your own unit only. Choose your unit.',
  'own-review-is-not-handed-in': 'You have handed in your review of this paper.',
  'both-reviews-are-handed-in': 'The two reviews are not handed in yet.',
  'nobody-reviews-yet': 'A review was handed in, so the reviewers stay.',
  'a-paper-is-accepted': 'No paper has been accepted yet.',
  'volume-is-made-of-the-papers-as-they-are': 'The volume is not made of the papers as they are. Make it again first.',
} as const
