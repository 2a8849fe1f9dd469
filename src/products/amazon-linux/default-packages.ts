import type { KnownBug, OsFlavour } from '../../model/index.ts';

/** Packages of every image, including containers: base libraries, the shell and package managers. */
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
/** Further packages of machine images. */
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
/** Packages that a container cannot run, even if its image has them. */
const OF_HOST =
  /^(?:kernel(?:[\d.-].*)?|grub2(?:-.*)?|grubby|microcode_ctl|linux-firmware(?:-.*)?|dracut(?:-.*)?|shim(?:-.*)?)$/;
/** Kernel series of the package without a number in its name. */
const FIRST_SERIES = '6.1';

/** True if an image has a package by default. A kernel counts only if it belongs to the series in the image's name. */
export function isDefaultPackage(name: string, flavour: OsFlavour, written: string): boolean {
  if (IN_EVERY_IMAGE.test(name)) return true;
  if (NO_MACHINE.has(flavour)) return false;
  const kernel = KERNEL.exec(name);
  if (kernel === null) return ON_MACHINES.test(name);
  const running = /kernel-(\d+\.\d+)/.exec(written)?.[1];
  // Amazon Linux 2 calls every series `kernel`; fixes of other series are excluded earlier.
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

/** Kernel series that contains a fix, `6.12`; null if the fix is not in a kernel or the series is unknown. */
export function kernelSeriesOf({ os, title }: Pick<KnownBug, 'os' | 'title'>): string | null {
  const named = KERNEL_PACKAGE.exec(os?.package ?? '');
  if (named === null) return null;
  const fixed = os?.fixed?.find(({ name }) => KERNEL_PACKAGE.test(name))?.version;
  // For bugs without an advisory, the version is the second word of our own title.
  const version = fixed ?? title.split(' ')[1] ?? '';
  return named.groups?.['series'] ?? SERIES.exec(version)?.[1] ?? null;
}
