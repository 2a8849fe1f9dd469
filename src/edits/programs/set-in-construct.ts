import type { WrittenConstruct } from '../../inventory/index.ts';
import type { Asset } from '../../model/index.ts';
import type { SourceFile } from '../../syntax/index.ts';
import { constructProperty } from '../../vocabulary/index.ts';
import { indentAt, lineEnding, type Change } from '../edit.ts';
import { written, type Code } from '../new/code.ts';
import type { ProgramWriter } from '../new/in-program.ts';
import { isList, isTagged, type Value } from '../new/values.ts';
import { propertyChanges } from './construct-changes.ts';

/** Sets a property of a construct to what a plan has for a setting; null where something else than a literal is written. */
export function setInConstruct(
  place: { source: SourceFile; construct: WrittenConstruct },
  asset: Asset,
  setting: string,
  value: Value,
  writer: ProgramWriter,
): Change[] | null {
  const { source, construct } = place;
  const { className } = construct;
  const property = constructProperty(asset, setting, className);
  if (property === null || property.includes('.')) return null;
  const code = className.startsWith('Cfn')
    ? writer.code(value, className)
    : ownForm(setting, value, construct, writer);
  if (code === null) return null;
  const indent = indentAt(source.text, construct.properties.parts.at(-1)?.start ?? construct.start);
  return propertyChanges(place, property, written(code, indent, '  ', lineEnding(source.text)));
}

/** What the CDK's own constructs take for a setting; null where it is not known here. */
function ownForm(
  setting: string,
  value: Value,
  { language }: WrittenConstruct,
  writer: ProgramWriter,
): Code | null {
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
