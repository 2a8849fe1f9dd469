import { type FoundImage, imagesAmong, mayHoldImage } from '../../../resources/passes/images-among.ts';
import { locate, referencesIn, type Span } from '../../../../syntax/index.ts';
import { unlinkedImage } from '../pins/images.ts';
import type { DraftWithLinks } from '../../../resources/links.ts';
import { isReplacedEverywhere } from '../../../../values/hcl/index.ts';
import type { Declarations, NamedValues } from './unattached-values.ts';
import { isOnlyDeclaring } from '../../../hcl/module.ts';
import type { Scalar } from '../../../../values/index.ts';
import type { Scope } from '../../../hcl/scope.ts';

/**
 * Images in variables and locals whose use cannot be followed, such as a map of settings by environment. If a part of a
 * value is in use, the rest is not reported.
 */
export function unattachedImages(
  scope: Scope,
  declarations: Declarations,
  found: readonly DraftWithLinks[],
): DraftWithLinks[] {
  const [named, ofTypes] = [valuesWithImages(declarations.values), valuesWithImages(declarations.types)];
  if (named.length === 0 && ofTypes.length === 0) return [];
  const images = found.filter(({ kind }) => kind === 'operating-system');
  // Release and type are reported together, because the type gives the release its meaning.
  const used = new Set(
    images
      .flatMap(({ version, settings }) => [version, settings['amiType']])
      .flatMap((fact) => (fact?.state === 'known' && fact.at ? [`${fact.at.file}:${fact.at.line}`] : [])),
  );
  const isUsed = ({ image }: FoundImage): boolean => used.has(lineOf(image));
  const values = [
    ...named.filter(({ images }) => !images.some(isUsed)),
    ...ofTypes.filter(({ images }) => !images.every(isUsed)),
  ];
  if (values.length === 0) return [];
  const { module } = scope;
  const references = referencesIn(module.files);
  return values
    .filter(({ name }) => isOnlyDeclaring(module) || references.has(name))
    .flatMap(({ name, span, images }) => {
      const declared = { name: `${scope.prefix}${name}`, file: span.lines.file, span, count: 1 };
      const count = references.get(name) ?? 0;
      return images
        .filter(({ image }) => !isReplacedEverywhere(image.span, count, scope.surroundings))
        .map((image) => unlinkedImage(declared, image));
    });
}

/** A named value that contains images, with its declaration. */
interface ValueWithImages {
  name: string;
  span: Span;
  images: FoundImage[];
}

function valuesWithImages(values: readonly NamedValues[]): ValueWithImages[] {
  return values.flatMap(({ kind, results, spanOf }) =>
    [...results].flatMap(([name, result]) => {
      const images = mayHoldImage(result) ? imagesAmong([{ key: name, value: () => result }]) : [];
      return images.length === 0 ? [] : [{ name: `${kind}.${name}`, span: spanOf(name), images }];
    }),
  );
}

function lineOf({ span }: Scalar): string {
  const { file, line } = locate(span);
  return `${file}:${line}`;
}
