/** What the scripts of one file ask instead of the server that they do not have. */
declare var courseHost: {
  /** Where a script would lie if the file were a folder. */
  address: (name: string) => string;
  /** What a script gives, by such an address; in a worker, which cannot be told where scripts are. */
  module?: (address: string) => Promise<any>;
};

interface Uint8ArrayConstructor {
  /** Of newer browsers, and quicker. */
  fromBase64?: (text: string) => Uint8Array<ArrayBuffer>;
}
