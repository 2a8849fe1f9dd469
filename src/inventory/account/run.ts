import {
  compareText,
  createLimiter,
  getOrInsert,
  type Limiter,
  type Problem,
  type Tier,
  type UnreadableCall,
} from '../../model/index.ts';
import { text } from '../../l10n/index.ts';
import { FOREIGN_ANSWER, BUDGET_EXHAUSTED, OVERSIZED_ANSWER } from './aws/answer.ts';
import { Budget } from './aws/budget.ts';
import { isExpiry, isOfCredentials } from './aws/failure.ts';

/** Limits of an account scan; times in milliseconds. */
export interface Limits {
  /** Calls that wait for an answer at the same time, over all accounts, Regions and services. */
  parallel: number;
  /** One call with all its retries. */
  call: number;
  /** One HTTP request. */
  request: number;
  /** Attempts per call. */
  attempts: number;
  /** Maximum number of pages of one answer, for tokens that never end. */
  pages: number;
  /** Bytes of one page. The services end a page at a few megabytes. */
  answer: number;
  /** Bytes of all answers of one service in one Region. Answers before the limit are used. */
  serviceBytes: number;
  /** Total time of waiting for one service in one Region; calls at the same time count once. */
  serviceTime: number;
}

export const LIMITS: Limits = {
  parallel: 12,
  call: 60_000,
  request: 20_000,
  attempts: 5,
  pages: 1_000,
  answer: 32_000_000,
  // A thousand clusters, with their instances and parameters, need a fifth of this budget.
  serviceBytes: 100_000_000,
  serviceTime: 90_000,
};

/** State that all calls of one scan share. */
export class AccountRun {
  readonly tier: Tier;
  readonly signal: AbortSignal;
  readonly limits: Limits;
  readonly limiter: Limiter;
  /** Numbers of requests sent, by action. */
  readonly calls = new Map<string, number>();
  readonly unreadable: UnreadableCall[] = [];
  readonly problems: Problem[] = [];
  /** Regions (`account region`) that were not read completely because the scan was stopped. */
  readonly unread: string[] = [];
  readonly #budgets = new Map<string, Budget>();
  /** Number of answered calls, without those about the account itself. */
  answered = 0;

  constructor(tier: Tier, signal: AbortSignal, limits: Limits) {
    this.tier = tier;
    this.signal = signal;
    this.limits = limits;
    this.limiter = createLimiter(limits.parallel);
  }

  count(action: string): void {
    this.calls.set(action, (this.calls.get(action) ?? 0) + 1);
  }

  /** Budget of a service in one Region of one account. */
  budgetOf(account: string, region: string, service: string): Budget {
    const { serviceBytes, serviceTime } = this.limits;
    return getOrInsert(
      this.#budgets,
      `${account} ${region} ${service}`,
      () => new Budget(serviceBytes, serviceTime),
    );
  }

  report(source: string, message: Problem['text']): void {
    this.problems.push({ source, text: message });
  }

  unreadProblems(): Problem[] {
    const places = [...this.unread].sort();
    return places.length === 0 ? [] : [{ source: 'AWS', text: text('account.unread', { places }) }];
  }

  /** Problems that several calls have in common, one for each reason: refused credentials, or no answer at all. */
  causes(): Problem[] {
    const groups = Map.groupBy(
      this.failedCalls().filter((call) => this.isOfCause(call)),
      ({ reason }) => reason,
    );
    return [...groups]
      .sort(([a], [b]) => Number(isOfCredentials(b)) - Number(isOfCredentials(a)) || compareText(a, b))
      .map(([reason, calls]) => {
        const [operation = '', ...others] = new Set(calls.map((call) => call.operation));
        const operations = others.length + 1;
        const places = [...new Set(calls.map(placeOfCall))].sort();
        if (operations === 1 && !isOfCredentials(reason))
          return { source: operation, text: this.reasonText(operation, reason, places) };
        const key = isExpiry(reason) ? 'account.credentialsExpired' : 'account.callsFailed';
        return { source: 'AWS', text: text(key, { reason, operations, places }) };
      });
  }

  private isOfCause({ reason }: UnreadableCall): boolean {
    return isOfCredentials(reason) || (this.answered === 0 && reason !== FOREIGN_ANSWER);
  }

  /** Calls that failed; those that were skipped on purpose are no problem. */
  private failedCalls(): UnreadableCall[] {
    return this.unreadable.filter(({ reason }) => reason !== 'tier' && reason !== 'aggregator');
  }

  /** Problems for all other failed calls, one for each call and reason with all its places. */
  unreadableProblems(): Problem[] {
    const groups = Map.groupBy(
      this.failedCalls().filter((call) => !this.isOfCause(call)),
      ({ operation, reason }) => `${operation} ${reason}`,
    );
    return [...groups]
      .sort(([a], [b]) => compareText(a, b))
      .flatMap(([, calls]) => {
        const [first] = calls;
        if (first === undefined) return [];
        const { operation, reason } = first;
        // Sorted, so that the result does not depend on which answer came first.
        const places = calls.map(placeOfCall).sort();
        return [{ source: operation, text: this.reasonText(operation, reason, places) }];
      });
  }

  private reasonText(operation: string, reason: string, places: readonly string[]): Problem['text'] {
    switch (reason) {
      case ENDLESS_PAGES:
        return text('account.endless', { operation, pages: this.limits.pages, places: [...places] });
      case FOREIGN_ANSWER:
        return text('account.foreign', { operation, places: [...places] });
      case OVERSIZED_ANSWER: {
        const megabytes = Math.round(this.limits.answer / 1_000_000);
        return text('account.oversized', { operation, megabytes, places: [...places] });
      }
      case BUDGET_EXHAUSTED: {
        const megabytes = Math.round(this.limits.serviceBytes / 1_000_000);
        const seconds = Math.round(this.limits.serviceTime / 1000);
        return text('account.overBudget', { operation, megabytes, seconds, places: [...places] });
      }
      default:
        return text('account.notReadable', { operation, reason, places: [...places] });
    }
  }
}

function placeOfCall({ account, region }: UnreadableCall): string {
  return `${account} ${region}`;
}

/** Reason of a listing whose page token never ended. The pages that were read are used. */
export const ENDLESS_PAGES = 'EndlessPages';
