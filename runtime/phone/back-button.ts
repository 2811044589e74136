import { dialogBox, type Overlays } from '../chrome/overlays.ts';
import { backEvent } from '../components/built-in.ts';
import { word } from '../words.ts';

export interface BackButtonOptions {
  overlays: Overlays;
  page(): { id: number; depth: number } | null;
  leave(): void;
}

/** What a person does to go back: closes what lies over the page, is asked where the program wants that, leaves the page. */
export class BackButton {
  readonly #options: BackButtonOptions;
  /** What is asked before a page is left, by page. */
  readonly #questions = new Map<number, string>();
  #asking = false;

  constructor(options: BackButtonOptions) {
    this.#options = options;
  }

  /** From now on, leaving the page needs a person's consent. */
  askBefore(page: number, message: string): void {
    this.#questions.set(page, message);
  }

  forget(page: number): void {
    this.#questions.delete(page);
  }

  async press(): Promise<void> {
    if (this.#asking || !document.dispatchEvent(new Event(backEvent, { cancelable: true }))) return;
    const page = this.#options.page();
    const message = page && page.depth > 1 ? this.#questions.get(page.id) : undefined;
    if (message === undefined) return this.#options.leave();
    // The program may have gone elsewhere while the person was asked.
    if ((await this.#ask(message)) && this.#options.page()?.id === page?.id) this.#options.leave();
  }

  async #ask(message: string): Promise<boolean> {
    this.#asking = true;
    const buttons = [
      { label: word('cancel'), value: () => false },
      { label: word('ok'), value: () => true, primary: true },
    ];
    const leaves = await this.#options.overlays.dialog<boolean>((answer) => dialogBox<boolean>({ title: '', content: [message], buttons }, answer));
    this.#asking = false;
    return leaves;
  }
}
