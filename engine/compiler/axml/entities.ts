/** Named entities that mini programs use. Others stay as they are written, as on the phone. */
const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  copy: '©',
  reg: '®',
  trade: '™',
  middot: '·',
  bull: '•',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  times: '×',
  divide: '÷',
  deg: '°',
  yen: '¥',
  euro: '€',
  pound: '£',
  cent: '¢',
  larr: '←',
  rarr: '→',
  uarr: '↑',
  darr: '↓',
};

/** Decodes the entities of literal text. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, decode) : text;
}

function decode(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole;
  const codePoint = decimal ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16);
  return codePoint > 0 && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : whole;
}

/**
 * Operators written as entities in an expression, decoded without moving anything: `a &amp;&amp; b`
 * becomes `a && b` with as many spaces added as characters were saved.
 */
export function decodeOperators(expression: string): string {
  return expression
    .replace(/(?:&amp;|&lt;|&gt;)+/g, (run) => decodeEntities(run).padEnd(run.length))
    .replace(/(&quot;|&apos;)([^&]*)\1/g, (_, quote: string, inside: string) => {
      const mark = decodeEntities(quote);
      return mark.padStart(quote.length) + inside + mark.padEnd(quote.length);
    });
}
