/** Written by tools/types.ts from the migrated database. */
// biome-ignore lint/complexity/noBannedTypes: no table yet
export type DB = {}
