/** A resource that is released when the extension is deactivated. */
export interface Disposable {
  dispose(): void;
}
