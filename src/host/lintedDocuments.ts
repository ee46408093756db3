import type { DocumentSelector, TextDocument } from 'vscode';

/** What VS Code calls prompts and instructions in Markdown, its own kinds among them. */
const LANGUAGES = ['markdown', 'prompt', 'instructions', 'chatagent', 'chatmode', 'skill'] as const;
const SCHEMES = ['file', 'untitled'] as const;

/** The documents that are checked as prompts where the user has asked for it. */
export const LINTED_DOCUMENTS: DocumentSelector = LANGUAGES.flatMap((language) =>
  SCHEMES.map((scheme) => ({ language, scheme })),
);

export function isLinted({ languageId, uri }: TextDocument): boolean {
  return (
    LANGUAGES.some((language) => language === languageId) && SCHEMES.some((scheme) => scheme === uri.scheme)
  );
}
