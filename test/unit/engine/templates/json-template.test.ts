import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileJsonTemplate } from '#engine/templates/render/json-template.ts';

const source = `{
  // kept
  "a": { "b" : "old", "list": [1, 2,   3] },
	"untouched":   true
}
`;

function render(edits: [pointer: string, value: unknown][], text = source): string {
  const template = compileJsonTemplate(
    text,
    edits.map(([pointer], index) => ({ pointer, value: { $parameter: `p${index}` } })),
  );
  return template.render((reference) => ('$parameter' in reference ? edits[Number(reference.$parameter.slice(1))]?.[1] : undefined));
}

const withoutComments = (text: string) => JSON.parse(text.replace(/^\s*\/\/.*$/gm, '')) as unknown;

describe('a JSON file of a template', () => {
  it('takes any JSON value exactly, whatever characters it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), fc.string({ unit: 'binary' }), (value, text) => {
        const expected = JSON.parse(JSON.stringify({ a: { b: value, list: [1, text, 3] }, untouched: true })) as unknown;
        expect(
          withoutComments(
            render([
              ['/a/b', value],
              ['/a/list/1', text],
            ]),
          ),
        ).toEqual(expected);
      }),
    );
  });

  it('keeps comments and the formatting of everything else byte for byte', () => {
    expect(render([['/a/b', 'new']])).toBe(source.replace('"old"', '"new"'));
  });

  it('adds places that are missing, with escaped keys', () => {
    expect(
      withoutComments(
        render([
          ['/a/x~1y~0z', 1],
          ['/c', { d: [true] }],
        ]),
      ),
    ).toEqual({ a: { b: 'old', list: [1, 2, 3], 'x/y~z': 1 }, untouched: true, c: { d: [true] } });
  });

  it('writes null where a parameter was left out', () => {
    expect(withoutComments(render([['/untouched', undefined]]))).toMatchObject({ untouched: null });
  });

  it('refuses edits that overlap, places that cannot be, and text that is not JSON', () => {
    expect(() =>
      render([
        ['/a', 1],
        ['/a/b', 2],
      ]),
    ).toThrow('overlap');
    expect(() => render([['/untouched/x/y', 1]])).toThrow();
    expect(() => render([], '{"a": }')).toThrow('line 1');
  });
});
