import { pipeline, Transform, type Readable, type TransformCallback } from 'node:stream';

/** Thrown if the answer does not come from an AWS service, or is larger than any page of one. */
export class AnswerError extends Error {
  /** Reason, as `unreadable` and problems name it. */
  readonly reason: typeof FOREIGN_ANSWER | typeof OVERSIZED_ANSWER | typeof BUDGET_EXHAUSTED;

  constructor(reason: AnswerError['reason']) {
    super(reason);
    this.name = 'AnswerError';
    this.reason = reason;
  }
}

/** A page of a proxy or of a network's login, or nothing at all. */
export const FOREIGN_ANSWER = 'NotAnAwsAnswer';
export const OVERSIZED_ANSWER = 'AnswerTooLarge';
/** The byte budget of the service in this Region was used up before the answer ended. */
export const BUDGET_EXHAUSTED = 'OverBudget';

/** Bytes in which the first element of an XML answer is searched. */
const HEAD_BYTES = 4_096;

/**
 * Body of an answer, read up to the limit and only if it begins like an answer of AWS. The SDK would read any other
 * XML, or an empty body, as an answer without entries.
 * @param isError true if the status is an error: such an answer may have any form
 * @param limit bytes
 * @param mayGoOn called with the number of bytes of each part; false stops reading
 */
export function limitedBody(
  body: Readable,
  isError: boolean,
  limit: number,
  mayGoOn: (bytes: number) => boolean = () => true,
): Readable {
  let size = 0;
  let head = isError ? null : '';
  const check = new Transform({
    transform(part: Buffer, _encoding, done: TransformCallback) {
      size += part.length;
      if (head !== null) head += part.toString('latin1');
      const verdict = head === null ? true : isAwsAnswer(head);
      if (verdict === true) head = null;
      if (!mayGoOn(part.length)) done(new AnswerError(BUDGET_EXHAUSTED));
      else if (size > limit) done(new AnswerError(OVERSIZED_ANSWER));
      else if (verdict === false) done(new AnswerError(FOREIGN_ANSWER));
      else done(null, part);
    },
    flush(done: TransformCallback) {
      done(head === null ? null : new AnswerError(FOREIGN_ANSWER));
    },
  });
  // The reader of the result receives the error.
  return pipeline(body, check, () => undefined);
}

/**
 * True if an answer begins like one of AWS: XML with an expected root element, or no markup. Null if too little has
 * arrived.
 */
function isAwsAnswer(head: string): boolean | null {
  const start = head.replace(/^(?:\u00ef\u00bb\u00bf)?\s+/, '').slice(0, HEAD_BYTES);
  if (start === '') return head.length > HEAD_BYTES ? false : null;
  if (!start.startsWith('<')) return true;
  const [, element = ''] = /^(?:<\?[^>]*>\s*|<!--[^>]*>\s*)*<([!\w:.-]+)[\s/>]/.exec(start) ?? [];
  if (element !== '') return element.endsWith('Response');
  return start.length >= HEAD_BYTES ? false : null;
}
