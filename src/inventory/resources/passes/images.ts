import type { FileLocation } from '../../../model/index.ts';
import { mayNameImage, readOsImage } from '../../../products/index.ts';
import {
  partlyKnownImage,
  choice,
  type Fact,
  maxNamedImages,
  unlessNull,
  type Option,
  optionsOf,
  resourcesIn,
  toFact,
  toImageFact,
  type Value,
} from '../../../values/index.ts';
import type { ImagePlaces } from '../../../vocabulary/index.ts';
import { imageDraft, type AssetDraft } from '../draft.ts';

/** An image that a value names. */
export interface NamedImage {
  image: Value;
  /** Settings that give the name its meaning. */
  settings: Record<string, Fact>;
  /** Row of a map that selects by environment. */
  environment: string | null;
  /** Set for one of several possible images. */
  isUnselected?: AssetDraft['isUnselected'];
}

/** Place where a resource names an image. */
export interface ImagePlace {
  /** Suffix of the image's name, after the name of its resource; empty if the resource is the image. */
  path: string;
  at: FileLocation;
  value: Value;
}

/** A resource with images in several places. */
export interface ImageUser extends Pick<AssetDraft, 'source' | 'name' | 'file' | 'count'> {
  places: ImagePlaces;
  /** True for a data source: its images are listed under its own name. */
  listsSources: boolean;
  /** Values at a path. */
  placesAt: (path: string) => readonly ImagePlace[];
}

const AMI_ID = /^ami-[0-9a-f]{8,17}$/;

/** Images of a resource. Of alternative paths, the first one with an image counts. */
export function imagesOfDeclared({ places, placesAt, listsSources, ...of }: ImageUser): AssetDraft[] {
  const settings = settingsOfMeaning(places, placesAt);
  for (const path of places.images) {
    const written = placesAt(path);
    if (listsSources && places.meaning !== undefined && written.some(({ value }) => isMadeElsewhere(value)))
      return [];
    const drafts = written.flatMap(({ path: own, at, value }) => {
      const name = own === '' ? of.name : `${of.name}.${own}`;
      return imagesAt(value, places.isMachine)
        .filter(({ image }) => !listsSources || !isMadeElsewhere(image))
        .map((named) => draftOfImage({ ...named, settings }, { ...of, name, at }));
    });
    if (drafts.length > 0) return drafts;
  }
  return [];
}

/** Possible images of a value, each with its environment. */
export function imagesAt(value: Value, isMachine = false): Omit<NamedImage, 'settings'>[] {
  const images = optionsOf(value)
    .map(({ label, result }) => ({ image: partlyKnownImage(result), environment: label }))
    .filter(({ image }) => isImage(image, isMachine))
    .slice(0, maxNamedImages);
  const isUnselected = uncertaintyOf(images.map(({ image }) => image));
  return images.map((each) => ({ ...each, ...(isUnselected !== undefined && { isUnselected }) }));
}

/** Uncertain part of a choice between several images; undefined if all have the same release, or one is unknown. */
export function uncertaintyOf(images: readonly Value[]): AssetDraft['isUnselected'] {
  return uncertaintyOfNames(images.map((image) => (image.kind === 'scalar' ? image.text : null)));
}

/** Like {@link uncertaintyOf}, for names of images; null stands for a value that names none. */
export function uncertaintyOfNames(names: readonly (string | null)[]): AssetDraft['isUnselected'] {
  if (names.length < 2) return undefined;
  const read = names.map((name) => (name === null ? null : readOsImage(name)));
  if (read.includes(null)) return undefined;
  const releases = new Set(read.map((image) => `${image?.product ?? ''} ${image?.version ?? ''}`));
  if (releases.size < 2) return undefined;
  return new Set(read.map((image) => image?.product)).size > 1 ? true : 'release';
}

/** True for an image name. A machine's image may have any name, but another resource's address is none. */
function isImage(image: Option['result'], isMachine: boolean): boolean {
  if (image.kind === 'unknown') return isMachine;
  if (image.kind !== 'scalar' || resourcesIn(image).includes(image.text)) return false;
  return mayNameImage(image.text) || (isMachine && AMI_ID.test(image.text));
}

export function draftOfImage(
  { image, settings, environment, isUnselected }: NamedImage,
  of: Pick<AssetDraft, 'source' | 'name' | 'file' | 'at' | 'count'>,
): AssetDraft {
  return {
    ...imageDraft({ ...of, version: toImageFact(image) }),
    ...{ count: of.count, settings, environment },
    ...(isUnselected !== undefined && { isUnselected }),
  };
}

/** Settings that give a node group's release its meaning: the type of its image. */
function settingsOfMeaning(
  { meaning }: ImagePlaces,
  placesAt: (path: string) => readonly ImagePlace[],
): Record<string, Fact> {
  const [type] = meaning === undefined ? [] : placesAt(meaning);
  if (type === undefined) return {};
  // A branch with null sets no type.
  const written = optionsOf(type.value).filter(({ result }) => unlessNull(result) !== null);
  return written.length === 0 ? {} : { amiType: toFact(choice(written)) };
}

function isMadeElsewhere(value: Value): boolean {
  return value.kind === 'unknown' && resourcesIn(value).length > 0;
}
