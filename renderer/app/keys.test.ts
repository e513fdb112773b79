// What keys an owner may give, and what follows for the others.
import { array, assert, boolean, constant, constantFrom, property, record, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionIds, createActionRegistry, factOf } from './actions.ts';
import { findAction, pressMatches, type Press } from './keyboard.ts';
import { clashesOf, givenTo, isChanged, keysOf, pressedKeys, usualAgain, withKeys } from './keys.ts';

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});
const nowhere = { isText: false, isPicker: false, takesArrows: false, isPressable: false };

/** As a keyboard would say it. */
const pressOf = (chord: string): Press => {
  const parts = chord.split('+');
  return press(parts.at(-1) ?? '', { ctrlKey: parts.includes('mod'), shiftKey: parts.includes('shift') });
};

describe('the keys of an action', () => {
  it('are read back as they were pressed: each usual one is its own press', () => {
    const chords = actionIds.flatMap((id) => factOf(id).keys.flatMap((keys) => keys.split(' ')));
    const read = chords.map((chord) => pressedKeys(pressOf(chord), false));
    expect(read).toEqual(chords.map((chord) => ({ kind: 'chord', chord })));
  });

  it('fit the press that they were read from', () => {
    const pressed = record({
      key: constantFrom('a', 'Z', '7', '?', '[', 'Enter', 'ArrowUp', 'F2', 'é', 'Home', 'Shift', 'Tab', '+'),
      code: constant(''),
      ctrlKey: boolean(),
      metaKey: boolean(),
      altKey: boolean(),
      shiftKey: boolean(),
    });
    assert(
      property(pressed, boolean(), (one, isMac) => {
        const read = pressedKeys(one, isMac);
        if (read.kind === 'chord') expect(pressMatches(one, read.chord, isMac)).toBe(true);
      }),
    );
  });

  it('leave alone what writing, moving and browsers need', () => {
    const refused = [press('Tab'), press('Escape'), press(' '), press('c', { ctrlKey: true })];
    expect(refused.map((each) => pressedKeys(each, false).kind)).toEqual(refused.map(() => 'refused'));
    expect(pressedKeys(press('Control', { ctrlKey: true }), false).kind).toBe('nothing-yet');
  });

  it('as they are made stand in nobody’s way', () => {
    const clashes = actionIds.flatMap((id) =>
      factOf(id).keys.flatMap((keys) => clashesOf(id, keys, {}).map((other) => `${id} ${keys} ${other}`)),
    );
    expect(clashes).toEqual([]);
  });

  it('clash with the same keys where both could be meant, and with the beginning of a pair', () => {
    expect(clashesOf('review.approve', 'x', {})).toEqual(['review.reject']);
    expect(clashesOf('review.approve', 'g', {})).toContain('go.tonight');
    // Tonight's focus is another screen's.
    expect(clashesOf('review.approve', 'f', {})).toEqual([]);
    expect(clashesOf('go.review', 'f', {})).toEqual(['night.focus']);
  });

  it('once given reach the action, and the one they were taken from no more', () => {
    const own = givenTo({}, 'review.approve', 'x');
    expect(keysOf('review.approve', own)).toEqual(['a', '1', 'x']);
    expect(keysOf('review.reject', own)).toEqual(['3']);
    const registry = createActionRegistry();
    const done = (): void => undefined;
    registry.add({ 'review.approve': done, 'review.reject': done }, false);
    const find = (key: string) =>
      findAction(press(key), null, nowhere, registry, { isMac: false, singleKeys: true, keys: own }).action;
    expect([find('x'), find('3'), find('a')]).toEqual(['review.approve', 'review.reject', 'review.approve']);
  });

  it('go back to what they were, one action or all', () => {
    const own = givenTo({}, 'review.approve', 'x');
    const back = usualAgain(own, 'review.reject');
    expect(keysOf('review.reject', back)).toEqual(['x', '3']);
    expect(keysOf('review.approve', back)).toEqual(['a', '1']);
    expect(back).toEqual({});
    expect(isChanged('review.reject', withKeys({}, 'review.reject', []))).toBe(true);
  });

  it('never stand for two actions that could both be meant, however they are given', () => {
    const wishes = array(
      tuple(constantFrom(...actionIds), constantFrom('a', 'x', 'g', 'g q', 'mod+k', 'enter', 'shift+a')),
      { maxLength: 12 },
    );
    assert(
      property(wishes, (list) => {
        const own = list.reduce((now, [id, keys]) => givenTo(now, id, keys), {});
        for (const id of actionIds) {
          for (const keys of keysOf(id, own)) expect(clashesOf(id, keys, own)).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });
});
