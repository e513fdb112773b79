// What the tray, the menu and notifications say, in the two languages of the window.

export interface Words {
  readonly locale: string;
  readonly open: string;
  readonly settings: string;
  readonly quit: string;
  readonly dreamNow: string;
  readonly wake: string;
  readonly pause: string;
  readonly pauseTonight: string;
  readonly pauseDay: string;
  readonly pauseUntil: string;
  readonly resumeNights: string;
  readonly nightsOff: string;
  readonly engineLost: string;
  readonly starting: string;
  readonly waking: string;
  readonly missed: string;
  readonly stages: Readonly<Record<'import' | 'light' | 'rem' | 'deep' | 'propose', string>>;
  readonly fates: Readonly<Record<'ran' | 'empty' | 'missed' | 'skipped' | 'failed' | 'woken', string>>;
  readonly dreaming: string;
  readonly previewing: string;
  readonly importing: string;
  readonly review: (changes: number) => string;
  readonly reviewNow: (changes: number) => string;
  readonly next: (time: string) => string;
  readonly pausedUntil: (time: string) => string;
  readonly lastNight: (fate: string) => string;
  readonly nightStopped: string;
  readonly nightMissed: string;
  readonly nightWoken: string;
  readonly nothingChanged: string;
  readonly needsHand: (flagged: number) => string;
  readonly aboutMinutes: (minutes: number) => string;
  readonly sessionsKept: (sessions: number) => string;
  /** The engine's own sentence is English; in another language what to do stands in its place. */
  readonly missedBecause: (because: string) => string;
  readonly trouble: Readonly<Record<'key' | 'budget', string>>;
  readonly staysTitle: string;
  readonly stays: string;
  readonly wakeAsk: string;
  readonly wakeDetail: string;
  readonly wakeYes: string;
  readonly wakeNo: string;
  readonly crashed: string;
  readonly menuFile: string;
  readonly menuEdit: string;
  readonly menuGo: string;
  readonly menuNight: string;
  readonly menuView: string;
  readonly menuWindow: string;
  readonly menuHelp: string;
  readonly showLog: string;
  readonly screens: Readonly<Record<Screen, string>>;
}

/** In the order of the rail, which is the order of Ctrl+1 to Ctrl+8. */
export const screens = [
  'tonight',
  'review',
  'diary',
  'memory',
  'patterns',
  'sources',
  'agents',
  'settings',
] as const;
export type Screen = (typeof screens)[number];

const english: Words = {
  locale: 'en',
  open: 'Open Slowwave',
  settings: 'Settings…',
  quit: 'Quit (quitting means no dream tonight)',
  dreamNow: 'Dream now',
  wake: 'Wake',
  pause: 'Pause',
  pauseTonight: 'Tonight',
  pauseDay: 'For 24 hours',
  pauseUntil: 'Until…',
  resumeNights: 'End the pause',
  nightsOff: 'Nights are off',
  engineLost: 'The engine stopped and is started again',
  starting: 'Starting',
  waking: 'Waking',
  missed: 'A night was missed',
  stages: { import: 'Reading', light: 'Light', rem: 'REM', deep: 'Deep', propose: 'Proposing' },
  fates: {
    ran: 'done',
    empty: 'nothing new worth keeping',
    missed: 'missed',
    skipped: 'left out',
    failed: 'stopped',
    woken: 'woken',
  },
  dreaming: 'Dreaming',
  previewing: 'Looking ahead',
  importing: 'Reading sessions',
  review: (changes) => (changes === 1 ? '1 change to review' : `${changes} changes to review`),
  reviewNow: (changes) => (changes === 1 ? 'Review 1 change' : `Review ${changes} changes`),
  next: (time) => `Next: ${time}`,
  pausedUntil: (time) => `Paused until ${time}`,
  lastNight: (fate) => `Last night: ${fate}`,
  nightStopped: 'Last night’s dream stopped',
  nightMissed: 'A night was missed',
  nightWoken: 'Last night was woken.',
  nothingChanged: 'No memory file was changed.',
  needsHand: (flagged) => (flagged === 1 ? '1 needs your hand.' : `${flagged} need your hand.`),
  aboutMinutes: (minutes) => (minutes === 1 ? 'About 1 minute.' : `About ${minutes} minutes.`),
  sessionsKept: (sessions) => (sessions === 1 ? '1 session is kept.' : `${sessions} sessions are kept.`),
  missedBecause: (because) => because,
  trouble: {
    key: 'The model’s key was refused: nights dream without it.',
    budget: 'A limit of the budget ended the asking.',
  },
  staysTitle: 'Slowwave stays awake for you',
  stays: 'The window is closed; the night goes on. Open it again, or quit, from the tray.',
  wakeAsk: 'Wake the dream?',
  wakeDetail: 'It ends at the next safe point. What was read is kept.',
  wakeYes: 'Wake',
  wakeNo: 'Let it sleep',
  crashed: 'The window failed twice. Everything stored is safe; open it again from the tray.',
  menuFile: 'File',
  menuEdit: 'Edit',
  menuGo: 'Go',
  menuNight: 'Night',
  menuView: 'View',
  menuWindow: 'Window',
  menuHelp: 'Help',
  showLog: 'Show log files',
  screens: {
    tonight: 'Tonight',
    review: 'Review',
    diary: 'Diary',
    memory: 'Memory',
    patterns: 'Patterns',
    sources: 'Sources',
    agents: 'Agents',
    settings: 'Settings',
  },
};

