import type { HostMessage } from '../src/protocol/hostMessage.ts';

/** What the host sends: always the whole of what a page draws. */
export type Snapshot = HostMessage['snapshot'];

export type Tab = Snapshot['view']['tab'];

/** What one tab draws. */
export type ViewOf<T extends Tab> = Extract<Snapshot['view'], { tab: T }>;

/** What was spent, as a person has chosen to see it. */
export type Cost = NonNullable<ViewOf<'cost'>['cost']>;

/** What was wasted, and what shows it. */
export type Findings = NonNullable<ViewOf<'findings'>['findings']>;

/** Whether the habits are good, by the logs. */
export type Targets = NonNullable<ViewOf<'targets'>['targets']>;
