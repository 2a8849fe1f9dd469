import { EMPTY_CONFIG, type Config } from '../../config/index.ts';
import type { Catalogue, Feature, Inventory, WorkspaceClues } from '../../model/index.ts';
import { upgradeOptionsFor } from '../advice/options.ts';
import { advisedCatalogue } from '../bugs/asset-facts.ts';
import { createSuppressor } from '../suppress/suppress.ts';
import type { CheckContext } from './check.ts';
import { createGraph } from './reading/graph.ts';

/** Parts of a team's configuration that decide about versions. */
export type TeamPolicy = Pick<Config, 'soakDays' | 'prefer' | 'ignore' | 'severityFloor'>;

export interface ChecklistOptions {
  /** YYYY-MM-DD */
  today: string;
  /** Clues in files without resources; checks that need them report that they were not read. */
  clues?: WorkspaceClues | null;
  /** Features that the team declares to be in use: bugs are counted with them, as everywhere else. */
  features?: readonly Feature[];
  /** Team's policy for advice, and what it suppresses. */
  config?: TeamPolicy;
  /** Account scan whose offers limit the advised releases; the inventory itself if not given. */
  scanned?: Pick<Inventory, 'assets'> | null;
  /** Maximum number of answers; 20,000 if not given. */
  most?: number;
  /** Milliseconds of CPU time; grows with the number of assets if not given. */
  budget?: number;
}

/** Context that all checks share. In a file of its own, because a scan runs a few checks without loading the others. */
export function sharedContext(
  catalogue: Catalogue,
  inventory: Inventory,
  { today, clues = null, features = [], config, scanned }: ChecklistOptions,
): CheckContext {
  return {
    graph: createGraph(inventory),
    catalogue,
    today,
    features,
    advising: upgradeOptionsFor(today, config, scanned ?? inventory),
    catalogueFor: catalogueWithout(catalogue, inventory, config, today),
    clues,
    threshold: (_, standard) => standard,
  };
}

function catalogueWithout(
  catalogue: Catalogue,
  { suppressions }: Pick<Inventory, 'suppressions'>,
  { ignore, severityFloor }: TeamPolicy = EMPTY_CONFIG,
  today: string,
): CheckContext['catalogueFor'] {
  const suppressor = createSuppressor(suppressions, ignore, today);
  return (asset) => advisedCatalogue(catalogue, [asset], suppressor, severityFloor);
}
