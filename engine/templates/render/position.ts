/**
 * Where in a file of some language a value lands. Found by lexing the rendered file with markers in place of the values,
 * so it holds whichever branches and loops of the template were taken.
 */
export type Position =
  | { kind: 'verbatim' }
  | { kind: 'markdown-text' }
  | { kind: 'script-code' }
  | { kind: 'script-string' }
  /** JavaScript inside `{{ }}`; a literal must use the quote that its attribute does not. */
  | { kind: 'expression-code'; quote: '"' | "'" }
  | { kind: 'axml-text'; quote: '"' | "'" }
  | { kind: 'style-value' }
  | { kind: 'style-string' }
  | { kind: 'refused'; where: string };

/** Marks the place of the value with this index. NUL cannot occur in a template, so nothing else looks like it. */
export const marker = (index: number): string => `\0${index}\0`;

/** A cursor over text with markers, shared by the lexers. */
export class MarkedText {
  readonly text: string;
  readonly positions: Position[] = [];
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get done(): boolean {
    return this.at >= this.text.length;
  }

  startsWith(prefix: string): boolean {
    return this.text.startsWith(prefix, this.at);
  }

  /** Steps over a marker and notes where it stands; false when there is none here. */
  takeMarker(position: Position): boolean {
    if (this.text[this.at] !== '\0') return false;
    const end = this.text.indexOf('\0', this.at + 1);
    this.positions[Number(this.text.slice(this.at + 1, end))] = position;
    this.at = end + 1;
    return true;
  }

  /** Steps over a backslash and what it escapes; a value there is refused, as it would be escaped in part. */
  skipEscape(): void {
    this.at++;
    if (!this.takeMarker({ kind: 'refused', where: 'an escape' })) this.at++;
  }

  /** Steps to the end of `terminator` (or of the text); values on the way are refused. */
  skipPast(terminator: string, where: string): void {
    while (!this.done) {
      if (this.startsWith(terminator)) {
        this.at += terminator.length;
        return;
      }
      if (!this.takeMarker({ kind: 'refused', where })) this.at++;
    }
  }
}