const chinese: Words = {
  locale: 'zh-CN',
  open: '打开 Slowwave',
  settings: '设置…',
  quit: '退出（退出后今晚不做梦）',
  dreamNow: '现在做梦',
  wake: '唤醒',
  pause: '暂停',
  pauseTonight: '今晚',
  pauseDay: '24 小时',
  pauseUntil: '直到…',
  resumeNights: '结束暂停',
  nightsOff: '夜间已关闭',
  engineLost: '引擎已停止，正在重新启动',
  starting: '正在启动',
  waking: '正在唤醒',
  missed: '错过了一夜',
  stages: { import: '读取', light: '浅睡', rem: 'REM', deep: '深睡', propose: '提议' },
  fates: {
    ran: '完成',
    empty: '没有值得保留的新内容',
    missed: '错过',
    skipped: '略过',
    failed: '中断',
    woken: '被唤醒',
  },
  dreaming: '做梦中',
  previewing: '预览中',
  importing: '正在读取会话',
  review: (changes) => `${changes} 处修改待审阅`,
  reviewNow: (changes) => `审阅 ${changes} 处修改`,
  next: (time) => `下次：${time}`,
  pausedUntil: (time) => `暂停至 ${time}`,
  lastNight: (fate) => `昨夜：${fate}`,
  nightStopped: '昨夜的梦中断了',
  nightMissed: '错过了一夜',
  nightWoken: '昨夜被唤醒。',
  nothingChanged: '没有改动任何记忆文件。',
  needsHand: (flagged) => `${flagged} 处需要你处理。`,
  aboutMinutes: (minutes) => `约 ${minutes} 分钟。`,
  sessionsKept: (sessions) => `已保留 ${sessions} 个会话。`,
  missedBecause: () => '在“今晚”里选择现在做梦或略过。',
  trouble: { key: '模型密钥被拒绝：夜间不再使用模型。', budget: '预算上限中止了对模型的询问。' },
  staysTitle: 'Slowwave 仍在运行',
  stays: '窗口已关闭，夜晚照常。可从托盘重新打开或退出。',
  wakeAsk: '唤醒这个梦？',
  wakeDetail: '它会在下一个安全点结束。已读取的内容会保留。',
  wakeYes: '唤醒',
  wakeNo: '让它继续睡',
  crashed: '窗口两次出错。已存储的一切都安全；请从托盘重新打开。',
  menuFile: '文件',
  menuEdit: '编辑',
  menuGo: '前往',
  menuNight: '夜晚',
  menuView: '视图',
  menuWindow: '窗口',
  menuHelp: '帮助',
  showLog: '显示日志文件',
  screens: {
    tonight: '今晚',
    review: '审阅',
    diary: '梦境日记',
    memory: '记忆',
    patterns: '规律',
    sources: '来源',
    agents: '代理',
    settings: '设置',
  },
};

export const wordsFor = (language: 'system' | 'en' | 'zh', systemLocale: string): Words => {
  const spoken = language === 'system' ? systemLocale : language;
  return spoken.toLowerCase().startsWith('zh') ? chinese : english;
};
