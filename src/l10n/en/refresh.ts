/** What to do where the catalogue lacks something later; of a catalogue as of an earlier day reading the notes anew helps nothing. */
export function refresh({ isPast }: { isPast: boolean }): string {
  return isPast
    ? 'What came after that day is left out (--as-of).'
    : 'Refresh the catalogue: errata-lens catalogue update.';
}
