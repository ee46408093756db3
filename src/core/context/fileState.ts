/** Why a file is not part of the scope's text. */
export const SKIP_REASONS = {
  missing: 'not found',
  unreadable: 'no permission to read',
  binary: 'binary file',
  special: 'not a regular file',
  tooLarge: 'too large (over 50 MB)',
  linkedFolder: 'link to a folder: not followed',
  loop: 'symbolic link loop',
  outside: 'outside the workspace',
  denied: 'likely to hold secrets: left out',
  failed: 'could not be read',
  unchanged: 'no changes',
  noGit: 'not in a Git repository, or Git is not installed',
  noBranch: 'no such branch or commit',
  untrusted: 'Git is run in trusted workspaces only',
  tooManyNew: 'more new files than can be listed: only the first 500 are in',
  noLines: 'the file is shorter than that by now',
  noSymbol: 'no such symbol in the file any more',
  noProblems: 'no problems',
  noMatch: 'no file matches',
} as const;
export type SkipReason = keyof typeof SKIP_REASONS;

/** What is worth knowing about a file that is part of the scope's text. */
export const FILE_NOTES = {
  empty: 'empty file',
  replaced: 'invalid UTF-8: replaced by �',
  utf16: 'UTF-16',
  duplicate: 'already in the scope',
  onDisk: 'as saved: without the changes in the editor',
  named: 'named only: lock, minified or generated file',
  noOutline: 'no outline for this language: an excerpt',
} as const;
export type FileNote = keyof typeof FILE_NOTES;
