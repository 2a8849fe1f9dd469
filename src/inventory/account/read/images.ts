import { IMAGE } from '../../../vocabulary/index.ts';
import type { Image, Instance } from '@aws-sdk/client-ec2';
import type { InstanceInformation } from '@aws-sdk/client-ssm';
import { text } from '../../../l10n/index.ts';
import { compareText, type Asset, type SettingValue, type ProductId } from '../../../model/index.ts';
import { products, readOsImage } from '../../../products/index.ts';
import { assetOf, withoutMissing, pickFields } from '../asset.ts';
import type { Place, RegionReader } from '../region-reader.ts';

/** Images of the instances in Auto Scaling groups. */
export interface Images {
  assets: readonly Asset[];
  /** Ids of image assets by the name of the group whose instances use them. */
  byGroup: ReadonlyMap<string, ReadonlySet<string>>;
  /** Id of the asset for an image. */
  assetId(imageId: string): string;
}

const INSTANCES_PAGE = 1000;
const SSM_PAGE = 50;
/** Maximum of values in one filter. */
const MAX_FILTER_VALUES = 200;
/** Longest chain of source images: custom images rarely have more steps down to Amazon's. */
const MAX_SOURCE_CHAIN = 4;
const GROUP_TAG = 'aws:autoscaling:groupName';

/** Images that instances use or that launch templates name, with their Amazon Linux releases. */
export async function readImages(alsoNamed: readonly string[], reader: RegionReader): Promise<Images> {
  const [instances, managed] = await Promise.all([readInstances(reader), readManaged(reader)]);
  const byImage = Map.groupBy(instances, ({ ImageId = '' }) => ImageId);
  const ids = [...new Set([...byImage.keys(), ...alsoNamed])].filter((id) => id.startsWith('ami-'));
  const described = await describeImages(ids, reader);
  const assetId = (imageId: string): string => reader.arn('ec2', `image/${imageId}`);
  const byGroup = new Map<string, Set<string>>();
  for (const { ImageId, Tags = [] } of instances) {
    const group = Tags.find(({ Key }) => Key === GROUP_TAG)?.Value;
    if (group === undefined || ImageId === undefined) continue;
    byGroup.set(group, (byGroup.get(group) ?? new Set()).add(assetId(ImageId)));
  }
  const assets = ids.map((id) => {
    const running = byImage.get(id) ?? [];
    const information = running.flatMap(({ InstanceId }) => managed.get(InstanceId) ?? []);
    return imageAsset(id, described, running.length, information, assetId(id), reader.place);
  });
  return { assets, byGroup, assetId };
}

async function readInstances(reader: RegionReader): Promise<Instance[]> {
  const Filters = [{ Name: 'instance-state-name', Values: ['pending', 'running', 'stopping', 'stopped'] }];
  const listing = await reader.pages(
    'ec2:DescribeInstances',
    (ec2, options, NextToken) =>
      ec2.describeInstances({ Filters, MaxResults: INSTANCES_PAGE, NextToken }, options),
    ({ NextToken }) => NextToken,
  );
  const instances = listing.pages
    .flatMap(({ Reservations = [] }) => Reservations)
    .flatMap(({ Instances = [] }) => Instances)
    .filter(({ Platform }) => Platform !== 'Windows');
  // Sorted: the first instance that reports its system decides, whatever order the service returns.
  return [...new Map(instances.map((instance) => [instance.InstanceId, instance])).values()].sort((a, b) =>
    compareText(a.InstanceId ?? '', b.InstanceId ?? ''),
  );
}

async function readManaged(
  reader: RegionReader,
): Promise<ReadonlyMap<string | undefined, InstanceInformation>> {
  const listing = await reader.pages(
    'ssm:DescribeInstanceInformation',
    (ssm, options, NextToken) =>
      ssm.describeInstanceInformation({ MaxResults: SSM_PAGE, NextToken }, options),
    ({ NextToken }) => NextToken,
  );
  const all = listing.pages.flatMap(({ InstanceInformationList = [] }) => InstanceInformationList);
  return new Map(all.map((information) => [information.InstanceId, information]));
}

