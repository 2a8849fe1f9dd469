/** Milliseconds after the last key before a changed document is analysed again. */
const TYPING_PAUSE_MS = 150;

/** Waits for a pause in typing, separately for each document. */
export class TypingPauses {
  readonly #timers = new Map<string, NodeJS.Timeout>();

  /** Runs the action once nothing was typed into the document for a moment. */
  afterPause(document: string, action: () => void): void {
    clearTimeout(this.#timers.get(document));
    const act = (): void => {
      this.#timers.delete(document);
      action();
    };
    this.#timers.set(document, setTimeout(act, TYPING_PAUSE_MS));
  }

  /** Cancels all pending actions. */
  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}
