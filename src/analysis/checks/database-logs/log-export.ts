import { text } from '../../../l10n/index.ts';
import type { Asset } from '../../../model/index.ts';
import type { Observability } from '../../../products/index.ts';
import { anyOf, failingLink, type CheckLink } from '../answers.ts';
import { observabilityOfCluster } from '../engine.ts';
import type { Graph } from '../reading/graph.ts';
import { demandLink } from '../subjects/parameters.ts';
import { exportLink } from './exports.ts';

type AuditLog = NonNullable<Observability['audit']>;

/** Ways for a log to leave the host. */
export interface LogExport {
  exported: CheckLink;
  /** Upload, which audit logs of some engines have; null for all other logs. */
  uploads: CheckLink | null;
  /** Link that holds if either way works. If neither does, a partly configured upload decides the evidence. */
  either: CheckLink;
}

/** Export to CloudWatch Logs or upload by the engine itself. */
export function logExport(cluster: Asset, type: string, graph: Graph): LogExport {
  const { audit } = observabilityOfCluster(cluster);
  const exported = exportLink(cluster, type);
  const uploads = audit?.type === type ? uploadLink(cluster, audit, graph) : null;
  if (uploads === null) return { exported, uploads, either: exported };
  const isBegun = uploads.evidence.key === 'evidence.uploadWithoutRole';
  return { exported, uploads, either: anyOf(isBegun ? [uploads, exported] : [exported, uploads]) };
}

/** Link to an upload, which needs a role; null if the engine has none. */
function uploadLink(cluster: Asset, { upload }: AuditLog, graph: Graph): CheckLink | null {
  if (upload === null) return null;
  const uploads = demandLink(cluster, upload.switch, graph);
  if (uploads.outcome !== 'pass') return uploads;
  const { role } = upload;
  const hasRole = demandLink(cluster, role, graph);
  return hasRole.outcome === 'fail'
    ? failingLink(text('evidence.uploadWithoutRole', { parameter: role.name }))
    : uploads;
}
