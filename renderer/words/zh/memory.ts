// 中文：memory 屏。
import type { memory as original } from '../en/memory.ts';
import type { Translation } from '../translation.ts';

export const memory = {
  'memory.title': '记忆',
} as const satisfies Translation<typeof original>;
