// 中文：sources 屏。
import type { sources as original } from '../en/sources.ts';
import type { Translation } from '../translation.ts';

export const sources = {
  'sources.title': '来源',
} as const satisfies Translation<typeof original>;
