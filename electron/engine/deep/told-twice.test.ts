// Two themes are one rule told twice where they share what hardly anything else holds; a trade's words join nothing.
import { describe, expect, it } from 'vitest';
import { createToldTwice, type Saying } from './told-twice.ts';

const theme = (text: string, quotes: readonly string[] = [text], announcesChange = false): Saying => ({
  id: text,
  text,
  language: 'en',
  terms: [],
  announcesChange,
  evidence: quotes.map((quote) => ({ quote })),
});

const others = [
  'Rotas go out on Fridays.',
  'Rotas name the shift leader first.',
  'The shift leader signs the rota.',
  'Meals for a shift are booked the day before.',
  'Answer in short sentences.',
  'Commit messages in the imperative.',
  'Parking is behind the mill.',
  'Invoices carry the order number.',
  'Photos of guests stay out of the newsletter.',
  'Greet suppliers by first name.',
].map((text) => theme(text));

const areOne = (
  a: Saying,
  b: Saying,
  ordinary: Readonly<Record<string, number>> = {},
  isAgainst = false,
): boolean => createToldTwice([a, b, ...others], [a, b, ...others], ordinary)(a, b, isAgainst);

describe('two themes of one night', () => {
  const layers = theme('Every layer goes to epsg:25832, apart from the tiles.');
  const rest = theme('Everything else 25832, but leave the tiles alone.');

  it('are one rule where they share a number inside a name, and a rare word', () => {
    expect(areOne(layers, rest)).toBe(true);
  });

  it('are two where what they share is said in ordinary talk', () => {
    expect(areOne(layers, rest, { '25832': 400, tile: 400 })).toBe(false);
  });

  it('are one rule also where one of them turns something down, but not where something changed', () => {
    expect(areOne(layers, rest, {}, true)).toBe(true);
    expect(areOne({ ...layers, announcesChange: true }, rest, {}, true)).toBe(false);
  });

  it('are two where all that they share is what one of them turns down', () => {
    const wants = theme('Zabbix watches the sluices.');
    expect(areOne(wants, theme('Zabbix rings at night.'))).toBe(true);
    expect(areOne(wants, theme('Never Zabbix.'), {}, true)).toBe(false);
  });

  it('are two where they share what the trade is about', () => {
    const pay = theme('A shift on Sunday is paid double.');
    const swap = theme('Who swaps a shift writes it on the rota.');
    expect(areOne(pay, swap)).toBe(false);
  });

  it('need more where one says that something changed and the other does not', () => {
    const stays = theme('Tiles stay web mercator.');
    const maps = 'The mercator maps are from Moss now.';
    expect(areOne(stays, theme(maps))).toBe(true);
    expect(areOne(stays, theme(maps, [maps], true))).toBe(false);
  });

  it('are not looked at in a night that lets four hundred through', () => {
    const many = Array.from({ length: 400 }, (_, at) => theme(`Door ${String(at)} opens at dawn.`));
    expect(createToldTwice([layers, rest, ...many], [layers, rest, ...many], {})(layers, rest, false)).toBe(
      false,
    );
  });
});
