import { compareIds, type ManifestCheck } from './subject.ts';
import { listTableUses } from './tableUses.ts';

const BUILT_IN_CONTAINERS: ReadonlySet<string> = new Set(['explorer', 'scm', 'debug', 'test', 'panel']);

/** Views are contributed into containers that exist, and filled by the code. */
export const checkViews: ManifestCheck = ({ manifest: { contributes }, tables, sources }) => {
  const views = Object.values(contributes.views).flat();
  const containers = Object.values(contributes.viewsContainers)
    .flat()
    .map(({ id }) => id);
  const filled = listTableUses(sources).filter(({ table, isDefining }) => table === 'VIEWS' && isDefining);
  return [
    ...compareIds(
      'view',
      views.map(({ id }) => id),
      Object.values(tables.views),
    ),
    ...Object.entries(tables.views)
      .filter(([name]) => !filled.some((use) => use.name === name))
      .map(([, id]) => `view ${id}: nothing fills it`),
    ...views.filter(({ id }) => !id.startsWith('tokenMeter.')).map(({ id }) => `view ${id}: wrong prefix`),
    ...views
      .filter(({ type }) => !/^(tree|webview)$/.test(type ?? 'tree'))
      .map(({ id }) => `view ${id}: unknown type`),
    ...Object.keys(contributes.views)
      .filter((id) => !containers.includes(id) && !BUILT_IN_CONTAINERS.has(id))
      .map((id) => `views container ${id}: not contributed`),
    ...containers
      .filter((id) => contributes.views[id] === undefined)
      .map((id) => `views container ${id}: empty`),
    ...containers
      .filter((id) => !/^(tokenMeter|token-meter)[\w-]*$/.test(id))
      .map((id) => `views container ${id}: wrong name`),
  ];
};

/** Welcome texts and walkthroughs belong to views that exist and link to commands that exist. */
export const checkGuides: ManifestCheck = ({ manifest: { contributes }, tables }) => {
  const views = Object.values(contributes.views)
    .flat()
    .map(({ id }) => id);
  const commands = new Set(contributes.commands.map(({ command }) => command));
  const settings = new Set(Object.values(tables.settings).map(({ key }) => key));
  const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
  const texts = [
    ...contributes.viewsWelcome.map(({ view, contents }) => ({
      place: `welcome of ${view}`,
      text: contents,
    })),
    ...steps.map(({ id, description }) => ({ place: `step ${id}`, text: description })),
  ];
  const events: Readonly<Record<string, (id: string) => boolean>> = {
    onCommand: (id) => commands.has(id) || !id.startsWith('tokenMeter'),
    onView: (id) => views.includes(id),
    onSettingChanged: (id) => settings.has(id),
    onContext: () => true,
    onLink: () => true,
  };
  return [
    ...contributes.viewsWelcome
      .filter(({ view }) => !views.includes(view))
      .map(({ view }) => `welcome of ${view}: unknown view`),
    ...texts.flatMap(({ place, text }) =>
      [...text.matchAll(/\(command:([\w.-]+)/g)]
        .map(([, id = '']) => id)
        .filter((id) => !commands.has(id) && !/^(workbench|vscode|walkthroughs)\./.test(id))
        .map((id) => `${place}: unknown command ${id}`),
    ),
    ...steps.flatMap(({ id, completionEvents }) =>
      completionEvents
        .filter((event) => {
          const [kind = '', argument = ''] = event.split(/:(.*)/s);
          return !(events[kind]?.(argument) ?? false);
        })
        .map((event) => `step ${id}: unknown event ${event}`),
    ),
  ];
};
