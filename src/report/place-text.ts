import { isFileLocation, visible, visiblePath, type Location } from '../model/index.ts';

/** `web.tf:20`, or an ARN. */
export function placeText(location: Location): string {
  return isFileLocation(location) ? `${visiblePath(location.file)}:${location.line}` : visible(location.arn);
}
