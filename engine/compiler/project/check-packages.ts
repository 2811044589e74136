import type { Diagnostic, Span } from '#shared/model/diagnostics.ts';
import { Reporter } from '../source/reporter.ts';
import type { AppConfig } from './app-config.ts';
import type { PackageSize } from './compiled-project.ts';
import { packageOf } from './packages.ts';
import type { ProgramFiles } from './program-files.ts';

/** Sizes in bytes beyond which a platform may refuse what is uploaded. */
export interface PackageLimits {
  /** Of the main package and of each sub-package. */
  one: number;
  /** Of all of them together. */
  all: number;
}

const megabyte = 1024 * 1024;

/** Those of Alipay; for Alipay+ none are published. */
export const usualLimits: PackageLimits = { one: 2 * megabyte, all: 8 * megabyte };

/** One file that names another. */
export interface Reference {
  from: string;
  /** As written. */
  specifier: string;
  target: string;
}

/** Says which packages are too large. */
export function checkSizes({ document, packageRoots, packageSpans }: AppConfig, packages: readonly PackageSize[], limits: PackageLimits): Diagnostic[] {
  const report = new Reporter(document.path, document.text);
  for (const { root, bytes } of packages) {
    if (bytes <= limits.one) continue;
    const parameters = { size: inMegabytes(bytes), limit: limitInMegabytes(limits.one) };
    if (root === '') report.warning('package-main-too-large', document.spanOf('pages'), parameters);
    else report.warning('package-too-large', packageSpans[packageRoots.indexOf(root)] ?? document.spanOf(), { root, ...parameters });
  }
  const total = packages.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > limits.all) report.warning('packages-too-large', document.spanOf(), { size: inMegabytes(total), limit: limitInMegabytes(limits.all) });
  return report.diagnostics;
}

/** Rounded up, so that no size looks as if it were within its limit. */
function inMegabytes(bytes: number): string {
  return `${Math.ceil((bytes / megabyte) * 100) / 100} MB`;
}

/** As a person gave it, who need not give whole bytes. */
function limitInMegabytes(bytes: number): string {
  return `${Number((bytes / megabyte).toFixed(6))} MB`;
}

/**
 * Says which files name one of a sub-package that is not their own: it may not be there when they run. The main package is
 * always there.
 */
export async function checkReferences(references: readonly Reference[], roots: readonly string[], files: ProgramFiles): Promise<Diagnostic[]> {
  if (roots.length === 0) return [];
  const reports = new Map<string, { report: Reporter; text: string }>();
  for (const { from, specifier, target } of references) {
    const own = packageOf(from, roots);
    const other = packageOf(target, roots);
    if (other === '' || other === own) continue;
    const text = reports.get(from)?.text ?? (await files.read(from)) ?? '';
    const { report } = reports.get(from) ?? { report: new Reporter(from, text) };
    reports.set(from, { report, text });
    const span = spanOfSpecifier(text, specifier);
    if (own === '') report.warning('package-main-reference', span, { path: target.slice(1), root: other });
    else report.error('package-foreign-reference', span, { path: target.slice(1), root: other });
  }
  return [...reports.values()].flatMap(({ report }) => report.diagnostics);
}

/** Where a file names another: inside of the quotes. */
export function spanOfSpecifier(text: string, specifier: string): Span {
  for (const quote of ['"', "'", '`']) {
    const at = text.indexOf(quote + specifier + quote);
    if (at !== -1) return { start: at + 1, end: at + 1 + specifier.length };
  }
  return { start: 0, end: 0 };
}
