// What the engine says, in Chinese: why a change is proposed, gates, the diary's story, nights and their records, what
// runs now, and failures.
import { asTellings, type Telling, type Tellings } from '../told.ts';
import { deeds, ofTheModel } from './engine-deeds.ts';
import { failures as moreFailures } from './engine-failures.ts';

const n = (name: string): string => `(?<${name}>[\\d.,]+)`;
const any = (name: string): string => `(?<${name}>.+?)`;

const why: readonly Telling[] = [
  [
    `Said in ${n('s')} sessions? on ${n('d')} days?(?:, in ${n('w')} wordings)?(?: in ${any('p')})? \\((?<a>[^()]*)\\)(?:; ${n('c')} slips? put right)?\\. Score ${n('x')}\\.`,
    '在 {{s}} 个会话、{{d}} 天里说过[[w|，有 {{w}} 种说法]][[p|，见于 {{p}}]]（{{a}}）[[c|；纠正过 {{c}} 次]]。得分 {{x}}。',
  ],
  [
    `Mended the same failure in ${n('s')} sessions?(?: in ${any('p')})? \\((?<a>[^()]*)\\)(?:; ${n('c')} slips? put right)?\\. Score ${n('x')}\\.`,
    '在 {{s}} 个会话里修好了同一个故障[[p|，见于 {{p}}]]（{{a}}）[[c|；纠正过 {{c}} 次]]。得分 {{x}}。',
  ],
  [
    `Done by the same steps in ${n('s')} sessions?(?: in ${any('p')})? \\((?<a>[^()]*)\\)(?:; ${n('c')} slips? put right)?\\. Score ${n('x')}\\.`,
    '在 {{s}} 个会话里按同样的步骤完成[[p|，见于 {{p}}]]（{{a}}）[[c|；纠正过 {{c}} 次]]。得分 {{x}}。',
  ],
  [
    `Seen in what tools did in ${n('s')} sessions?(?: in ${any('p')})? \\((?<a>[^()]*)\\)(?:; ${n('c')} slips? put right)?\\. Score ${n('x')}\\.`,
    '在 {{s}} 个会话里从工具所做的看出[[p|，见于 {{p}}]]（{{a}}）[[c|；纠正过 {{c}} 次]]。得分 {{x}}。',
  ],
  [
    `Told by how work went in ${n('s')} sessions?(?: in ${any('p')})? \\((?<a>[^()]*)\\)(?:; ${n('c')} slips? put right)?\\. Score ${n('x')}\\.`,
    '由 {{s}} 个会话的工作结果得出[[p|，见于 {{p}}]]（{{a}}）[[c|；纠正过 {{c}} 次]]。得分 {{x}}。',
  ],
  [
    `${any('model')} changed it \\(the engine alone: ${any('engine')}\\): ${any('text')}`,
    '{{model}} 改动了它（仅引擎：{{engine}}）：{{text}}',
  ],
  [`Known in (?:project )?${any('where')} and said elsewhere too\\.`, '在 {{where}} 已知，在别处也说过。'],
  [`${n('l')} lines? say the same: ${any('texts')}\\.`, '{{l}} 行说的是同一件事：{{texts}}。'],
  [
    `You pinned ${any('texts')}: it changes by your own hand only\\.`,
    '你固定了 {{texts}}：它只能由你亲手更改。',
  ],
  [`No longer true: ${any('texts')}`, '不再成立：{{texts}}'],
  [`No longer helps: ${any('texts')}`, '不再有用：{{texts}}'],
  [`Not worth its place: ${any('texts')}`, '不值得占位：{{texts}}'],
  [`You settled it: ${any('told')}`, '你已裁定：{{told}}'],
  [`“${any('a')}” took the place of “${any('b')}”`, '“{{a}}”取代了“{{b}}”'],
  [`[Ss]ays the same as “${any('a')}”\\.?`, '与“{{a}}”说的是同一件事'],
  ['says the same', '说的是同一件事'],
  ['shares words, but says something else', '用词相近，但说的是别的事'],
  [`worded better: “${any('a')}”`, '措辞更好：“{{a}}”'],
  [`you kept “${any('a')}” instead`, '你改留了“{{a}}”'],
  [
    `[Ii]t went badly in ${n('b')} of the ${n('s')} sessions that followed it\\.?`,
    '照做的 {{s}} 个会话中有 {{b}} 个结果不好',
  ],
];

