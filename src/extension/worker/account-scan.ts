import { isDeepStrictEqual } from 'node:util';
import {
  ambiguityProblems,
  driftFindings,
  findingsOf,
  relateFindings,
  withBaseline,
  withDeclaredVersions,
  withRunningVersions,
  type AnalysisOptions,
} from '../../analysis/index.ts';
import { say, text, type Language } from '../../l10n/index.ts';
import {
  EMPTY_INVENTORY,
  type Catalogue,
  type Finding,
  type Inventory,
  type Problem,
} from '../../model/index.ts';
import type { KeptScan } from '../accounts/kept-scan.ts';
import type { AccountTerms } from './account-terms.ts';
import { assetRows } from './asset-rows.ts';
import { joinFoldersWithAccounts, type FolderJoin } from './join-folders.ts';
import type { AccountRows, AccountSummary, Drift } from './protocol.ts';

type Inventories = ReadonlyMap<string, Inventory>;

/** The last account scan, joined with the code in the folders. */
export class AccountScan {
  #scan: KeptScan | null = null;
  /** Computed once per scan, catalogue and options, because findings about running resources do not depend on code. */
  #findings: { catalogue: Catalogue; options: AnalysisOptions; found: readonly Finding[] } | null = null;

  /** The last scan; null if there is none. */
  get scan(): KeptScan | null {
    return this.#scan;
  }

  /** Sets the scan, or removes it. Null if it is invalid. */
  async set(written: string | null): Promise<AccountSummary | null> {
    const scan = written === null ? null : (await import('../accounts/kept-scan.ts')).readKeptScan(written);
    this.#findings = null;
    this.#scan = scan;
    return scan && scanSummary(scan);
  }

  /**
   * Findings of a folder, joined with its running resources: bugs are those of the running version, and drift is
   * reported.
   */
  analyse(
    folder: string,
    inventories: Inventories,
    catalogue: Catalogue,
    options: AnalysisOptions,
  ): { inventory: Inventory; findings: readonly Finding[]; problems: readonly Problem[] } {
    const inventory = inventories.get(folder) ?? EMPTY_INVENTORY;
    const join = this.#joins(inventories).get(folder);
    if (join === undefined) {
      return { inventory, findings: findingsOf(catalogue, inventory, options), problems: [] };
    }
    const running = { ...inventory, assets: withRunningVersions(inventory.assets, join) };
    const scanned = this.#scan?.inventory ?? null;
    const findings = relateFindings(findingsOf(catalogue, running, { ...options, scanned }), join);
    return {
      inventory: running,
      findings: [...findings, ...driftFindings(join, inventory, options)],
      problems: ambiguityProblems(join),
    };
  }

  /** Running versions that differ from the declared one; null without drift, or if the scan does not know the asset. */
  driftOf(folder: string, assetId: string, inventories: Inventories): Drift | null {
    const row = this.#joins(inventories)
      .get(folder)
      ?.rows.find(({ declared, drifts }) => drifts && declared.id === assetId);
    const { product = null, version: declared = null } = row?.declared ?? {};
    if (row === undefined || product === null || declared === null) return null;
    const running = row.running.flatMap(({ versions }) => versions.running ?? []);
    return { product, declared, running: [...new Set(running)].filter((version) => version !== declared) };
  }

  rows(inventories: Inventories, catalogue: Catalogue, terms: AccountTerms): AccountRows | null {
    if (this.#scan === null) return null;
    const { options, baseline } = terms;
    const { inventory } = this.#scan;
    const joins = [...this.#joins(inventories).values()];
    const joined = mergeJoins(joins);
    const assets = withDeclaredVersions(inventory.assets, joined);
    const declarations = joins.flatMap(({ folder, rows }) =>
      rows.flatMap(({ declared, running }) =>
        running.map(({ id }) => [id, { folder, location: declared.location }] as const),
      ),
    );
    return {
      summary: scanSummary(this.#scan),
      // The reason is empty, because findings of the baseline are hidden here; only reports show it.
      rows: assetRows(
        catalogue,
        assets,
        withBaseline(this.#found(catalogue, options), baseline, ''),
        options.today,
      ),
      declarations: new Map(declarations),
      ambiguous: new Map(
        joined.ambiguous.map((each) => [
          each.running.id,
          ambiguityProblems({ rows: [], ambiguous: [each] }).map((problem) => problem.text),
        ]),
      ),
      unreadable: inventory.unreadable.filter(({ reason }) => reason !== 'tier' && reason !== 'aggregator'),
      problems: inventory.problems,
    };
  }

  /** Report in a format of the command line; null without a scan. */
  async report(
    format: 'markdown' | 'json',
    inventories: Inventories,
    catalogue: Catalogue,
    { options, baseline, problems }: AccountTerms,
    language: Language,
  ): Promise<string | null> {
    if (this.#scan === null) return null;
    const { inventory } = this.#scan;
    const joins = [...this.#joins(inventories).values()];
    const join = mergeJoins(joins);
    const found = [
      ...joins.flatMap((each) =>
        driftFindings(each, inventories.get(each.folder) ?? EMPTY_INVENTORY, options),
      ),
      ...relateFindings(this.#found(catalogue, options), join),
    ];
    const { accountReport } = await import('./account-report.ts');
    return accountReport(format, language, {
      catalogue,
      inventory: { ...inventory, assets: withDeclaredVersions(inventory.assets, join) },
      join,
      findings: withBaseline(found, baseline, say(text('report.baseline'), language)),
      problems: [...problems, ...catalogue.problems, ...inventory.problems, ...ambiguityProblems(join)],
    });
  }

  #found(catalogue: Catalogue, options: AnalysisOptions): readonly Finding[] {
    if (this.#scan === null) return [];
    const known = this.#findings;
    if (known?.catalogue === catalogue && isDeepStrictEqual(known.options, options)) return known.found;
    const found = findingsOf(catalogue, this.#scan.inventory, options);
    this.#findings = { catalogue, options, found };
    return found;
  }

  #joins(inventories: Inventories): ReadonlyMap<string, FolderJoin> {
    return this.#scan === null ? new Map() : joinFoldersWithAccounts(inventories, this.#scan.inventory);
  }
}

function mergeJoins(joins: readonly FolderJoin[]): Pick<FolderJoin, 'rows' | 'ambiguous'> {
  // Two joins report the same resource if it is ambiguous between their folders.
  const ambiguous = new Map(joins.flatMap((join) => join.ambiguous.map((each) => [each.running.id, each])));
  return { rows: joins.flatMap(({ rows }) => rows), ambiguous: [...ambiguous.values()] };
}

function scanSummary({ at, tier, inventory }: KeptScan): AccountSummary {
  const { accounts, assets, calls, problems, unread } = inventory;
  const clusters = assets.filter(({ kind }) => kind === 'database').length;
  return {
    at,
    tier,
    accounts,
    assets: assets.length,
    clusters,
    calls: calls.total,
    problems: problems.length,
    unread: unread.length,
  };
}
