/** The English texts of the wizard that makes and revises requests. */
export const wizardMessages = {
  kinds: {
    choose: 'What do you need?',
    missing: 'Choose what you need',
    none: 'Nothing can be asked for right now',
    noneHelp:
      'The services behind the request kinds have not started yet. Try again in a minute.',
    noScreens: 'This kind of request has no form any more',
    noScreensHelp: 'Ask the platform administrators to revise it for you.',
  },
  form: {
    newTitle: 'New request',
    purpose: 'Purpose',
    purposeHelp: 'What it is for. The approver decides by it.',
    required: 'Required',
    tenantMissing: 'Choose a tenant',
    purposeShort: 'Say in at least {{min}} characters what it is for',
    purposeLong: 'Say in at most {{max}} characters what it is for',
    refused: 'The request was not accepted. What you entered is kept.',
    submit: 'Submit request',
    submitted: 'The request is submitted',
    cancel: 'Cancel',
  },
  preview: {
    title: 'What the approver will see',
    refused: 'It would not be accepted as it is',
    incomplete:
      'Fill in the form: the state of the pool and the exact objects appear here.',
  },
  wizard: {
    steps: 'Steps of the request',
    place: 'Step {{step}} of {{steps}}',
    at: '{{place}}: {{title}}',
    what: 'Type and tenant',
    form: 'Details',
    review: 'Review',
    last: 'Purpose',
    next: 'Next',
    back: 'Back',
    edit: 'Change: {{part}}',
    restored: 'What you entered before is still here.',
    startOver: 'Start over',
    goOn: 'Go on',
  },
  leave: {
    title: 'Leave the form?',
    question:
      'The request is not submitted yet. What you entered can stay as a draft in this browser tab.',
    stay: 'Stay',
    discard: 'Discard and leave',
    keep: 'Keep the draft and leave',
  },
  forecast: {
    title: 'Who will decide',
    automatic: 'A rule of the policy approves it; nobody has to.',
    nobody:
      'At the moment nobody can decide this stage. The request would wait, and the platform administrators would be told.',
  },
  revision: {
    title: 'Revise the request',
    submit: 'Submit the revision',
    returnedBecause: 'It was returned with this comment',
    impossible: 'This request cannot be revised',
    impossibleHelp:
      'Only its requester can revise it, and only after it was returned.',
  },
} as const;
