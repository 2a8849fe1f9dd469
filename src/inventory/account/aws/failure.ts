import { AnswerError } from './answer.ts';
import { TimeLimitError } from './time-limit.ts';

/** Reason of a failed call: the name of the service's error, or one of ours if no service answered. */
export function reasonOf(error: unknown): string {
  if (error instanceof TimeLimitError) return 'TimedOut';
  if (error instanceof AnswerError) return error.reason;
  if (!(error instanceof Error)) return 'Unknown';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'TimedOut';
  if (/deserialization error/i.test(error.message)) return 'MalformedAnswer';
  if ('code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code)) return error.code;
  return error.name.replace(/(?:Exception|Fault)$/, '') || 'Unknown';
}

/** Beginnings of error names for calls that were not allowed. */
const DENIED_ERROR = new RegExp(
  `^(?:${[
    ...[
      'AccessDenied',
      'Unauthorized',
      'AuthFailure',
      'AuthorizationError',
      'NotAuthorized',
      'OptInRequired',
    ],
    ...['UnrecognizedClient', 'InvalidClientTokenId', 'ExpiredToken', 'RequestExpired', 'InvalidToken'],
  ].join('|')})`,
);

/** Error names of calls whose credentials no service accepts; EC2 has names of its own. */
const CREDENTIALS_ERROR =
  /^(?:ExpiredToken|RequestExpired|UnrecognizedClient|InvalidClientTokenId|InvalidToken|AuthFailure)/;

/** True if no call with these credentials is accepted. */
export function isOfCredentials(reason: string): boolean {
  return CREDENTIALS_ERROR.test(reason);
}

/** True if the credentials were valid before. */
export function isExpiry(reason: string): boolean {
  return /^(?:ExpiredToken|RequestExpired)/.test(reason);
}

/** True if the same call for another resource would be refused as well. */
export function isRefusal(reason: string): boolean {
  return DENIED_ERROR.test(reason);
}
