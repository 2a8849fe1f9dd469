import { snakeKey } from '../../../../vocabulary/index.ts';
import { imageContext, isOtherKey } from '../../image-settings/image-text.ts';
import { locate } from '../../../../syntax/index.ts';
import { looseImage, type NamedImage } from './images.ts';
import type { LooseDraft } from '../../../resources/links.ts';
import { isReplacedEverywhere } from '../../../../values/hcl/index.ts';
import { type NamedValue, nameWithoutKind, typesOf, valuesOf } from './loose-values.ts';
import { isOnlyDeclaring } from '../modules/module.ts';
import { referencesIn } from './references.ts';
import {
  asFarAsKnown,
  joinLabels,
  maxImageDepth,
  type Option,
  optionsOf,
  type Scalar,
  stringOf,
  toFact,
  type Value,
} from '../../../../values/index.ts';
import type { Scope } from '../modules/scope.ts';

/** Keys of tables that list an image for every type there is. */
const TABLE_KEY = /^(?:AL2|AL2023|BOTTLEROCKET|WINDOWS|ECS_AL2|ECS_AL2023)_\w+$/;
const RELEASE_KEY = /(?:^|_)release_version$/;

interface Found extends NamedImage {
  image: Scalar;
}

/**
 * Images in variables and locals that something uses in a way that cannot be followed: in a map that holds the settings of
 * each environment, for one. A value of which a part was found in use tells nothing more.
 */
export function looseImages(scope: Scope, found: readonly LooseDraft[]): LooseDraft[] {
  const used = new Set(
    found.flatMap(({ kind, version }) =>
      kind === 'os-image' && version?.state === 'known' ? [`${version.at.file}:${version.at.line}`] : [],
    ),
  );
  const isUsed = ({ image }: Found): boolean => used.has(lineOf(image));
  const values = [
    ...withImages(valuesOf(scope)).filter(({ images }) => !images.some(isUsed)),
    ...withImages(typesOf(scope)).filter(({ images }) => !images.every(isUsed)),
  ];
  if (values.length === 0) return [];
  const { module } = scope;
  const references = referencesIn(module.files);
  return values
    .filter(({ value }) => isOnlyDeclaring(module) || references.has(value.name))
    .flatMap(({ value: { name, span }, images }) => {
      const declared = { name: `${scope.prefix}${name}`, file: span.lines.file, span, count: 1 };
      const count = references.get(name) ?? 0;
      return images
        .filter(({ image }) => !isReplacedEverywhere(image.span, count, scope.surroundings))
        .map((image) => looseImage(declared, image));
    });
}

function withImages(values: readonly NamedValue[]): { value: NamedValue; images: Found[] }[] {
  return values
    .map((value) => ({ value, images: imagesIn(nameWithoutKind(value), value.result, 0) }))
    .filter(({ images }) => images.length > 0);
}

function lineOf({ span }: Scalar): string {
  const { file, line } = locate(span);
  return `${file}:${line}`;
}

function imagesIn(key: string, value: Value, depth: number): Found[] {
  if (depth > maxImageDepth) return [];
  // Most values are texts that are no image: their keys are looked at when they are one.
  if (value.kind !== 'scalar' && isOtherKey(key)) return [];
  const options = optionsOf(value);
  if (options.some(({ label }) => label !== null && TABLE_KEY.test(label))) return [];
  return options.flatMap(({ label, result }) =>
    imagesInOption(key, asFarAsKnown(result), depth).map((found) => ({
      ...found,
      environment: joinLabels(label, found.environment),
    })),
  );
}

function imagesInOption(key: string, result: Option['result'], depth: number): Found[] {
  if (result.kind === 'scalar') return imageAt(key, result, null);
  if (result.kind === 'list') return result.items.flatMap((item) => imagesIn(key, item, depth + 1));
  if (result.kind !== 'map') return [];
  const names = [...result.fields.keys()];
  if (names.some((name) => TABLE_KEY.test(name))) return [];
  const amiType = result.fields.get('ami_type') ?? null;
  const isPinned = [...result.fields].some(
    ([name, field]) => RELEASE_KEY.test(snakeKey(name)) && stringOf(field) !== null,
  );
  return [...result.fields].flatMap(([name, field]) => {
    if (isPinned && field === amiType) return [];
    return field.kind === 'scalar' ? imageAt(name, field, amiType) : imagesIn(name, field, depth + 1);
  });
}

function imageAt(key: string, image: Scalar, amiType: Value | null): Found[] {
  const context = imageContext(key, image.text, amiType === null ? null : stringOf(amiType));
  if (context === null || isOtherKey(key)) return [];
  const found = { image, settings: {}, environment: null };
  if (context.place === 'ami-family') return [{ ...found, settings: { amiFamily: toFact(image) } }];
  const isRelease = context.amiType !== undefined && amiType !== null;
  return [isRelease ? { ...found, settings: { amiType: toFact(amiType) } } : found];
}
