import { text } from '../../../l10n/index.ts';
import {
  IMAGE_PARTS,
  textBefore,
  type NumberedImage,
  type ImageChange,
  type ImageContents,
  type ImagePart,
  type Text,
} from '../../../model/index.ts';
import { productOf, type PinnedOs } from '../../../products/index.ts';

/** Facts from a publisher's changelog about an image and later ones. */

/** Number of fixes that are named; the rest is counted. */
const MAX_NAMED_FIXES = 6;

export function isRevert({ changes = [] }: NumberedImage): boolean {
  return changes.some(({ kind }) => kind === 'taken-back');
}

export function imageNotesUrl(base: NumberedImage): string {
  return productOf(base.product).system?.imageNotesUrl?.(base) ?? '';
}

/** Cautions before an image is adopted: reverts, pinned or downgraded packages, and warnings. Each once. */
export function cautionsOf(base: NumberedImage | null): Text[] {
  const changes = (base?.changes ?? []).filter(({ kind }) => kind !== 'fix' && kind !== 'taken-back');
  const byWords = new Map(changes.map((change) => [`${change.kind} ${change.part ?? ''}`, change]));
  return [...byWords.values()].map(changeText);
}

/** Sentence with the cautions before an image is adopted; null if there are none. */
export function cautionText(base: NumberedImage | null): Text | null {
  const changes = cautionsOf(base);
  return base === null || changes.length === 0
    ? null
    : text('os.image.cautions', { changes, url: imageNotesUrl(base) });
}

export function changeText(change: ImageChange): Text {
  return numberedVersion(changeWords(change), change.kind === 'warning' ? null : change.pull);
}

/** Name that the catalogue uses for the parent image. */
const SOURCE_AMI = 'source AMI';

function changeWords({ kind, part, version, by }: ImageChange): Text {
  const what = part ?? text('os.image.change.aPart');
  const isOfSource = part === SOURCE_AMI && version !== null;
  switch (kind) {
    case 'revert':
      return isOfSource
        ? text('os.image.change.unpinned', { version })
        : text('os.image.change.reverted', { part });
    case 'pin':
      return text('os.image.change.pinned', { what, version });
    case 'downgrade':
      return text('os.image.change.downgraded', { what, version });
    case 'warning':
      return text('os.image.change.warning');
    case 'taken-back':
      return isOfSource
        ? text('os.image.change.sourceTakenBack', { version, by: by ?? '' })
        : text('os.image.change.takenBack', { part, by: by ?? '' });
    case 'fix':
      return text('os.image.change.fixed', { what });
  }
}

/** Text with the number of its pull request. */
function numberedVersion(words: Text, pull: number | null): Text {
  return pull === null ? words : text('os.image.numbered', { words, pull });
}

/** Versions of an image's parts, for the pinned minor version of Kubernetes; empty if not stated. */
export function contentsOf(base: NumberedImage | null, { kubernetes }: PinnedOs): readonly ImageContents[] {
  const all = base?.contents ?? [];
  const own = all.filter((each) => kubernetes !== undefined && each.kubernetes.includes(kubernetes));
  return own.length > 0 ? own : all;
}

/** Kernel series that an image runs, which may differ by Kubernetes; null unless all are stated. */
export function kernelsOf(base: NumberedImage | null, pinned: PinnedOs): ReadonlySet<string> | null {
  if (pinned.kernel !== undefined) return new Set([pinned.kernel]);
  const kernels = contentsOf(base, pinned).map(({ kernel }) => /^\d+\.\d+(?=\.)/.exec(kernel ?? '')?.[0]);
  const stated = kernels.filter((series) => series !== undefined);
  return stated.length === 0 || stated.length < kernels.length ? null : new Set(stated);
}

/** `kernel 6.12.94, containerd 2.2.4`; several versions of a part if they differ by Kubernetes. */
export function partTexts(contents: readonly ImageContents[]): Text[] {
  return IMAGE_PARTS.flatMap((part) => {
    const versions = versionsOf(contents, part);
    return versions.length === 0 ? [] : [text('os.image.part', { part, versions })];
  });
}

/** `6.12.94` of `6.12.94-123.180.amzn2023` */
function versionsOf(contents: readonly ImageContents[], part: ImagePart): string[] {
  const written = contents.flatMap((each) => each[part] ?? []);
  return [...new Set(written.map((version) => textBefore(version, '-')))];
}

/**
 * Parts and fixes of an image, and the fixes of its publisher's later ones.
 * @param later newest first
 */
export function imageFacts(base: NumberedImage, later: readonly NumberedImage[], pinned: PinnedOs): Text[] {
  const parts = exactParts(contentsOf(base, pinned));
  const own = fixTexts([base]);
  const others = fixTexts(later.toReversed());
  const newest = later[0];
  return [
    ...(parts.length > 0 ? [text('os.image.contents', { parts })] : []),
    ...(own.length > 0 ? [text('os.image.fixes', { fixes: own })] : []),
    ...(newest === undefined
      ? []
      : [
          text(others.length === 0 ? 'os.image.lacks.nothing' : 'os.image.lacks', {
            images: later.length,
            publisher: base.publisher.toUpperCase(),
            fixes: others,
            day: newest.day,
            parts: partTexts(contentsOf(newest, pinned)),
          }),
        ]),
  ];
}

function exactParts(contents: readonly ImageContents[]): Text[] {
  return contents.map((each) => {
    const parts = IMAGE_PARTS.flatMap((part) => {
      const version = each[part];
      return version === null ? [] : [text('os.image.part', { part, versions: [version] })];
    });
    return text('os.image.for', { kubernetes: each.kubernetes.toReversed(), parts });
  });
}

function fixTexts(bases: readonly NumberedImage[]): Text[] {
  const fixes = bases.flatMap(({ changes = [] }) => changes.filter(({ kind }) => kind === 'fix'));
  const named = fixes
    .slice(0, MAX_NAMED_FIXES)
    .map(({ part, pull }) =>
      numberedVersion(text('os.image.fix', { what: part ?? text('os.image.fix.other') }), pull),
    );
  const others = fixes.length - named.length;
  return others === 0 ? named : [...named, text('os.image.otherFixes', { count: others })];
}
