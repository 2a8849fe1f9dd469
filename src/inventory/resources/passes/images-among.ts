import { memoize } from '../../../model/index.ts';
import {
  partlyKnownImage,
  type Fact,
  joinLabels,
  type MapValue,
  maxImageDepth,
  type Option,
  optionsOf,
  partsOf as partsOfValue,
  type Scalar,
  scalarOf,
  stringOf,
  toFact,
  type Value,
} from '../../../values/index.ts';
import { snakeKey } from '../../../vocabulary/index.ts';
import { type NamedImage, uncertaintyOf } from './images.ts';
import type { Keyed } from './version-pin.ts';
import { imageContext, isOtherKey, mayBeImage } from './image-text.ts';

/** An image among the entries of one place. */
export interface FoundImage<E extends Keyed = Keyed> extends NamedImage {
  image: Scalar;
  entry: E;
}

/** Keys of an image's type and family. If a key of {@link PRECISE_KEY} names the image precisely, they are not needed. */
const TYPE_KEY = /(?:^|_)ami_type$/;
const GENERAL_KEY = /(?:^|_)ami_(?:type|family)$/;
const PRECISE_KEY = /(?:^|_)(?:release_version|ami_selector_terms|ami_alias)$/;
/** Keys of tables with an image for each type. */
const TABLE_KEY = /^(?:AL2|AL2023|BOTTLEROCKET|WINDOWS|ECS_AL2|ECS_AL2023)_\w+$/;

/**
 * Images in one place and in the maps below it.
 * @param isInUse true if certainly in use; else keys show if they are only reported, listed or searched
 */
export function imagesAmong<E extends Keyed>(
  entries: readonly E[],
  isInUse = false,
  depth = 0,
): FoundImage<E>[] {
  if (depth > maxImageDepth || !entries.some((entry) => mayHoldImage(entry.value()))) return [];
  if (entries.some(({ key }) => TABLE_KEY.test(key))) return [];
  const type = entries.find(({ key }) => TYPE_KEY.test(snakeKey(key)))?.value() ?? null;
  const isNamedCloser = entries.some(
    (each) => PRECISE_KEY.test(snakeKey(each.key)) && isWritten(each.value()),
  );
  const uncertain = depth === 0 ? undefined : uncertaintyAmong(entries);
  const rows = entries.some(isDisabled) ? true : uncertain;
  return entries.flatMap((entry) => {
    const { key } = entry;
    const isOther = (): boolean => !isInUse && isOtherKey(key);
    if (isNamedCloser && GENERAL_KEY.test(snakeKey(key))) return [];
    const value = entry.value();
    const parts = partsOf(value);
    const isUnselected =
      value?.kind === 'choice' && rows !== true ? uncertaintyOf(parts.map(({ result }) => result)) : rows;
    return parts.flatMap(({ label, result }): FoundImage<E>[] => {
      if (result.kind === 'scalar') {
        const settings = imageSettingsOf(key, result, type);
        if (settings === null || isOther()) return [];
        const found = { entry, image: result, settings, environment: label };
        return [{ ...found, ...(isUnselected !== undefined && { isUnselected }) }];
      }
      if (result.kind !== 'map' || isOther()) return [];
      return imagesAmong(keyedFields(result), isInUse, depth + 1).map((found) => ({
        ...found,
        ...(rows === true && { isUnselected: true }),
        entry,
        environment: joinLabels(label, found.environment),
      }));
    });
  });
}

/** True if an entry disables those beside it. */
function isDisabled({ key, value }: Keyed): boolean {
  return /^(?:is_)?enabled?$|^create$/.test(snakeKey(key)) && scalarOf(value())?.text === 'false';
}

/** True if a value can contain an image name. Memoized: values are tested often. */
export function mayHoldImage(value: Value | null): boolean {
  if (value === null) return false;
  if (value.kind === 'scalar') return mayBeImage(value.text);
  if (value.kind === 'unknown') return value.partial !== undefined && mayBeImage(value.partial);
  return holdsImage(value);
}

const holdsImage = memoize((value: Parameters<typeof partsOfValue>[0]): boolean =>
  [...partsOfValue(value)].some(mayHoldImage),
);

/** A map of images only is a table of choices. */
function uncertaintyAmong(entries: readonly Keyed[]): FoundImage['isUnselected'] {
  const values = entries.map((entry) => entry.value());
  const images = values.filter((value) => value?.kind === 'scalar');
  return images.length < values.length ? undefined : uncertaintyOf(images);
}

/** Fields of an object; those of unknown name have no key. */
export function keyedFields({ fields, others = [] }: MapValue): Keyed[] {
  const open = others.map((field) => ['', field] as const);
  return [...fields, ...open].map(([key, field]) => ({ key, value: () => field }));
}

/** False for an empty list or text: then the user of the settings chooses the image. */
function isWritten(value: Value | null): boolean {
  if (value?.kind === 'list') return value.items.length > 0;
  return value !== null && (stringOf(value) ?? '') !== '';
}

/** Possible values, with lists split into items. Empty for a table of images, which its keys reveal. */
function partsOf(value: Value | null, depth = 0): Option[] {
  const options = value === null || depth > maxImageDepth ? [] : optionsOf(value);
  if (options.some(({ label }) => label !== null && TABLE_KEY.test(label))) return [];
  return options.flatMap(({ label, result }) =>
    result.kind === 'list'
      ? // Repeated values, as list functions create them, are one place.
        [...new Set(result.items)]
          .flatMap((item) => partsOf(item, depth + 1))
          .map((part) => ({ ...part, label: joinLabels(label, part.label) }))
      : [{ label, result: partlyKnownImage(result) }],
  );
}

/** Settings for interpreting the text of a key as an image; null if it is none. */
function imageSettingsOf(key: string, image: Scalar, type: Value | null): Record<string, Fact> | null {
  const context = imageContext(key, image.text, type === null ? null : stringOf(type));
  if (context === null) return null;
  if (context.place === 'ami-family') return { amiFamily: toFact(image) };
  return context.amiType === undefined || type === null ? {} : { amiType: toFact(type) };
}
