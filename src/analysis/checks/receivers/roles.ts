import { text } from '../../../l10n/index.ts';
import { isUnknownSetting, type Asset, type SettingValue } from '../../../model/index.ts';
import { failingLink, passingLink, unknownLink, type CheckLink } from '../answers.ts';
import { follow, nameLink, type Chain } from '../chain.ts';
import type { Graph } from '../reading/graph.ts';
import { fieldOf, listOf, textOf, textsOf } from '../reading/readings.ts';
import { allows, type AccessRequest } from './policies.ts';

/** Service that acts, and the trust and permission that it needs. */
export interface ActingService {
  /** `lambda.amazonaws.com` */
  service: string;
  /** Actions of which one has to be allowed, since a service may use several names. */
  actions: readonly [string, ...string[]];
  /** Managed policies of AWS that allow it, by the end of their ARN. */
  managed: RegExp;
}

/** Chain of a role, which has to trust its service and allow the action: `role`, `trust`, `policy`. */
export function roleChain(role: Asset, acting: ActingService, graph: Graph): Chain {
  return follow(nameLink('trust', role, trustLink(role, acting)), () => [
    nameLink('policy', role, allowanceLink(role, acting, graph)),
  ]);
}

function trustLink(role: Asset, { service }: ActingService): CheckLink {
  const trust = role.settings.assumeRolePolicyDocument;
  const answer = isUnknownSetting(role, 'assumeRolePolicyDocument')
    ? null
    : allows(trust, { action: 'sts:AssumeRole', service });
  if (answer === true) return passingLink(text('evidence.roleTrusts', { role: role.name, service }));
  if (answer === null) return unknownLink(text('evidence.roleTrustUnknown', { role: role.name, service }));
  return failingLink(text('evidence.roleTrustsOthers', { role: role.name, service }));
}

function allowanceLink(role: Asset, { actions, managed }: ActingService, graph: Graph): CheckLink {
  const [action] = actions;
  const documents = documentsOf(role, graph);
  const requests = actions.map((each): AccessRequest => ({ action: each, service: null }));
  const answers = documents.flatMap((document) => requests.map((request) => allows(document, request)));
  const arns = policiesAttachedTo(role);
  if (answers.includes(true) || arns.some((arn) => arn !== null && managed.test(arn)))
    return passingLink(text('evidence.roleMay', { role: role.name, action }));
  // A policy declared elsewhere can allow anything; AWS's own are known by name.
  const isOpen =
    answers.includes(null) ||
    arns.some((arn) => arn === null || isElsewhere(arn, role, graph)) ||
    ['policies', 'attachedPolicies', 'managedPolicyArns'].some((name) => isUnknownSetting(role, name));
  return isOpen
    ? unknownLink(text('evidence.roleMayBe', { role: role.name, action }))
    : failingLink(text('evidence.roleMayNot', { role: role.name, action }));
}

/** Documents of a role's own policies, and of managed ones that are declared. */
function documentsOf(role: Asset, graph: Graph): (SettingValue | undefined)[] {
  const inline = listOf(asList(role.settings.policies)).map(
    (each) =>
      fieldOf(each, 'PolicyDocument') ?? fieldOf(each, 'policyDocument') ?? parsed(fieldOf(each, 'policy')),
  );
  const declared = graph.linked(role, 'policy').map(({ settings }) => settings.policyDocument);
  return [...inline, ...declared];
}

function parsed(value: SettingValue | undefined): SettingValue | undefined {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as SettingValue;
  } catch {
    return null;
  }
}

function asList(value: SettingValue | undefined): SettingValue | undefined {
  return value === undefined || Array.isArray(value) ? value : [value];
}

/** ARNs of managed policies; null for an unknown one. */
function policiesAttachedTo({ settings }: Asset): (string | null)[] {
  const attached = listOf(settings.attachedPolicies).map((each) => textOf(fieldOf(each, 'policyArn')));
  return [...textsOf(settings.managedPolicyArns), ...attached];
}

/** True for a policy that is neither AWS's own nor declared here. */
function isElsewhere(arn: string, role: Asset, graph: Graph): boolean {
  if (/^arn:[\w-]+:iam::aws:/.test(arn)) return false;
  return !graph.linked(role, 'policy').some(({ name }) => name === arn);
}
