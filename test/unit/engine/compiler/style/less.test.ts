import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { compileLess } from '#engine/compiler/style/index.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'less-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function compile(texts: Record<string, string>) {
  const { '/a.less': text = '' } = texts;
  const result = await compileLess('/a.less', text, async (specifier, from) => {
    const found = path.posix.resolve(path.posix.dirname(from), specifier);
    const contents = texts[found];
    return contents === undefined ? null : { path: found, text: contents };
  });
  return { ...result, css: result.css.replace(/\s+/g, ' ').trim() };
}

describe('compileLess', () => {
  it('compiles variables, nesting and imports', async () => {
    const result = await compile({
      '/a.less': '@import "./v/b.less"; .a { .b { color: @c; width: 10rpx } }',
      '/v/b.less': '@import "c.less";',
      '/v/c.less': '@c: red;',
    });
    expect(result).toEqual({ css: '.a .b { color: red; width: 10rpx; }', imports: ['/v/b.less', '/v/c.less'], diagnostics: [] });
  });

  it('says where it fails', async () => {
    const { css, diagnostics } = await compile({ '/a.less': '.a {\n  color: @missing;\n}' });
    expect(css).toBe('');
    expect(diagnostics).toMatchObject([{ file: 'a.less', code: 'less-failed', range: { start: { line: 1 } } }]);
  });

  it('says where an imported file fails', async () => {
    const { diagnostics } = await compile({ '/a.less': '@import "./b.less";', '/b.less': '.b {}\n.a {\n  color: @missing;\n}' });
    expect(diagnostics).toMatchObject([{ file: 'b.less', code: 'less-failed', range: { start: { line: 2, column: 9 } } }]);
  });

  it.each(['@a: x/* y', '@a: f(--x/*, @b);', '@a: f(/* );', '.a { color: red; } /* y'])('ends when a comment does not: %s', async (text) => {
    const column = text.indexOf('/*');
    const told = { code: 'less-failed', range: { start: { column }, end: { column: column + 2 } }, message: expect.stringContaining('comment') };
    expect((await compile({ '/a.less': text })).diagnostics).toMatchObject([{ file: 'a.less', ...told }]);
    const imported = await compile({ '/a.less': '@import "./b.less"; @import "./b.less";', '/b.less': text });
    expect(new Set(imported.imports)).toEqual(new Set(['/b.less']));
    expect(imported.diagnostics).toMatchObject([{ file: 'b.less', ...told }]);
  });

  it.each([
    ['never ends', '.a() when (default()) { .a(); } .b { .a(); }'],
    ['asks for a list without end', '@list: range(1000000000); .a { width: length(@list); }'],
    ['grows without end', `.a { ${'&, & { '.repeat(40)}color: red${' }'.repeat(41)}`],
  ])('ends by itself when a file %s, and compiles the next', async (_, text) => {
    const [bad, good] = await Promise.all([compile({ '/a.less': text }), compile({ '/a.less': '.a { color: red }' })]);
    expect(bad.diagnostics).toMatchObject([{ code: 'less-failed' }]);
    expect(good).toEqual({ css: '.a { color: red; }', imports: [], diagnostics: [] });
  });

  it('goes on when its thread fails between two files', async () => {
    const on = vi.spyOn(Worker.prototype, 'on');
    await compile({ '/a.less': '.a { color: red }' });
    const thread = on.mock.contexts[0] as Worker;
    on.mockRestore();
    expect(() => thread.emit('error', new Error('out of memory'))).not.toThrow();
    await thread.terminate();
    expect((await compile({ '/a.less': '.a { color: red }' })).diagnostics).toEqual([]);
  });

  it('knows what only looks like a comment', async () => {
    const result = await compile({ '/a.less': ".a { content: '/*'; }\n// pages/*.less\n.b { x: y; }" });
    expect(result.diagnostics).toEqual([]);
    expect(result.css).toContain('.b { x: y; }');
  });

  it('says that an import is missing', async () => {
    expect((await compile({ '/a.less': '@import "./x.less";' })).diagnostics[0]?.message).toContain('x.less');
  });

  it.each([
    ['a plug-in', '@plugin "./evil.less"; .a { x: y }'],
    ['a plug-in by name', '@plugin "evil"; .a { x: y }'],
    ['JavaScript', '.a { x: `require("node:fs").writeFileSync(target, "")` }'],
  ])('runs no %s', async (_, text) => {
    const target = path.join(folder, 'written');
    const program = `registerPlugin({ install() { require('node:fs').writeFileSync(${JSON.stringify(target)}, '') } });globalThis.less_was_here = 1`;
    const { diagnostics } = await compile({ '/a.less': text, '/evil.less': program, '/evil': program, '/evil.js': program });
    expect(diagnostics).toMatchObject([{ code: 'less-failed' }]);
    expect(existsSync(target)).toBe(false);
    expect('less_was_here' in globalThis).toBe(false);
  });

  it('reads no file outside of the project', async () => {
    const { css } = await compile({ '/a.less': '.a { x: data-uri("/etc/hostname"); y: data-uri("text/plain", "../../etc/hostname") }' });
    expect(css).not.toContain('data:');
    expect((await compile({ '/a.less': '@import (inline) "/etc/hostname";' })).diagnostics).toMatchObject([{ code: 'less-failed' }]);
    expect((await compile({ '/a.less': '.a { x: image-width("/etc/hostname") }' })).diagnostics).toMatchObject([{ code: 'less-failed' }]);
  });
});
