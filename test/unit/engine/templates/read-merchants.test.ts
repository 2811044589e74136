import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMerchants } from '#engine/templates/index.ts';
import { createParameterSet } from '#engine/templates/pack/parameter-set.ts';
import { isAppError } from '#shared/model/errors.ts';
import { sampleManifest } from '#test/support/template-pack.ts';

const parameters = createParameterSet(sampleManifest.parameters);
const csv = (text: string) => readMerchants(text, 'csv', parameters);
const json = (value: unknown) => readMerchants(typeof value === 'string' ? value : JSON.stringify(value), 'json', parameters);
const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

describe('a merchants CSV', () => {
  it('brings every cell through unchanged', () => {
    const cell = fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed());
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            cell.filter((name) => name !== ''),
            cell,
          ),
          { minLength: 1 },
        ),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (rows, eol, bom) => {
          const lines = ['merchantId,name,title', ...rows.map(([name, title], index) => `m${index},${quote(name)},${quote(title)}`)];
          const file = csv((bom ? '\ufeff' : '') + lines.join(eol));
          expect(file.problems).toEqual([]);
          expect(file.rows).toEqual(rows.map(([name, title], index) => ({ merchantId: `m${index}`, name, answers: title === '' ? {} : { title } })));
        },
      ),
    );
  });

  it('converts cells by the type of the parameter, an empty cell to the default', () => {
    const file = csv('merchantId,name,title,size,open,list\na,A,=1+1,12,false,"[""x"",""y""]"\nb,B, spaced ,,,\n');
    expect(file).toMatchObject({
      problems: [],
      unknownColumns: [],
      rows: [
        { merchantId: 'a', name: 'A', answers: { title: '=1+1', size: 12, open: false, list: ['x', 'y'] } },
        { merchantId: 'b', name: 'B', answers: { title: ' spaced ' } },
      ],
    });
    expect(parameters.complete({})).toEqual({ title: 'Hello', colour: '#112233', size: 3, open: true, list: [] });
  });

  it('names each bad row by its line and keeps the others', () => {
    const lines = [
      'merchantId,name,colour,size', // 1
      'good-1,"two', // 2
      'lines",#000000,1', // 3
      '', // 4
      'bad id,X,,', // 5
      'good-2,Y,,', // 6
      'good-2,Again,,', // 7
      'no-name,,,', // 8
      'short,Z', // 9
      'red,Z,red,', // 10
      'wide,Z,,,', // 11
      'text,Z,,many', // 12
      'trimmed ,Z,,', // 13
      '../up,Z,,', // 14
      'quote,"a"b,,', // 15
      'good-3,Z,,', // 16
      'open,"never closed,,', // 17
      'good-4,Z,,2', // 18
    ];
    const file = csv(lines.join('\r\n'));
    expect(file.rows.map(({ merchantId }) => merchantId)).toEqual(['good-1', 'good-2', 'good-3', 'good-4']);
    expect(file.problems.map(({ line, code, field }) => [line, code, field])).toEqual([
      [5, 'merchant-id-invalid', 'merchantId'],
      [7, 'merchant-id-twice', 'merchantId'],
      [8, 'name-missing', 'name'],
      [9, 'column-count', null],
      [10, 'value-invalid', 'colour'],
      [11, 'column-count', null],
      [12, 'value-invalid', 'size'],
      [13, 'merchant-id-invalid', 'merchantId'],
      [14, 'merchant-id-invalid', 'merchantId'],
      [15, 'column-count', null],
      [17, 'column-count', null],
    ]);
  });

  it('lists columns that the template does not know, harmful names included', () => {
    const file = csv('merchantId,name,__proto__,constructor,colour\n__proto__,A,x,y,#000000\n');
    expect(file.unknownColumns).toEqual(['__proto__', 'constructor']);
    expect(file.rows).toEqual([{ merchantId: '__proto__', name: 'A', answers: { colour: '#000000' } }]);
    expect(Object.getPrototypeOf({}).x).toBeUndefined();
  });

  it.each([
    ['', 1],
    ['id,name\na,b\n', 1],
    ['merchantId\na\n', 1],
    ['\n\nname,merchantId\n', 3],
    ['merchantId,name,title,title\n', 1],
    ['"merchantId,name\na,b\n', 1],
  ])('refuses %j as a whole, naming the line', (text, line) => {
    expect(() => csv(text)).toThrow(expect.objectContaining({ code: 'MERCHANTS_FILE_INVALID', parameters: expect.objectContaining({ line }) }));
  });
});

describe('a merchants JSON', () => {
  it('holds the same objects as the CSV', () => {
    expect(
      json([
        { merchantId: 'a', name: 'A', title: '=1+1', size: 12, open: false, list: ['x'] },
        { merchantId: 'b', name: 'B', title: null, size: '7', colour: '' },
      ]),
    ).toMatchObject({
      problems: [],
      unknownColumns: [],
      rows: [
        { merchantId: 'a', name: 'A', answers: { title: '=1+1', size: 12, open: false, list: ['x'] } },
        { merchantId: 'b', name: 'B', answers: { size: 7 } },
      ],
    });
  });

  it('names bad rows by their line', () => {
    const file = json(
      '[\n  {"merchantId":"a","name":"A","extra":1},\n  7,\n  {"merchantId":3,"name":"B"},\n  {"merchantId":"c","name":"C","size":0,"__proto__":{"size":1}}\n]',
    );
    expect(file.rows.map(({ merchantId }) => merchantId)).toEqual(['a']);
    expect(file.unknownColumns).toEqual(['extra', '__proto__']);
    expect(file.problems.map(({ line, code }) => [line, code])).toEqual([
      [3, 'not-an-object'],
      [4, 'merchant-id-invalid'],
      [5, 'value-invalid'],
    ]);
  });

  it.each(['', '{}', '[{"merchantId":"a"},\n', '// a\n[]'])('refuses %j as a whole', (text) => {
    try {
      json(text);
      expect.unreachable();
    } catch (error) {
      expect(isAppError(error, 'MERCHANTS_FILE_INVALID')).toBe(true);
    }
  });
});
