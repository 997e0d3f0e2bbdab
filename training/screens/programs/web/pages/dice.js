// Dice: random numbers of a seed, the same on every machine.
export function dice(seed) {
  const large = BigInt(seed)
  let state = Number(((large ^ (large >> 31n)) * 2654435761n) & 0xffffffffn)
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const whole = (low, high) => low + Math.floor(roll() * (high - low + 1))
  const pick = (...all) => all[whole(0, all.length - 1)]
  return { roll, whole, pick, chance: share => roll() < share, between: (low, high) => low + roll() * (high - low) }
}
