import { applyGates, type GatedText, type GatePasses } from '../../core/context/gates/applyGates.ts';
import { SECRET_SCANNERS } from '../../core/context/gates/findSecrets.ts';
import { scanWithPreset } from './scanWithPreset.ts';

const SCANNERS = [...SECRET_SCANNERS, scanWithPreset];

/** The gates with all scanners there are. Every text that leaves passes here and nowhere else. */
export function gateText(text: string, passes?: GatePasses): GatedText {
  return applyGates(text, passes, SCANNERS);
}
