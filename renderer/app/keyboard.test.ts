import { describe, expect, it } from 'vitest';
import { actionIds, createActionRegistry, factOf, type ActionId } from './actions.ts';
import { ariaKeys, findAction, keyLabel, pressMatches, type Focus, type Press } from './keyboard.ts';

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});
const nowhere: Focus = { isText: false, isPicker: false, takesArrows: false, isPressable: false };
const usual = { isMac: false, singleKeys: true };

function registryOf(...ids: readonly ActionId[]) {
  const registry = createActionRegistry();
  registry.add(Object.fromEntries(ids.map((id) => [id, () => undefined])), false);
  return registry;
}

const found = (key: Press, focus: Partial<Focus> = {}, options = usual, first: string | null = null) =>
  findAction(
    key,
    first,
    { ...nowhere, ...focus },
    registryOf(...actionIds.filter((id) => !id.startsWith('conflict'))),
    options,
  );

describe('a key', () => {
  it('is told from itself with Shift, and a sign is what it is', () => {
    expect(found(press('x')).action).toBe('review.reject');
    expect(found(press('X', { shiftKey: true })).action).toBe('review.rejectBecause');
    expect(found(press('?', { shiftKey: true })).action).toBe('app.help');
    expect(found(press('[')).action).toBe('list.previousNight');
  });

  it('is Ctrl elsewhere and Cmd on a Mac', () => {
    expect(pressMatches(press('k', { ctrlKey: true }), 'mod+k', false)).toBe(true);
    expect(pressMatches(press('k', { ctrlKey: true }), 'mod+k', true)).toBe(false);
    expect(pressMatches(press('k', { metaKey: true }), 'mod+k', true)).toBe(true);
    expect(pressMatches(press('k', { ctrlKey: true, altKey: true }), 'mod+k', false)).toBe(false);
  });

  it('is known by its place on a keyboard of another script', () => {
    expect(found(press('ф', { code: 'KeyA' })).action).toBe('review.approve');
  });

  it('makes a pair with the one before it', () => {
    const first = found(press('g'));
    expect(first).toEqual({ action: null, first: 'g' });
    expect(found(press('t'), {}, usual, first.first).action).toBe('go.tonight');
    expect(found(press('d'), {}, usual, 'g').action).toBe('go.diary');
  });

  it('that takes back belongs to the field while one writes there', () => {
    const takeBack = press('z', { ctrlKey: true });
    expect(found(takeBack).action).toBe('review.undo');
    expect(found(takeBack, { isText: true }).action).toBeNull();
    expect(found(press('k', { ctrlKey: true }), { isText: true }).action).toBe('app.palette');
  });

  it('alone does nothing while one writes, picks, or has switched single keys off', () => {
    expect(found(press('a'), { isText: true }).action).toBeNull();
    expect(found(press('a'), { isPicker: true }).action).toBeNull();
    expect(found(press('a'), {}, { isMac: false, singleKeys: false }).action).toBeNull();
    expect(found(press('k', { ctrlKey: true }), { isText: true }).action).toBe('app.palette');
    expect(found(press('ArrowDown'), {}, { isMac: false, singleKeys: false }).action).toBe('review.next');
    expect(found(press('ArrowDown'), { takesArrows: true }).action).toBeNull();
    expect(found(press('Enter'), { isPressable: true }).action).toBeNull();
  });

  it('is printed as people know it', () => {
    expect([keyLabel('mod+enter', true), keyLabel('mod+enter', false)]).toEqual(['⌘↵', 'Ctrl ↵']);
    expect(keyLabel('g t', false)).toBe('G T');
    expect(ariaKeys(['shift+a', 'mod+s', 'g t'], false)).toBe('Shift+A Control+S');
  });

  it('means one thing on each screen', () => {
    const screens: readonly (readonly string[])[] = [
      ['review.', 'app.', 'go.', 'edit.'],
      ['night.', 'app.', 'go.', 'list.'],
    ];
    for (const screen of screens) {
      const keys = actionIds
        .filter((id) => screen.some((part) => id.startsWith(part)))
        .flatMap((id) => factOf(id).keys);
      expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    }
  });
});

describe('the list of actions', () => {
  it('lets the newest layer speak, also by saying no', () => {
    const registry = createActionRegistry();
    const said: string[] = [];
    registry.add({ 'review.approve': () => said.push('below') }, false);
    const remove = registry.add({ 'review.approve': null }, false);
    expect(registry.handler('review.approve')).toBeNull();
    remove();
    registry.handler('review.approve')?.();
    expect(said).toEqual(['below']);
  });

  it('rests beneath an overlay', () => {
    const registry = createActionRegistry();
    registry.add({ 'review.approve': () => undefined }, false);
    const close = registry.add({ 'edit.save': () => undefined }, true);
    expect(registry.available()).toEqual(['edit.save']);
    expect(registry.hasOverlay()).toBe(true);
    close();
    expect(registry.available()).toEqual(['review.approve']);
  });
});
