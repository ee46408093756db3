/** Nothing that opens, asks, updates or reports by itself. */
export const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'files.simpleDialog.enable': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Nothing of the person who runs the tests gets in: no home folder, and only the variables programs need. */
export function bareEnvironment(home: string, locale: string): NodeJS.ProcessEnv {
  const needed = ['PATH', 'Path', 'PATHEXT', 'SystemRoot', 'ComSpec', 'TMPDIR', 'TEMP', 'TMP'];
  return {
    ...Object.fromEntries(needed.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))),
    HOME: home,
    USERPROFILE: home,
    LANG: `${locale.replace('-', '_')}.UTF-8`,
  };
}
