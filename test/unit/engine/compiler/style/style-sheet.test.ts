import { describe, expect, it } from 'vitest';
import { assembleStyle, compileStyleFile, filesOfStyle, type LinkedStyleFile } from '#engine/compiler/style/index.ts';

/** Files whose imports are named by their paths. */
function linked(texts: Record<string, string>): Map<string, LinkedStyleFile> {
  return new Map(
    Object.entries(texts).map(([path, text]) => {
      const file = compileStyleFile(path, text, { scopeClass: null, hostClass: null, responsive: true });
      const imports = file.pieces.flatMap((piece) => (piece.type === 'import' ? [piece.specifier in texts ? piece.specifier : null] : []));
      return [path, { ...file, imports }];
    }),
  );
}

const flat = (css: string): string => css.replace(/\s+/g, ' ').trim();

describe('assembleStyle', () => {
  it('puts every import where it stands', () => {
    const files = linked({ '/a.acss': '@import "/b.acss";.a{x:y}', '/b.acss': '.b{x:y}@import "/c.acss" print;', '/c.acss': '.c{x:y}@font-face{src:none}' });
    expect(flat(assembleStyle('/a.acss', files).css)).toBe('.b{x:y} @media print { .c{x:y} } .a{x:y}');
    expect(assembleStyle('/a.acss', files).fontFaces).toBe('@font-face{src:none}');
    expect(filesOfStyle('/a.acss', files)).toEqual(['/a.acss', '/b.acss', '/c.acss']);
  });

  it('ends when files import each other', () => {
    const files = linked({ '/a.acss': '@import "/b.acss";.a{x:y}', '/b.acss': '@import "/a.acss";.b{x:y}' });
    expect(flat(assembleStyle('/a.acss', files).css)).toBe('.b{x:y} .a{x:y}');
  });

  it('stops multiplying', () => {
    const texts = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`/${index}.acss`, `@import "/${index + 1}.acss";@import "/${index + 1}.acss";.a${index}{x:y}`]),
    );
    const { css } = assembleStyle('/0.acss', linked({ ...texts, '/40.acss': `.end{x:"${'z'.repeat(10_000)}"}` }));
    expect(css.length).toBeLessThan(10 * 1024 * 1024);
  });

  it('has a hash of its content', () => {
    const one = assembleStyle('/a.acss', linked({ '/a.acss': '.a{x:y}' }));
    expect(assembleStyle('/a.acss', linked({ '/a.acss': '.a{x:y}' })).hash).toBe(one.hash);
    expect(assembleStyle('/a.acss', linked({ '/a.acss': '.a{x:z}' })).hash).not.toBe(one.hash);
  });
});
