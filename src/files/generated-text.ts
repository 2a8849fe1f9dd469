// Recognises recordings, bundles and generated tables, which are not infrastructure code even if they name resources.
// Only tests text, because these files are too large to parse.

/** Number of characters at the start of a file that are tested. */
const TESTED_LENGTH = 64 * 1024;
/** First lines of recordings by AWS emulators, HTTP clients and test tools. */
const RECORDING_START = new RegExp(
  [
    String.raw`"recorded-(?:date|content)"\s*:|^\/\/ Jest Snapshot v`,
    '^exports\\[`',
    String.raw`"http_interactions"\s*:|^http_interactions:|^recorded_with:`,
    String.raw`^interactions:\s*\n- (?:request|response):`,
  ].join('|'),
  'm',
);
/** First lines of webpack and esbuild bundles. Their sources are scanned instead. */
const BUNDLE_START = /^\/\*{6}\/|;\/\*{6}\/|^var __(?:create|defProp|getOwnPropNames) = Object\./m;
/** A complete JSON value on one line, as in event logs and exports. Other JSON starts with an open bracket. */
const JSON_LINE = /^\s*(?:\{.*\}|\[.*\])\s*$/;
const MIN_JSON_LINES = 3;
/** Ids of images. Real maps of images by Region and size have a tenth of the limit; files above it are tables. */
const IMAGE_ID = /\bami-[0-9a-f]{8,17}\b/g;
const MIN_IMAGE_ID_LENGTH = 'ami-01234567'.length;
const MAX_IMAGE_IDS = 2000;
/** Start of a list of image descriptions by AWS or an emulator. Code describes fewer images than the limit below. */
const IMAGE_LIST = /^\s*(?:\[|\{\s*"Images"\s*:\s*\[)/;
const DESCRIBED_IMAGE = /"(?:ami_id|ImageId)"\s*:\s*"ami-/g;
const MAX_DESCRIBED_IMAGES = 20;
/** Signs of a template, which may contain a long map of images. */
const TEMPLATE_SIGN = /AWSTemplateFormatVersion|"Resources"\s*:|^Resources\s*:/m;

/**
 * True for a bundle, a recording or a generated table.
 * @param text contents of the file, as UTF-8 or Latin-1
 */
export function isGeneratedText(file: string, text: string): boolean {
  const beginning = text.slice(0, TESTED_LENGTH);
  if (/\.[cm]?js$/i.test(file)) return BUNDLE_START.test(beginning);
  if (!/\.(?:json|ya?ml|snap)$/i.test(file)) return false;
  return (
    RECORDING_START.test(beginning) ||
    isJsonLines(file, beginning) ||
    isImageListing(text) ||
    isImageTable(text)
  );
}

function isJsonLines(file: string, beginning: string): boolean {
  if (!/\.json$/i.test(file)) return false;
  const lines = beginning.split('\n', MIN_JSON_LINES + 1).filter((line) => line.trim() !== '');
  return (
    lines.length >= MIN_JSON_LINES && lines.slice(0, MIN_JSON_LINES).every((line) => JSON_LINE.test(line))
  );
}

function isImageListing(text: string): boolean {
  return IMAGE_LIST.test(text) && hasMoreThan(text, DESCRIBED_IMAGE, MAX_DESCRIBED_IMAGES);
}

function isImageTable(text: string): boolean {
  const isLongEnough = text.length > MAX_IMAGE_IDS * MIN_IMAGE_ID_LENGTH;
  return isLongEnough && hasMoreThan(text, IMAGE_ID, MAX_IMAGE_IDS) && !TEMPLATE_SIGN.test(text);
}

function hasMoreThan(text: string, pattern: RegExp, most: number): boolean {
  return text.matchAll(pattern).drop(most).next().done === false;
}
