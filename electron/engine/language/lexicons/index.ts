// Every language the engine knows. A new one is one file beside this and one line here.
import type { Lexicon } from '../lexicon.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';
import { sv } from './sv.ts';
import { hi } from './hi.ts';
import { nl } from './nl.ts';
import { ar } from './ar.ts';
import { cs } from './cs.ts';
import { uk } from './uk.ts';
import { it } from './it.ts';
import { tr } from './tr.ts';
import { pt } from './pt.ts';
import { pl } from './pl.ts';
import { ru } from './ru.ts';
import { es } from './es.ts';
import { ko } from './ko.ts';
import { fr } from './fr.ts';
import { de } from './de.ts';
import { ja } from './ja.ts';
import { hiLatn } from './hi-Latn.ts';
import { da } from './da.ts';
import { nb } from './nb.ts';
import { fi } from './fi.ts';
import { ro } from './ro.ts';
import { hu } from './hu.ts';
import { vi } from './vi.ts';
import { id } from './id.ts';
import { el } from './el.ts';
import { he } from './he.ts';
import { fa } from './fa.ts';
import { th } from './th.ts';

export const lexicons: readonly Lexicon[] = [
  en,
  zh,
  sv,
  nl,
  it,
  pt,
  es,
  fr,
  de,
  ja,
  ko,
  ru,
  pl,
  tr,
  uk,
  cs,
  ar,
  hi,
  hiLatn,
  da,
  nb,
  fi,
  ro,
  hu,
  vi,
  id,
  el,
  he,
  fa,
  th,
];
