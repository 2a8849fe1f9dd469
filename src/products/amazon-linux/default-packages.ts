import type { KnownBug, OsFlavour } from '../../model/index.ts';

/** What every image has, containers included: the base libraries, the shell and what installs packages. */
const IN_EVERY_IMAGE = new RegExp(
  `^(?:${[
    ...['bash', 'ca-certificates', 'coreutils(?:-single)?', 'curl(?:-minimal)?'],
    ...['libcurl(?:-minimal)?', 'dnf', 'yum', 'expat', 'glib2', 'glibc(?:-.*)?'],
    ...['gnupg2(?:-minimal)?', 'krb5-libs', 'libarchive', 'libcap', 'libnghttp2', 'libxml2'],
    ...['libpsl', 'ncurses(?:-.*)?', 'openldap', 'openssl(?:-.*)?', 'p11-kit', 'pcre2?'],
    ...['python3', 'python(?:-libs)?', 'rpm(?:-.*)?', 'sqlite(?:-libs)?', 'xz(?:-libs)?'],
    ...['zlib', 'zstd', 'libzstd'],
  ].join('|')})$`,
);
/** What a machine has besides. */
const ON_MACHINES = new RegExp(
  `^(?:${[
    ...['amazon-ssm-agent', 'audit(?:-libs)?', 'bind-(?:libs|utils|license)', 'chrony'],
    ...['cloud-init', 'cronie', 'dracut', 'gnutls', 'grub2(?:-.*)?', 'iproute', 'less'],
    ...['libssh2?', 'openssh(?:-.*)?', 'pam', 'polkit', 'rsync', 'selinux-policy(?:-.*)?'],
    ...['shadow-utils', 'sudo', 'systemd(?:-.*)?', 'tar', 'tcpdump', 'util-linux(?:-.*)?'],
    ...['vim(?:-.*)?', 'wget'],
  ].join('|')})$`,
);
const KERNEL = /^kernel(?<series>\d+\.\d+)?$/;
const NO_MACHINE: ReadonlySet<OsFlavour> = new Set(['container', 'lambda', 'codebuild']);
/** What a container cannot run, whether or not its image has it. */
const OF_HOST =
  /^(?:kernel(?:[\d.-].*)?|grub2(?:-.*)?|grubby|microcode_ctl|linux-firmware(?:-.*)?|dracut(?:-.*)?|shim(?:-.*)?)$/;
/** The series of the package without a number. */
const FIRST_SERIES = '6.1';

/**
 * Whether an image has a package without being asked: of a kernel only the series that the image's name tells, for which its
 * name must tell one.
 */
export function isDefaultPackage(name: string, flavour: OsFlavour, written: string): boolean {
  if (IN_EVERY_IMAGE.test(name)) return true;
  if (NO_MACHINE.has(flavour)) return false;
  const kernel = KERNEL.exec(name);
  if (kernel === null) return ON_MACHINES.test(name);
  const running = /kernel-(\d+\.\d+)/.exec(written)?.[1];
  // On Amazon Linux 2 every series is called so; those of other series are left out before.
  const first = written.includes('amzn2') ? running : FIRST_SERIES;
  return running !== undefined && running === (kernel.groups?.['series'] ?? first);
}

export function sharesHost(flavour: OsFlavour): boolean {
  return NO_MACHINE.has(flavour);
}

export function isOfHost(name: string): boolean {
  return OF_HOST.test(name);
}

const KERNEL_PACKAGE = /^kernel(?<series>\d+\.\d+)?(?:-|$)/;
const SERIES = /^(?:\d+:)?(\d+\.\d+)\./;

/** The series of the kernel that a fix is in, `6.12`; null where it is in no kernel, or nothing tells. */
export function kernelSeriesOf({ os, title }: Pick<KnownBug, 'os' | 'title'>): string | null {
  const named = KERNEL_PACKAGE.exec(os?.package ?? '');
  if (named === null) return null;
  const fixed = os?.fixed?.find(({ name }) => KERNEL_PACKAGE.test(name))?.version;
  // What only release notes tell has the version in its title, which is ours.
  const version = fixed ?? title.split(' ')[1] ?? '';
  return named.groups?.['series'] ?? SERIES.exec(version)?.[1] ?? null;
}
