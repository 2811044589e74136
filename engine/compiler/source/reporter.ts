import { diagnostics as sentences } from '#shared/messages/en/diagnostics.ts';
import type { Diagnostic, Span } from '#shared/model/diagnostics.ts';
import { createLineIndex, type LineIndex } from './line-index.ts';

export type DiagnosticCode = keyof typeof sentences;
export type DiagnosticParameters = Record<string, string | number>;

/** Enough for anybody to read; a hostile file could have millions. */
const maximumPerFile = 200;

/** Collects the problems of one file. */
export class Reporter {
  readonly diagnostics: Diagnostic[] = [];
  readonly file: string;
  private readonly text: string;
  private lines: LineIndex | undefined;

  /** @param file as {@link Diagnostic} wants it: POSIX, from the project root; a leading slash is taken off. */
  constructor(file: string, text: string) {
    this.file = file.replace(/^\//, '');
    this.text = text;
  }

  error(code: DiagnosticCode, span: Span, parameters: DiagnosticParameters = {}): void {
    this.add('error', code, span, parameters);
  }

  warning(code: DiagnosticCode, span: Span, parameters: DiagnosticParameters = {}): void {
    this.add('warning', code, span, parameters);
  }

  information(code: DiagnosticCode, span: Span, parameters: DiagnosticParameters = {}): void {
    this.add('information', code, span, parameters);
  }

  private add(severity: Diagnostic['severity'], code: DiagnosticCode, span: Span, parameters: DiagnosticParameters): void {
    if (this.diagnostics.length >= maximumPerFile) return;
    this.lines ??= createLineIndex(this.text);
    const range = { start: this.lines.positionAt(span.start), end: this.lines.positionAt(span.end) };
    this.diagnostics.push({ file: this.file, range, severity, code, message: sentence(code, parameters), parameters });
  }
}

/** The English sentence of a diagnostic. */
function sentence(code: DiagnosticCode, parameters: DiagnosticParameters): string {
  return sentences[code].replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(parameters[name] ?? whole));
}
