import { AnswerError } from './answer.ts';
import { TimeLimitError } from './time-limit.ts';

/** Why a call told nothing: the name of the service's error, or one of ours for what came of no service. */
export function reasonOf(error: unknown): string {
  if (error instanceof TimeLimitError) return 'TimedOut';
  if (error instanceof AnswerError) return error.reason;
  if (!(error instanceof Error)) return 'Unknown';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'TimedOut';
  if (/deserialization error/i.test(error.message)) return 'MalformedAnswer';
  if ('code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code)) return error.code;
  return error.name.replace(/(?:Exception|Fault)$/, '') || 'Unknown';
}

/** How the errors of a call begin that was not allowed. */
const DENIED = new RegExp(
  `^(?:${[
    ...[
      'AccessDenied',
      'Unauthorized',
      'AuthFailure',
      'AuthorizationError',
      'NotAuthorized',
      'OptInRequired',
    ],
    ...['UnrecognizedClient', 'InvalidClientTokenId', 'ExpiredToken', 'InvalidToken'],
  ].join('|')})`,
);

/** Whether asking the same again, for another resource, can only be refused again. */
export function isRefusal(reason: string): boolean {
  return DENIED.test(reason);
}
