import { isFileLocation, locationKey, type Finding } from '../../model/index.ts';

/** Whether a part of a finding is a note at the finding's own place in a file, which no link can lead to. */
export function isNotedHere({ location }: Finding['related'][number], finding: Finding): boolean {
  return isFileLocation(location) && locationKey(location) === locationKey(finding.location);
}
