import { isFileLocation, escapeInvisible, escapeInvisiblePath, type Location } from '../model/index.ts';

/** `web.tf:20`, or an ARN. */
export function placeText(location: Location): string {
  return isFileLocation(location)
    ? `${escapeInvisiblePath(location.file)}:${location.line}`
    : escapeInvisible(location.arn);
}
