import { IMAGE_PARTS, type ImageContents, type ImagePart } from '../../../model/index.ts';
import type { AmazonLinuxWithNotes } from '../versions.ts';

/** Plain kind of image of each system; images for GPUs may have another kernel. */
const PLAIN: Record<AmazonLinuxWithNotes, readonly string[]> = {
  'amazon-linux-2': ['AL2_x86_64', 'AL2_ARM_64'],
  'amazon-linux-2023': ['AL2023_x86_64_STANDARD', 'AL2023_ARM_64_STANDARD'],
};
/** `kernel`, `kernel6.12`, `kernel-5.10`: one series each. */
const KERNEL = /^kernel(?:-?\d+\.\d+)?$/;
/** Upper bound of columns; there have never been as many kinds of image. */
const maxColumns = 50;

type Row = Readonly<Record<ImagePart, string | null>>;

/**
 * Reads the tables of packages, line by line: `<summary><b>Kubernetes 1.33</b>`, a head with the kinds of image, then
 * rows of a package and its versions, with cells that span several kinds.
 */
export class ContentsReader {
  readonly #found = new Map<AmazonLinuxWithNotes, Map<string, Row>>();
  #kubernetes: string | null = null;
  #columns: string[] = [];
  #row: { name: string; cells: string[] } | null = null;

  line(line: string): void {
    const kubernetes = /<summary><b>Kubernetes (\d\.\d{1,2})<\/b>/.exec(line)?.[1];
    if (kubernetes !== undefined) this.#kubernetes = kubernetes;
    if (/<table>/.test(line)) this.#columns = [];
    const column = /<th>([\w-]{1,60})<\/th>/.exec(line)?.[1];
    if (column !== undefined && this.#columns.length < maxColumns) this.#columns.push(column);
    if (/<\/?tr>/.test(line)) this.#endRow();
    const cell = /<td(?: colspan="(?<span>\d{1,2})")?>(?<content>[^<]{1,100})<\/td>/.exec(line)?.groups;
    if (cell !== undefined) this.#cell(cell['content'] ?? '', Number(cell['span'] ?? 1));
  }

  /** Contents of images, with minor versions grouped if all parts have the same versions. */
  of(product: AmazonLinuxWithNotes): readonly ImageContents[] {
    const rows = [...(this.#found.get(product) ?? [])];
    const groups = Map.groupBy(rows, ([, row]) => IMAGE_PARTS.map((part) => row[part]).join(' '));
    return [...groups.values()].flatMap((group) => {
      const [first] = group;
      return first === undefined ? [] : [{ kubernetes: group.map(([minor]) => minor), ...first[1] }];
    });
  }

  #cell(content: string, span: number): void {
    if (this.#row === null) this.#row = { name: content, cells: [] };
    else this.#row.cells.push(...Array<string>(Math.min(span, maxColumns)).fill(content));
  }

  #endRow(): void {
    const row = this.#row;
    this.#row = null;
    const part = IMAGE_PARTS.find(
      (part) => row?.name === part || (part === 'kernel' && KERNEL.test(row?.name ?? '')),
    );
    if (row === null || part === undefined || this.#kubernetes === null || this.#columns[0] !== 'Package')
      return;
    for (const [product, kinds] of Object.entries(PLAIN) as [AmazonLinuxWithNotes, readonly string[]][]) {
      const at = kinds.map((kind) => this.#columns.indexOf(kind) - 1).find((index) => index >= 0);
      const version = row.cells[at ?? -1];
      if (version !== undefined && /^\d/.test(version)) this.#keep(product, part, version);
    }
  }

  #keep(product: AmazonLinuxWithNotes, part: ImagePart, version: string): void {
    const rows = this.#found.get(product) ?? new Map<string, Row>();
    this.#found.set(product, rows);
    const minor = this.#kubernetes ?? '';
    rows.set(minor, { ...NOTHING, ...rows.get(minor), [part]: version });
  }
}

const NOTHING: Row = { kernel: null, containerd: null, runc: null };
