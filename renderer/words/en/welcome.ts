// English: the welcome screen. Keys begin with "welcome.".
export const welcome = {
  'welcome.title': 'Welcome',
} as const;
