import { text } from '../../l10n/index.ts';
import type { Catalogue, ProductId } from '../../model/index.ts';
import { upstreamTasks } from '../bugs/upstream/steps.ts';
import { taskText } from '../bugs/upstream/tasks.ts';
import { osUpgradeText } from '../support/os-upgrade-text.ts';
import { isBefore, lineageOf, productOf, type UpgradeDemand } from '../../products/index.ts';

/** Demands of each major version on the path, releases that upgrade the operating system, and tasks afterwards. */
export function demandsOf(
  catalogue: Catalogue,
  product: ProductId,
  from: string,
  path: readonly string[],
): UpgradeDemand[] {
  const { versions, advice } = productOf(product);
  const lineage = lineageOf(catalogue, product);
  const entered = [...new Set(path.map(versions.line))].filter((line) => line !== versions.line(from));
  const major = entered.flatMap((line) => advice?.demandsOf(line) ?? []);
  const updating = path.flatMap((version) => {
    const release = lineage.release(version);
    return release?.osUpgrade === true ? [release] : [];
  });
  return [
    ...uniqueById(major),
    ...updating.map(({ version, url, osUpgradeClasses = [] }) => ({
      id: 'operating-system',
      text: osUpgradeText(version, osUpgradeClasses),
      url,
    })),
    ...tasksOver(catalogue, product, [from, ...path]).flatMap(({ version, url, tasks }) =>
      tasks.map((task) => ({
        id: `upstream.${version}.${task.task}`,
        text: text('upgrade.demand.task', { task: taskText(task, version) }),
        url,
      })),
    ),
  ];
}

/** Tasks after each step of a path, those of the last step first. */
function tasksOver(
  catalogue: Catalogue,
  product: ProductId,
  way: readonly string[],
): ReturnType<typeof upstreamTasks> {
  return way
    .slice(1)
    .map((to, nth) => upstreamTasks(catalogue, product, way[nth] ?? to, to))
    .toReversed()
    .flat();
}

/**
 * Requirements of a blue/green deployment; if the versions do not support it, only those that do. Empty if no page
 * mentions it.
 */
export function blueGreenOf(product: ProductId, from: string, to: string): readonly UpgradeDemand[] {
  const { advice, versions } = productOf(product);
  const way = advice?.upgradeMethods?.blueGreen;
  if (advice === null || way === undefined) return [];
  const isMajor = versions.line(from) !== versions.line(to);
  const firstSources = (isMajor ? way.firstIntoMajor : undefined) ?? way.first;
  const bounds = [
    { version: from, firsts: firstSources },
    { version: to, firsts: way.first },
  ];
  const tooOld = bounds.find(({ version, firsts }) => isBefore(version, firsts, versions));
  if (tooOld === undefined) return advice.blueGreenOf(isMajor);
  const { version, firsts } = tooOld;
  const first = firsts[versions.line(version)] ?? Object.values(firsts)[0] ?? null;
  const { url, readOn } = way.cited;
  return [
    { id: 'blueGreen.tooOld', text: text('upgrade.blueGreen.tooOld', { version, first }), url, readOn },
  ];
}

/** Demands without repetitions; those that every major version shares come last. */
function uniqueById(demands: readonly UpgradeDemand[]): UpgradeDemand[] {
  return demands.filter(({ id }, index) => demands.findLastIndex((other) => other.id === id) === index);
}