const gates: readonly Telling[] = [
  [`${n('q')} verbatim quotes`, '{{q}} 条逐字引文'],
  ['no verbatim quote', '没有逐字引文'],
  ['a quote that stands in a transcript', '一条会话记录中确有的引文'],
  ['said by the owner', '主人亲口所说'],
  ['what tools did: exit codes and commands', '工具所为：退出码与命令'],
  [`rests on words of (?<of>\\S+) origin`, '依据来自{{of}}的话'],
  ['the owner says it in their own words', '主人用自己的话说出来'],
  [`${n('c')} characters`, '{{c}} 个字符'],
  [`a wording of ${n('a')} to ${n('b')} characters`, '{{a}} 至 {{b}} 个字符的措辞'],
  ['a stranger could not tell what it is about', '外人看不出说的是什么'],
  ['a wording that names its subject', '说明所指之物的措辞'],
  ['understood without the talk around it', '脱离上下文也能看懂'],
  ['takes the place of something known, and says so', '明说要取代已知的内容'],
  [`seen in ${n('s')} sessions?`, '见于 {{s}} 个会话'],
  [`seen in ${n('s')} of ${n('m')} sessions?`, '见于 {{s}} 个会话，需 {{m}} 个'],
  [
    `seen in ${n('s')} of ${n('m')} sessions, but worded as a rule: it waits for your eye`,
    '见于 {{s}} 个会话，需 {{m}} 个，但措辞如规则：等你过目',
  ],
  [
    `seen in ${n('s')} sessions, and asked for by nobody: it waits for your eye`,
    '见于 {{s}} 个会话，没有人要求过：等你过目',
  ],
  [
    'the same step mended it in two sessions, with no edit between',
    '同一步骤在两个会话里修好了它，其间没有编辑',
  ],
  ['said in 2 sessions, worded as a rule', '在 2 个会话里说过，措辞如规则'],
  ['said in 2 sessions, in two ways', '在 2 个会话里说过，有两种说法'],
  ['said once, and so plainly that it hardly needs a second time', '说过一次，十分明白，几乎无需再说'],
  ['said once, and asked to be kept', '说过一次，并要求记住'],
  [`${n('m')} more sessions?`, '再有 {{m}} 个会话'],
  [`${n('m')} more sessions?, or "from now on"`, '再有 {{m}} 个会话，或说一句“从今以后”'],
  ['what tools did needs no second wording', '工具所为无需第二种说法'],
  ['what it takes the place of shows that the subject lasts', '它所取代的内容表明此事长久'],
  [
    'tells how something is, the same way each time, and names nothing',
    '每次都以同样的话叙述，没有指明任何东西',
  ],
  ['a second wording, or a name or a number', '第二种说法，或一个名称或数字'],
  [`said in ${n('w')} ways(?<anew>, nearly each time anew)?`, '有 {{w}} 种说法[[anew|，几乎每次都不同]]'],
  ['never worded as a rule or a fact', '从未以规则或事实的措辞说过'],
  ['one saying that is worded as a rule', '一句措辞如规则的话'],
  ['worded as talk of the moment more than as a rule', '更像一时之言，而非规则'],
  ['worded as a rule', '措辞如规则'],
  ['the same phrase each time, and not worded as a rule', '每次都是同一句话，且措辞不像规则'],
  ['a second wording, or one with "always" or "must"', '第二种说法，或带“总是”“必须”的说法'],
  [`${n('x')} of ${n('y')} needed`, '{{x}}，需要 {{y}}'],
  [
    `${n('x')} more: another session, agent or project that says it`,
    '还差 {{x}}：再有一个会话、智能体或项目说到它',
  ],
  ['not left out by tonight’s instructions', '未被今晚的指示排除'],
  ['no instructions tonight', '今晚没有指示'],
  ['a night without that instruction', '没有该指示的一晚'],
  ['you never said no to it', '你从未否决过它'],
];

