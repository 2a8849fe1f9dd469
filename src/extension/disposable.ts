/** Something to release when the extension is deactivated. */
export interface Disposable {
  dispose(): void;
}
