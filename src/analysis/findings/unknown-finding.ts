import { text } from '../../l10n/index.ts';
import {
  type Asset,
  type Catalogue,
  type Coverage,
  type Covered,
  type Finding,
  type Text,
} from '../../model/index.ts';
import { auroraCoverage } from '../bugs/aurora-coverage.ts';
import { coverageMessage } from '../bugs/coverage.ts';
import { placeOf } from './finding-parts.ts';
import type { Lineage } from '../bugs/lineage.ts';

const VERSIONS_PAGE =
  'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Updates.Versions.html';
const NOTES_PAGE = 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes/Welcome.html';

type Assets = readonly [Asset, ...Asset[]];

/** A version without a count: why nothing is known of it, and what to do next. Never a match, never an error. */
export function uncountedFinding(lineage: Lineage, covered: Covered, why: Text, assets: Assets): Finding {
  const { coverage, newest } = covered;
  const page = coverage === 'newer' ? lineage.release(newest)?.url : undefined;
  return informing('unknown-version', coverage, assets, why, 'information', page ?? NOTES_PAGE);
}

/** A partial version is a range: the release is chosen when the cluster is created. Never a match, never an error. */
export function partialFinding(catalogue: Catalogue, { version }: Covered, assets: Assets): Finding {
  const message = text('version.partial', {
    written: assets[0].engineVersion ?? version,
    prefix: version,
    asOf: catalogue.asOf.slice(0, 10),
  });
  return informing('partial-version', 'partial', assets, message, 'hint', VERSIONS_PAGE);
}

/**
 * Clusters that write no version, or something that is none: which release AWS chooses, or refuses, cannot be told. What a
 * file leaves to a deployment is told with the asset, not here.
 */
export function unwrittenFindings(catalogue: Catalogue, lineage: Lineage, assets: Assets): Finding[] {
  const [{ reason, engineVersion }] = assets;
  if (!assets.some(({ kind }) => kind === 'aurora-cluster' || kind === 'global-cluster')) return [];
  if (reason?.key === 'inventory.notWritten') {
    return [
      informing('unknown-version', undefined, assets, text('version.unwritten'), 'hint', VERSIONS_PAGE),
    ];
  }
  if (reason?.key !== 'inventory.notUnderstood' || engineVersion === null) return [];
  const covered = auroraCoverage(lineage, engineVersion);
  const why = coverageMessage(catalogue, covered);
  return why === null ? [] : [uncountedFinding(lineage, covered, why, assets)];
}

function informing(
  ruleId: string,
  coverage: Coverage | undefined,
  assets: Assets,
  message: Text,
  level: 'hint' | 'information',
  helpUri: string,
): Finding {
  return {
    ruleId,
    ...placeOf(assets),
    severity: 'info',
    level: level,
    applies: 'possible',
    message,
    bugIds: [],
    bugs: null,
    ...(coverage !== undefined && { coverage }),
    helpUri,
  };
}
