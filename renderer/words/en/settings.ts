// English: the settings screen. Keys begin with "settings.".
export const settings = {
  'settings.title': 'Settings',
} as const;
