// 中文：agents 屏。
import type { agents as original } from '../en/agents.ts';
import type { Translation } from '../translation.ts';

export const agents = {
  'agents.title': '智能体',
} as const satisfies Translation<typeof original>;
