// Which importer reads which agent's sessions.
import type { AgentKind } from '../../../shared/transcript.ts';
import { claudeCodeImporter } from './claude-code.ts';
import { chatGptImporter } from './chatgpt.ts';
import { claudeAiImporter } from './claude-ai.ts';
import { codexImporter } from './codex.ts';
import type { Importer } from './importer.ts';
import { openClawImporter } from './openclaw.ts';

export const importers: Readonly<Record<AgentKind, Importer>> = {
  'claude-code': claudeCodeImporter,
  codex: codexImporter,
  openclaw: openClawImporter,
  chatgpt: chatGptImporter,
  'claude-ai': claudeAiImporter,
};
