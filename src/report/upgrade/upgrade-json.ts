import { adviceJson, urgentAmong, type UpgradeAnswer, type UpgradeTarget } from '../../analysis/index.ts';
import { say, type Language } from '../../l10n/index.ts';
import type { BugMatch } from '../../model/index.ts';
import type { SourcedSentence } from './upgrade-parts.ts';

/** JSON of `upgrade PRODUCT VERSION`: docs/schemas/upgrade.schema.json. */
export function upgradeJson(
  { covered, counted, standing, advice, scope, asOf }: UpgradeAnswer,
  language: Language,
): object {
  const { product, version, coverage, versions } = covered;
  const standings = standing.map((sentence) => say(sentence, language));
  return {
    schemaVersion: 1,
    product,
    version,
    coverage,
    ...(coverage === 'partial' && { versions, counted }),
    asOf,
    scope: scope === null ? null : say(scope, language),
    advice: adviceJson(advice?.advice ?? null, language),
    counts: advice?.counts ?? null,
    recommended: advice?.recommended ?? null,
    reason: advice === null ? standings.join(' ') : say(advice.reason, language),
    interim: advice?.interim ?? null,
    notes: (advice?.notes ?? []).map((note) => say(note, language)),
    standing: standings,
    sourceSupport: advice?.sourceSupport ? supportJson(advice.sourceSupport, language) : null,
    creatable: advice?.creatable ?? { answer: null, source: null },
    extendedSupportCost: advice?.cost ? sourcedJson(advice.cost, language) : null,
    targets: (advice?.targets ?? []).map((target) => targetJson(target, language)),
  };
}

function supportJson(
  {
    status,
    scope,
    standardEnds,
    extended,
    text,
    url,
  }: NonNullable<NonNullable<UpgradeAnswer['advice']>['sourceSupport']>,
  language: Language,
): object {
  return { status, scope, standardEnds, extended, text: say(text, language), url };
}

/** One target. */
export function targetJson(target: UpgradeTarget, language: Language): object {
  const { more, certainty, support } = target;
  return {
    version: target.version,
    ...(target.image !== undefined && { image: target.image }),
    role: target.role,
    path: target.path,
    clears: idsOf(target.clears),
    remains: idsOf(target.remains),
    brings: idsOf(target.brings),
    undetermined: idsOf(target.undetermined),
    undeterminedThere: idsOf(target.undeterminedThere),
    counts: {
      fixed: target.clears.length,
      stays: target.remains.length,
      undetermined: target.undetermined.length,
      new: target.brings.length,
      undeterminedThere: target.undeterminedThere.length,
    },
    urgent: {
      clears: urgentAmong(target.clears).length,
      remains: urgentAmong(target.remains).length,
      brings: urgentAmong(target.brings).length,
      undetermined: urgentAmong(target.undetermined).length,
      undeterminedThere: urgentAmong(target.undeterminedThere).length,
    },
    supportEnds: target.supportEnds,
    support: support === null ? null : say(support, language),
    reachable: target.reachable,
    reason: say(target.reason, language),
    effect: say(target.effect, language),
    hazards: target.hazards.map((hazard) => say(hazard, language)),
    ...(more && detailsJson(more, language)),
    ...(certainty && { certainty }),
  };
}

function detailsJson(more: NonNullable<UpgradeTarget['more']>, language: Language): object {
  return {
    url: more.url,
    steps: more.steps.map(({ to, reachable, why, url }) => ({
      to,
      reachable,
      why: say(why, language),
      url,
    })),
    caveats: more.caveats.map((caveat) => say(caveat, language)),
    demands: more.demands.map((demand) => ({ id: demand.id, ...sourcedJson(demand, language) })),
    blueGreen: more.blueGreen.map((demand) => ({ id: demand.id, ...sourcedJson(demand, language) })),
  };
}

function sourcedJson({ text, url, readOn }: SourcedSentence, language: Language): object {
  return { text: say(text, language), url, ...(readOn !== undefined && { readOn }) };
}

function idsOf(matches: readonly BugMatch[]): string[] {
  return matches.map(({ bug }) => bug.id);
}
