// English: the diary screen. Keys begin with "diary.".
export const diary = {
  'diary.title': 'Diary',
} as const;
