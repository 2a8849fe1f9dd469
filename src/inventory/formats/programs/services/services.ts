import { OTHER_SETTINGS } from '../../../../model/index.ts';
import {
  INSTANCE_ROLE,
  LAUNCH_TEMPLATE,
  resourceOfMethod,
  resourceOf,
  START_SCRIPT,
  typesOf,
  type Resource,
} from '../../../../vocabulary/index.ts';
import type { AssetDraft } from '../../../resources/draft.ts';
import { namedValues } from '../../../resources/passes/named-values.ts';
import type { Fact } from '../../../../values/index.ts';
import { findConstructs, patternOf, type Construct } from '../constructs/constructs.ts';
import { draftAt } from '../constructs/drafts.ts';
import { linksOfService } from '../constructs/links.ts';
import { methodCallsOn, createdConstruct, CALLED_METHOD, methodCallsIn } from '../constructs/method-calls.ts';
import { namedSettings, settingsByMethods, settingsOfClass } from '../constructs/named-settings.ts';
import {
  codeOf,
  propertyValue,
  lastName,
  normalizedName,
  type Program,
} from '../../../../syntax/programs/index.ts';
import { pairsAddedBy, withOthers } from '../constructs/settings.ts';
import { metricSettings } from './alarm-settings.ts';
import {
  healthCheckSettings,
  notificationSettings,
  plainSettings,
  replacementSettings,
} from './service-settings.ts';
import { userDataOf } from './user-data.ts';
import { mayPassMore, knownFactAt } from '../../../../values/programs/index.ts';

const CDK_IMPORT = /aws-cdk|aws_cdk|awscdk|Amazon\.CDK/;
/** Databases and their groups have readers of their own; classic load balancers share a class name with the others. */
const READ_ELSEWHERE = /^(?:Database|Serverless|ParameterGroup$|CfnDB|CfnLoadBalancer$)/;
const SERVICE_CLASSES: ReadonlyMap<string, Resource> = new Map(
  [...typesOf('cdk')].filter(([name, { types }]) => types.cdk !== undefined && !READ_ELSEWHERE.test(name)),
);
const SERVICE_CLASS = patternOf(SERVICE_CLASSES.keys());

/**
 * Drafts of a CDK program's resources other than databases, such as alarms and log groups.
 * @param databases targets of links from these resources
 */
export function servicesOf(program: Program, databases: readonly Construct[]): AssetDraft[] {
  const services = serviceConstructs(program);
  return services.flatMap((construct) => {
    const { kind, name, className } = construct;
    const own = impliedTemplate(construct);
    const toOwn = own.map((template) => ({ role: 'launch-template', target: template.name }) as const);
    const links = [...linksOfService(construct, services, databases), ...toOwn];
    const settings = settingsOfService(construct);
    return [draftAt(kind, name, className, { source: 'cdk', settings, links }), ...own];
  });
}

/** True if the text of a program contains the name of a service construct. */
export function mayHaveServices(text: string): boolean {
  const createsResource = ([method]: readonly string[]): boolean =>
    resourceOfMethod(normalizedName(method ?? '')) !== null;
  return (
    CDK_IMPORT.test(text) &&
    (text.search(SERVICE_CLASS) >= 0 || [...text.matchAll(CALLED_METHOD)].some(createsResource))
  );
}

/** Constructs of a CDK program other than databases that the checklist needs. */
export function serviceConstructs(program: Program): Construct[] {
  if (!CDK_IMPORT.test(program.source.text)) return [];
  const created = methodCallsIn(program).flatMap((call): Construct[] => {
    const made = resourceOfMethod(call.method);
    return made === null ? [] : [createdConstruct(call, made.resource.kind, made.className)];
  });
  return [...findConstructs(SERVICE_CLASS, program, (name) => SERVICE_CLASSES.get(name)?.kind), ...created];
}

function settingsOfService(construct: Construct): AssetDraft['settings'] {
  const { properties, className } = construct;
  const name = codeOf(className).replace(/^New/, '');
  const resource =
    resourceOf('cdk', name) ?? resourceOfMethod(normalizedName(lastName(className)))?.resource ?? null;
  if (resource === null) return {};
  const settings = name.startsWith('Cfn')
    ? plainSettings(resource, construct)
    : {
        ...settingsOfClass(construct),
        ...namedSettings(resource, properties),
        ...furtherSettings(resource, construct),
      };
  return withOthers(settings, construct);
}

/** Further settings of a CDK construct of higher level. */
function furtherSettings(resource: Resource, construct: Construct): AssetDraft['settings'] {
  return {
    ...settingsOfKind(construct),
    ...settingsByMethods(resource, construct),
    ...(resource.attributes === undefined
      ? {}
      : namedValues(pairsAddedBy('setattribute', construct), OTHER_SETTINGS)),
  };
}

/** Settings of one kind of construct. */
function settingsOfKind(construct: Construct): Record<string, Fact> {
  const { kind, properties, createdFrom } = construct;
  switch (kind) {
    case 'auto-scaling-group':
      return { ...replacementSettings(properties), ...notificationSettings(properties) };
    case 'launch-template':
      return { [START_SCRIPT]: userDataOf(construct) };
    case 'target-group':
      return healthCheckSettings(properties);
    case 'topic': {
      // `topic.addSubscription(new EmailSubscription(…))`: the class implies the protocol; the address is not needed.
      const [added] = methodCallsOn(construct, 'addsubscription');
      if (added === undefined) return {};
      const protocol =
        /\b(Email|EmailJson|Lambda|Sms|Sqs|Url)Subscription\(/.exec(codeOf(added.call))?.[1]?.toLowerCase() ??
        '';
      return { subscriptions: knownFactAt([{ protocol }], added.call) };
    }
    case 'alarm': {
      const metric = createdFrom ?? propertyValue(properties, 'metric');
      return metric === null ? {} : metricSettings(metric);
    }
    default:
      return {};
  }
}

/** Launch template that an Auto Scaling group creates if it names none, with its own role. */
function impliedTemplate(construct: Construct): AssetDraft[] {
  const { kind, name, properties, call, className } = construct;
  const namesTemplate = ['launchtemplate', 'mixedinstancespolicy'].some(
    (each) => propertyValue(properties, each) !== null,
  );
  const isHighLevel = !/Cfn/.test(codeOf(className));
  if (kind !== 'auto-scaling-group' || !isHighLevel || namesTemplate || mayPassMore(call)) return [];
  const settings = {
    ...namedSettings(LAUNCH_TEMPLATE, properties),
    [START_SCRIPT]: userDataOf(construct),
    [INSTANCE_ROLE]: knownFactAt(true, call),
  };
  const links = [{ role: 'image', target: `${name}.image` } as const];
  return [
    draftAt('launch-template', `${name}.LaunchTemplate`, className, { source: 'cdk', settings, links }),
  ];
}