/** Images and their source images, as far as they can be read. */
export async function describeImages(
  ids: readonly string[],
  reader: RegionReader,
): Promise<Map<string, Image>> {
  const known = new Map<string, Image>();
  let wanted = ids;
  for (let step = 0; step < MAX_SOURCE_CHAIN && wanted.length > 0; step += 1) {
    const found = (await Promise.all(chunks(wanted).map((each) => describeBatch(each, reader)))).flat();
    for (const image of found) if (image.ImageId !== undefined) known.set(image.ImageId, image);
    const sources = found.flatMap((image) => {
      const { SourceImageId, Name = '' } = image;
      return SourceImageId === undefined || readOsImage(Name) !== null ? [] : [SourceImageId];
    });
    wanted = [...new Set(sources)].filter((id) => !known.has(id));
  }
  return known;
}

/** Uses a filter, because a deleted image is then left out. By id, the whole call would fail. */
async function describeBatch(ids: readonly string[], reader: RegionReader): Promise<Image[]> {
  const answer = await reader.ask('ec2:DescribeImages', (ec2, options) =>
    ec2.describeImages(
      { Filters: [{ Name: 'image-id', Values: [...ids] }], IncludeDeprecated: true },
      options,
    ),
  );
  return answer?.Images ?? [];
}

function chunks(ids: readonly string[]): string[][] {
  const count = Math.ceil(ids.length / MAX_FILTER_VALUES);
  return Array.from({ length: count }, (_, index) =>
    ids.slice(index * MAX_FILTER_VALUES, (index + 1) * MAX_FILTER_VALUES),
  );
}

type VersionFacts = Pick<
  Asset,
  'product' | 'engineVersion' | 'version' | 'versionPrefix' | 'resolution' | 'reason'
>;

export function imageAsset(
  id: string,
  described: ReadonlyMap<string, Image>,
  instanceCount: number,
  managed: readonly InstanceInformation[],
  arn: string,
  place: Place,
): Asset {
  const image = described.get(id);
  const facts = versionOf(id, image, described, managed);
  const settings = {
    [IMAGE]: id,
    instanceCount,
    ...(image === undefined
      ? {}
      : pickFields(image, ['Name', 'CreationDate', 'DeprecationTime', 'OwnerId', 'SourceImageId'])),
    ...withoutMissing({ managedInstances: managed.length === 0 ? undefined : managed.map(managedSetting) }),
  };
  return assetOf('operating-system', arn, image?.Name ?? id, place, settings, {
    ...facts,
    versions: { declared: null, running: facts.version, pending: null },
  });
}

function managedSetting(information: InstanceInformation): SettingValue {
  return pickFields(information, [
    'InstanceId',
    'AgentVersion',
    'PingStatus',
    'PlatformName',
    'PlatformVersion',
  ]);
}

/** Version of an image: from its name, else from its source image's name, else from Systems Manager. */
function versionOf(
  id: string,
  image: Image | undefined,
  described: ReadonlyMap<string, Image>,
  managed: readonly InstanceInformation[],
): VersionFacts {
  const names = lineOf(image, described).map(({ Name = '' }) => Name);
  const name = image?.Name ?? id;
  const unknown = {
    product: null,
    engineVersion: name,
    version: null,
    versionPrefix: null,
    resolution: 'unknown',
  } as const;
  for (const written of names) {
    const os = readOsImage(written);
    if (os === null) continue;
    const facts = { ...unknown, product: os.product, engineVersion: written };
    if (os.version !== null && os.form === 'release') {
      return { ...facts, version: os.version, resolution: 'literal', reason: null };
    }
    return { ...facts, resolution: 'partial', reason: text('account.generation', { name: written }) };
  }
  const named = products().find(({ host }) => names.some((each) => host?.isImageName(each) === true));
  if (named !== undefined) {
    return { ...unknown, product: named.id, reason: text('account.imageUnknown', { name }) };
  }
  const product = managed.map(productOfHost).find((each) => each !== null);
  if (product !== undefined) {
    const reason = text('account.generation', { name });
    return { ...unknown, product, resolution: 'partial', reason };
  }
  const reason =
    image === undefined ? text('account.imageGone', { id }) : text('account.imageUnknown', { name });
  return { ...unknown, reason };
}

/** Product that Systems Manager reports for an instance. */
function productOfHost({ PlatformName = '', PlatformVersion = '' }: InstanceInformation): ProductId | null {
  return products().find(({ host }) => host?.isPlatform(PlatformName, PlatformVersion) === true)?.id ?? null;
}

/** An image and its chain of source images. */
function lineOf(image: Image | undefined, described: ReadonlyMap<string, Image>): Image[] {
  const line: Image[] = [];
  for (let each = image; each !== undefined && !line.includes(each);) {
    line.push(each);
    each = described.get(each.SourceImageId ?? '');
  }
  return line;
}
