import { describe, expect, it } from 'vitest';
import { messages } from '#shared/messages/index.ts';

/** Every sentence by its path in the catalogue. */
function sentences(node: unknown, path: readonly string[] = []): [string, string][] {
  if (typeof node === 'string') return [[path.join(' / '), node]];
  return Object.entries(node as Record<string, unknown>).flatMap(([key, inner]) => sentences(inner, [...path, key]));
}

function placeholders(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(/\{\{\s*(?:-\s*)?(\w+)/g)].map((match) => match[1] ?? ''))].sort();
}

describe('the catalogue', () => {
  const english = new Map(sentences(messages.en));
  const chinese = new Map(sentences(messages['zh-CN']));

  it('has the same sentences in both languages', () => {
    expect(english.size).toBeGreaterThan(300);
    // English counts in two forms, Chinese in one.
    const withoutPlural = (keys: Iterable<string>) => [...new Set([...keys].map((key) => key.replace(/_(one|other)$/, '')))].sort();
    expect(withoutPlural(chinese.keys())).toEqual(withoutPlural(english.keys()));
  });

  it('fills the same placeholders in both languages', () => {
    const different = [...english].filter(([key, sentence]) => {
      const other = chinese.get(key);
      return other !== undefined && placeholders(sentence).join() !== placeholders(other).join();
    });
    expect(different).toEqual([]);
  });

  it('has no empty sentence', () => {
    expect([...english, ...chinese].filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
  });
});