const story: readonly Telling[] = [
  [`New \\(${n('c')}\\)`, '新增（{{c}}）'],
  [`The same, said several times \\(${n('c')}\\)`, '同一件事说了多次（{{c}}）'],
  [`Something changed \\(${n('c')}\\)`, '有所变化（{{c}}）'],
  [`No longer true \\(${n('c')}\\)`, '不再成立（{{c}}）'],
  [`Known in one place, true in others \\(${n('c')}\\)`, '一处已知，别处也成立（{{c}}）'],
  [`Worth seeing \\(${n('c')}\\)`, '值得一看（{{c}}）'],
  ['What nearly passed', '差一点通过的'],
  ['The night in figures', '这一夜的数字'],
  [`Night of (?<d>\\d{4}-\\d\\d-\\d\\d)`, '{{d}} 之夜'],
  [
    `I read ${n('s')} sessions? with ${n('t')} turns?, ${n('w')} of them new, and ${n('l')} lines? in ${n('f')} memory files?\\.`,
    '我读了 {{s}} 个会话、{{t}} 条发言，其中 {{w}} 个是新的，还有 {{f}} 个记忆文件中的 {{l}} 行。',
  ],
  [
    `${n('s')} things? caught my eye; they came together into ${n('t')} themes?\\.`,
    '有 {{s}} 处引起了我的注意，归为 {{t}} 个主题。',
  ],
  [
    `One night weighs no more than ${n('c')} of them: what was said again, what is worded like a rule, and the newest\\. The rest is kept, and every night chooses anew\\.`,
    '一夜最多掂量其中 {{c}} 处：反复说过的、措辞如规则的、以及最新的。其余都保留着，每夜重新挑选。',
  ],
  [
    `You put the same thing right ${n('t')} times? in ${n('s')} sessions?: “${any('q')}”`,
    '同一件事你在 {{s}} 个会话里纠正了 {{t}} 次：“{{q}}”',
  ],
  [
    'Nothing was worth proposing tonight\\. An empty night beats a night of junk\\.',
    '今晚没有值得提出的。空夜胜过一夜废话。',
  ],
  [
    'A sample: these are made-up days of a made-up person\\. No agent of yours was found\\.',
    '示例：这是一个虚构人物的虚构日子。没有找到你的智能体。',
  ],
  [
    'A program asked for this night, through the Dreams API \\(`?(?<id>[^`)]+)`?\\)\\.',
    '这一夜由程序通过 Dreams API 发起（{{id}}）。',
  ],
  [`before: “${any('q')}”`, '原来：“{{q}}”'],
  ['\\(global\\)', '（全局）'],
  [`\\(project ${any('p')}\\)`, '（项目 {{p}}）'],
  [`\\(agent ${any('p')}\\)`, '（智能体 {{p}}）'],
  [`— wants your eye: (?<told>.+)`, '— 等你过目：{{told}}'],
  // with a hyphen in diaries of older versions
  ['weak[- ]evidence', '证据不足'],
  ['over[- ]limit', '超出上限'],
  ['loses[- ]correction', '会丢掉一条纠正'],
  ['quarantined', '已隔离'],
  ['contradiction', '相互矛盾'],
  ['conflict', '冲突'],
  ['by[- ]model', '模型改动'],
  ['untrusted', '来源不可信'],
  [
    `“${any('q')}” \\(${n('x')}\\) was stopped by (?<of>[\\w-]+); it would take ${any('told')}\\.`,
    '“{{q}}”（{{x}}）被“{{of}}”拦下；还需要：{{told}}。',
  ],
  [`proposed: ${any('toldList')}`, '提出：{{toldList}}'],
  [`turned down, by the gate that stopped them: ${any('toldList')}`, '被拦下，按关卡：{{toldList}}'],
  [`left where they were said: ${any('toldList')}`, '留在原处：{{toldList}}'],
  [`secrets masked before anything was stored: ${n('s')}`, '存储前遮盖的机密：{{s}}'],
  [`lines that could not be read: ${n('s')}`, '无法读取的行：{{s}}'],
  [
    `your instructions were understood as: raise ${any('r')}; leave out ${any('l')}`,
    '你的指示理解为：看重 {{r}}；排除 {{l}}',
  ],
  [
    'cost: nothing; no model was asked, nothing left this computer',
    '费用：无；没有询问模型，没有任何内容离开本机',
  ],
  ['nothing', '无'],
  // A list of counts: each by its own name, and the rest of the list after it.
  [`(?<of>[a-z-]+(?: [a-z-]+)*) ${n('c')}`, '{{of}} {{c}}'],
  [`(?<of>[a-z-]+(?: [a-z-]+)*) ${n('c')}, (?<toldRest>[a-z].+)`, '{{of}} {{c}}、{{toldRest}}'],
];

