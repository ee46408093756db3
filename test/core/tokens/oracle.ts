import { get_encoding, type Tiktoken } from 'tiktoken';
import type { EncodingName } from '../../../src/core/tokens/encoding.ts';

const encoders = new Map<EncodingName, Tiktoken>();

/** Tokens of the text by OpenAI's own encoder, compiled to WebAssembly; special-token text is ordinary text. */
export function oracleEncode(encoding: EncodingName, text: string): Uint32Array {
  return encoder(encoding).encode(text, [], []);
}

/** Where each token ends, counted in bytes. */
export function oracleByteEnds(encoding: EncodingName, text: string): number[] {
  let end = 0;
  return Array.from(oracleEncode(encoding, text), (token) => {
    end += encoder(encoding).decode_single_token_bytes(token).length;
    return end;
  });
}

function encoder(encoding: EncodingName): Tiktoken {
  const existing = encoders.get(encoding) ?? get_encoding(encoding);
  encoders.set(encoding, existing);
  return existing;
}
