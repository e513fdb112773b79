// All sentences of one language; each screen keeps its own in a file of its name.
import { agents } from './zh/agents.ts';
import { app } from './zh/app.ts';
import { diary } from './zh/diary.ts';
import { memory } from './zh/memory.ts';
import { model } from './zh/model.ts';
import { patterns } from './zh/patterns.ts';
import { review } from './zh/review.ts';
import { serving } from './zh/serving.ts';
import { settings } from './zh/settings.ts';
import { sources } from './zh/sources.ts';
import { tonight } from './zh/tonight.ts';
import { welcome } from './zh/welcome.ts';
import { work } from './zh/work.ts';

export const zh = {
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