const nights: readonly Telling[] = [
  [
    `You woke it; what was found by then is kept: ${n('c')} proposed\\.`,
    '被你唤醒；已找到的都保留：提出 {{c}} 项。',
  ],
  [`${n('c')} changes proposed\\.`, '提出 {{c}} 项改动。'],
  [
    `These are the strongest; ${n('c')} more passed every gate and wait for nights to come\\.`,
    '这些是最有力的；另有 {{c}} 项通过了所有关卡，留待以后的夜晚。',
  ],
  [
    'There was nothing to read: no session and no memory file was found\\.',
    '没有可读的内容：未找到会话和记忆文件。',
  ],
  [
    `Nothing new: ${n('c')} themes passed and memory says them already\\.`,
    '没有新内容：{{c}} 个主题通过，但记忆中已有。',
  ],
  ['No theme passed every gate\\.', '没有主题通过所有关卡。'],
  [
    `The drill failed \\(${any('list')}\\): nothing was settled by itself\\.`,
    '演练未通过（{{list}}）：没有自动决定任何事。',
  ],
  [
    `Over the night’s limits \\(${any('list')}\\): it stopped, and asks you\\.`,
    '超出当晚上限（{{list}}）：已停下，等你决定。',
  ],
  [
    `${n('c')} held back: each would lose a correction of yours\\.`,
    '扣下 {{c}} 项：每项都会丢失你的一次纠正。',
  ],
  ['The night was cut off(?:[.:].*)?', '这一夜被中断。'],
  ['Nights are turned off\\.', '夜晚已关闭。'],
  ['This schedule never comes\\.', '这个时间安排永远不会到来。'],
  ['Nights begin once something was read\\.', '读取内容之后才会开始做梦。'],
  [`Paused until ${any('when')}\\.`, '暂停至{{when}}。'],
  ['Skipped (?<t>\\d\\d:\\d\\d): nights were turned off\\.', '跳过 {{t}}：夜晚已关闭。'],
  [`Skipped (?<t>\\d\\d:\\d\\d): paused until ${any('when')}\\.`, '跳过 {{t}}：暂停至{{when}}。'],
  [`Skipped (?<t>\\d\\d:\\d\\d): ${any('told')}; you left it out\\.`, '跳过 {{t}}：{{told}}；你选择不做。'],
  [
    `Skipped (?<t>\\d\\d:\\d\\d): ${any('told')} until the next night was due\\.`,
    '跳过 {{t}}：{{told}}，直到下一夜到来。',
  ],
  [
    `Skipped (?<t>\\d\\d:\\d\\d): ${any('told')} until (?<l>\\d\\d:\\d\\d), the latest start\\.`,
    '跳过 {{t}}：{{told}}，直到最晚开始时间 {{l}}。',
  ],
  [
    `Missed (?<t>\\d\\d:\\d\\d): ${any('told')}, past (?<l>\\d\\d:\\d\\d), the latest start\\.`,
    '错过 {{t}}：{{told}}，已过最晚开始时间 {{l}}。',
  ],
  [
    `Missed (?<t>\\d\\d:\\d\\d): ${any('told')}; nobody said to dream it late\\.`,
    '错过 {{t}}：{{told}}；无人要求补做。',
  ],
  [`Missed (?<t>\\d\\d:\\d\\d): ${any('told')}\\.`, '错过 {{t}}：{{told}}。'],
  [
    `Missed (?<t>\\d\\d:\\d\\d) and more than ${n('c')} nights after it, before ${any('when')}: ${any('told')}, or the clock was wrong\\.`,
    '错过 {{t}} 及其后 {{c}} 多个夜晚，在{{when}}之前：{{told}}，或时钟有误。',
  ],
  [
    `Failed (?<t>\\d\\d:\\d\\d): the app ended while dreaming(?:, ${n('c')} times)?; what was read is kept\\.`,
    '失败 {{t}}：做梦时应用结束[[c|（{{c}} 次）]]；已读内容都保留。',
  ],
  [`Failed (?<t>\\d\\d:\\d\\d): ${any('told')}`, '失败 {{t}}：{{told}}'],
  [`Woken (?<t>\\d\\d:\\d\\d): ${any('told')}`, '唤醒 {{t}}：{{told}}'],
  [`It was late: ${any('told')}\\.`, '迟了：{{told}}。'],
  [`It began late: ${any('told')}\\.`, '开始得晚：{{told}}。'],
  [`The laptop slept ${any('span')}, and it went on\\.`, '电脑在 {{span}} 休眠，之后继续。'],
  [
    `Due (?<t>\\d\\d:\\d\\d): ${any('told')}, until (?<l>\\d\\d:\\d\\d) at the latest\\.`,
    '应在 {{t}}：{{told}}，最晚到 {{l}}。',
  ],
  [`Due (?<t>\\d\\d:\\d\\d): ${any('told')}\\.`, '应在 {{t}}：{{told}}。'],
  [`laptop asleep ${any('span')}`, '电脑休眠 {{span}}'],
  [`laptop asleep or its clock moved, ${any('span')}`, '电脑休眠或时钟变动，{{span}}'],
  ['Slowwave was not running', 'Slowwave 未运行'],
  [`the time zone changed from (?<a>\\S+) to (?<b>\\S+)`, '时区从 {{a}} 变为 {{b}}'],
  ['the clock moved', '时钟变动'],
  ['its time went by', '时间已过'],
  ['the night before it was still at work', '前一夜仍在进行'],
  [`the app ended while dreaming, begun at (?<t>\\d\\d:\\d\\d)`, '做梦时应用结束，始于 {{t}}'],
  ['on battery', '使用电池'],
  ['the computer was in use', '电脑正在使用'],
  ['another import or dream was at work', '另一项导入或梦正在进行'],
  ['it could not begin', '无法开始'],
  ['waits for mains power', '等待接通电源'],
  ['waits until the computer is left alone', '等待电脑空闲'],
  ['waits until the work at hand is done', '等待手头的工作完成'],
];

