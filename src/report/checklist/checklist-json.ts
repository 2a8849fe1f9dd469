import type { ClusterSource, Overview } from '../../analysis/index.ts';
import { say, text, type Language } from '../../l10n/index.ts';
import { LazyList, type CheckRow, type Finding, type Problem } from '../../model/index.ts';
import { findingJson, problemJson, type ResultRoots } from '../scan/scan-json.ts';

/** Result of the checklist before it is rendered. */
export interface ChecklistResult {
  rows: readonly CheckRow[];
  findings: readonly Finding[];
  overview: Overview;
  problems: readonly Problem[];
  /** Dates of the notes by product, in words. */
  asOf: string;
  paths: ResultRoots;
}

/** JSON of `checklist`: docs/schemas/checklist.schema.json describes it. Sentences are in `language`. */
export function checklistJson(result: ChecklistResult, language: Language): object {
  return {
    schemaVersion: 1,
    root: result.paths.root,
    idRoot: result.paths.idRoot,
    checks: new LazyList(result.rows, (row) => rowJson(row, language)),
    overview: overviewJson(result.overview, language),
    findings: result.findings.map((finding) => findingJson(finding, language)),
    problems: result.problems.map((problem) => problemJson(problem, language)),
  };
}

/** The checks as JSON lines, with the fields of `checks` in `--format json`. */
export function* checklistJsonLines({ rows }: ChecklistResult, language: Language): Generator<string> {
  for (const row of rows) yield `${JSON.stringify({ schemaVersion: 1, ...rowJson(row, language) })}\n`;
}

function overviewJson({ clusters, groups }: Overview, language: Language): object {
  const link = ({ outcome, evidence }: ClusterSource['written']): object => ({
    answer: outcome,
    evidence: say(evidence, language),
  });
  return {
    clusters: clusters.map(({ assetId, version, sources }) => ({
      assetId,
      version,
      sources: sources.map(({ id, isIndispensable, written, exported, kept }) => ({
        id,
        indispensable: isIndispensable,
        written: link(written),
        exported: exported === null ? null : link(exported),
        kept: say(kept, language),
      })),
    })),
    groups: groups.map(({ assetId, triggers, logWays }) => ({
      assetId,
      healthChecks: triggers.map(({ id, state, evidence }) => ({
        id,
        state,
        evidence: say(evidence, language),
        replaces: say(text(`trigger.${id}.replaces`), language),
      })),
      logWays: logWays.map(({ id, isPresent }) => ({ id, present: link(isPresent) })),
    })),
  };
}

function rowJson(row: CheckRow, language: Language): object {
  return {
    id: row.id,
    title: say(row.title, language),
    level: row.level,
    answer: row.answer,
    assetId: row.assetId,
    evidence: say(row.evidence, language),
    missing: row.missing.map((link) => say(link, language)),
    link: row.link,
    notes: row.notes.map(({ id, level, answer, evidence }) => ({
      id,
      level,
      answer,
      evidence: say(evidence, language),
    })),
    why: say(row.why, language),
    care: row.care === null ? null : say(row.care, language),
    fix:
      row.fix === null
        ? null
        : {
            title: say(row.fix.title, language),
            editsCode: row.fix.changes.length > 0,
            command: row.fix.command,
          },
    mappings: row.mappings,
    accepted: row.accepted,
    location: row.location,
    helpUri: row.helpUri,
  };
}
