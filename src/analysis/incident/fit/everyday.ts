import { EVERYDAY, isEveryday } from '../../../lexicon/index.ts';

/** Everyday causes, each with something to check (`ordinary.…` in l10n). */
export type EverydayCause =
  | 'network'
  | 'dns-cache'
  | 'credentials'
  | 'certificate'
  | 'syntax'
  | 'names'
  | 'permissions'
  | 'pool'
  | 'client-memory'
  | 'open-transaction'
  | 'lock-order'
  | 'isolation'
  | 'earlier-error'
  | 'missing-index'
  | 'planned'
  | 'read-only'
  | 'capacity'
  | 'quota'
  | 'cold-cache'
  | 'own-data'
  | 'mistake'
  | 'packet-size'
  | 'idle'
  | 'proxy'
  | 'collation'
  | 'application'
  | 'log-retention'
  | 'cancelled'
  | 'vacuum'
  | 'slot'
  | 'statistics'
  | 'work-memory'
  | 'time-zone'
  | 'gaps'
  | 'protocol'
  | 'collation-version'
  | 'long-query'
  | 'parameter'
  | 'other-engine';

/** Usual causes, without a bug, of what a concept of the lexicon describes, the likeliest first. */
const CAUSES: Readonly<Record<string, readonly EverydayCause[]>> = {
  'connection-fails': ['network', 'pool', 'idle'],
  surge: ['capacity', 'pool'],
  'connection-limit': ['pool'],
  restart: ['planned', 'capacity'],
  hang: ['open-transaction', 'capacity'],
  'duplicate-key': ['own-data'],
  'table-missing': ['names'],
  slow: ['missing-index', 'capacity', 'cold-cache'],
  timeout: ['network', 'capacity'],
  cpu: ['missing-index', 'capacity'],
  'out-of-memory': ['capacity'],
  'memory-leak': ['capacity'],
  'local-storage': ['capacity'],
  'replication-stops': ['log-retention', 'own-data'],
  lag: ['capacity', 'open-transaction'],
  deadlock: ['lock-order'],
  'lock-wait': ['open-transaction'],
  'metadata-lock': ['open-transaction'],
  'idle-timeout': ['idle'],
};

/** Packages of operating systems that are involved in what a concept describes, the likeliest first. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'connection-fails': ['kernel', 'openssl', 'glibc', 'curl'],
  surge: ['kernel'],
  'out-of-memory': ['kernel', 'glibc', 'systemd'],
  'memory-leak': ['kernel', 'glibc'],
  'local-storage': ['kernel'],
  tls: ['openssl', 'ca-certificates', 'curl'],
  network: ['kernel'],
  kernel: ['kernel'],
  openssl: ['openssl'],
  curl: ['curl'],
  resolver: ['glibc', 'bind'],
  glibc: ['glibc'],
  systemd: ['systemd'],
  ssh: ['openssh'],
  containers: ['containerd', 'runc', 'docker'],
  ssm: ['amazon-ssm-agent'],
  python: ['python3', 'python'],
  sudo: ['sudo'],
  vim: ['vim-common', 'vim'],
  git: ['git'],
  boot: ['grub2'],
};

/** Usual causes, without a bug, of what a concept describes, the likeliest first. */
export function causesOfConcept(concept: string): readonly EverydayCause[] {
  return isEveryday(concept) ? [concept.slice(EVERYDAY.length) as EverydayCause] : (CAUSES[concept] ?? []);
}

/** Packages of operating systems that are involved in what a concept describes, the likeliest first. */
export function packagesOfConcept(concept: string): readonly string[] {
  return PACKAGES[concept] ?? [];
}
