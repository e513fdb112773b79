// Which nights say something: every diary is read through, one after another, so that no second copy of it is kept.
import type { DiaryFind } from '../../../shared/nights.ts';
import { saidIn } from '../proposal/diary-lines.ts';
import type { ReadableDb } from '../store/db.ts';
import { diaryOf, listNights } from '../store/nights.ts';

/** Newest first. */
export const findInDiaries = (db: ReadableDb, words: string): readonly DiaryFind[] =>
  words.trim() === ''
    ? []
    : listNights(db).flatMap(({ nightId, nowMs }) => {
        const said = saidIn(diaryOf(db, nightId), words);
        return said === null ? [] : [{ nightId, nowMs, ...said }];
      });
