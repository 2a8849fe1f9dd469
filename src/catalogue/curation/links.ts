import type { Links } from '../merge/links.ts';

/**
 * Curated: what somebody read and judged where the rules of merge/ fall short, by digest of the bullets. For past pages
 * only; whether rules suffice is measured without it (`npm run catalogue:score`).
 */
export const CURATED_LINKS: Links = {
  same: [
    // A restart that fails with very many privileges: "a large number" on 2.09, a size on 2.10.
    ['428b47e504', '7e27e060e2'],
    // User-level locks on readers.
    ['24a61f24d9', 'ed5de97099'],
    // Full-text queries on a reader, right after a query of INNODB_SYS_TABLES on the writer.
    ['1d7736b9c5', 'e12f78af67'],
    // Readers that restart under large updates on the writer, as 3.02.3 and 2.12.0 word it.
    ['6a8e3205e1', 'ba6c06591f'],
    // Aurora PostgreSQL: the engine says too early that it is ready, as 17.5 and its patches word it.
    ['62afc4a38d', '24a3d8c309'],
    // Names of servers that are cut off in the status of replicas.
    ['ae991cd5ba', 'efda16c5bc'],
    // The foreign data wrapper for SQL Server cannot connect.
    ['b8fb00f769', 'ddf96cb32b'],
    // One function that crashes, with "aggregate" written in two ways.
    ['0eee70e652', '1a09eff1e3'],
  ],
  different: [
    // 2.12.0 lists these two side by side, so the wording of 3.02.3 is not that of 2.11.1 and 3.03.0.
    ['6a8e3205e1', 'a896bae334'],
    ['6a8e3205e1', '8fc499fcb6'],
    // Lag of readers that were deleted, not replication lag at large.
    ['b6ac4d2ab0', '0a3fbc4691'],
    // Aurora PostgreSQL: replication that hangs, and replication that a restart leaves stuck.
    ['4889557827', 'd7d455db60'],
    // Imports of snapshots that have files which do not fit, and all others.
    ['cc381d0b03', 'e080c5676d'],
    // Scaling of Serverless v1, before there was v2.
    ...['28fc2c86da', '4db8430701', '818c8ef778', 'a89d19be70'].flatMap((second) => [
      [second, 'd6c3a4e535'] as const,
      [second, 'd50412cb17'] as const,
    ]),
    // Readers that rejoin, and those that only replay, under many subtransactions.
    ['d26a08259f', 'd9739efb9d'],
    // Reconnecting readers: their metadata of subtransactions, and that they cannot reconnect.
    ['ae37337047', 'f29c7cf1cf'],
    // Plans of prepared statements: an outage, and plans that are not enforced.
    ['8b92420c16', 'dbf8c5b020'],
    // B-tree scans that crash: of readers, and in parallel.
    ['4204a78f2a', 'f28078636c'],
    // Metadata that does not agree, and a database that does not start for it.
    ['812f4cecb2', 'bc18d2eed4'],
  ],
};
