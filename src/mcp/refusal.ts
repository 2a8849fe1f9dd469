import type { Text } from '../model/index.ts';

/** Error of a question that has no answer. Its message names the alternative. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly text: Text;

  constructor(text: Text) {
    super(text.key);
    this.text = text;
  }
}
