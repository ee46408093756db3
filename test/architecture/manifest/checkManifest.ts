import { checkCommands, checkMenusAndKeys } from './checkCommands.ts';
import { checkFiles } from './checkFiles.ts';
import { checkPackages, checkScripts } from './checkPackages.ts';
import { checkModels, checkSettings } from './checkSettings.ts';
import { checkStrings } from './checkStrings.ts';
import { checkGuides, checkViews } from './checkViews.ts';
import type { ManifestCheck } from './subject.ts';
import { checkContextKeys, checkWhenClauses } from './whenClauses.ts';

const CHECKS: readonly ManifestCheck[] = [
  checkCommands,
  checkMenusAndKeys,
  checkViews,
  checkGuides,
  checkSettings,
  checkModels,
  checkWhenClauses,
  checkContextKeys,
  checkFiles,
  checkStrings,
  checkPackages,
  checkScripts,
];

/** Every fault of the manifest, one line each. */
export const checkManifest: ManifestCheck = (subject) => CHECKS.flatMap((check) => check(subject));
