// Where received files go, as the browser side offers it: engine/browser-files.ts.

/** A file that is being written, from its beginning to its end. */
export interface FileSink {
  write(piece: Uint8Array<ArrayBuffer>): Promise<void>;
  /** All is written; what is given can be shown and saved, and is on the disk unless the browser keeps nothing there. */
  close(): Promise<File>;
  /** What was written is of no use. */
  abort(): Promise<void>;
}

export type OpenedSink =
  /** `isSaved`: in the place the person chose; else it is still to be saved when it is whole. */
  | { readonly at: 'opened'; readonly sink: FileSink; readonly isSaved: boolean }
  /** The person was asked where to, and thought better of it. */
  | { readonly at: 'dismissed' }
  /** This browser keeps files in memory, and not of that size. */
  | { readonly at: 'too-large'; readonly maxBytes: number };

export interface FileStore {
  /** To be called in the click of the person, who may be asked where to save. Fails if the disk does. */
  open(wanted: { readonly name: string; readonly size: number }): Promise<OpenedSink>;
  /** Puts a file that is whole where the browser puts downloads, under that name. */
  save(file: Blob, name: string): void;
  /** The call is over: what is kept for saving goes, in a while. */
  close(): void;
}