const diagnoses: readonly Telling[] = [
  [`${n('c')} empty nights in a row\\.`, '连续 {{c}} 个空夜。'],
  [
    'No session and no memory file was found: look under Sources whether your agents’ folders are where they are looked for\\.',
    '未找到会话和记忆文件：请在“来源”中查看智能体的文件夹是否在所查找的位置。',
  ],
  [
    'No new session was found: if your agents were at work, look under Sources whether their folders are still the ones that are read\\.',
    '未找到新会话：如果智能体有过工作，请在“来源”中查看读取的是否仍是它们的文件夹。',
  ],
  [
    'Whatever passed is in memory already: nothing is wrong, and there was nothing new to keep\\.',
    '通过的内容记忆中都已有：没有问题，只是没有新的可记。',
  ],
  [
    'Nothing in the sessions was worded as something to keep: say "from now on" or "remember" where you mean it\\.',
    '会话中没有措辞像要记住的内容：想让它记住时，请说“从今以后”或“记住”。',
  ],
  [
    `The gate "(?<of>[\\w-]+)" stopped most \\(${n('c')} themes? on the last of them\\): ${any('told')}`,
    '关卡“{{of}}”拦下最多（最近一夜 {{c}} 个主题）：{{told}}',
  ],
  [`The nearest was "${any('q')}": it wants ${any('told')}\\.`, '最接近的是“{{q}}”：还需要：{{told}}。'],
  [
    'what was found stands in no transcript word for word; import the sessions it came from\\.',
    '找到的内容没有一字不差地出现在会话记录中；请导入它的来源会话。',
  ],
  [
    'it was said by tools, pages or files and not by you; say it in your own words once\\.',
    '它是工具、网页或文件所说，而不是你；请用自己的话说一次。',
  ],
  [
    'your own rules keep it out; look through the rules in Review and lift those you no longer want\\.',
    '你自己的规则把它挡在外面；请在“审阅”中查看规则并解除不再需要的。',
  ],
  [
    'it cannot be understood without the talk around it; name the thing you mean\\.',
    '脱离上下文就看不懂；请说明所指之物。',
  ],
  [
    'it was seen too seldom; say it in another session, or once with "from now on"\\.',
    '出现得太少；请在别的会话里再说，或说一句“从今以后”。',
  ],
  [
    'it was never worded as a rule; say once what you want in general\\.',
    '从未以规则的措辞说过；请说一次你一般想要什么。',
  ],
  [
    'it was too faint; it comes up by itself when it is said again, or write it into a memory file\\.',
    '太微弱；再说时它会自己出现，也可以写进记忆文件。',
  ],
  [
    'your focus leaves it out; widen or clear the focus in Settings\\.',
    '你的关注点把它排除了；请在“设置”中放宽或清除。',
  ],
];

