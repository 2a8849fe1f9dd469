import path from 'node:path/posix';
import { BUILD_SCRIPTS, IMAGE_NAME } from '../../../vocabulary/index.ts';
import type { SettingValue } from '../../../model/index.ts';
import { type SettingFact, writtenTextOf, toPartialSettingFact, type Value } from '../../../values/index.ts';
import { safeScript } from '../../hosts/safe-script.ts';
import { type AssetDraft, newDraft } from '../../resources/draft.ts';
import type { WorkspaceView } from '../../reading/format.ts';

/** A provisioner: its type, and its values by path. */
export interface Provisioner {
  type: string;
  valueAt: (name: string) => Value | null;
}

/** A build of one image. */
interface Build extends Pick<AssetDraft, 'file' | 'at'> {
  /** Source that it builds on; the name of the base image. */
  sourceName: string;
  amiName: Value | null;
  provisioners: readonly Provisioner[];
}

/** Draft of an image build: its name, and the scripts that run in it, reduced to the steps that matter for logs. */
export function draftOfBuild(
  { sourceName, amiName, provisioners, file, at }: Build,
  view: WorkspaceView,
): AssetDraft {
  const scripts = provisioners.flatMap((provisioner) => scriptsOf(provisioner, path.dirname(file), view));
  const settings: Record<string, SettingFact> = { [BUILD_SCRIPTS]: { state: 'known', value: scripts } };
  if (amiName !== null) settings[IMAGE_NAME] = toPartialSettingFact(amiName);
  return {
    ...newDraft({ kind: 'image-build', source: 'image', name: `${sourceName}.build`, file, at }),
    settings,
    links: [{ role: 'image', target: sourceName }],
  };
}

function scriptsOf({ type, valueAt }: Provisioner, folder: string, view: WorkspaceView): SettingValue[] {
  const texts = (name: string): string[] => textsIn(valueAt(name));
  const readFile = (name: string): string | null => {
    const file = path.isAbsolute(name)
      ? name
      : path.join(folder, name.replace(/^\$\{path\.(?:root|cwd)\}\//, ''));
    return (view.read(file) ?? view.readNamed(file))?.text ?? null;
  };
  const script = (name: string, text: string | null): SettingValue[] => [
    {
      name,
      text:
        text === null
          ? `bash ${name}`
          : safeScript({ name, text, readFile: readerRelativeTo(name, readFile) }),
    },
  ];
  switch (type) {
    case 'shell-local':
      return [];
    case 'shell': {
      const inline = texts('inline');
      return [
        ...(inline.length === 0 ? [] : script('provisioner', inline.join('\n'))),
        ...[...texts('script'), ...texts('scripts')].flatMap((name) => script(name, readFile(name))),
      ];
    }
    case 'file': {
      const [destination] = texts('destination');
      const [source = ''] = texts('source');
      const content = texts('content')[0] ?? readFile(source);
      if (destination === undefined || content === null) return [];
      const to = destination.endsWith('/') ? path.join(destination, path.basename(source)) : destination;
      return script('provisioner', `cat > ${to} <<'PACKER_FILE'\n${content}\nPACKER_FILE`);
    }
    case 'ansible':
    case 'ansible-local':
      return texts('playbook_file').flatMap((name) => script(name, readFile(name)));
    default:
      return script(type, /^(?:breakpoint|powershell|windows-.*)$/.test(type) ? '' : null);
  }
}

/** A playbook names files relative to its own folder; workspace paths stay as they are. */
function readerRelativeTo(
  name: string,
  readFile: (name: string) => string | null,
): (name: string) => string | null {
  return (file) => readFile(file) ?? readFile(path.join(path.dirname(name), file));
}

function textsIn(value: Value | null): string[] {
  if (value === null) return [];
  if (value.kind === 'list') return value.items.flatMap((item) => textsIn(item));
  const stated = toPartialSettingFact(value);
  return stated.state === 'known' && typeof stated.value === 'string'
    ? [stated.value]
    : [writtenTextOf(value) ?? []].flat();
}
