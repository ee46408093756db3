import { applyGates, type GatedText, type GatePasses } from '../../core/context/gates/applyGates.ts';
import { SECRET_SCANNERS } from '../../core/context/gates/findSecrets.ts';
import { scanWithPreset } from './scanWithPreset.ts';

const SCANNERS = [...SECRET_SCANNERS, scanWithPreset];

/** A scope is measured, read for a copy and handed out: the same text and the same stable part of it. */
const REMEMBERED = 2;
type Answer = { text: string; keepSecrets: boolean; keepInvisible: boolean; gated: GatedText };
const answers: Answer[] = [];

/** The gates with all scanners there are. Every text that leaves passes here and nowhere else. The dearest step of a copy, so the last answers are kept. */
export function gateText(
  text: string,
  { keepSecrets = false, keepInvisible = false }: GatePasses = {},
): GatedText {
  const isSame = (answer: Answer) =>
    answer.keepSecrets === keepSecrets && answer.keepInvisible === keepInvisible && answer.text === text;
  const known = answers.find(isSame);
  if (known !== undefined) return known.gated;
  const gated = applyGates(text, { keepSecrets, keepInvisible }, SCANNERS);
  answers.unshift({ text, keepSecrets, keepInvisible, gated });
  answers.length = Math.min(answers.length, REMEMBERED);
  return gated;
}