const events: readonly Telling[] = [
  [`Reading (?<a>\\S+) · ${any('f')} · ${n('c')} chats`, '正在读取 {{a}} · {{f}} · {{c}} 个聊天'],
  [`Reading (?<a>\\S+) · ${any('f')}`, '正在读取 {{a}} · {{f}}'],
  [`Noticing · ${any('p')}`, '正在留意 · {{p}}'],
  [`Asking ${any('m')} · ${n('c')} calls?`, '正在询问 {{m}} · {{c}} 次'],
  [
    `${any('m')} reads session ${n('c')} of ${n('t')} · ${any('p')}`,
    '{{m}} 正在读第 {{c}} / {{t}} 个会话 · {{p}}',
  ],
  [`${any('m')} connects`, '{{m}} 正在联系'],
  [`${any('m')} decides`, '{{m}} 正在决定'],
  [`Asking (?<m>\\S+)`, '正在询问 {{m}}'],
  [`Masked ${n('c')} secrets? before (?:it was|they were) stored`, '存储前遮蔽了 {{c}} 个密钥'],
  [
    `Set aside ${n('c')} passages? of others that give orders(?: · (?<p>.+))?`,
    '搁置了 {{c}} 段他人发号施令的文字[[p| · {{p}}]]',
  ],
  [
    `Compared what ${n('c')} sessions said: “(?<q>.+)”(?: · (?<p>[^”]+))?`,
    '比较了 {{c}} 个会话所说：“{{q}}”[[p| · {{p}}]]',
  ],
  [`${n('c')} of ${n('t')} candidates? passed every gate`, '{{t}} 个候选中有 {{c}} 个通过所有关卡'],
  [
    `An apply was interrupted: ${n('w')} of ${n('c')} files? written\\. It was finished\\.`,
    '一次写入被中断：{{c}} 个文件中已写 {{w}} 个。已完成。',
  ],
  [
    `An apply was interrupted: ${n('w')} of ${n('c')} files? written\\. It was taken back; the files are what they were\\.`,
    '一次写入被中断：{{c}} 个文件中已写 {{w}} 个。已撤回；文件恢复原样。',
  ],
  [
    `Written by itself: ${any('f')}\\. Undo: files undo ${n('c')}`,
    '已自动写入：{{f}}。撤销：files undo {{c}}',
  ],
  [`No memory file was written\\.`, '没有写入任何记忆文件。'],
  [`Memory files were not watched\\.`, '未能查看记忆文件。'],
  [
    'Your agents’ folders cannot be watched on this computer; they are looked at every ten minutes\\.',
    '本机无法监视智能体的文件夹；改为每十分钟查看一次。',
  ],
  [
    `The same sentence, with “${any('a')}” here and “${any('b')}” there\\.`,
    '同一句话，一处是“{{a}}”，另一处是“{{b}}”。',
  ],
  ['They say the same\\.', '它们说的是同一件事。'],
  ['One wants what the other turns down\\.', '一个要的正是另一个不要的。'],
  [`They do not agree about “${any('a')}”\\.`, '它们对“{{a}}”说法不一。'],
  [`One says “${any('a')}”, the other “${any('b')}”\\.`, '一个说“{{a}}”，另一个说“{{b}}”。'],
];

