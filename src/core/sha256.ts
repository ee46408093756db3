import { sha256 as hashBytes } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits: to know a name again that somebody else has hashed. */
export function sha256(text: string): string {
  return bytesToHex(hashBytes(utf8ToBytes(text)));
}
