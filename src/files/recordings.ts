// Recordings of program runs and generated tables are not infrastructure code, even if they contain names of resources.
// They are recognised by their beginning and by counting, before parsing, because they have megabytes.

/** Characters at the beginning of a file that are checked. */
const BEGINNING = 64 * 1024;
/** Beginnings of recordings by AWS emulators, HTTP clients and tests. */
const RECORDER = new RegExp(
  [
    String.raw`"recorded-(?:date|content)"\s*:|^\/\/ Jest Snapshot v`,
    '^exports\\[`',
    String.raw`"http_interactions"\s*:|^http_interactions:|^recorded_with:`,
    String.raw`^interactions:\s*\n- (?:request|response):`,
  ].join('|'),
  'm',
);
/** Beginning of a bundle by webpack or esbuild, whose sources are elsewhere. */
const BUNDLED = /^\/\*{6}\/|;\/\*{6}\/|^var __(?:create|defProp|getOwnPropNames) = Object\./m;
/**
 * A line with a complete JSON value, as in logs of events and exported tables. The first line of other JSON is not
 * complete.
 */
const LINE_OF_JSON = /^\s*(?:\{.*\}|\[.*\])\s*$/;
const MIN_JSON_LINES = 3;
/** Ids of images. A file with more than the limit, ten times a map of every Region and size, is a table. */
const IMAGE_ID = /\bami-[0-9a-f]{8,17}\b/g;
const MIN_IMAGE_ID_LENGTH = 'ami-01234567'.length;
const MAX_IMAGE_IDS = 2000;
/** Beginning of a list of images with details, from AWS or an emulator. Code that selects images has fewer of them. */
const IMAGE_LIST = /^\s*(?:\[|\{\s*"Images"\s*:\s*\[)/;
const DESCRIBED_IMAGE = /"(?:ami_id|ImageId)"\s*:\s*"ami-/g;
const MAX_DESCRIBED_IMAGES = 20;
/** Signs of declared resources: a long map of images beside them is normal. */
const DECLARES = /AWSTemplateFormatVersion|"Resources"\s*:|^Resources\s*:/m;

/**
 * True for a bundle, a recording or a table.
 * @param text may have one character for each byte of the file
 */
export function isRecorded(file: string, text: string): boolean {
  const beginning = text.slice(0, BEGINNING);
  if (/\.[cm]?js$/i.test(file)) return BUNDLED.test(beginning);
  if (!/\.(?:json|ya?ml|snap)$/i.test(file)) return false;
  return RECORDER.test(beginning) || isJsonLines(file, beginning) || isRecordedAnswer(text) || isTable(text);
}

function isJsonLines(file: string, beginning: string): boolean {
  if (!/\.json$/i.test(file)) return false;
  const lines = beginning.split('\n', MIN_JSON_LINES + 1).filter((line) => line.trim() !== '');
  return (
    lines.length >= MIN_JSON_LINES && lines.slice(0, MIN_JSON_LINES).every((line) => LINE_OF_JSON.test(line))
  );
}

function isRecordedAnswer(text: string): boolean {
  return IMAGE_LIST.test(text) && hasMoreThan(text, DESCRIBED_IMAGE, MAX_DESCRIBED_IMAGES);
}

function isTable(text: string): boolean {
  const mayBe = text.length > MAX_IMAGE_IDS * MIN_IMAGE_ID_LENGTH;
  return mayBe && hasMoreThan(text, IMAGE_ID, MAX_IMAGE_IDS) && !DECLARES.test(text);
}

function hasMoreThan(text: string, pattern: RegExp, most: number): boolean {
  return text.matchAll(pattern).drop(most).next().done === false;
}