/** What keeps a change from being written into a file: writeback/conflict.ts. */
const questions: readonly Telling[] = [
  [
    `${any('path')}: you or an agent changed the same lines\\. Keep yours, take ours, or write the result by hand\\.`,
    '{{path}}：你或某个智能体改动了同样的行。保留你的、采用我们的，或手写结果。',
  ],
  [
    `${any('path')}: a line that was to be changed says something else now\\. It was left as it is\\.`,
    '{{path}}：本要改动的一行现在说的是别的，已原样保留。',
  ],
  [
    `${any('path')}: somebody changed lines inside Slowwave's block\\. Keep them as your own lines, or let the block be written anew\\.`,
    '{{path}}：有人改动了 Slowwave 区块里的行。可保留为你自己的行，或重新写入区块。',
  ],
  [
    `${any('path')} is not there any more, and an approved change was to go into it\\. Make it anew, choose another file, or drop it\\.`,
    '{{path}} 已不存在，而有一项已采纳的改动要写入其中。可重新创建、选择别的文件，或放弃。',
  ],
  [`${any('path')} cannot be written\\. It is a folder\\.`, '{{path}} 无法写入：它是一个文件夹。'],
  [`${any('path')} cannot be written\\. It may not be written\\.`, '{{path}} 无法写入：没有写入权限。'],
  [`${any('path')} cannot be written\\. It may not be read\\.`, '{{path}} 无法写入：没有读取权限。'],
  [`${any('path')} cannot be written\\. Its folder is not there\\.`, '{{path}} 无法写入：所在文件夹不存在。'],
  [`${any('path')} is no Markdown file\\.`, '{{path}} 不是 Markdown 文件。'],
];

const failures: readonly Telling[] = [
  ['A dream is at work since (?<t>\\d\\d:\\d\\d) UTC\\.', '梦从 {{t}} UTC 起正在进行。'],
  ['A preview is at work since (?<t>\\d\\d:\\d\\d) UTC\\.', '预览从 {{t}} UTC 起正在进行。'],
  ['Reading is at work since (?<t>\\d\\d:\\d\\d) UTC\\.', '读取从 {{t}} UTC 起正在进行。'],
  ['It goes on, and nothing was begun beside it\\.', '它会继续，没有另外开始别的。'],
  ['Wait for its end, or wake it\\.', '请等它结束，或唤醒它。'],
  ['Something is at work\\.', '有工作正在进行。'],
  ['It goes on, and nothing was put in its place\\.', '它会继续，没有被替换。'],
  ['It was interrupted: its process ended \\((?<how>[^)]*)\\)\\.', '被中断：它的进程已结束（{{how}}）。'],
  [`It broke off: ${any('why')}`, '中途失败：{{why}}'],
  ['It was asked to wake, did not within 5 s, and was ended\\.', '已要求唤醒，5 秒内未停，被强行结束。'],
  [
    'Every step that was finished is kept; nothing was proposed, and no file of an agent was touched\\.',
    '已完成的每一步都保留；没有提出任何改动，也没有碰智能体的文件。',
  ],
  [
    'Every step that was finished is kept; nothing was proposed\\.',
    '已完成的每一步都保留；没有提出任何改动。',
  ],
  ['Start it again: it goes on from what is kept\\.', '请重新开始：它会从保留的地方继续。'],
  ['The engine was lost while it was at work\\.', '引擎在工作时丢失了。'],
  [
    'It is started again by itself\\. Then dream again: it goes on from what is kept\\.',
    '它会自动重新启动。之后请再做一次梦：会从保留的地方继续。',
  ],
  [`The engine did not answer\\.`, '引擎没有回答。'],
  ['It is closing\\.', '正在关闭。'],
  ['It is being started again\\.', '正在重新启动。'],
  ['It was lost in the middle and is being started again\\.', '中途丢失，正在重新启动。'],
  [
    'Everything stored is safe; what was asked may or may not have been done\\.',
    '已存的一切都安全；所要求的可能做了，也可能没做。',
  ],
  ['Look at how things stand in a moment, then ask again\\.', '请稍后查看情况再试。'],
  ['Look at how things stand, then ask again\\.', '请查看情况再试。'],
  ['Too many questions wait for an answer\\.', '等待回答的问题太多。'],
  ['Several long questions are being worked at\\.', '有几个耗时的问题正在处理。'],
  ['They go on, and nothing was begun beside them\\.', '它们会继续，没有另外开始别的。'],
  ['Ask again when one of them is answered\\.', '请等其中一个答完再试。'],
  ['Ask again in a moment\\.', '请稍后再试。'],
  ['Nothing was done\\.', '什么都没有做。'],
  ['Nothing was changed\\.', '没有任何改动。'],
  ['Nothing was written\\.', '没有写入任何内容。'],
  ['Nothing was deleted\\.', '没有删除任何内容。'],
  ['Nothing was read or written\\.', '没有读取或写入任何内容。'],
  ['A step that was begun was taken back\\.', '已开始的一步已撤回。'],
  ['A backup is being put in the place of everything that is here\\.', '正在用备份替换此处的一切。'],
  ['What was here before is kept beside it\\.', '原有内容保存在旁边。'],
  ['Wait until it is done\\.', '请等它完成。'],
  ['Wait until it is done, or end it, and try again\\.', '请等它完成，或结束它，再试。'],
  ['An interrupted write of your agents’ files waits for your word\\.', '一次中断的写入在等你决定。'],
  ['Finish or undo it first\\.', '请先完成或撤销它。'],
  ['Another process of Slowwave has the store open\\.', '另一个 Slowwave 进程正打开着存储。'],
  ['Another process is writing to the store\\.', '另一个进程正在写入存储。'],
  ['End it, then delete\\.', '请先结束它再删除。'],
  ['This is no whole path\\.', '这不是完整路径。'],
  [
    'Give the path from the root of the disk, or from your home folder with “~/”\\.',
    '请从磁盘根目录写起，或用“~/”从主文件夹写起。',
  ],
  ['The disk is full, so the last step could not be written\\.', '磁盘已满，最后一步未能写入。'],
  ['The disk gave an error \\((?<c>[^)]*)\\)\\.', '磁盘出错（{{c}}）。'],
  [`The store is damaged\\.`, '存储已损坏。'],
  ['The data folder cannot be opened or written \\((?<c>[^)]*)\\)\\.', '数据文件夹无法打开或写入（{{c}}）。'],
  ['There is no store yet\\.', '还没有存储。'],
  ['There is no store yet: nothing has been read\\.', '还没有存储：尚未读取任何内容。'],
  ['No night has been dreamt yet\\.', '还没有做过梦。'],
  [
    'Slowwave does not answer: it was ended, or its computer sleeps\\.',
    'Slowwave 没有回答：它已结束，或电脑在休眠。',
  ],
  ['The app made a mistake of its own, and could not answer\\.', '应用自身出错，无法回答。'],
  [
    'What was written before is kept; a step that was begun was taken back\\.',
    '先前写入的都保留；已开始的一步已撤回。',
  ],
  ['Ask again\\. If it stays so, the log says more\\.', '请再试。若仍如此，日志中有更多说明。'],
];

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** "12 March, 03:00" */
function when(day: string): string {
  const found = /^(?<date>\d{1,2}) (?<month>[A-Z][a-z]+), (?<time>\d\d:\d\d)$/u.exec(day)?.groups;
  const month = months.indexOf(found?.['month'] ?? '') + 1;
  return found === undefined || month === 0 ? day : `${month}月${found['date']}日 ${found['time']}`;
}

