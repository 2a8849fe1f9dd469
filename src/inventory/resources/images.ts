import type { FileLocation } from '../../model/index.ts';
import { mayNameImage } from '../../products/index.ts';
import {
  asFarAsKnown,
  type Fact,
  maxNamedImages,
  type Option,
  optionsOf,
  resourcesIn,
  toFact,
  toImageFact,
  type Value,
} from '../../values/index.ts';
import type { ImagePlaces } from '../../vocabulary/index.ts';
import { imageDraft, type AssetDraft } from './draft.ts';

/** An image that a value names. */
export interface NamedImage {
  image: Value;
  /** What beside it tells how it is meant. */
  settings: Record<string, Fact>;
  /** The row of a map that decides for an environment. */
  environment: string | null;
}

/** Where a resource names an image. */
export interface ImagePlace {
  /** What the image is called after its resource; nothing where the resource is the image. */
  path: string;
  at: FileLocation;
  value: Value;
}

/** Something that names images in places of its own. */
export interface ImageUser extends Pick<AssetDraft, 'source' | 'name' | 'file' | 'count'> {
  places: ImagePlaces;
  /** What other resources find, such as data sources, is listed with those. */
  listsSources: boolean;
  /** What is written at one of the paths. */
  placesAt: (path: string) => readonly ImagePlace[];
}

const AMI_ID = /^ami-[0-9a-f]{8,17}$/;

/** The images that something names: of several paths the first counts that names one. */
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

/** The images that a value can be, and the environment that each is for. */
export function imagesAt(value: Value, isMachine = false): Omit<NamedImage, 'settings'>[] {
  return optionsOf(value)
    .map(({ label, result }) => ({ image: asFarAsKnown(result), environment: label }))
    .filter(({ image }) => isImage(image, isMachine))
    .slice(0, maxNamedImages);
}

/** A machine runs an image whatever it is called. */
function isImage(image: Option['result'], isMachine: boolean): boolean {
  if (image.kind === 'unknown') return isMachine;
  return image.kind === 'scalar' && (mayNameImage(image.text) || (isMachine && AMI_ID.test(image.text)));
}

export function draftOfImage(
  { image, settings, environment }: NamedImage,
  of: Pick<AssetDraft, 'source' | 'name' | 'file' | 'at' | 'count'>,
): AssetDraft {
  return { ...imageDraft({ ...of, version: toImageFact(image) }), count: of.count, settings, environment };
}

/** What the release of a node group means depends on the type of its image. */
function settingsOfMeaning(
  { meaning }: ImagePlaces,
  placesAt: (path: string) => readonly ImagePlace[],
): Record<string, Fact> {
  const [type] = meaning === undefined ? [] : placesAt(meaning);
  return type === undefined ? {} : { amiType: toFact(type.value) };
}

function isMadeElsewhere(value: Value): boolean {
  return value.kind === 'unknown' && resourcesIn(value).length > 0;
}
