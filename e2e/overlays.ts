// Everything that opens over a screen or within it, each with the way a person gets there, in any language. Add one: a row
// here, and it is looked at like a screen (screens.spec.ts).
import { expect, type Locator, type Page } from '@playwright/test';
import type { ScenarioName } from '../renderer/fixtures/scenarios.ts';
import { createSay, type Language, type PlainKey } from '../renderer/words/words.ts';

/** A page, and its words. */
interface Hand {
  readonly page: Page;
  readonly say: (key: PlainKey) => string;
}
type Deed = (hand: Hand) => Promise<void>;

export interface Overlay {
  readonly fixture: ScenarioName;
  readonly deeds: readonly Deed[];
}

const press =
  (...keys: readonly string[]): Deed =>
  async ({ page }) => {
    for (const key of keys) await page.keyboard.press(key);
  };
const named = ({ page, say }: Hand, key: PlainKey): Locator =>
  page.getByRole('button', { name: say(key), exact: true });
const click =
  (key: PlainKey, place = 0): Deed =>
  (hand) =>
    named(hand, key).nth(place).click();
/** Where a button's name holds more than words of ours. */
const clickAt =
  (selector: string, place = 0): Deed =>
  ({ page }) =>
    page.locator(selector).nth(place).click();
const shows =
  (selector: string): Deed =>
  async ({ page }) => {
    await expect(page.locator(selector).first()).toBeVisible();
  };
const tab =
  (key: PlainKey): Deed =>
  ({ page, say }) =>
    page.getByRole('tab', { name: say(key) }).click();
const dialog = shows('[role="dialog"], [role="alertdialog"]');
const editor = shows('.cm-content');
const overlay = (fixture: ScenarioName, ...deeds: readonly Deed[]): Overlay => ({ fixture, deeds });

const handRow = 'section[aria-label] > ul > li > button';
const entryRow = 'main [role="listitem"] button';
const version = 'main aside ol > li > button';

