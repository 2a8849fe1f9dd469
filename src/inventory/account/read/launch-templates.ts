import type { Asset } from '../../../model/index.ts';
import { LAUNCH_TEMPLATE, describedSettings } from '../../../vocabulary/index.ts';
import { settingsFrom } from '../answers.ts';
import { assetOf } from '../asset.ts';
import type { RegionReader } from '../region-reader.ts';
import { launchArn, type LaunchReference, type ScalingGroup } from './scaling-groups.ts';
import { decodeUserData } from '../../../syntax/shell/index.ts';
import { safeScript } from '../../hosts/safe-script.ts';

interface LaunchData {
  UserData?: string | undefined;
  ImageId?: string | undefined;
  InstanceType?: string | undefined;
  IamInstanceProfile?: unknown;
  BlockDeviceMappings?: unknown;
  MetadataOptions?: unknown;
}

/** Launch templates and configurations of the groups, each in the version that a group uses. */
export async function readLaunchTemplates(
  groups: readonly ScalingGroup[],
  reader: RegionReader,
): Promise<Asset[]> {
  const used = new Map(
    groups.flatMap(({ launch }) => (launch === null ? [] : [[launchArn(launch, reader), launch]])),
  );
  const names = [...used.values()].flatMap((launch) =>
    launch.kind === 'configuration' ? [launch.name] : [],
  );
  const configurations = await readConfigurations(names, reader);
  return await Promise.all(
    [...used].map(async ([arn, launch]) =>
      launch.kind === 'template'
        ? launchAsset(arn, launch, await readTemplate(launch, reader), reader)
        : launchAsset(arn, launch, configurations.get(launch.name) ?? null, reader),
    ),
  );
}

async function readTemplate(
  { id, version }: LaunchReference & { kind: 'template' },
  reader: RegionReader,
): Promise<LaunchData | null> {
  const answer = await reader.ask('ec2:DescribeLaunchTemplateVersions', (ec2, options) =>
    ec2.describeLaunchTemplateVersions({ LaunchTemplateId: id, Versions: [version] }, options),
  );
  return answer?.LaunchTemplateVersions?.[0]?.LaunchTemplateData ?? null;
}

async function readConfigurations(
  names: readonly string[],
  reader: RegionReader,
): Promise<ReadonlyMap<string | undefined, LaunchData>> {
  if (names.length === 0) return new Map();
  const listing = await reader.pages(
    'autoscaling:DescribeLaunchConfigurations',
    (scaling, options, NextToken) => scaling.describeLaunchConfigurations({ NextToken }, options),
    ({ NextToken }) => NextToken,
  );
  const found = listing.pages.flatMap(({ LaunchConfigurations = [] }) => LaunchConfigurations);
  return new Map(found.map((configuration) => [configuration.LaunchConfigurationName, configuration]));
}

function launchAsset(
  arn: string,
  launch: LaunchReference,
  data: LaunchData | null,
  reader: RegionReader,
): Asset {
  const name = launch.kind === 'template' ? (launch.name ?? launch.id) : launch.name;
  const named =
    launch.kind === 'template'
      ? { LaunchTemplateName: name, VersionNumber: launch.version }
      : { LaunchConfigurationName: name };
  return assetOf(
    'launch-template',
    arn,
    name,
    reader.place,
    settingsFrom('launch-template', { ...named, ...contentOf(data) }),
    { unknownSettings: data === null ? describedSettings(LAUNCH_TEMPLATE) : [] },
  );
}

/** User data, reduced to the words that checks look for. */
function contentOf(data: LaunchData | null): object {
  if (data === null) return {};
  const { UserData } = data;
  return {
    ...data,
    UserData: UserData === undefined || UserData === '' ? undefined : userDataKeywords(UserData),
  };
}

/** Commands by which a script takes part in the termination of its instance. */
const TERMINATION_COMMANDS = ['target-lifecycle-state', 'complete-lifecycle-action'];

/**
 * Reduced user data of an answer (base64, possibly compressed). User data can contain secrets: only the steps that
 * decide if logs leave the instance are kept, and some fixed words, one on each line.
 */
export function userDataKeywords(userData: string): string {
  const text = decodeUserData(userData);
  const words = TERMINATION_COMMANDS.filter((word) => text.includes(word)).map((word) => `: ${word}`);
  return [...words, safeScript({ name: 'user data', text })].filter((line) => line !== '').join('\n');
}
