import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { evaluationScript } from '#engine/simulator/phones/evaluation-script.ts';

function answerTo(source: string): unknown {
  const logged: unknown[] = [];
  let value: unknown;
  runInNewContext(evaluationScript(source), {
    defineEvaluation: (run: (...names: unknown[]) => unknown) => {
      value = run(null, null, null, { log: (text: unknown) => logged.push(text) });
    },
  });
  return value;
}

describe('a line of the console', () => {
  it.each([
    ['1 + 1', 2],
    ['1 + 1;', 2],
    ['({ a: 1 }).a', 1],
    ['let x = 4; x * 2', 8],
    ['console.log("a"); 7;', 7],
    ['const o = { a: 5 }\no.a // the last', 5],
    ['if (true) { 3 }', undefined],
    ['let x = 4', undefined],
    ['return 9', 9],
  ])('%s gives its value', (source, value) => {
    expect(answerTo(source)).toBe(value);
  });

  it('may wait', async () => {
    expect(await answerTo('const two = await Promise.resolve(2); two + 1')).toBe(3);
  });

  it('keeps what is no JavaScript, for the worker to complain of', () => {
    expect(evaluationScript('let = ;;(')).toContain('let = ;;(');
  });
});
