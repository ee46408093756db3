import {
  findSecrets,
  SECRET_SCANNERS,
  type SecretScanner,
} from '../../../../src/core/context/gates/findSecrets.ts';
import { seededRandom } from './randomSecrets.ts';
import { SECRET_FORMATS, type SecretFormat } from './secretFormats.ts';
import { SECRET_POSITIONS } from './secretPositions.ts';

export type Recall = {
  format: SecretFormat;
  position: string;
  found: number;
  tried: number;
  missed: string[];
};

/** How many of `tries` generated secrets of each format are covered whole by hits, in each position. */
export function measureRecall(tries: number, scanners = SECRET_SCANNERS): Recall[] {
  const random = seededRandom(1);
  return SECRET_FORMATS.flatMap((format) =>
    SECRET_POSITIONS.map(({ id, place }) => {
      const missed: string[] = [];
      for (let index = 0; index < tries; index += 1) {
        const { text, secret } = place(format, format.build(random), random);
        if (!isCovered(text, secret, scanners)) missed.push(text);
      }
      return { format, position: id, found: tries - missed.length, tried: tries, missed };
    }),
  );
}

/** The secret is gone when one hit covers all of it; what surrounds it may be covered too. */
function isCovered(text: string, secret: string, scanners: readonly SecretScanner[]): boolean {
  const start = text.indexOf(secret);
  if (start === -1) throw new Error('The specimen does not hold its secret.');
  return findSecrets(text, scanners).some((hit) => hit.start <= start && hit.end >= start + secret.length);
}
