import type { Node } from 'web-tree-sitter';
import { OTHER_SETTINGS, type AssetKind } from '../../../../model/index.ts';
import { RESOURCE_RULES } from '../../cloudformation/resources/resource-rules.ts';
import type { AssetDraft, Value } from '../../../resources/draft.ts';
import { metricSettings } from './alarm-settings.ts';
import { isOverridden } from '../constructs/changes.ts';
import { findConstructs, patternOf, speaksOf, type Construct } from '../constructs/constructs.ts';
import { constructMadeBy, methodCallsIn, type MethodCall } from '../constructs/method-calls.ts';
import { isGivenMore } from '../constructs/open-properties.ts';
import { argumentsOf, codeOf, placeOfNode, programOf, type Program } from '../tree/program.ts';
import { find } from '../constructs/properties.ts';
import type { Service } from './service.ts';
import { linksOfServices } from './service-links.ts';
import { ALARM, LIFECYCLE_HOOK, PLAIN_CLASSES, SERVICE_CLASSES, TARGET_GROUP } from './service-classes.ts';
import { groupSettings, healthCheckSettings, plainSettings, shapedSettings } from './service-settings.ts';
import { userDataOf } from './user-data.ts';
import { knownAt, settingOf, unknownAt } from '../constructs/values.ts';

const CDK = /aws-cdk|aws_cdk|awscdk|Amazon\.CDK/;
const CLASS = patternOf([...SERVICE_CLASSES.keys(), ...PLAIN_CLASSES.keys()]);

/** What methods make, by their names. */
const MAKERS: ReadonlyMap<string, readonly [kind: AssetKind, className: string]> = new Map([
  ['addlifecyclehook', ['lifecycle-hook', 'LifecycleHook']],
  ['addtargets', ['target-group', 'TargetGroup']],
  ['createalarm', ['alarm', 'Alarm']],
]);

/**
 * What a program of the CDK declares besides databases and images, as far as the checklist asks of it. `databases`: what
 * alarms and log groups can be about.
 */
export function servicesOf(program: Program, databases: readonly Construct[]): AssetDraft[] {
  if (!CDK.test(program.source.text)) return [];
  const declared = findConstructs(CLASS, program, kindOf).map((construct): Service => ({
    construct,
    madeBy: null,
  }));
  const calls = methodCallsIn(program);
  const made = calls.flatMap((call): Service[] => {
    const maker = MAKERS.get(call.method);
    return maker === undefined ? [] : [{ construct: constructMadeBy(call, ...maker), madeBy: call }];
  });
  const services = [...declared, ...made];
  const links = linksOfServices(services, calls, databases);
  return services.flatMap((service) => {
    const { construct } = service;
    const draft = draftOf(construct, settingsOf(service, calls));
    const own = ownTemplate(construct, calls);
    const toOwn = own.map((template) => ({ role: 'launch-template', target: template.name }) as const);
    return [{ ...draft, links: [...(links.get(construct.name) ?? []), ...toOwn] }, ...own];
  });
}

function kindOf(className: string): AssetKind | undefined {
  const type = PLAIN_CLASSES.get(className);
  return (
    SERVICE_CLASSES.get(className)?.kind ?? (type === undefined ? undefined : RESOURCE_RULES.get(type)?.kind)
  );
}

function draftOf(
  { kind, name, className }: Pick<Construct, 'kind' | 'name' | 'className'>,
  settings: Record<string, Value>,
): AssetDraft {
  return {
    kind,
    source: 'cdk',
    name,
    file: programOf(className).source.file,
    at: placeOfNode(className),
    engine: null,
    version: null,
    settings,
    links: [],
    count: 1,
    environment: null,
    mayRunNewer: null,
  };
}

