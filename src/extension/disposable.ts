/** Something that is released when the extension is switched off. */
export interface Disposable {
  dispose(): void;
}
