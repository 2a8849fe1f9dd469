import type { Asset, SettingValue } from '../model/index.ts';
import { resourcesOfAsset, type Declared } from './types.ts';

/** Tools that leave unwritten settings to the service; the defaults of the others are unknown. */
const USES_SERVICE_DEFAULT: ReadonlySet<Asset['source']> = new Set([
  'terraform',
  'pulumi',
  'cloudformation',
  'cdk',
  'shell',
  'api',
]);
const TERRAFORM_SOURCES: ReadonlySet<Asset['source']> = new Set(['terraform', 'pulumi']);

/** Default of an unwritten setting; undefined if unknown. */
export function defaultOf(
  asset: Declared & Pick<Asset, 'source'>,
  setting: string,
): SettingValue | undefined {
  const { source } = asset;
  if (!USES_SERVICE_DEFAULT.has(source)) return undefined;
  const row = resourcesOfAsset(asset).find(({ settings }) => setting in settings)?.settings[setting];
  return TERRAFORM_SOURCES.has(source) ? (row?.terraformDefault ?? row?.default) : row?.default;
}
