import type { Effect } from '../steps.ts';

const PACKAGE_MANAGERS: ReadonlySet<string> = new Set(
  (
    'dnf dnf5 yum microdnf tdnf apt apt-get aptitude zypper apk snap amazon-linux-extras ' +
    'pip pip3 npm yarn pecl gem rpm dpkg'
  ).split(' '),
);
const INSTALL_WORDS = 'install localinstall reinstall groupinstall add in enable-and-install i'.split(' ');
const REMOVE_WORDS = 'remove erase purge autoremove autopurge del delete rm uninstall un'.split(' ');
/** Install options of `rpm` and `dpkg`. */
const FILE_INSTALLS = /^(?:-[vh]*[UiF][UiFvh]*|--install|--upgrade|--freshen)$/;
const FILE_REMOVES = /^(?:-[eEvrP]+|--erase|--remove|--purge)$/;
/** Options that install nothing. */
const DRY_RUN_OPTIONS = [
  '--downloadonly|--download-only|--assumeno|--dry-run|--simulate|--just-print|--no-act|--test',
  '-q.*|--query',
];
const DRY_RUN_OPTION = new RegExp(`^(?:${DRY_RUN_OPTIONS.join('|')})$`);

/** Effects of a package manager's command; null for other programs. */
export function packageEffects(name: string, words: readonly string[]): Effect[] | null {
  if (!PACKAGE_MANAGERS.has(name)) return null;
  if (words.some((word) => DRY_RUN_OPTION.test(word)) && !/^(?:yum|dnf|apt|apt-get)$/.test(name)) return [];
  if (words.some((word) => DRY_RUN_OPTION.test(word) && word.startsWith('--'))) return [];
  const isOfFiles = name === 'rpm' || name === 'dpkg';
  const at = words.findIndex((word) =>
    isOfFiles ? FILE_INSTALLS.test(word) || FILE_REMOVES.test(word) : !isOption(word),
  );
  const verb = words[at];
  if (verb === undefined) return [];
  const packages = words.filter((word, i) => i !== at && !isOption(word) && !/^[\d.]+$/.test(word));
  if (packages.length === 0) return [];
  const isInstalled = isOfFiles ? FILE_INSTALLS.test(verb) : INSTALL_WORDS.includes(verb);
  const isRemoved = isOfFiles ? FILE_REMOVES.test(verb) : REMOVE_WORDS.includes(verb);
  if (isRemoved) return [{ does: 'remove', packages }];
  return isInstalled ? [{ does: 'install', packages: packages.map(packageName) }] : [];
}

function isOption(word: string): boolean {
  return word.startsWith('-');
}

/** Package name in a file name or address: `https://…/amazon-cloudwatch-agent.rpm` gives `amazon-cloudwatch-agent`. */
function packageName(word: string): string {
  const [file = ''] = word.slice(word.lastIndexOf('/') + 1).split(/[?#]/, 1);
  return file.replace(/\.(?:rpm|deb|apk|tar\.gz|tgz)$/, '') || word;
}
