import type { Node } from 'web-tree-sitter';
import { type AssetKind, type SettingValue } from '../../../../model/index.ts';
import {
  ALARM,
  LIFECYCLE_HOOK,
  resourceOf,
  TARGET_GROUP,
  typesOf,
  type Resource,
} from '../../../../vocabulary/index.ts';
import type { AssetDraft } from '../../../resources/draft.ts';
import type { Fact } from '../../../../values/index.ts';
import { findConstructs, patternOf, type Construct } from '../constructs/constructs.ts';
import { draftAt } from '../constructs/drafts.ts';
import { linksOfService } from '../constructs/links.ts';
import { callsOn, constructMadeBy, methodCallsIn } from '../constructs/method-calls.ts';
import { isGivenMore } from '../constructs/open-properties.ts';
import { argumentsOf, codeOf, find, type Program } from '../../../../syntax/programs/index.ts';
import { keyAndValue, withOthers } from '../constructs/settings.ts';
import { knownAt, settingOf, unknownAt } from '../constructs/values.ts';
import { metricSettings } from './alarm-settings.ts';
import { groupSettings, healthCheckSettings, plainSettings, namedSettings } from './service-settings.ts';
import { userDataOf } from './user-data.ts';

const CDK = /aws-cdk|aws_cdk|awscdk|Amazon\.CDK/;
/** Databases and their groups are read by themselves; classic load balancers are called like the others. */
const NOT_HERE = /^(?:Database|Serverless|ParameterGroup$|CfnDB|CfnLoadBalancer$)/;
const CLASSES: ReadonlyMap<string, Resource> = new Map(
  [...typesOf('cdk')].filter(([name, { types }]) => types.cdk !== undefined && !NOT_HERE.test(name)),
);
const CLASS = patternOf(CLASSES.keys());

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
  const made = methodCallsIn(program).flatMap((call): Construct[] => {
    const maker = MAKERS.get(call.method);
    return maker === undefined ? [] : [constructMadeBy(call, ...maker)];
  });
  const services = [...findConstructs(CLASS, program, (name) => CLASSES.get(name)?.kind), ...made];
  return services.flatMap((construct) => {
    const { kind, name, className } = construct;
    const own = ownTemplate(construct);
    const toOwn = own.map((template) => ({ role: 'launch-template', target: template.name }) as const);
    const links = [...linksOfService(construct, services, databases), ...toOwn];
    const settings = settingsOfService(construct);
    return [draftAt(kind, name, className, { source: 'cdk', settings, links }), ...own];
  });
}

function settingsOfService(construct: Construct): Record<string, Fact> {
  const { kind, properties, call, className } = construct;
  const name = codeOf(className).replace(/^New/, '');
  const resource = resourceOf('cdk', name) ?? madeByMethod(construct);
  const given = knownFrom(resource.types.cdk?.[name] ?? {}, call);
  const settings = name.startsWith('Cfn')
    ? plainSettings(resource, construct)
    : { ...given, ...namedSettings(resource, properties), ...more(construct) };
  if (kind === 'load-balancer') Object.assign(settings, attributesOf(construct));
  return withOthers(settings, construct);
}

function madeByMethod({ kind }: Construct): Resource {
  if (kind === 'alarm') return ALARM;
  return kind === 'target-group' ? TARGET_GROUP : LIFECYCLE_HOOK;
}

/** Settings that a class gives by itself. */
function knownFrom(given: Readonly<Record<string, SettingValue>>, at: Node): Record<string, Fact> {
  const settings: Record<string, Fact> = {};
  for (const [name, value] of Object.entries(given)) settings[name] = knownAt(value, at);
  return settings;
}

/** What only one kind of construct has. */
function more(construct: Construct): Record<string, Fact> {
  switch (construct.kind) {
    case 'auto-scaling-group':
      return groupSettings(construct.properties);
    case 'launch-template':
      return { userData: userDataOf(construct) };
    case 'target-group':
      return healthCheckSettings(construct.properties);
    case 'alarm':
      return alarmSettings(construct);
    default:
      return {};
  }
}

function alarmSettings(construct: Construct): Record<string, Fact> {
  const metric = construct.madeFrom ?? find(construct.properties, 'metric');
  const action = callsOn(construct, 'addalarmaction')[0]?.call;
  return {
    ...(metric === null ? {} : metricSettings(metric)),
    // Actions are often added to all alarms in one place.
    alarmActions:
      action === undefined
        ? unknownAt(construct.call)
        : knownAt(
            argumentsOf(action).map((each) => codeOf(each).slice(0, 80)),
            action,
          ),
  };
}

/** `alb.logAccessLogs(bucket)`, `alb.setAttribute('health_check_logs.s3.enabled', 'true')` */
function attributesOf(construct: Construct): Record<string, Fact> {
  const settings: Record<string, Fact> = {};
  for (const { call } of callsOn(construct, 'logaccesslogs'))
    settings['access_logs.s3.enabled'] = knownAt('true', call);
  for (const { call } of callsOn(construct, 'setattribute')) {
    const [name, value] = keyAndValue(call);
    if (name !== null && value !== undefined) settings[name] = settingOf(value);
  }
  return settings;
}

/** An Auto Scaling group that names no launch template makes one, with a role of its own. */
function ownTemplate(construct: Construct): AssetDraft[] {
  const { kind, name, properties, call, className } = construct;
  const names = ['launchtemplate', 'mixedinstancespolicy'].some((each) => find(properties, each) !== null);
  const isShaped = !/Cfn/.test(codeOf(className));
  if (kind !== 'auto-scaling-group' || !isShaped || names || isGivenMore(call)) return [];
  const type = find(properties, 'instancetype');
  const settings = {
    userData: userDataOf(construct),
    iamInstanceProfile: knownAt(true, call),
    ...(type === null ? {} : { instanceType: settingOf(type) }),
  };
  const links = [{ role: 'image', target: `${name}.image` } as const];
  return [
    draftAt('launch-template', `${name}.LaunchTemplate`, className, { source: 'cdk', settings, links }),
  ];
}
