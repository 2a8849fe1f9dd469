import type { WrittenConstruct, WrittenGroup } from '../../inventory/index.ts';
import type { SettingValue } from '../../model/index.ts';
import type { SourceFile } from '../../syntax/index.ts';
import { indentAt, indentUnit, lineEnding, type Change } from '../edit.ts';
import { formattedCode, type Code } from '../new/code.ts';
import { appendPart, quoteOf } from './group-edit.ts';

/** A construct in the text of its program, or an object in its properties. */
export interface PropertyHolder {
  source: SourceFile;
  construct: WrittenConstruct;
}

/** Class of a construct in the code: `rds.DatabaseCluster`. */
export function classCode({ source, construct }: PropertyHolder): string {
  return /(?<![\w.])[\w.]+$/.exec(source.text.slice(0, construct.end))?.[0] ?? construct.className;
}

/** Object that has the property at a path, and the property's name; null if the object is not a literal. */
export function propertyHolderAt(
  place: PropertyHolder,
  path: string,
): { place: PropertyHolder; property: string } | null {
  const [property = '', ...rest] = path.split('.');
  if (rest.length === 0) return { place, property };
  const { construct } = place;
  const value = partNamed(construct.properties, property)?.value;
  const properties = value?.group ?? value?.given ?? null;
  if (properties === null || properties.isOpen) return null;
  return propertyHolderAt({ ...place, construct: { ...construct, properties } }, rest.join('.'));
}

export function hasPropertyAt({ construct }: PropertyHolder, property: string): boolean {
  return partNamed(construct.properties, property) !== undefined;
}

/** Sets a property; null if its present value is not a literal. */
export function setPropertyCode(place: PropertyHolder, property: string, value: Code): Change[] | null {
  const { source, construct } = place;
  const code = brokenIntoLines(place, property, value);
  const present = partNamed(construct.properties, property)?.value;
  if (present === undefined) return appendProperty(place, property, code);
  const isLiteral = present.isPlain || present.text !== null;
  if (source.text.slice(present.start, present.end) === code) return [];
  return isLiteral ? [{ start: present.start, end: present.end, text: code }] : null;
}

/** Breaks code that follows the name of its property into as many lines as it needs. */
function brokenIntoLines({ source, construct }: PropertyHolder, property: string, code: Code): string {
  const indent = indentAt(source.text, construct.properties.parts.at(-1)?.start ?? construct.start);
  const unit = indentUnit(source, construct.language === 'python' ? '    ' : '  ');
  return formattedCode(code, indent, unit, lineEnding(source.text), indent.length + `${property}: ,`.length);
}

/** Adds texts to a property that is a list. */
export function addToListProperty(
  place: PropertyHolder,
  property: string,
  value: SettingValue,
): Change[] | null {
  const { source, construct } = place;
  const quote = quoteOf(source);
  const texts = (Array.isArray(value) ? (value as readonly SettingValue[]) : [value]).map(String);
  const present = partNamed(construct.properties, property)?.value;
  const inQuotes = (text: string): string => `${quote}${text}${quote}`;
  if (present === undefined) return appendProperty(place, property, `[${texts.map(inQuotes).join(', ')}]`);
  const { group } = present;
  if (group === null || group.isOpen || source.text.charAt(group.open - 1) !== '[') return null;
  const listed = group.parts.map((part) => part.value.text);
  const missing = texts.filter((text) => !listed.includes(text));
  return missing.length === 0 ? [] : appendPart(source, group, missing.map(inQuotes).join(', '));
}

/** Sets entries of a property that is a map of texts, such as an engine's parameters. */
export function setMapProperty(
  place: PropertyHolder,
  property: string,
  values: Readonly<Record<string, string>>,
): Change[] | null {
  const { source, construct } = place;
  const quote = quoteOf(source);
  const isName = (name: string): boolean => construct.language !== 'python' && /^\w+$/.test(name);
  const key = (name: string): string => (isName(name) ? name : `${quote}${name}${quote}`);
  const entry = ([name, value]: [string, string]): string => `${key(name)}: ${quote}${value}${quote}`;
  const present = partNamed(construct.properties, property)?.value;
  if (present === undefined) {
    const map = `{ ${Object.entries(values).map(entry).join(', ')} }`;
    const code = construct.language === 'python' ? map.replace('{ ', '{').replace(/ \}$/, '}') : map;
    return appendProperty(place, property, code);
  }
  const { group } = present;
  if (group === null || group.isOpen || source.text.charAt(group.open - 1) !== '{') return null;
  const changes: Change[] = [];
  for (const [name, value] of Object.entries(values)) {
    const own = group.parts.findLast((part) => part.key === plain(name))?.value;
    if (own === undefined) changes.push(...appendPart(source, group, entry([name, value])));
    else if (own.text === null && !own.isPlain) return null;
    else changes.push({ start: own.start, end: own.end, text: `${quote}${value}${quote}` });
  }
  return changes;
}

/** Adds a property after the last one. TypeScript arguments without an object get one. */
function appendProperty({ source, construct }: PropertyHolder, property: string, code: string): Change[] {
  const { language, properties } = construct;
  const part = `${property}${language === 'python' ? '=' : ': '}${code}`;
  const isObject = language === 'python' || source.text.charAt(properties.open - 1) === '{';
  if (isObject) return appendPart(source, properties, part);
  return appendPart(source, properties, `{ ${part} }`).map((change) => ({ ...change, inBraces: part }));
}

function plain(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}

function partNamed({ parts }: WrittenGroup, name: string): WrittenGroup['parts'][number] | undefined {
  return parts.findLast(({ key }) => key === plain(name));
}