export const engine: Tellings = {
  sentences: [
    ...why,
    ...nights,
    ...diagnoses,
    ...events,
    ...questions,
    ...failures,
    ...gates,
    ...story,
    // After those that name what they are about: some of these have little but a hole at their beginning.
    ...asTellings([...ofTheModel, ...moreFailures, ...deeds]),
  ],
  when,
  between: '',
  listed: '、',
  names: {
    evidence: '引文',
    trust: '可信',
    owner: '你的意愿',
    'stands-alone': '独立可懂',
    sessions: '会话',
    contexts: '语境',
    score: '得分',
    instructions: '指示',
    add: '新增',
    merge: '合并',
    replace: '替换',
    retire: '移除',
    share: '共享',
    note: '留意',
    tool: '工具',
    web: '网页',
    file: '文件',
    assistant: '助手',
    person: '主人',
    pasted: '粘贴',
    question: '提问',
    'small-talk': '闲谈',
    task: '任务',
    fragment: '片段',
    'one-off': '一次性',
    pointing: '指代',
    reported: '转述',
    hypothesis: '假设',
    'role-play': '扮演',
    guess: '猜测',
    secret: '机密',
    'too-long': '太长',
    'too-specific': '太具体',
    wrong: '不对',
    outdated: '过时',
    private: '私密',
    page: '网页',
    comment: '注释',
    encoded: '编码过的',
    minute: '分',
    hour: '时',
    'day of the month': '日',
    month: '月',
    'day of the week': '星期',
    'edited and approved': '修改后采纳',
    approved: '采纳',
    rejected: '否决',
    snoozed: '明天再问',
    'set aside as a duplicate': '标为重复',
  },
};
