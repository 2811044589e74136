const opening = '{{';
const closing = '}}';

/** After this many bindings that only the simple search could end, a file gets nothing else: keeps hostile input linear. */
const maximumFailures = 50;

/** Looks like the start of a tag, which no expression contains. */
const tagLike = /<(?:\/[a-zA-Z]|!--|[a-zA-Z][\w-]*(?:\s+[\w:-]+\s*=\s*["'{]|\s*\/?>\s*(?:[<\n]|$)))/y;

/** Finds where bindings end. Knows JavaScript's braces, strings, template literals and comments. */
export class MustacheScanner {
  private readonly text: string;
  private failures = 0;

  constructor(text: string) {
    this.text = text;
  }

  /**
   * Offset of the `}}` that closes the `{{` at `open`, or -1 when there is none before `limit`.
   * With `stopAtTags`, what looks like a tag outside a string ends the search.
   */
  findEnd(open: number, limit: number, { stopAtTags }: { stopAtTags: boolean }): number {
    const from = open + opening.length;
    const first = this.text.indexOf(closing, from);
    if (first === -1 || first + closing.length > limit) return -1;
    if (this.failures < maximumFailures) {
      const end = this.scan(from, limit, stopAtTags);
      if (end !== -1) return end;
      this.failures++;
    }
    return this.crossesMarkup(from, first) ? -1 : first;
  }

  private crossesMarkup(from: number, to: number): boolean {
    for (let at = this.text.indexOf('<', from); at !== -1 && at < to; at = this.text.indexOf('<', at + 1)) if (this.isTagLike(at)) return true;
    return false;
  }

  private isTagLike(at: number): boolean {
    tagLike.lastIndex = at;
    return tagLike.test(this.text);
  }

  private scan(from: number, limit: number, stopAtTags: boolean): number {
    const { text } = this;
    const nesting: ('{' | '`')[] = [];
    for (let at = from; at < limit; at++) {
      const character = text[at];
      if (nesting.at(-1) === '`') {
        at += inTemplate(text, at, nesting);
      } else if (character === '{' || character === '`') {
        nesting.push(character);
      } else if (character === '}') {
        if (nesting.length > 0) nesting.pop();
        else if (text[at + 1] === '}' && at + 1 < limit) return at;
      } else if (character === '"' || character === "'") {
        at = endOfString(text, at, limit);
        if (at === -1) return -1;
      } else if (character === '/') {
        at = endOfComment(text, at);
      } else if (character === '<' && stopAtTags && this.isTagLike(at)) {
        return -1;
      }
    }
    return -1;
  }
}

/** Handles one character of a template literal's text; how many more it takes. */
function inTemplate(text: string, at: number, nesting: ('{' | '`')[]): number {
  const character = text[at];
  if (character === '\\') return 1;
  if (character === '`') nesting.pop();
  if (character !== '$' || text[at + 1] !== '{') return 0;
  nesting.push('{');
  return 1;
}

function endOfString(text: string, open: number, limit: number): number {
  for (let at = open + 1; at < limit; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '\n') return -1;
    else if (character === text[open]) return at;
  }
  return -1;
}

/** A `//` comment ends at the binding's end too, so that one on a single line does not hide it. */
function endOfComment(text: string, at: number): number {
  if (text[at + 1] === '*') {
    const end = text.indexOf('*/', at + 2);
    return end === -1 ? at : end + 1;
  }
  if (text[at + 1] !== '/') return at;
  const line = text.indexOf('\n', at);
  const binding = text.indexOf(closing, at);
  const ends = [line, binding].filter((end) => end !== -1);
  return ends.length === 0 ? at : Math.min(...ends) - 1;
}
