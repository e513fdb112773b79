// 中文：welcome 屏。
import type { welcome as original } from '../en/welcome.ts';
import type { Translation } from '../translation.ts';

export const welcome = {
  'welcome.title': '欢迎',
} as const satisfies Translation<typeof original>;
