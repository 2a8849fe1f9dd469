import { locationsOf, type Finding, type Text } from '../../model/index.ts';
import { locationText } from './scan-details.ts';

/** Every place of a finding, in words. */
export function placesOf(finding: Finding): string[] {
  return locationsOf(finding).map(locationText);
}

/** Splits a sentence in two, so that several sentences can share the first part; null if it has only one part. */
export function splitSentence({ message: { key, args } }: Finding): { lead: Text; rest: Text } | null {
  const [lead, rest] = [args['first'], args['then']];
  return key === 'os.joined' && isText(lead) && isText(rest) ? { lead, rest } : null;
}

/** True for a sentence that is part of another one. */
export function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'key' in value;
}
