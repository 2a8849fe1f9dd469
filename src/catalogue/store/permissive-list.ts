import * as z from 'zod';

/** Schema of a list without its invalid entries: each is reported to `onDropped`, the rest is kept. */
export function permissiveList<T>(
  entry: z.ZodType<T>,
  onDropped: () => void = () => undefined,
): z.ZodType<T[]> {
  return z.array(z.unknown()).transform((list) => {
    const good: T[] = [];
    for (const element of list) {
      const parsed = entry.safeParse(element);
      if (parsed.success) good.push(parsed.data);
      else onDropped();
    }
    return good;
  });
}
