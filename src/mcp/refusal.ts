import type { Text } from '../model/index.ts';

/** A question that is not answered, with what to do instead. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly text: Text;

  constructor(text: Text) {
    super(text.key);
    this.text = text;
  }
}
