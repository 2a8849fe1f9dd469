import { text } from '../l10n/index.ts';
import {
  auroraBranch,
  auroraLine,
  type Asset,
  type Catalogue,
  type Finding,
  type Text,
} from '../model/index.ts';
import { placeOf } from './finding-parts.ts';
import type { Lineage } from './lineage.ts';

const VERSIONS_PAGE =
  'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Updates.Versions.html';
const NOTES_PAGE = 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes/Welcome.html';

type Assets = readonly [Asset, ...Asset[]];

/** A partial version is a range: the release is chosen when the cluster is created. Never a match, never an error. */
export function partialFinding(catalogue: Catalogue, assets: Assets): Finding {
  const [{ engineVersion, versionPrefix }] = assets;
  const message = text('version.partial', {
    written: engineVersion ?? '',
    prefix: versionPrefix ?? '',
    asOf: catalogue.asOf.slice(0, 10),
  });
  return informing('partial-version', assets, message, 'hint', VERSIONS_PAGE);
}

/** Newer than the catalogue: nothing is known, and that is said with the catalogue's date. */
export function newerFinding(
  catalogue: Catalogue,
  lineage: Lineage,
  version: string,
  assets: Assets,
): Finding {
  const newest =
    lineage.newestOnBranch(auroraBranch(version)) ??
    lineage.newestOnLine(auroraLine(version)) ??
    lineage.newest();
  const message = text('version.newer', {
    version,
    newest: newest?.version ?? '',
    asOf: catalogue.asOf.slice(0, 10),
  });
  return informing('unknown-version', assets, message, 'information', newest?.url ?? NOTES_PAGE);
}

export function notCoveredFinding(version: string, assets: Assets): Finding {
  return informing(
    'unknown-version',
    assets,
    text('version.notCovered', { version }),
    'information',
    NOTES_PAGE,
  );
}

function informing(
  ruleId: string,
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
    helpUri,
  };
}
