import { createHash } from 'node:crypto';
import { type Instance, instanceFilePath } from '#shared/model/instance.ts';
import type { Answers, FileClass } from '#shared/model/templates.ts';
import type { ValueReference } from '../pack/manifest.ts';

export interface Merchant {
  id: string;
  name: string;
}

/** What a project is rendered from. */
export interface Subject {
  merchant: Merchant;
  /** Complete: with defaults. */
  answers: Answers;
}

/** One file of a template as it is written into projects. */
export type CompiledFile = { path: string; class: FileClass } & (
  | { kind: 'static'; bytes: Buffer; sha256: string }
  | { kind: 'rendered'; render(subject: Subject): string }
);

export interface ProducedFile {
  path: string;
  bytes: Buffer;
}

/** The value behind a reference; undefined when a parameter was left out and has no default. */
export function resolveReference(reference: ValueReference, { merchant, answers }: Subject): unknown {
  if ('$merchant' in reference) return merchant[reference.$merchant];
  if ('$value' in reference) return reference.$value;
  const value = Object.hasOwn(answers, reference.$parameter) ? answers[reference.$parameter] : undefined;
  if (value !== undefined && value !== null) return value;
  return reference.$otherwise === undefined ? undefined : resolveReference(reference.$otherwise, { merchant, answers });
}

/** The lower-case hex SHA-256 of bytes, as recorded per file. */
export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The same bytes for the same subject every time: no dates, no ids of a run. */
function instanceBytes(template: { id: string; version: string }, { merchant, answers }: Subject, files: NonNullable<Instance['files']>): Buffer {
  const instance: Instance = {
    schemaVersion: 1,
    merchant: { merchantId: merchant.id, name: merchant.name },
    template: { id: template.id, version: template.version },
    answers,
    files,
  };
  return Buffer.from(`${JSON.stringify(instance, null, 2)}\n`);
}

/** Every file of one merchant's project; `.minifoundry/instance.json` is the last. */
export function produceProject(template: { id: string; version: string }, files: readonly CompiledFile[], subject: Subject): ProducedFile[] {
  const recorded: NonNullable<Instance['files']> = {};
  const produced = files.map((file): ProducedFile => {
    if (file.kind === 'static') {
      recorded[file.path] = { class: file.class, sha256: file.sha256 };
      return { path: file.path, bytes: file.bytes };
    }
    const bytes = Buffer.from(file.render(subject));
    recorded[file.path] = { class: file.class, sha256: sha256(bytes) };
    return { path: file.path, bytes };
  });
  produced.push({ path: instanceFilePath, bytes: instanceBytes(template, subject, recorded) });
  return produced;
}
