import type { WrittenConstruct } from '../../inventory/index.ts';
import type { Asset } from '../../model/index.ts';
import type { SourceFile } from '../../syntax/index.ts';
import { constructProperty } from '../../vocabulary/index.ts';
import type { Change } from '../edit.ts';
import { written, type Code } from '../new/code.ts';
import type { ProgramWriter } from '../new/in-program.ts';
import { isList, isTagged, type Value } from '../new/values.ts';
import { classCode, placeAt, propertyChanges } from './property-changes.ts';

/** Sets a property of a construct to what a plan has for a setting; null where something else than a literal is written. */
export function setInConstruct(
  place: { source: SourceFile; construct: WrittenConstruct },
  asset: Asset,
  setting: string,
  value: Value,
  writer: ProgramWriter,
): Change[] | null {
  const { construct } = place;
  const { className } = construct;
  const property = constructProperty(asset, setting, className);
  const at = property === null ? null : placeAt(place, property);
  if (at === null) return null;
  const code = className.startsWith('Cfn')
    ? writer.code(value, classCode(place))
    : ownForm(setting, value, construct, writer);
  if (code === null) return null;
  return propertyChanges(at.place, at.property, code);
}

/** What the CDK's own constructs take for a setting; null where it is not known here. */
function ownForm(
  setting: string,
  value: Value,
  { language }: WrittenConstruct,
  writer: ProgramWriter,
): Code | null {
  if (isConstruct(value)) return writer.code(value, '');
  if (setting !== 'notificationConfigurations' || !isList(value)) return null;
  // They take the topic itself, and tell all events where none is named.
  const topics = value.map((each) => {
    const arn =
      typeof each === 'object' && !isList(each) && isTagged(each) && each.is === 'struct'
        ? each.fields.topicARN
        : undefined;
    return arn === undefined ? '' : written(writer.code(arn, ''), '', '', '').replace(/\.topic_?arn$/i, '');
  });
  const items = topics.map((topic) => {
    if (language !== 'python') return { key: '', value: `{ topic: ${topic} }` };
    return { key: '', value: `${writer.nameIn('autoscaling', 'NotificationConfiguration')}(topic=${topic})` };
  });
  return { open: '[', items, close: ']' };
}

function isConstruct(value: Value): boolean {
  return (
    typeof value === 'object' &&
    !isList(value) &&
    isTagged(value) &&
    value.is === 'reference' &&
    value.what === 'construct'
  );
}