export const overlays = {
  palette: overlay('review', press('Control+k'), dialog),
  'palette-filtered': overlay('review', press('Control+k'), dialog, ({ page }) => page.keyboard.type('g')),
  'shortcut-help': overlay('review', press('?'), dialog),
  messages: overlay('review-undecidable', press('a'), (hand) =>
    expect(named(hand, 'action.close').first()).toBeVisible(),
  ),

  evidence: overlay('review', press('o'), dialog),
  why: overlay('review', press('w'), shows('main table')),
  'both-sides': overlay('review', press('b')),
  'keep-both': overlay(
    'review',
    press('b'),
    click('both.apart'),
    shows('main article input, main article textarea'),
  ),
  'side-by-side': overlay('review', press('v')),
  'all-of-it': overlay('review', press('w', 'b', 'v')),
  'edit-card': overlay('review', press('e'), editor),
  'reject-because': overlay('review', press('Shift+X'), dialog),
  'duplicate-of': overlay('review', press('m'), dialog),
  'group-card': overlay('review', press('j', 'j', 'j', 'j')),
  'apply-sheet': overlay('review-decided', press('Control+Enter'), dialog),
  'apply-receipt': overlay(
    'review-decided',
    press('Control+Enter'),
    dialog,
    press('Enter'),
    shows('main table'),
  ),
  'conflict-resolver': overlay('review-conflict', clickAt(handRow), press('3'), editor),
  'memory-conflict': overlay('review-conflict', clickAt(handRow, 1)),
  quarantined: overlay('review-quarantined', clickAt(handRow)),
  'quarantined-text': overlay('review-quarantined', clickAt(handRow), click('aside.show')),
  'quarantined-release': overlay('review-quarantined', clickAt(handRow), click('aside.release'), dialog),

  'focus-dialog': overlay('idle', press('f'), dialog),
  'pause-menu': overlay('idle', click('tonight.pause'), shows('[role="menu"]')),
  'night-as-table': overlay('idle', click('chart.showTable'), shows('main table')),
  'nights-as-table': overlay('idle', click('chart.showTable', 1), shows('main table')),
  'failed-report': overlay('failed-night', click('trouble.report'), dialog),
  'failed-log': overlay('failed-night', click('trouble.showLog'), dialog),
  'wake-dialog': overlay('dreaming', press('Control+.'), dialog),

  'diary-facts': overlay('diary', ({ page, say }) =>
    page.getByRole('tab', { name: say('diary.facts') }).click(),
  ),
  'diary-model-verdicts': overlay('diary-model', tab('mind.model')),
  'review-discarded': overlay('review-partial', click('partial.discard'), (hand) =>
    expect(named(hand, 'partial.undo')).toBeVisible(),
  ),
  'secret-evidence': overlay('review-secret', press('o'), dialog),
  'secret-not-one': overlay(
    'review-secret',
    press('o'),
    dialog,
    clickAt('[role="dialog"] ol ul button', 1),
    click('notSecret.mark'),
    shows('[role="dialog"] [role="alert"]'),
  ),
  'night-receipt': overlay('review', click('night.line.receipt'), dialog),
  'review-expired-list': overlay('review-expired', clickAt('main details summary')),
  'diary-roll-back': overlay('diary', click('diary.rollBack'), dialog),

  'entry-sheet': overlay('memory', clickAt(entryRow), dialog),
  'memory-forget': overlay('memory', click('memory.forget'), dialog),
  'memory-found': overlay(
    'memory',
    ({ page }) => page.locator('main input[type="search"]').fill('pnpm'),
    shows('main mark'),
  ),
  'version-chosen': overlay('memory', clickAt(version, 1)),
  'versions-compared': overlay('memory', clickAt(version), clickAt(version, 2)),
  'copies-compared': overlay('memory-file', clickAt(version), clickAt(version, 1)),

  'model-still-gone': overlay('unreachable', click('model.testAgain'), shows('[role="status"]:not(:empty)')),
  'empty-seen': overlay('empty-night', click('action.ok')),
  'model-tested': overlay('settings-model-claude', click('model.test'), shows('main select')),
  'model-key-refused': overlay('settings-model-refused', click('model.test'), shows('[role="status"] p')),
  'batch-stop': overlay('tonight-batch', clickAt('main li button'), dialog),
  'batch-give-up': overlay(
    'tonight-batch-in-vain',
    clickAt('main li button'),
    dialog,
    click('batch.stop'),
    shows('[role="dialog"] p'),
  ),
  'price-edit': overlay('settings-budget-near', click('model.priceAdd'), dialog),
  'trace-timeline': overlay('trace', tab('trace.timeline')),
  'trace-sent': overlay('trace', tab('trace.sent')),
  'trace-verdicts': overlay('trace', tab('trace.verdicts')),
  'trace-errors': overlay('trace', ({ page, say }) => page.getByLabel(say('trace.errorsOnly')).check()),

  'pattern-resolve': overlay('patterns', click('patterns.resolve'), dialog),
  'pattern-as-table': overlay('patterns', click('chart.showTable'), shows('main table')),
  'source-folder': overlay('sources', click('sources.add'), dialog),
  'source-export': overlay('sources', click('sources.addExport'), dialog),
  'source-blast': overlay(
    'sources',
    ({ page, say }) =>
      page
        .getByRole('button')
        .filter({ hasText: say('quarantine.blast') })
        .first()
        .click(),
    dialog,
  ),
  'source-trust': overlay(
    'sources',
    ({ page, say }) =>
      page
        .getByRole('button')
        .filter({ hasText: say('trust.open') })
        .first()
        .click(),
    dialog,
  ),
  'source-forget': overlay(
    'sources',
    ({ page, say }) =>
      page
        .getByRole('button')
        .filter({ hasText: say('sources.forget') })
        .first()
        .click(),
    dialog,
  ),
  'key-dialog': overlay('settings-keyboard', clickAt('main li button', 2), dialog, press('Control+k')),
  'masked-secrets': overlay('sources-scanned', click('sources.seeWhere'), dialog),
  'source-projects': overlay('sources', clickAt('[aria-haspopup="dialog"]'), dialog),
  'lines-skipped': overlay('sources-scanned', click('sources.details')),

  'connect-agent': overlay('agents', clickAt('main li[aria-label="Codex"] button'), dialog),
  'skill-in-own-words': overlay('patterns', click('skill.edit'), dialog),
} as const satisfies Readonly<Record<string, Overlay>>;

export type OverlayName = keyof typeof overlays;
export const overlayNames = Object.keys(overlays).filter((name): name is OverlayName => name in overlays);

/** Does what a person does to see it, on a page that shows its fixture. */
export async function openOverlay(page: Page, name: OverlayName, language: Language): Promise<void> {
  const hand: Hand = { page, say: createSay(language, language === 'zh' ? 'zh-CN' : 'en-GB') };
  for (const deed of overlays[name].deeds) await deed(hand);
}
