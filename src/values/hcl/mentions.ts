import { answeredOnceEach } from '../../model/index.ts';
import type { Attribute, Block, Expression, HclFile } from '../../syntax/index.ts';
import { codeMentionsPin, WORDS_OF_PINS } from '../../vocabulary/index.ts';
import { maxReferred } from '../limits.ts';
import { partsOf, type Value } from '../value.ts';

/** Whether a version or an image can be in a value, by the words of its texts and keys. */
export function mentionsPin(value: Value | undefined): boolean {
  if (value === undefined) return false;
  if (value.kind === 'scalar') return WORDS_OF_PINS.test(value.text);
  if (value.kind === 'unknown') return value.partial !== undefined && WORDS_OF_PINS.test(value.partial);
  return mentionsInParts(value);
}

const mentionsInParts = answeredOnceEach((value: Parameters<typeof partsOf>[0]): boolean => {
  const keys = value.kind === 'map' ? [...value.fields.keys()] : [];
  return keys.some((key) => WORDS_OF_PINS.test(key)) || [...partsOf(value)].some(mentionsPin);
});

/** A resource, and where it is declared. */
interface Resource {
  address: string;
  block: Block;
}

/** What the files of a folder declare, as far as values come of it. */
interface Declarations {
  files: readonly HclFile[];
  variables: ReadonlyMap<string, { defaultValue: Expression | null; type: Expression | null }>;
  locals: ReadonlyMap<string, Attribute>;
  outputs: ReadonlyMap<string, Expression>;
  calls: ReadonlyMap<string, { block: Block }>;
  resources: ReadonlyMap<string, Resource>;
}

/**
 * Whether a version or an image can be among what code declares by a name or hands on, by the words of that, and of
 * arguments of resources that it refers to.
 */
export function namesPin({ files, variables, locals, outputs, calls, resources }: Declarations): boolean {
  const texts = new Map(files.map(({ file, text }) => [file, text]));
  const codeOf = (name: string, value: Expression | null): string =>
    `${name} ${value === null ? '' : (texts.get(value.lines.file)?.slice(value.start, value.end) ?? '')}`;
  const named: string[] = [];
  variables.forEach(({ defaultValue, type }, name) => {
    named.push(codeOf(name, defaultValue), codeOf(name, type));
  });
  locals.forEach(({ value }, name) => named.push(codeOf(name, value)));
  outputs.forEach((value, name) => named.push(codeOf(name, value)));
  for (const { block } of calls.values())
    for (const { name, value } of block.body.attributes) named.push(codeOf(name, value));
  const code = named.join('\n');
  const isReferred = ({ address, block: { unread } }: Resource): boolean =>
    (unread === null || codeMentionsPin(unread)) && code.includes(address);
  const isGiven = (name: string, { type }: Block): boolean =>
    type === 'data' || name === 'for_each' || code.includes(`.${name}`);
  const hasPin = ({ block }: Resource): boolean =>
    block.body.attributes.some(
      ({ name, value }) => isGiven(name, block) && codeMentionsPin(codeOf(name, value)),
    );
  if (codeMentionsPin(code) || resources.size > maxReferred) return true;
  return resources.values().filter(isReferred).some(hasPin);
}
