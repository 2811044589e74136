import { Dependencies } from './dependencies.ts';
import type { Dependency } from './scope.ts';

/** Code of one block: nodes that come and go together, with one function that creates and one that updates them. */
export class BlockWriter {
  /** Parameter that holds the node everything at the top of the block is put into. */
  readonly root: string;
  private readonly creation: string[] = [];
  private readonly updates: string[] = [];
  private readonly memos: string[] = [];
  private readonly paths = new Dependencies();
  private first: string | null = null;
  private last: string | null = null;

  constructor(root: string) {
    this.root = root;
  }

  get dependencies(): Dependencies {
    return this.paths;
  }

  create(code: string): void {
    this.creation.push(code);
  }

  /** A variable that keeps a value from one update to the next. */
  memo(name: string): string {
    this.memos.push(name);
    return name;
  }

  /** Runs `code` at first and whenever one of the dependencies was touched. */
  update(dependencies: Iterable<Dependency>, code: string): void {
    const all = Dependencies.of(dependencies);
    this.paths.addAll(all);
    const touched = all.touched();
    this.updates.push(`if (${touched ? `f || ${touched}` : 'f'}) ${code}`);
  }

  /** Runs `code` only when one of the dependencies was touched later. */
  updateLater(dependencies: Iterable<Dependency>, code: string): void {
    const all = Dependencies.of(dependencies);
    this.paths.addAll(all);
    const touched = all.touched();
    if (touched) this.updates.push(`if (!f && (${touched})) ${code}`);
  }

  always(code: string): void {
    this.updates.push(code);
  }

  /** Notes a node or the anchors of a part that stands at the top of the block. */
  place(parent: string, first: string | null, last: string): void {
    if (parent !== this.root) return;
    if (this.last === null) {
      this.first = first ?? 'a';
      if (first === null) this.creation.unshift(`const a = $.anchor(${this.root});`);
    }
    this.last = last;
  }

  /** The function that makes the block. @param parameters besides the parent. */
  finish(parameters: readonly string[] = []): string {
    if (this.last === null) this.place(this.root, null, 'a');
    const memos = this.memos.length > 0 ? `let ${this.memos.join(', ')};\n` : '';
    const update = this.updates.length > 0 ? `(f) => {\n${this.updates.join('\n')}\n}` : 'null';
    return `(${[this.root, ...parameters].join(', ')}) => {\n${memos}${this.creation.join('\n')}\nreturn $.block(${this.first}, ${this.last}, ${update});\n}`;
  }
}
