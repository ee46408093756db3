/**
 * What a reader does not see, as the inside of a `[…]` for a pattern with the flag `u`: zero-width and joining characters, bidi
 * controls, variation selectors, tags, soft hyphens, byte order marks, fillers, annotation marks.
 */
export const INVISIBLE_CLASS = String.raw`\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\ufff9-\ufffb`;
