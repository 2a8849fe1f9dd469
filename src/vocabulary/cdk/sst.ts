import type { SettingValue } from '../../model/index.ts';

/** SST constructs that create Aurora clusters (its documentation, versions 2 and 3), with their default settings. */
export const SST_CLUSTERS: Readonly<Record<string, Readonly<Record<string, SettingValue>>>> = {
  Aurora: {},
  RDS: { engineMode: 'serverless' },
};

const ENGINE = /^(?<name>mysql|postgres(?:ql)?)(?<version>\d[\d.]*)?$/;

/** Engine for SST's `mysql`, `postgres` or, with a version, `postgresql11.13`; null for anything else. */
export function engineOfSst(written: string): { engine: string; version: string | null } | null {
  const { name, version = null } = ENGINE.exec(written)?.groups ?? {};
  if (name === undefined) return null;
  const mysql = version === '5.6' ? 'aurora' : 'aurora-mysql';
  return { engine: name === 'mysql' ? mysql : 'aurora-postgresql', version };
}
