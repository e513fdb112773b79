// All sentences of one language; each screen keeps its own in a file of its name.
import { agents } from './en/agents.ts';
import { app } from './en/app.ts';
import { diary } from './en/diary.ts';
import { memory } from './en/memory.ts';
import { model } from './en/model.ts';
import { patterns } from './en/patterns.ts';
import { review } from './en/review.ts';
import { serving } from './en/serving.ts';
import { settings } from './en/settings.ts';
import { sources } from './en/sources.ts';
import { tonight } from './en/tonight.ts';
import { welcome } from './en/welcome.ts';
import { work } from './en/work.ts';

export const en = {
  ...app,
  ...tonight,
  ...review,
  ...diary,
  ...memory,
  ...patterns,
  ...sources,
  ...agents,
  ...serving,
  ...settings,
  ...model,
  ...welcome,
  ...work,
} as const;
