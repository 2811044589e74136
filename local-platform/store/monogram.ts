const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function characters(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

function upper(character: string): string {
  return characters(character.toUpperCase())[0] ?? character;
}

/** Two characters, as a person counts them, that stand for a name: of its first two words, or of its only one. */
export function monogram(name: string): string {
  const words = name.split(/[\s\-_/·.,&]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const letters = words.map((word) => characters(word).filter((character) => /[\p{L}\p{N}]/u.test(character)));
  const [first = [], second] = letters;
  const picked = second === undefined ? first.slice(0, 2) : [first[0], second[0]];
  return (
    picked
      .filter((character) => character !== undefined)
      .map(upper)
      .join('') || '?'
  );
}
