import type { Config } from '../../config/index.ts';
import { text } from '../../l10n/index.ts';
import {
  compareLocations,
  withoutNeverCreated,
  type Asset,
  type Catalogue,
  type CheckNote,
  type CheckRow,
  type ControlMappings,
  type Inventory,
} from '../../model/index.ts';
import { hasChecklist, serviceOf } from '../../products/index.ts';
import { comparableEntries, EntriesByResource } from '../suppress/resource-pattern.ts';
import { notApplicable, unknown, type Answer } from './answers.ts';
import { answerInEveryCase } from './cases.ts';
import { controlMappings, type Check, type CheckContext, type Note } from './check.ts';
import { CHECKS } from './checks.ts';
import { sharedContext, type ChecklistOptions } from './context.ts';
import { observabilityOfCluster } from './engine.ts';
import { numberOf } from './reading/readings.ts';

/** Answers of one checklist: 600 clusters, more than a person reads, and some 60 MB of JSON. */
export const MAX_ROWS = 20_000;

/** Assets of one checklist, in order of place, and those that its limit omits. */
export interface ChecklistAssets {
  assets: readonly Asset[];
  omitted: readonly Asset[];
}

/**
 * @param most maximum number of answers
 */
export function checklistAssets({ assets }: Inventory, most = MAX_ROWS): ChecklistAssets {
  const byPlace = withoutNeverCreated(assets).toSorted((a, b) => compareLocations(a.location, b.location));
  let rows = 0;
  const { asked = [], omitted = [] } = Object.groupBy(byPlace, (asset) => {
    rows += CHECKS.filter((check) => isAsked(check, asset)).length;
    return rows > most ? 'omitted' : 'asked';
  });
  return { assets: asked, omitted };
}

/** Answers of every check for every asset that it applies to, in the order of the checklist, then of place. */
export function runChecks(
  catalogue: Catalogue,
  inventory: Inventory,
  config: Pick<Config, 'checks' | 'accepted'>,
  options: ChecklistOptions,
): CheckRow[] {
  const context = sharedContext(catalogue, inventory, options);
  return questionsOf(checklistAssets(inventory), context, config).map(({ answer }) => answer());
}

/** Check of one asset. */
export interface CheckQuestion {
  asset: Asset;
  answer: () => CheckRow;
  /** Row if the answer took too long. */
  giveUp: () => CheckRow;
}

/** Questions about the selected assets. */
export function questionsOf(
  { assets }: ChecklistAssets,
  shared: CheckContext,
  config: Pick<Config, 'checks' | 'accepted'>,
): CheckQuestion[] {
  const accepted = acceptedIn(config);
  return CHECKS.flatMap((check) => {
    const override = config.checks[check.id];
    const context: CheckContext = {
      ...shared,
      threshold: (name, standard) => override?.thresholds?.[name] ?? standard,
    };
    const asked = assets.filter((asset) => isAsked(check, asset));
    return asked.map((asset) => {
      const rowOf = (answer: Answer, notes: readonly Note[] = []): CheckRow => ({
        ...rowWith(answer, check, asset, config, acceptedBy(check, asset, accepted)),
        notes: notes.map((note) => noteOf(note, asset, context)),
      });
      return {
        asset,
        answer: () => {
          const answer = answerOf(
            check,
            asset,
            context,
            override?.enabled === false ? override.reason : null,
          );
          return rowOf(answer, answer.answer === 'not-applicable' ? [] : check.notes);
        },
        giveUp: () => rowOf(unknown(text('evidence.tookTooLong', { asset: asset.name }))),
      };
    });
  });
}

/** True if a check applies to an asset. A cluster with an unknown engine may be supported; other engines are not checked. */
function isAsked(check: Check, asset: Asset): boolean {
  if (!check.appliesTo.includes(asset.kind)) return false;
  if (asset.kind !== 'database') return true;
  if (asset.product !== null && !hasChecklist(asset.product)) return false;
  return check.isAsked?.(observabilityOfCluster(asset)) !== false;
}

function rowWith(
  answer: Answer,
  check: Check,
  asset: Asset,
  config: Pick<Config, 'checks'>,
  accepted: CheckRow['accepted'],
): CheckRow {
  const own = check.ownWords?.[serviceOf(asset.product)] ?? {};
  return {
    id: check.id,
    title: own.title ?? check.title,
    why: own.why ?? check.why,
    level: config.checks[check.id]?.level ?? answer.level ?? check.level,
    answer: answer.answer,
    assetId: asset.id,
    evidence: answer.evidence,
    missing: answer.missing,
    link: answer.link,
    notes: [],
    care: own.care ?? check.care ?? null,
    fix: answer.fix,
    mappings: mappingsOf(check, asset),
    accepted,
    location: (answer.about ?? asset).location,
    helpUri: typeof check.helpUri === 'string' ? check.helpUri : check.helpUri(observabilityOfCluster(asset)),
  };
}

/** The controls of all engines, then those of the asset's own. */
function mappingsOf({ mappings, engineControls }: Check, asset: Asset): ControlMappings {
  if (engineControls === undefined) return mappings;
  const own = controlMappings(observabilityOfCluster(asset).controls[engineControls]);
  return {
    securityHub: [...own.securityHub, ...mappings.securityHub],
    config: [...own.config, ...mappings.config],
    prowler: [...own.prowler, ...mappings.prowler],
    checkov: [...own.checkov, ...mappings.checkov],
    wellArchitected: [...own.wellArchitected, ...mappings.wellArchitected],
  };
}

function answerOf(check: Check, asset: Asset, context: CheckContext, switchedOff: string | null): Answer {
  if (switchedOff !== null) return notApplicable(text('evidence.switchedOff', { reason: switchedOff }));
  const isEmptyGroup = asset.kind === 'auto-scaling-group' && numberOf(asset.settings.maxSize) === 0;
  if (asset.count === 0 || isEmptyGroup)
    return notApplicable(text('evidence.declaresNone', { asset: asset.name }));
  if (asset.kind === 'database' && asset.product === null) {
    return unknown(text('evidence.engineUnknown', { asset: asset.name }));
  }
  return answerInEveryCase(check, asset, context);
}

function noteOf(note: Note, asset: Asset, context: CheckContext): CheckNote {
  const { answer, evidence } = note.evaluate(asset, context);
  const title = note.ownWords?.[serviceOf(asset.product)]?.title ?? note.title;
  return { id: note.id, level: note.level, answer, title, evidence };
}

/** Acceptances by check. Each names a resource, or applies to all. */
type Accepted = ReadonlyMap<string, EntriesByResource<Config['accepted'][number]>>;

function acceptedIn({ accepted }: Pick<Config, 'accepted'>): Accepted {
  const byCheck = Map.groupBy(comparableEntries(accepted).kept, ({ check }) => check.replace(/^check\//, ''));
  return new Map([...byCheck].map(([check, entries]) => [check, new EntriesByResource(entries)]));
}

function acceptedBy(check: Check, asset: Asset, accepted: Accepted): CheckRow['accepted'] {
  const entries = accepted.get(check.id);
  const found = entries?.general ?? entries?.naming(asset);
  return found === undefined ? null : { reason: found.reason, date: found.date };
}
