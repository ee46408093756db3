/** The one global this folder needs beyond the language: every runtime has it (Node, web workers, browsers). */
declare class TextEncoder {
  encode(text?: string): Uint8Array;
  encodeInto(text: string, target: Uint8Array): { read: number; written: number };
}
