import { InvalidArgumentError } from 'commander';
import { say, text } from '../../l10n/index.ts';
import type { ProductId } from '../../model/index.ts';
import { isProduct, productIds } from '../../products/index.ts';
import { requestedLanguage } from './language.ts';

/**
 * Parses a number of days.
 * @throws {InvalidArgumentError}
 */
export function parseDays(value: string): number {
  if (/^\d{1,3}$/.test(value)) return Number(value);
  throw new InvalidArgumentError(say(text('cli.notDays'), requestedLanguage()));
}

/**
 * Parses a port.
 * @throws {InvalidArgumentError}
 */
export function parsePort(value: string): number {
  if (/^\d{1,5}$/.test(value) && Number(value) < 65_536) return Number(value);
  throw new InvalidArgumentError(say(text('cli.notAPort'), requestedLanguage()));
}

/**
 * Parses the name of a time zone.
 * @throws {InvalidArgumentError}
 */
export function parseTimeZone(value: string): string {
  try {
    Intl.DateTimeFormat('en', { timeZone: value });
  } catch {
    throw new InvalidArgumentError(say(text('watch.badTimeZone', { timeZone: value }), requestedLanguage()));
  }
  return value;
}

/**
 * Adds a product to a repeatable option.
 * @throws {InvalidArgumentError}
 */
export function collectProduct(value: string, before: ProductId[]): ProductId[] {
  if (!isProduct(value)) throw new InvalidArgumentError(`Allowed choices are ${productIds().join(', ')}.`);
  return [...before, value];
}
