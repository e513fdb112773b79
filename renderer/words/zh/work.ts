// 中文：操作手册，以及由决定学到的权重。
import type { work as original } from '../en/work.ts';
import type { Translation } from '../translation.ts';

export const work = {
  'playbook.title': '操作手册',
  'playbook.went': '{{project}}：首次尝试 {{well}} 个会话顺利，{{badly}} 个不顺利',
  'playbook.part.step': '先运行',
  'playbook.part.pitfall': '不要带',
  'playbook.part.check': '用它检查',
  'playbook.standing.waiting': '等你决定',
  'playbook.standing.turned-down': '你已拒绝',
  'playbook.standing.held': '尚未提出',
  'playbook.weak': '证据不多',
  'playbook.helped': '有帮助 {{helpful}} 次，有害 {{harmful}} 次',
  'playbook.found': '发现 {{helpful}} 次，漏掉 {{harmful}} 次',
  'playbook.other.step': '没有它：{{well}} 次顺利，{{badly}} 次不顺利',
  'playbook.other.pitfall': '带着它：{{well}} 次顺利，{{badly}} 次不顺利',
  'playbook.turned_other': '单独修好 {{count}} 次',
  'playbook.review': '审阅这条规则',
  'judgement.title': '你的判断',
  'judgement.table': '评分各部分的权重',
  'judgement.dimension': '部分',
  'judgement.usual': '通常',
  'judgement.yours': '你的',
  'judgement.inForce': '生效中',
  'judgement.too-early':
    '还太早：批准 {{approved}} 条，拒绝 {{rejected}} 条。需要 20 个决定，每种至少 4 个。',
  'judgement.better_other':
    '在 {{count}} 对未用于学习的决定上，你的权重每 100 对有 {{learned}} 对与你一致，通常的权重有 {{usual}} 对。',
  'judgement.no-better_other':
    '你的权重不一定更好：在 {{count}} 对决定上每 100 对有 {{learned}} 对与你一致，通常的权重有 {{usual}} 对。',
  'judgement.adopted': '自 {{day}} 起使用你的权重。',
  'judgement.adopt': '用我的权重评分',
  'judgement.reset': '恢复通常的权重',
  'judgement.saidAdopted': '下一夜起按你的权重评分。',
  'judgement.saidReset': '通常的权重已生效。',
} as const satisfies Translation<typeof original>;
