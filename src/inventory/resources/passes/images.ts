import type { FileLocation } from '../../../model/index.ts';
import { mayNameImage, readOsImage } from '../../../products/index.ts';
import {
  asFarAsKnown,
  choice,
  type Fact,
  maxNamedImages,
  notNull,
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
  /** What beside it tells how it is meant. */
  settings: Record<string, Fact>;
  /** The row of a map that decides for an environment. */
  environment: string | null;
  /** One of several that the value can be, and which one is not known. */
  isUnselected?: AssetDraft['isUnselected'];
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
  const images = optionsOf(value)
    .map(({ label, result }) => ({ image: asFarAsKnown(result), environment: label }))
    .filter(({ image }) => isImage(image, isMachine))
    .slice(0, maxNamedImages);
  const isUnselected = notCertainOf(images.map(({ image }) => image));
  return images.map((each) => ({ ...each, ...(isUnselected !== undefined && { isUnselected }) }));
}

/** What is not certain where one of several images is taken; nothing where all are the same release, or one is not read. */
export function notCertainOf(images: readonly Value[]): AssetDraft['isUnselected'] {
  return notCertainOfNames(images.map((image) => (image.kind === 'scalar' ? image.text : null)));
}

/** The same of what is written; null is of no image. */
export function notCertainOfNames(names: readonly (string | null)[]): AssetDraft['isUnselected'] {
  if (names.length < 2) return undefined;
  const read = names.map((name) => (name === null ? null : readOsImage(name)));
  if (read.includes(null)) return undefined;
  const releases = new Set(read.map((image) => `${image?.product ?? ''} ${image?.version ?? ''}`));
  if (releases.size < 2) return undefined;
  return new Set(read.map((image) => image?.product)).size > 1 ? true : 'release';
}

/** A machine runs an image whatever it is called. The address of what another resource finds is no name. */
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

/** What the release of a node group means depends on the type of its image. */
function settingsOfMeaning(
  { meaning }: ImagePlaces,
  placesAt: (path: string) => readonly ImagePlace[],
): Record<string, Fact> {
  const [type] = meaning === undefined ? [] : placesAt(meaning);
  if (type === undefined) return {};
  // A branch with null writes none.
  const written = optionsOf(type.value).filter(({ result }) => notNull(result) !== null);
  return written.length === 0 ? {} : { amiType: toFact(choice(written)) };
}

function isMadeElsewhere(value: Value): boolean {
  return value.kind === 'unknown' && resourcesIn(value).length > 0;
}
