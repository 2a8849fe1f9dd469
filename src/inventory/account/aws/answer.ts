import { pipeline, Transform, type Readable, type TransformCallback } from 'node:stream';

/** What answered is none of the services of AWS, or says more than any of their pages. */
export class AnswerError extends Error {
  /** As `unreadable` and problems name it. */
  readonly reason: typeof FOREIGN | typeof OVERSIZED | typeof OVER_BUDGET;

  constructor(reason: AnswerError['reason']) {
    super(reason);
    this.name = 'AnswerError';
    this.reason = reason;
  }
}

/** A page of a proxy or of a network's login, or nothing at all. */
export const FOREIGN = 'NotAnAwsAnswer';
export const OVERSIZED = 'AnswerTooLarge';
/** All that may be read of the service in the Region was read before the answer was. */
export const OVER_BUDGET = 'OverBudget';

/** As far as the first element of an answer in XML is looked for, in bytes. */
const HEAD = 4_096;

/**
 * The body of an answer as it comes in: read no further than to the limit, and only when it begins as one of AWS does. The
 * SDK would take any other XML, and none at all, for an answer without entries.
 * @param isError an error may be of any form: it is told by its status
 * @param limit bytes
 * @param mayGoOn is told the bytes of each part
 */
export function checkedBody(
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
      const verdict = head === null ? true : judge(head);
      if (verdict === true) head = null;
      if (!mayGoOn(part.length)) done(new AnswerError(OVER_BUDGET));
      else if (size > limit) done(new AnswerError(OVERSIZED));
      else if (verdict === false) done(new AnswerError(FOREIGN));
      else done(null, part);
    },
    flush(done: TransformCallback) {
      done(head === null ? null : new AnswerError(FOREIGN));
    },
  });
  // Whoever reads the result is told of a failure.
  return pipeline(body, check, () => undefined);
}

/** Whether an answer begins as one of AWS does: XML whose element is named so, or no markup. Null: too little is there. */
function judge(head: string): boolean | null {
  const start = head.replace(/^(?:\u00ef\u00bb\u00bf)?\s+/, '').slice(0, HEAD);
  if (start === '') return head.length > HEAD ? false : null;
  if (!start.startsWith('<')) return true;
  const [, element = ''] = /^(?:<\?[^>]*>\s*|<!--[^>]*>\s*)*<([!\w:.-]+)[\s/>]/.exec(start) ?? [];
  if (element !== '') return element.endsWith('Response');
  return start.length >= HEAD ? false : null;
}
