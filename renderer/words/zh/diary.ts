// 中文：diary 屏。
import type { diary as original } from '../en/diary.ts';
import type { Translation } from '../translation.ts';

export const diary = {
  'diary.title': '梦境日记',
} as const satisfies Translation<typeof original>;
