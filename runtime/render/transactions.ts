import type { InstanceId } from '../protocol/messages.ts';

/** A page that opens or an update, until everything that follows from it is in the DOM. */
export interface Transaction {
  /** Components that were created on the way. */
  readonly created: Set<InstanceId>;
  /** Answers of the logic that are still to come. */
  waiting: number;
  done(): void;
}

/** What the logic has been asked: components to make, or changed props to take in. */
type Question = `create ${InstanceId}` | `props ${InstanceId}`;

/**
 * Knows which open pages and updates wait for which answers of the logic. While an answer is handled, whatever it leads
 * to counts for all that waited for it.
 */
export class Transactions {
  /** Each time a question was asked, oldest first. */
  private readonly asked = new Map<Question, Transaction[][]>();
  private active: readonly Transaction[] = [];

  /** Runs `work` as part of a new transaction (or none) and of those that waited for the answered questions. */
  run(own: Transaction | null, answered: readonly Question[], work: () => void): void {
    const waiting = answered.flatMap((question) => this.take(question));
    this.active = [...new Set([...(own ? [own] : []), ...waiting])];
    if (own) own.waiting++;
    try {
      work();
    } finally {
      this.active = [];
      for (const transaction of own ? [own, ...waiting] : waiting) settle(transaction);
    }
  }

  /** Notes a question that the work of now led to. */
  ask(question: Question): void {
    for (const transaction of this.active) transaction.waiting++;
    this.asked.set(question, [...(this.asked.get(question) ?? []), [...this.active]]);
  }

  /** Notes a component that the work of now created. */
  create(id: InstanceId): void {
    for (const transaction of this.active) transaction.created.add(id);
  }

  /** The component is gone: nothing about it will be answered any more. */
  forget(id: InstanceId): void {
    for (const question of [`create ${id}`, `props ${id}`] as const) {
      while (this.asked.has(question)) for (const transaction of this.take(question)) settle(transaction);
    }
  }

  private take(question: Question): Transaction[] {
    const [first = [], ...later] = this.asked.get(question) ?? [];
    if (later.length > 0) this.asked.set(question, later);
    else this.asked.delete(question);
    return first;
  }
}

function settle(transaction: Transaction): void {
  transaction.waiting--;
  if (transaction.waiting === 0) transaction.done();
}
