/** A section under a header in brackets: INI, Fluent Bit's classic form, TOML. */
export interface ConfigSection {
  header: string;
  /** Values by key in lower case; a key can occur several times. */
  settings: ReadonlyMap<string, readonly string[]>;
}

const SECTION_HEADER = /^\[+((?:[^[\]][^\]]*)?)\]+\s*(?:[#;].*)?$/;

/**
 * Sections of a text, including empty ones.
 * @param separator the character between a key and its value: a blank in Fluent Bit, `=` elsewhere
 */
export function configSections(text: string, separator: RegExp): ConfigSection[] {
  const sections: { header: string; settings: Map<string, string[]> }[] = [
    { header: '', settings: new Map() },
  ];
  for (const line of joinedLines(text)) {
    const written = line.trim();
    if (written === '' || /^[#;]/.test(written)) continue;
    const header = SECTION_HEADER.exec(written)?.[1]?.trim();
    if (header !== undefined) {
      sections.push({ header: header.replaceAll(/["']/g, ''), settings: new Map() });
      continue;
    }
    const at = written.search(separator);
    if (at < 0) continue;
    const key = written.slice(0, at).trim().toLowerCase();
    const value = written.slice(at + 1).trim();
    const { settings } = sections.at(-1) ?? { settings: new Map<string, string[]>() };
    settings.set(key, [...(settings.get(key) ?? []), value]);
  }
  return sections;
}

/** Joins lists in brackets that span several lines. */
function* joinedLines(text: string): Generator<string> {
  let open: string | null = null;
  for (const line of text.split(/\r?\n/)) {
    const whole: string = open === null ? line : `${open} ${line.trim()}`;
    const [bare = ''] = whole.split('#', 1);
    const isOpen = /=\s*\[/.test(bare.slice(bare.lastIndexOf(']') + 1));
    open = isOpen && whole.length < 5000 ? bare : null;
    if (open === null) yield whole;
  }
  if (open !== null) yield open;
}

/** First value of a key; null if absent. */
export function settingIn({ settings }: ConfigSection, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const [value] = settings.get(key) ?? [];
    if (value !== undefined) return value;
  }
  return null;
}

/** Texts of a TOML value: a quoted text, or a list of them. */
export function tomlTexts(value: string | null): string[] {
  if (value === null) return [];
  return [...value.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, double, single]) => double ?? single ?? '');
}
