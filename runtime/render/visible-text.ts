/** The text a person would see below an element, in order: what is not displayed is left out, blocks stand on lines of their own. */
export function visibleText(root: Element): string {
  const writer = new TextWriter();
  write(root, writer);
  return writer.finish();
}

class TextWriter {
  private readonly lines: string[] = [];
  private line = '';

  /** @param keepsBreaks whether line breaks and spaces in the text count. */
  text(text: string, keepsBreaks: boolean): void {
    const parts = keepsBreaks ? text.split('\n') : [text.replace(/[ \t\r\n\f]+/g, ' ')];
    for (const [at, part] of parts.entries()) {
      if (at > 0) this.break();
      this.line += this.line === '' || this.line.endsWith(' ') ? part.replace(/^ +/, '') : part;
    }
  }

  break(): void {
    const line = this.line.trim();
    if (line !== '') this.lines.push(line);
    this.line = '';
  }

  finish(): string {
    this.break();
    return this.lines.join('\n');
  }
}

const replaced = new Set(['SCRIPT', 'STYLE', 'IFRAME', 'CANVAS', 'VIDEO', 'IMG', 'SVG']);

function write(element: Element, writer: TextWriter, around = false): void {
  if (replaced.has(element.tagName.toUpperCase())) return;
  if (element.tagName === 'BR') return writer.break();
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.opacity === '0' || element.hasAttribute('hidden')) return;
  // What is fixed to the screen is not clipped by the elements it stands in.
  const clipped = style.position === 'fixed' ? clips(element, style) : around || clips(element, style);
  const isBlock = !/^(inline|contents|ruby)/.test(style.display);
  if (isBlock) writer.break();
  const visible = !clipped && style.visibility !== 'hidden' && style.visibility !== 'collapse';
  const field = fieldText(element);
  if (field !== null && visible) writer.text(field, true);
  else if (field === null) writeChildren(element, writer, visible ? style.whiteSpace : null, clipped);
  if (isBlock) writer.break();
}

/** A block of no height or width that hides what is larger than it. */
function clips(element: Element, { display, overflowX, overflowY }: CSSStyleDeclaration): boolean {
  if (/^(inline|contents|ruby)$/.test(display)) return false;
  const hides = /^(hidden|clip|auto|scroll)$/;
  return (hides.test(overflowY) && element.clientHeight === 0) || (hides.test(overflowX) && element.clientWidth === 0);
}

/** @param whiteSpace null when the element's own text is invisible; what is inside may still be visible. */
function writeChildren(element: Element, writer: TextWriter, whiteSpace: string | null, clipped: boolean): void {
  for (const child of element.childNodes) {
    if (child instanceof Element) write(child, writer, clipped);
    else if (child instanceof Text && whiteSpace !== null) writer.text(child.data, /^(pre|break-spaces)/.test(whiteSpace));
  }
}

/** What a field shows: its value, or its placeholder; null for what is no field. */
function fieldText(element: Element): string | null {
  if (element instanceof HTMLTextAreaElement) return element.value || element.placeholder;
  if (!(element instanceof HTMLInputElement)) return null;
  if (['checkbox', 'radio', 'range', 'file', 'hidden'].includes(element.type)) return '';
  if (element.type === 'password') return element.value === '' ? element.placeholder : '•'.repeat(element.value.length);
  return element.value || element.placeholder;
}
