import { text } from '../../l10n/index.ts';
import {
  memoize,
  getOrInsert,
  unmetConditions,
  conditionText,
  type Asset,
  type Condition,
} from '../../model/index.ts';
import { unknown, type Answer } from './answers.ts';
import type { Check, CheckContext } from './check.ts';
import type { Graph } from './reading/graph.ts';

// Evaluates a check of conditional resources with and without them: it is certain only if all answers agree.

/** Outcome of a deployment's conditions: one for each that is listed, and one for all others. */
interface Case {
  /** Outcomes by the key of a condition. */
  met: ReadonlyMap<string, boolean>;
  others: boolean;
}

/** Number of conditions, and of conditional resources, that are evaluated separately. */
const MAX_CONDITIONS = 4;
const MAX_CONDITIONAL_ASSETS = 12;

/** Answer of a check for an asset in every case of the conditions that it depends on. */
export function answerInEveryCase(check: Check, asset: Asset, context: CheckContext): Answer {
  const seen = new Set<Asset>();
  const own = new Map((asset.conditions ?? []).map(({ key, holds }) => [key, holds]));
  const evaluate = (given: Case, note: (asset: Asset) => void = () => undefined): Answer => {
    const met = new Map([...given.met, ...own]);
    return check.evaluate(asset, { ...context, graph: graphOfCase(context.graph, { ...given, met }, note) });
  };
  const all = evaluate({ met: new Map(), others: true }, (each) => seen.add(each));
  const conditions = conditionsOf(seen, asset);
  if (conditions.length === 0) return withOwnConditions(all, asset, context);
  const none = evaluate({ met: new Map(), others: false });
  if (all.answer === none.answer) return withOwnConditions(all, asset, context);
  const deciding = conditions
    .slice(0, MAX_CONDITIONAL_ASSETS)
    .filter(
      ({ key, holds }) =>
        evaluate({ met: new Map([[key, !holds]]), others: true }).answer !== all.answer ||
        evaluate({ met: new Map([[key, holds]]), others: false }).answer !== none.answer,
    );
  const answers =
    deciding.length > 0 && deciding.length <= MAX_CONDITIONS
      ? casesOf(deciding).map((met) => evaluate({ met, others: true }))
      : [all, none];
  const [first = all] = answers;
  if (answers.every(({ answer }) => answer === first.answer)) return first;
  return unknown(
    text('evidence.onlyUnder', {
      conditions: (deciding.length > 0 ? deciding : conditions.slice(0, 3)).map(conditionText),
      then: all.evidence,
      otherwise: none.evidence,
    }),
    { level: all.level ?? none.level, link: 'condition' },
  );
}

/** All combinations of some conditions. */
function casesOf(conditions: readonly Condition[]): ReadonlyMap<string, boolean>[] {
  return conditions.reduce<ReadonlyMap<string, boolean>[]>(
    (cases, { key, holds }) =>
      cases.flatMap((met) => [holds, !holds].map((each) => new Map([...met, [key, each]]))),
    [new Map()],
  );
}

/** Conditions of the visited assets that the asset itself does not have: those of its neighbours first. */
function conditionsOf(seen: ReadonlySet<Asset>, asset: Asset): Condition[] {
  const own = new Set((asset.conditions ?? []).map(({ key }) => key));
  const byKey = new Map<string, Condition>();
  const file = asset.id.split('#')[0] ?? '';
  const beside = [...seen].sort((a, b) => Number(b.id.startsWith(file)) - Number(a.id.startsWith(file)));
  for (const condition of beside.flatMap(allConditions))
    if (!own.has(condition.key)) getOrInsert(byKey, condition.key, () => condition);
  return [...byKey.values()];
}

/** Conditions of an asset and of its links. */
function allConditions({ conditions = [], links }: Asset): readonly Condition[] {
  return [...conditions, ...links.flatMap((link) => link.conditions ?? [])];
}

/** Kinds that watch other assets. They are useless if they can be absent while the watched asset exists. */
const WATCHING: ReadonlySet<string> = new Set(['alarm', 'trail']);

/** Turns a pass by a watcher that may be absent into unknown, unless the watched asset is absent in the same case. */
function withOwnConditions(answer: Answer, asset: Asset, { graph }: CheckContext): Answer {
  if (answer.answer !== 'pass' || !WATCHING.has(asset.kind) || asset.conditions === undefined) return answer;
  const watched = asset.kind === 'trail' ? graph.around(asset, 'database') : graph.linked(asset, 'watches');
  const open =
    watched.length === 0
      ? asset.conditions
      : watched.flatMap(({ conditions }) => unmetConditions(asset.conditions, conditions));
  if (open.length === 0) return answer;
  const conditions = [...new Set(open.map(conditionText))];
  return unknown(text('evidence.existsUnder', { asset: asset.name, conditions }), {
    level: answer.level,
    link: 'condition',
  });
}

function hasConditions({ conditions }: { conditions?: readonly Condition[] }): boolean {
  return conditions !== undefined;
}

/** Graph as it is in a case. */
function graphOfCase(graph: Graph, given: Case, note: (asset: Asset) => void): Graph {
  const key = JSON.stringify([...given.met, given.others]);
  const existing = (assets: readonly Asset[]): readonly Asset[] => {
    const conditional = conditionalAmong(assets);
    if (conditional.length === 0) return assets;
    conditional.forEach(note);
    return existingAssets(assets, key, given);
  };
  const leadsThere = (from: Asset, to: Asset, role: string): boolean => {
    const links = from.links.filter((link) => link.role === role && link.assetId === to.id);
    if (links.some(hasConditions)) note(from);
    return links.some((link) => existsInCase(link, given));
  };
  return {
    ...graph,
    linked: (asset, role) => existing(graph.linked(asset, role)).filter((to) => leadsThere(asset, to, role)),
    linkedTo: (asset, role, kind) =>
      existing(graph.linkedTo(asset, role, kind)).filter((from) => leadsThere(from, asset, role)),
    around: (asset, kind) => existing(graph.around(asset, kind)),
    near: (asset, kind) => existing(graph.near(asset, kind)),
  };
}

const conditionalAmong = memoize((assets: readonly Asset[]): readonly Asset[] =>
  assets.filter((asset) => hasConditions(asset) || asset.links.some(hasConditions)),
);

function existsInCase(
  { conditions = [] }: { conditions?: readonly Condition[] },
  { met, others }: Case,
): boolean {
  return conditions.every(({ key, holds }) => (met.get(key) ?? (others ? holds : !holds)) === holds);
}

/** Assets of a list that exist in a case. Returns the same list each time, since answers are kept by it. */
const existingAssets = memoize(
  (assets: readonly Asset[], key: string, given: Case): readonly Asset[] =>
    assets.filter((asset) => existsInCase(asset, given)).map((asset) => withMetLinks(asset, key, given)),
  (assets, key) => [assets, key],
);

const withMetLinks = memoize(
  (asset: Asset, _key: string, given: Case): Asset =>
    asset.links.some(hasConditions)
      ? { ...asset, links: asset.links.filter((link) => existsInCase(link, given)) }
      : asset,
  (asset, key) => [asset, key],
);
