import { readOsImage } from '../../../model/index.ts';
import { locate } from '../document/node.ts';
import type { AssetDraft } from '../draft.ts';
import { imageDraft, imageOfPieces, textOfPieces } from '../pieces.ts';
import type { Script } from './script.ts';
import { plainText, type Command, type Word } from './syntax.ts';
import type { Resolved, Variables } from './values.ts';

/** Names of images that mean something in any command: SSM parameters, AMI names, dnf's release. */
const ANYWHERE =
  /\/aws\/service\/(?:ami-amazon-linux-latest|ecs\/optimized-ami|eks\/optimized-ami)\/|(?:^|[=,\s"'])(?:amzn2-ami|al2023-ami|amazon-eks-(?:\w+-)?node)-|releasever=|system-release-\d|64bit Amazon Linux/;
const CONTAINER_COMMAND = /^(?:docker|podman|nerdctl|finch|buildah|crane|skopeo)$/;
const CONTAINER = /(?:^|\/)amazonlinux(?::|@|$)|lambda\/provided:/;
const PRINTS: ReadonlySet<string> = new Set(['echo', 'printf', 'log', 'info']);
const RELEASEVER_FILE = /\/etc\/(?:dnf|yum)\/vars\/releasever$/;

/** A word that names an image, and who names it. */
interface Named {
  word: Word;
  user: string;
  place: 'releasever' | null;
}

/** The operating system images that the commands of a script name. */
export function imagesOf(
  commands: readonly Command[],
  variables: Variables,
  script: Script,
  from: Pick<AssetDraft, 'source' | 'file'> & { prefix: string },
): AssetDraft[] {
  const taken = new Set<string>();
  return commands.flatMap(namedIn).flatMap(({ word, user, place }) =>
    variables.resolve(word, user).flatMap((resolved) => {
      const version = imageIn(resolved, place);
      if (version === null) return [];
      const key = JSON.stringify(version.at);
      if (taken.has(key)) return [];
      taken.add(key);
      const at = locate(script.span(word));
      const { source, file, prefix } = from;
      const draft = imageDraft({ source, name: prefix + user, file, at, version });
      return [place === null ? draft : { ...draft, settings: { releasever: version } }];
    }),
  );
}

function namedIn(command: Command): Named[] {
  const { words, assignments } = command;
  const tool = (plainText(words[0]) ?? '').replace(/^.*\//, '');
  const assigned = assignments.flatMap(({ name, values }) =>
    values.map((word) => ({ word, user: name, place: null })),
  );
  if (PRINTS.has(tool)) return [...assigned, ...writtenRelease(command)];
  const named = words.flatMap((word, i): Named[] => {
    const user = userOf(tool, words);
    if (i > 0 && plainText(words[i - 1]) === '--releasever') return [{ word, user, place: 'releasever' }];
    const isImage = mayName(word, ANYWHERE) || (CONTAINER_COMMAND.test(tool) && mayName(word, CONTAINER));
    return isImage ? [{ word, user, place: null }] : [];
  });
  return [...assigned.filter(({ word }) => mayName(word, ANYWHERE)), ...named];
}

/** `echo 2023.4.20240416 > /etc/dnf/vars/releasever` */
function writtenRelease({ words, targets }: Command): Named[] {
  if (!targets.some((target) => RELEASEVER_FILE.test(plainText(target) ?? ''))) return [];
  return words.slice(1, 2).map((word) => ({ word, user: 'releasever', place: 'releasever' }));
}

/** Of a word with variables its written parts tell, so that a value that is only known later is none. */
function mayName({ parts }: Word, pattern: RegExp): boolean {
  return pattern.test(parts.map((part) => (part.kind === 'text' ? part.text : '$')).join(''));
}

/** `dnf upgrade`, `aws ec2 describe-images` */
function userOf(tool: string, words: readonly Word[]): string {
  const plain = words.slice(1).map((word) => plainText(word) ?? '-');
  const verbs = plain.slice(0, 2).filter((text) => /^[a-z][a-z-]*$/.test(text));
  return [tool, ...verbs].join(' ');
}

function imageIn(resolved: Resolved, place: Named['place']): ReturnType<typeof imageOfPieces> | null {
  if ('unknown' in resolved) return null;
  const context = place === null ? {} : { place };
  const written = textOfPieces(resolved.pieces);
  if (readOsImage(written, context) === null) return null;
  return imageOfPieces(resolved.pieces, resolved.whole, context);
}
