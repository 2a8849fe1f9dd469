import { CONFIG_FILE, type Ignore, type WithLineNumber } from '../../config/index.ts';
import { text } from '../../l10n/index.ts';
import {
  isDay,
  isFileLocation,
  locationKey,
  type Asset,
  type Problem,
  type Suppression,
} from '../../model/index.ts';
import { comparableEntries, EntriesByResource, MAX_COMPARED_ENTRIES } from './resource-pattern.ts';
import { isKnownTarget, nearestWord, similarRule } from './rules.ts';

/** Suppressions that have no effect, and why. */
export interface SuppressionMistakes<T> {
  ineffective: ReadonlySet<T>;
  problems: readonly Problem[];
}

/** @param today YYYY-MM-DD: the last day of a request still counts */
export function commentMistakes(
  comments: readonly Suppression[],
  today: string,
): SuppressionMistakes<Suppression> {
  const problems = new Problems();
  const ineffective = new Set<Suppression>();
  for (const comment of comments) {
    const { location } = comment;
    const line = isFileLocation(location) ? location.line : 0;
    const problem = mistakeOf(comment, line, today);
    if (problem === null) continue;
    ineffective.add(comment);
    problems.add(isFileLocation(location) ? location.file : locationKey(location), problem);
  }
  return { ineffective, problems: problems.list() };
}

function mistakeOf(
  { target, reason, until }: Suppression,
  line: number,
  today: string,
): Problem['text'] | null {
  if (target === '') return text('suppression.noRule', { line });
  if (until !== null && !isDay(until)) return text('suppression.badDate', { until, line });
  if (reason === null) return text('suppression.noReason', { line });
  if (until !== null && until < today) return text('suppression.expired', { until, line });
  return null;
}

/** @param today YYYY-MM-DD: the last day of a request still counts */
export function ignoreMistakes(
  ignores: readonly WithLineNumber<Ignore>[],
  today: string,
): SuppressionMistakes<WithLineNumber<Ignore>> {
  const expired = ignores.filter(({ until }) => until !== undefined && until < today);
  const { leftOut } = comparableEntries(ignores);
  const problems = new Problems();
  for (const { until = '', line } of expired)
    problems.add(CONFIG_FILE, text('suppression.expired', { until, line }));
  const [first] = leftOut;
  if (first !== undefined) {
    const { line } = first;
    problems.add(
      CONFIG_FILE,
      text('suppression.tooMany', { most: MAX_COMPARED_ENTRIES, left: leftOut.length, line }),
    );
  }
  return { ineffective: new Set([...expired, ...leftOut]), problems: problems.list() };
}

/**
 * Problems with unknown names in suppressions: a rule, or a resource.
 * @param rules ids of all rules
 * @param ownBugs ids of the team's own known issues
 * @param resources null if not everything was read that an entry can be about
 */
export function unknownNames(
  comments: readonly Suppression[],
  ignores: readonly WithLineNumber<Ignore>[],
  rules: ReadonlySet<string>,
  ownBugs: readonly string[],
  resources: readonly Asset[] | null,
): readonly Problem[] {
  const problems = new Problems();
  const own = new Set(ownBugs);
  const check = (source: string, target: string, line: number): void => {
    if (target === '' || isKnownTarget(target, rules) || own.has(target)) return;
    problems.add(source, () =>
      text(
        similarRule(target, rules) === null ? 'suppression.unknownRule.unlike' : 'suppression.unknownRule',
        {
          target,
          like: similarRule(target, rules),
          line,
        },
      ),
    );
  };
  for (const { target, reason, location } of comments) {
    // A suppression without a reason is reported elsewhere: its "targets" are often the words of the reason.
    if (reason !== null && isFileLocation(location)) check(location.file, target, location.line);
  }
  for (const { rule, line } of ignores) check(CONFIG_FILE, rule, line);
  if (resources === null) return problems.list();
  const names = shownNames(resources).slice(0, MAX_SIMILAR_NAMES);
  for (const { resource = '', line } of withoutResource(ignores, resources)) {
    const like = problems.hasRoom ? nearestWord(resource, names) : null;
    if (like !== null || isAddress(resource))
      problems.add(
        CONFIG_FILE,
        text(like === null ? 'suppression.unknownResource.unlike' : 'suppression.unknownResource', {
          resource,
          like,
          line,
        }),
      );
  }
  return problems.list();
}

/** Entries that match none of the resources. */
function withoutResource(
  ignores: readonly WithLineNumber<Ignore>[],
  resources: readonly Asset[],
): WithLineNumber<Ignore>[] {
  const naming = ignores.flatMap(({ resource, line, ...rest }) =>
    resource === undefined ? [] : { ...rest, versions: undefined, resource: resource.trim(), line },
  );
  const { kept } = comparableEntries(naming);
  const entries = new EntriesByResource(kept);
  const found = new Set(
    resources.flatMap((asset) => [...entries.allNaming(asset)].map((each) => each.resource)),
  );
  return kept.filter(({ resource }) => !found.has(resource));
}

function shownNames(resources: readonly Asset[]): string[] {
  return [...new Set(resources.map(({ name }) => name))];
}

/** True for an address in code; other names may run in an account that this scan did not read. */
function isAddress(resource: string): boolean {
  return /[.[#]/.test(resource) && !resource.startsWith('arn:');
}

/** Number of resource names that a misspelt one is compared with. */
const MAX_SIMILAR_NAMES = 5000;
/** Number of mistakes that are named one by one: more than anybody corrects at once. */
export const MAX_NAMED_MISTAKES = 100;

/** Problems without repetitions: several targets of one comment share its mistake. */
class Problems {
  private readonly found = new Map<string, Problem>();
  private left: Problem | null = null;
  private leftCount = 0;

  get hasRoom(): boolean {
    return this.found.size < MAX_NAMED_MISTAKES;
  }

  /**
   * @param message a function is called only for the first {@link MAX_NAMED_MISTAKES} problems, which are reported
   */
  add(source: string, message: Problem['text'] | (() => Problem['text'])): void {
    if (this.hasRoom) {
      const problem = { source, text: typeof message === 'function' ? message() : message };
      this.found.set(JSON.stringify(problem), problem);
      return;
    }
    this.leftCount++;
    this.left = {
      source: this.left?.source ?? source,
      text: text('suppression.more', { count: this.leftCount }),
    };
  }

  list(): readonly Problem[] {
    return [...this.found.values(), ...(this.left === null ? [] : [this.left])];
  }
}
