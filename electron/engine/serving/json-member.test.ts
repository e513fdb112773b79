import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withMember } from './json-member.ts';

const server = { command: 'slowwave', args: ['mcp'] };
const path = ['mcpServers', 'slowwave'];

const valueOf = (result: ReturnType<typeof withMember>): string => {
  if (!result.ok || result.value === null)
    throw new Error(`it should have changed: ${JSON.stringify(result)}`);
  return result.value;
};

describe('a member put into a JSON text', () => {
  it('stands where it belongs, and every other byte is as it was', () => {
    const text =
      '{\n    "b": 1.50,\n    "mcpServers": {\n        "other": {"command": "x"}\n    },\n    "a": "}\\"{"\n}\n';
    expect(valueOf(withMember(text, path, server))).toBe(
      text.replace(
        '{"command": "x"}\n',
        '{"command": "x"},\n        "slowwave": {\n            "command": "slowwave",\n            "args": [\n                "mcp"\n            ]\n        }\n',
      ),
    );
    expect(valueOf(withMember('{"a": 1}', path, server))).toBe(
      '{"a": 1, "mcpServers": {"slowwave":{"command":"slowwave","args":["mcp"]}}}'.replace(
        '{"slowwave"',
        '{"slowwave"',
      ),
    );
    expect(JSON.parse(valueOf(withMember('', path, server)))).toEqual({ mcpServers: { slowwave: server } });
    expect(JSON.parse(valueOf(withMember('{}', path, server)))).toEqual({ mcpServers: { slowwave: server } });
  });

  it('is not put twice, and refuses what is no strict JSON', () => {
    const once = valueOf(withMember('{\n  "a": 1\n}', path, server));
    expect(withMember(once, path, server)).toEqual({ ok: true, value: null });
    expect(withMember('{ a: 1, // loose\n}', path, server)).toEqual({ ok: false, error: 'not-json' });
    expect(withMember('[]', path, server)).toEqual({ ok: false, error: 'not-an-object' });
    expect(withMember('{"mcpServers": 3}', path, server)).toEqual({ ok: false, error: 'not-an-object' });
  });

  it('changes nothing else in any object there is', () => {
    const space = fc.constantFrom(undefined, 1, 2, 4, '\t');
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), space, (object, indent) => {
        const { mcpServers: _ours, ...others } = object;
        const text = JSON.stringify(others, null, indent);
        const changed = valueOf(withMember(text, path, server));
        const { mcpServers, ...rest } = JSON.parse(changed) as Record<string, unknown>;
        expect(mcpServers).toEqual({ slowwave: server });
        expect(JSON.stringify(rest)).toBe(JSON.stringify(JSON.parse(text)));
      }),
      { numRuns: 80 },
    );
  });
});