function settingsOf({ construct, madeBy }: Service, calls: readonly MethodCall[]): Record<string, Value> {
  const { kind, properties, call, className } = construct;
  const name = codeOf(className).replace(/^New/, '');
  const type = PLAIN_CLASSES.get(name);
  const rule = type === undefined ? undefined : RESOURCE_RULES.get(type);
  const settings: Record<string, Value> =
    rule === undefined
      ? {
          ...shapedSettings(shapeOf(construct, name), properties, call),
          ...more(construct, madeBy, calls),
        }
      : plainSettings(rule, construct);
  if (kind === 'load-balancer') Object.assign(settings, attributesOf(construct, calls));
  if (isGivenMore(call) || isOverridden(construct)) settings[OTHER_SETTINGS] = unknownAt(call);
  return settings;
}

function shapeOf({ kind }: Construct, className: string) {
  const shape = SERVICE_CLASSES.get(className);
  if (shape !== undefined) return shape;
  if (kind === 'alarm') return ALARM;
  return kind === 'target-group' ? TARGET_GROUP : LIFECYCLE_HOOK;
}

/** What only one kind of construct has. */
function more(
  construct: Construct,
  madeBy: MethodCall | null,
  calls: readonly MethodCall[],
): Record<string, Value> {
  switch (construct.kind) {
    case 'auto-scaling-group':
      return groupSettings(construct.properties);
    case 'launch-template':
      return { userData: userDataOf(construct, calls) };
    case 'target-group':
      return healthCheckSettings(construct.properties);
    case 'alarm':
      return alarmSettings(construct, madeBy, calls);
    default:
      return {};
  }
}

function alarmSettings(
  construct: Construct,
  madeBy: MethodCall | null,
  calls: readonly MethodCall[],
): Record<string, Value> {
  const metric = madeBy?.receiver ?? find(construct.properties, 'metric');
  const action = called('addalarmaction', construct, calls)[0];
  return {
    ...(metric === null ? {} : metricSettings(metric)),
    // Actions are often added to all alarms in one place.
    alarmActions:
      action === undefined
        ? unknownAt(construct.call)
        : knownAt(
            argumentsOf(action.call).map((each) => codeOf(each).slice(0, 80)),
            action.call,
          ),
  };
}

/** `alb.logAccessLogs(bucket)`, `alb.setAttribute('health_check_logs.s3.enabled', 'true')` */
function attributesOf(construct: Construct, calls: readonly MethodCall[]): Record<string, Value> {
  const settings: Record<string, Value> = {};
  for (const { call } of called('logaccesslogs', construct, calls))
    settings['access_logs.s3.enabled'] = knownAt('true', call);
  for (const { call } of called('setattribute', construct, calls)) {
    const [key, value] = argumentsOf(call);
    const name = key === undefined ? null : settingOf(key);
    if (name?.state === 'known' && typeof name.value === 'string' && value !== undefined)
      settings[name.value] = settingOf(value);
  }
  return settings;
}

function called(method: string, construct: Construct, calls: readonly MethodCall[]): MethodCall[] {
  return calls.filter((each) => each.method === method && speaksOf(each.receiver, construct));
}

/** An Auto Scaling group that names no launch template makes one, with a role of its own. */
function ownTemplate(construct: Construct, calls: readonly MethodCall[]): AssetDraft[] {
  const { kind, name, properties, call, className } = construct;
  const names = ['launchtemplate', 'mixedinstancespolicy'].some((each) => find(properties, each) !== null);
  const isShaped = !/Cfn/.test(codeOf(className));
  if (kind !== 'auto-scaling-group' || !isShaped || names || isGivenMore(call)) return [];
  const settings: Record<string, Value> = {
    userData: userDataOf(construct, calls),
    iamInstanceProfile: knownAt(true, call),
  };
  const type: Node | null = find(properties, 'instancetype');
  if (type !== null) settings['instanceType'] = settingOf(type);
  const template = draftOf({ kind: 'launch-template', name: `${name}.LaunchTemplate`, className }, settings);
  return [{ ...template, links: [{ role: 'image', target: `${name}.image` }] }];
}
