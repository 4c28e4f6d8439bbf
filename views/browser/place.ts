/** Name of the database, and of the cache, in which an own phone keeps what it keeps. */
export const place = 'earshot'
