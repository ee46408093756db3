/** Stands in stored counts. Raise it when a change to the engine or to what is stored makes older counts wrong. */
export const ENGINE_VERSION = 1;
