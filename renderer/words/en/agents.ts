// English: the agents screen. Keys begin with "agents.".
export const agents = {
  'agents.title': 'Agents',
  'agents.subtitle': 'What each one loads, and how far Slowwave may write',
  'agents.none': 'No agent was found on this computer',
  'agents.noneText':
    'Claude Code, Codex and OpenClaw are known. Their files appear here as soon as one of them is installed.',
  'agents.missing': 'Not found on this computer: {{agents}}.',
  'agents.allFiles': 'over all its files',
  'agents.over':
    'More than its budget: long files are read less carefully and cost tokens in every session. Shorten one in Memory, or raise the budget.',
  'agents.files': 'Files that it loads',
  'agents.noFiles': 'It loads no memory file yet.',
  'agents.file': 'File',
  'agents.lines': 'Lines',
  'agents.tokens': 'Tokens',
  'agents.changed': 'Changed',
  'agents.budget': 'Token budget',
  'agents.budgetHint': 'Empty: the usual one.',
  'agents.mode': 'Writing',
  'agents.review': 'Review',
  'agents.reviewHint': 'Only what you apply is written.',
  'agents.autoDuplicates': 'Auto for duplicates',
  'agents.autoDuplicatesHint': 'Exact duplicates are merged without asking; all else waits for you.',
  'agents.autoUndo': 'Auto with undo',
  'agents.autoUndoHint': 'Whatever no flag holds back is written, and can be taken back.',
  'agents.off': 'Off',
  'agents.offHint': 'Nothing is written into its files.',
  'agents.sure': 'Let Slowwave write for {{agent}}?',
  'agents.sureText':
    'Changes go into its memory files without your eye on each. Every file is kept as it was first, and each write can be taken back.',
  'agents.sureNever':
    'Never by itself: contradictions, quarantined items, secrets, and lines that you wrote by hand.',
  'agents.sureType': 'Type {{agent}} to turn it on',
  'agents.turnOn': 'Turn it on',
  'agents.shared': 'Receives shared memory',
  'agents.sharedText': 'What is approved for all agents goes into the files of these.',
} as const;
