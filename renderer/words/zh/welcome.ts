// 中文：第一次使用。
import type { welcome as original } from '../en/welcome.ts';
import type { Translation } from '../translation.ts';

export const welcome = {
  'welcome.title': '欢迎使用 Slowwave',
  'welcome.lead': '夜里阅读智能体的一天，早晨提出更好的记忆。四个简短步骤，每步都可跳过。',
  'welcome.steps': '步骤',
  'welcome.found': '在本机找到',
  'welcome.reading': '可以读什么',
  'welcome.dreaming': '由谁做梦',
  'welcome.when': '何时',
  'welcome.back': '上一步',
  'welcome.next': '继续',
  'welcome.skip': '全部跳过',
  'welcome.done': '完成',
  'welcome.readOnly': '只读。这一步不作任何更改，也不发送任何内容。',
  'welcome.importedText': '可以继续，也可随时在“来源”中重新扫描。',
  'welcome.readingText': '会话和记忆文件会复制到本机的存储中。密钥和密码在保存之前即被遮蔽。',
  'welcome.sample': '一行虚构的内容，保存后的样子',
  'welcome.sampleBefore': '把令牌设为',
  'welcome.sampleAfter': '然后重新推送',
  'welcome.costNothing': '一晚没有花费。',
  'welcome.costCap': '一晚最多花费 {{usd}}。可在“设置”中更改。',
  'welcome.whenHint': '按本机时钟。若届时电脑在睡眠，则在唤醒后做梦。',
  'welcome.nap': '现在就小睡一会儿',
  'welcome.napText': '仅用引擎阅读最近 7 天，结束后进入审阅。没有花费，也不触动任何智能体的文件。',
  'welcome.napBusy': '导入仍在进行；完成后即可小睡。',
  'welcome.napNow': '现在小睡',
  'welcome.importAll_other': '导入全部 {{count}} 个会话',
  'welcome.imported_other': '导入了 {{count}} 个新会话',
} as const satisfies Translation<typeof original>;
