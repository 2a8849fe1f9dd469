import { limitedBody, BUDGET_EXHAUSTED } from './aws/answer.ts';
import type { Budget } from './aws/budget.ts';
import {
  loadClient,
  type CallOptions,
  type Client,
  type ClientConfig,
  type ServiceOf,
} from './aws/clients.ts';
import type { Service } from './aws/endpoints.ts';
import { isRefusal, reasonOf } from './aws/failure.ts';
import { isAction, isAllowed, type Action } from './aws/operations.ts';
import { ENDLESS_PAGES, type AccountRun } from './run.ts';
import { TimeLimitError, withTimeLimit } from './aws/time-limit.ts';

/** Partition, account and Region of a reader. */
export interface Place {
  /** `aws`, `aws-cn`, `aws-us-gov`, … */
  partition: string;
  account: string;
  region: string;
}

type Call<A extends Action, R> = (
  client: Client<ServiceOf<A>>,
  options: CallOptions,
  token: string | undefined,
) => Promise<R>;

/** Pages of an answer, and whether they are complete. */
export interface Listing<R> {
  pages: readonly R[];
  isComplete: boolean;
}

/** Maximum number of failures of one call in a Region. Each may take its whole time limit. */
const MAX_FAILURES = 3;

/** Calls the services of one Region of one account. The scan goes on after a failed call, without its facts. */
export class RegionReader {
  readonly run: AccountRun;
  readonly place: Place;
  private readonly config: ClientConfig;
  private readonly clients = new Map<Service, Promise<object>>();
  private readonly failures = new Map<Action, number>();

  constructor(run: AccountRun, place: Place, config: ClientConfig) {
    this.run = run;
    this.place = place;
    this.config = config;
  }

  arn(service: string, resource: string): string {
    const { partition, region, account } = this.place;
    return `arn:${partition}:${service}:${region}:${account}:${resource}`;
  }

  /** The answer of a call; null if it failed. */
  async ask<A extends Action, R>(action: A, call: Call<A, R>): Promise<R | null> {
    return await this.memoized(action, call, undefined);
  }

  /** Pages of an answer, as far as they can be read, up to the needed number. */
  async pages<A extends Action, R>(
    action: A,
    call: Call<A, R>,
    next: (page: R) => string | undefined,
    isEnough: (page: R) => boolean = () => false,
  ): Promise<Listing<R>> {
    const pages: R[] = [];
    const tokens = new Set<string>();
    for (let token: string | undefined; ;) {
      const page = await this.memoized(action, call, token);
      if (page === null) return { pages, isComplete: false };
      pages.push(page);
      token = next(page);
      if (token === undefined || token === '' || isEnough(page)) return { pages, isComplete: true };
      if (tokens.has(token) || pages.length >= this.run.limits.pages) {
        this.fail(action, ENDLESS_PAGES);
        return { pages, isComplete: false };
      }
      tokens.add(token);
    }
  }

  private async memoized<A extends Action, R>(
    action: A,
    call: Call<A, R>,
    token: string | undefined,
  ): Promise<R | null> {
    const { run } = this;
    if (!isAllowed(action, run.tier)) return this.fail(action, 'tier');
    return await run.limiter(async () => {
      run.signal.throwIfAborted();
      if ((this.failures.get(action) ?? 0) >= MAX_FAILURES) return null;
      const budget = this.budgetOf(serviceOf(action));
      if (budget.isSpent()) return this.fail(action, BUDGET_EXHAUSTED);
      const limit = Math.min(run.limits.call, budget.timeLeft());
      try {
        const answer = await budget.timed(() =>
          withTimeLimit(limit, run.signal, async (abortSignal) =>
            call(await this.client(action), { abortSignal }, token),
          ),
        );
        run.answered += 1;
        return answer;
      } catch (error) {
        run.signal.throwIfAborted();
        // The timer can fire a fraction of a millisecond before the budget is spent.
        const wasBudgetLimit = error instanceof TimeLimitError && limit < run.limits.call;
        if (wasBudgetLimit || budget.isSpent()) return this.fail(action, BUDGET_EXHAUSTED);
        const reason = reasonOf(error);
        const failures = isRefusal(reason) ? MAX_FAILURES : (this.failures.get(action) ?? 0) + 1;
        this.failures.set(action, failures);
        return this.fail(action, reason);
      }
    });
  }

  /** Records a failed call, once for each reason. */
  private fail(operation: Action, reason: string): null {
    const { account, region } = this.place;
    const isKnown = this.run.unreadable.some(
      (call) =>
        call.operation === operation &&
        call.reason === reason &&
        call.account === account &&
        call.region === region,
    );
    if (!isKnown) this.run.unreadable.push({ operation, account, region, reason });
    return null;
  }

  private budgetOf(service: Service): Budget {
    const { account, region } = this.place;
    return this.run.budgetOf(account, region, service);
  }

  private async client<A extends Action>(action: A): Promise<Client<ServiceOf<A>>> {
    const service = serviceOf(action);
    const known = this.clients.get(service) as Promise<Client<ServiceOf<A>>> | undefined;
    if (known !== undefined) return await known;
    const { run } = this;
    const loaded = loadClient<ServiceOf<A>>(service, this.config, {
      check(name) {
        if (!isAction(name) || !isAllowed(name, run.tier))
          throw new Error(`${name} is not in tier ${run.tier}`);
      },
      sent: (name) => run.count(name),
      answered: (body, isError) =>
        limitedBody(body, isError, run.limits.answer, (bytes) => this.budgetOf(service).take(bytes)),
    });
    this.clients.set(service, loaded);
    return await loaded;
  }
}

function serviceOf<A extends Action>(action: A): ServiceOf<A> {
  return action.slice(0, action.indexOf(':')) as ServiceOf<A>;
}
