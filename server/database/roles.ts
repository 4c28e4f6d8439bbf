/**
 * Whom the database knows beside its owner. Each part of Earshot works as one of them, so that a mistake in one part
 * cannot reach what another part may.
 */
export const roles = ['admission', 'pourer', 'reader', 'secretariat'] as const
export type Role = (typeof roles)[number]

/** The role of the cluster that holds the rights; nobody logs in as it, but the logins of each database are members. */
export const groupOf = (role: Role): string => `earshot_${role}`
