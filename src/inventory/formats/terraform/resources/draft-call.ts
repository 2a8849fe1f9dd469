import { type Context, evaluate } from '../../../../values/hcl/index.ts';
import { unlinkedImage } from '../pins/images.ts';
import { imagesAmong, keyedFields } from '../../../resources/passes/images-among.ts';
import { type Declaration, draftOfDeclaration, createdBy } from '../modules/instances.ts';
import { draftsOfKnownModule } from './known-modules.ts';
import type { DraftWithLinks } from '../../../resources/links.ts';
import type { ModuleCall } from '../../../hcl/module.ts';
import { CALL_ARGUMENTS } from '../modules/module-tree.ts';
import { type ObjectPin, pinsIn } from '../pins/object-pins.ts';
import { mapAt, type MapValue, scalarOf, stringOf, unknown, type Value } from '../../../../values/index.ts';
import type { Scope } from '../../../hcl/scope.ts';
import type { Body, Span } from '../../../../syntax/index.ts';
import {
  DB_CLUSTER,
  engineKeys,
  isAuroraModule,
  isClusterModule,
  moduleResources,
} from '../../../../vocabulary/index.ts';
import { draftOfPin, engineOfFamilyName, HIDDEN_SETTINGS } from '../../../resources/passes/version-pin.ts';
import { settingsOf } from '../../../resources/declared.ts';
import { engineNamed, auroraEngineAcceptingVersion } from '../../../../products/index.ts';
import { text } from '../../../../l10n/index.ts';
import { propertiesIn } from '../../../hcl/settings.ts';
import { imagesInArguments } from '../pins/user-data.ts';

/**
 * Drafts of a module call outside the workspace; only its inputs are visible.
 * @param mayPin true if they may contain a version or an image
 */
export function draftsOfCall(call: ModuleCall, scope: Scope, mayPin: boolean): DraftWithLinks[] {
  const { body } = call.block;
  if (OTHER_PROVIDER.test(call.source ?? '')) return [];
  const created = call.source === null ? null : moduleResources(call.source);
  if (created === null && !mayPin && scriptInputs(body).length === 0) return [];
  const instances = createdBy(call, scope).filter(
    ({ declared }) => declared.count !== 0 || scope.calledFrom === null,
  );
  return instances.flatMap(({ context, declared }) => {
    const scripts = imagesInArguments(body, scriptInputs(body), context, declared, scope);
    if (created !== null) return [...draftsOfKnownModule(created, { body, context, declared }), ...scripts];
    const inputs = mayPin
      ? draftsOfInputs(inputsOf(body, context, declared.span), declared, call.source)
      : [];
    return [...inputs, ...scripts];
  });
}

/**
 * Source of a registry's module whose last part names another provider.
 * https://developer.hashicorp.com/terraform/language/modules/configuration#terraform-registry
 */
const OTHER_PROVIDER =
  /^(?:[\w-]+(?:\.[\w-]+)+\/)?[\w-]+\/[\w-]+\/(?:alicloud|azurerm|google|huaweicloud|ibm|oci|tencentcloud)$/;

/** Module inputs for startup scripts: `user_data`, `user_data_base64`, `pre_bootstrap_user_data`. */
const SCRIPT_INPUT = /(?:^|_)user_?data(?:_base64)?$/;

function scriptInputs({ attributes }: Body): string[] {
  return attributes.map(({ name }) => name).filter((name) => SCRIPT_INPUT.test(name));
}

/** Inputs of a call as one object, without scripts. */
function inputsOf(body: Body, context: Context, span: Span): MapValue {
  const fields = new Map<string, Value>();
  for (const { name, value } of body.attributes) {
    if (!CALL_ARGUMENTS.has(name) && !SCRIPT_INPUT.test(name)) fields.set(name, evaluate(value, context));
  }
  return mapAt(fields, span);
}

/** Versions and images in inputs of unknown use. */
export function draftsOfInputs(
  inputs: MapValue,
  declared: Declaration,
  source?: string | null,
): DraftWithLinks[] {
  const pins = pinsIn(withEngineOf(source ?? '', inputs));
  const clusters = pins.length === 0 ? withDefaultOf(source ?? '', inputs, declared) : pins;
  return [
    ...clusters.map((pin) => draftOfObject(pin, declared)),
    ...imagesAmong(keyedFields(inputs), true).map((image) => unlinkedImage(declared, image)),
  ];
}

/**
 * Sets the engine of a module that is named after Aurora, if no input sets the engine and the version has the form of
 * Aurora's.
 */
function withEngineOf(source: string, inputs: MapValue): MapValue {
  const version = scalarOf(inputs.fields.get('engine_version') ?? null);
  const hasEngine = engineKeys('engine_version').some((key) => inputs.fields.has(key));
  if (version === null || hasEngine || !isAuroraModule(source)) return inputs;
  const engine = engineOfFamilyName(version, auroraEngineAcceptingVersion(version.text));
  return engine === null ? inputs : { ...inputs, fields: new Map([...inputs.fields, ['engine', engine]]) };
}

/** Pin with the unknown default version of a module that is named after clusters and gets only an engine. */
function withDefaultOf(source: string, inputs: MapValue, { name }: Declaration): ObjectPin[] {
  const engine = inputs.fields.get('engine') ?? null;
  const named = scalarOf(engine)?.text;
  if (named === undefined || engineNamed(named) === null || !isClusterModule(source)) return [];
  const version = unknown(text('inventory.toolDefault', { name }), null);
  const entry = { key: 'engine_version', value: () => version };
  return [{ path: [], object: inputs, entry, version, engine, environment: null }];
}

/** A version in an object as the draft of a cluster: fields named like a cluster's arguments become its settings. */
export function draftOfObject({ path, object, ...pin }: ObjectPin, declared: Declaration): DraftWithLinks {
  const of = draftOfDeclaration(declared);
  // Further settings of the module are unknown.
  const settings = {
    ...HIDDEN_SETTINGS,
    ...settingsOf('terraform', DB_CLUSTER, propertiesIn(object)),
  };
  const identifier = object.fields.get('cluster_identifier') ?? object.fields.get('name');
  const draft = draftOfPin(pin, { ...of, name: [of.name, ...path].join('.'), settings });
  // Off by default, with a version chosen elsewhere: one of several.
  const isOpen = declared.isOff === true && scalarOf(pin.version)?.origin !== 'literal';
  return { ...draft, identifier: stringOf(identifier), ...(isOpen && { isUnselected: true }) };
}
