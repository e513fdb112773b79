// 中文：settings 屏。
import type { settings as original } from '../en/settings.ts';
import type { Translation } from '../translation.ts';

export const settings = {
  'settings.title': '设置',
} as const satisfies Translation<typeof original>;
