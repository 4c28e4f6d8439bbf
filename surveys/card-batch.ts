/** Cards that a partner can ask for in one go. */
export const mostCards = 5000

/** In what role somebody says that whoever needs a permission has it: functions, never names. */
export const attestingRoles = ['teacher', 'youth_worker', 'helpline', 'other'] as const
export type AttestingRole = (typeof attestingRoles)[number]

/**
 * Cards that are printed for a batch: those to hand out and 5 % spares, at least one. A card that was redeemed before the
 * phone went down cannot be redeemed again by another.
 *
 * @param size cards to hand out; 1 to `mostCards`
 */
export function cardsPrinted(size: number): number {
  // In whole numbers: 0.05 of 100 is a little more than 5.
  return size + Math.ceil(size / 20)
}
