// English: the first steps. Keys begin with "welcome.".
export const welcome = {
  'welcome.title': 'Welcome to Slowwave',
  'welcome.lead':
    'Your agents’ days, read at night; better memory, proposed in the morning. Four short steps, each can be passed over.',
  'welcome.steps': 'Steps',
  'welcome.found': 'Found on this computer',
  'welcome.reading': 'What may be read',
  'welcome.dreaming': 'Who dreams',
  'welcome.when': 'When',
  'welcome.back': 'Back',
  'welcome.next': 'Continue',
  'welcome.skip': 'Skip all',
  'welcome.done': 'Done',
  'welcome.readOnly': 'Read-only. Nothing is changed, and nothing is sent anywhere in this step.',
  'welcome.importedText': 'You can go on, or scan again at any time in Sources.',
  'welcome.readingText':
    'Sessions and memory files are copied into a store on this computer. Keys and passwords are masked before anything is kept.',
  'welcome.sample': 'A made-up line, as it is kept',
  'welcome.sampleBefore': 'set the token to',
  'welcome.sampleAfter': 'and push again',
  'welcome.costNothing': 'A night costs nothing.',
  'welcome.costCap': 'A night will cost {{usd}} at most. You can change this in Settings.',
  'welcome.whenHint': 'By this computer’s clock. If it is asleep then, the dream comes when it wakes.',
  'welcome.nap': 'A short nap right now',
  'welcome.napText':
    'Reads the last 7 days with the engine alone and ends in Review. It costs nothing, and no agent’s file is touched.',
  'welcome.napBusy': 'The import goes on; a nap can follow when it is done.',
  'welcome.napNow': 'Take a short nap now',
  'welcome.importAll_one': 'Import {{count}} session',
  'welcome.importAll_other': 'Import all {{count}} sessions',
  'welcome.imported_one': '{{count}} new session imported',
  'welcome.imported_other': '{{count}} new sessions imported',
} as const;
