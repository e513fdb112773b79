// 中文：patterns 屏。
import type { patterns as original } from '../en/patterns.ts';
import type { Translation } from '../translation.ts';

export const patterns = {
  'patterns.title': '规律',
} as const satisfies Translation<typeof original>;
