import { commands, Location, type LocationLink, type TextEditor } from 'vscode';

/** What is not known by then is not waited for: the parsed imports tell most of it. */
const PATIENCE_MS = 400;
/** A symbol that is used everywhere says nothing of where to look. */
const MOST_FILES = 20;

/** Files that the language's own tools name for the symbol under the cursor; none where no tool knows the language. */
export type RelatedFiles = { uses: string[]; defines: string[] };

/** Who uses and who defines the symbol at the start of the selection, by the editor's language support, other files only. */
export async function listRelatedFiles({ document, selection }: TextEditor): Promise<RelatedFiles> {
  const ask = async (command: string) => {
    const found = commands.executeCommand<unknown>(command, document.uri, selection.start);
    const paths = new Set(readLocations(await waitFor(found)));
    paths.delete(document.uri.fsPath);
    return paths.size > MOST_FILES ? [] : [...paths];
  };
  const [uses, defines] = await Promise.all([
    ask('vscode.executeReferenceProvider'),
    ask('vscode.executeDefinitionProvider'),
  ]);
  return { uses, defines };
}

async function waitFor(found: Thenable<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, undefined);
  });
  try {
    return await Promise.race([found, late]);
  } catch {
    return undefined; // A language server that fails knows nothing.
  } finally {
    clearTimeout(timer);
  }
}

function readLocations(found: unknown): string[] {
  if (!Array.isArray(found)) return [];
  const uris = found.map((each: Location | LocationLink) =>
    each instanceof Location ? each.uri : each.targetUri,
  );
  return uris.filter(({ scheme }) => scheme === 'file').map(({ fsPath }) => fsPath);
}
