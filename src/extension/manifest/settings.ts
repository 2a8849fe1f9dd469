import { TIERS, type EditorLevel } from '../../model/index.ts';
import { PREFIX } from '../contributions/names.ts';
import {
  READING_BUDGET_BOUNDS,
  SETTING_DEFAULTS,
  SHOWN_LEVELS,
  type SettingName,
} from '../contributions/settings.ts';
import type { Sentence } from './sentences/en.ts';
import { sentence } from './sentences/reference.ts';

interface SettingDescription {
  /** `resource`: can be set per folder. `machine`: cannot be set by a workspace, because it has effects outside of it. */
  scope: 'resource' | 'machine';
  /** True if the description is plain text, not Markdown. */
  isPlain?: true;
  /** JSON Schema of the value, except its type. */
  schema?: object;
}

const levels: readonly EditorLevel[] = ['warning', 'information', 'hint'];

/** All settings. Their descriptions are the sentences `setting.<name>`. */
const SETTINGS: Readonly<Record<SettingName, SettingDescription>> = {
  enable: { scope: 'resource', isPlain: true },
  codeLens: { scope: 'resource', isPlain: true },
  readingBudget: { scope: 'machine', schema: READING_BUDGET_BOUNDS },
  levels: {
    scope: 'resource',
    schema: {
      additionalProperties: false,
      properties: Object.fromEntries(levels.map((level) => [level, { type: 'string', enum: SHOWN_LEVELS }])),
    },
  },
  'watch.enabled': { scope: 'machine' },
  'watch.schedule': { scope: 'machine' },
  'watch.timeZone': { scope: 'machine' },
  'watch.notify': { scope: 'machine' },
  docsOrigin: { scope: 'machine' },
  'accounts.tier': {
    scope: 'machine',
    schema: {
      enum: TIERS,
      enumDescriptions: TIERS.map((tier) => sentence(`setting.accounts.tier.${tier}`)),
    },
  },
  'accounts.aggregator': { scope: 'machine' },
  'accounts.endpoint': { scope: 'machine' },
  'assistants.enabled': { scope: 'machine' },
};

/**
 * `contributes.configuration`
 * @param isIncluded true for each setting to include
 */
export function configuration(isIncluded: (name: SettingName) => boolean = () => true): object {
  const all = Object.entries(SETTINGS) as [SettingName, SettingDescription][];
  const entryOfSetting = all.filter(([name]) => isIncluded(name));
  return {
    title: 'Errata Lens',
    properties: Object.fromEntries(
      entryOfSetting.map(([name, { scope, isPlain, schema }]) => {
        const key: Sentence = `setting.${name}`;
        return [
          `${PREFIX}.${name}`,
          {
            type: typeof SETTING_DEFAULTS[name],
            default: SETTING_DEFAULTS[name],
            ...schema,
            scope,
            [isPlain === true ? 'description' : 'markdownDescription']: sentence(key),
          },
        ];
      }),
    ),
  };
}
