// Plain style: colours, borders, paddings and shapes of a page, drawn from the seed.
import { buttons, lists, marks, menus, tabs } from './parts.js'

export const traits = {}
// What the markup of this page depends on, beside its style.

export function style(plan, dice) {
  const native = dice.chance(0.22)
  Object.assign(traits, {
    native, bare: native && dice.chance(0.6), stretch: dice.chance(0.35), swapped: dice.chance(0.06), ticks: dice.chance(0.3), grips: dice.chance(0.6),
    floating: dice.pick('', 'within', 'edge'), number: dice.pick('native', 'native', 'bare', 'stepper'), date: dice.pick('native', 'icon'),
    select: dice.pick('native', 'custom'), chevron: dice.pick('down', 'down', 'down', 'sort'), tick: dice.pick('tick', 'tick', 'tick', 'close'),
    icons: { stroke: dice.pick(1.500, 2, 2, 2.500), filled: dice.chance(0.3) }, iconSize: `${dice.between(1, 1.600).toFixed(2)}em`,
    table: ['striped', 'lined', 'gridded', 'hovered'].filter(() => dice.chance(0.5)).join(' '), tabs: dice.pick('underlined', 'boxed', 'pills', 'segmented', 'folder'),
    group: dice.pick('fieldset', 'card', 'bare', 'bare', 'ruled'), heading: dice.pick('h2', 'h3', 'h4', 'strong'),
  })
  const tones = colours(plan, dice)
  return base(plan, dice, tones) + (traits.bare ? '' : fields(dice, tones)) + buttons(dice, tones, traits) + marks(dice, tones) + lists(dice, tones) + menus(dice, tones) + tabs(dice, tones)
}

function colours(plan, dice) {
  const hue = dice.whole(0, 359), tint = dice.chance(0.4) ? dice.whole(4, 22) : 0, { dark } = plan
  const ground = dark ? dice.whole(6, 20) : dice.pick(100, 100, 97, 95, 91, 86)
  const tone = (light, full = tint) => `hsl(${hue} ${full}% ${light}%)`
  const turn = dark ? 1 : -1
  return {
    dark, hue, ground: tone(ground), ink: tone(dark ? dice.whole(80, 96) : dice.whole(5, 25)), faint: tone(dark ? 55 : dice.whole(48, 62)),
    card: tone(dark ? ground + 4 : dice.pick(100, ground)), sunk: tone(ground + turn * dice.whole(3, 8)), line: tone(ground + turn * dice.whole(12, 38)),
    soft: tone(ground + turn * dice.whole(5, 12)), accent: `hsl(${dice.whole(0, 359)} ${dice.whole(45, 95)}% ${dice.whole(28, dark ? 55 : 46)}%)`,
    chosen: `hsl(${hue} ${dice.whole(30, 80)}% ${dark ? 28 : dice.whole(82, 92)}%)`, field: dice.chance(0.7) ? tone(dark ? ground + dice.whole(-4, 6) : dice.pick(100, 100, 98)) : tone(ground + turn * 4),
    radius: dice.pick(0, 0, 2, 3, 4, 4, 6, 8, 10, 14, 20),
  }
}

function base(plan, dice, tone) {
  const font = plan.font ? `'${plan.font}', ${dice.pick('sans-serif', 'Arial, sans-serif')}` : dice.pick('sans-serif', 'system-ui', 'Arial', 'serif', 'Nimbus Sans', 'URW Gothic', 'sans-serif')
  const card = dice.chance(0.5) ? `border:1px solid ${tone.line};` : `box-shadow:0 1px ${dice.whole(2, 12)}px #0004;`
  return `:root{color-scheme:${tone.dark ? 'dark' : 'light'};accent-color:${traits.native && dice.chance(0.5) ? 'auto' : tone.accent}}
  body{background:${tone.ground};color:${tone.ink};font:${dice.pick(400, 400, 400, 300, 500)} ${plan.points * 1.333}px/${dice.pick('normal', 1.3, 1.5, 1.6)} ${font}}
  input,select,textarea,button{font:inherit;font-size:${dice.pick('1em', '1em', '0.93em')}}
  small{font-size:${dice.pick('0.8em', '0.87em')};display:block;margin-top:2px}.help{color:${tone.faint}}.error,.star{color:${tone.dark ? '#f77' : '#c22'}}
  .faint{color:${tone.faint}}.caption{${dice.pick('', '', 'font-weight:600;', `color:${tone.faint};`, 'font-size:0.9em;')}}
  h1,h2,h3,h4,.heading{margin:0 0 ${dice.whole(4, 14)}px;line-height:1.2;display:block}h1{font-size:1.600em}h2{font-size:1.300em}h3{font-size:1.150em}h4{font-size:1em}
  a{color:${dice.pick(tone.accent, tone.accent, tone.dark ? '#8ab4f8' : '#0645ad')};text-decoration:${dice.pick('underline', 'underline', 'none')}}
  .group.card{background:${tone.card};${card}border-radius:${tone.radius}px;padding:${dice.whole(8, 22)}px}.group.ruled{border-top:1px solid ${tone.line};padding-top:10px}
  fieldset.group{border:${dice.pick(1, 1, 2)}px ${dice.pick('solid', 'groove')} ${tone.line};border-radius:${tone.radius}px;margin:0;min-width:0;padding:${dice.whole(6, 16)}px}
  .header.tinted{background:${tone.soft}}.header.lined{border-bottom:1px solid ${tone.line}}.header.filled{background:${tone.accent};color:#fff}
  .header.filled a,.header.filled .btn.ghost{color:#fff}.toolbar{${dice.pick('', `background:${tone.soft};`, `border-bottom:1px solid ${tone.line};`)}}
  .side{${dice.pick(`background:${tone.soft};`, `border-right:1px solid ${tone.line};`)}}.status{border-top:1px solid ${tone.line};color:${tone.faint};font-size:0.9em}`
}

function fields(dice, tone) {
  const pad = `${dice.whole(1, 12)}px ${dice.whole(3, 14)}px`, focus = dice.pick(`outline:2px solid ${tone.accent}`, `outline:none;border-color:${tone.accent}`, `outline:none;border-color:${tone.accent};box-shadow:0 0 0 3px ${tone.chosen}`)
  const border = dice.pick(
    `border:1px solid ${tone.line};border-radius:${tone.radius}px`, `border:1px solid ${tone.line};border-radius:${tone.radius}px`, `border:1px solid ${tone.faint};border-radius:${tone.radius}px`,
    `border:2px solid ${tone.line};border-radius:${tone.radius}px`, `border:0;border-bottom:${dice.pick(1, 2)}px solid ${tone.faint};border-radius:0;background:transparent`,
    `border:0;border-bottom:1px solid ${tone.faint};border-radius:${Math.min(6, tone.radius)}px ${Math.min(6, tone.radius)}px 0 0;background:${tone.sunk}`,
    `border:0;background:${tone.sunk};border-radius:${tone.radius}px`, `border:0;box-shadow:0 1px 4px #0006;border-radius:${tone.radius}px`, `border:1px solid ${tone.soft};box-shadow:inset 0 1px 3px #0003;border-radius:${tone.radius}px`)
  return `.in{box-sizing:border-box;background:${tone.field};color:inherit;padding:${pad};margin:0;max-width:100%;${border}}
  .in:focus{${focus}}.in::placeholder{color:${tone.faint};opacity:1}.in.wrong{border-color:${tone.dark ? '#f77' : '#c22'}}
  .in:disabled,.in[aria-disabled=true]{${dice.pick('opacity:0.5', `background:${tone.soft};color:${tone.faint}`, `color:${tone.faint};border-style:dashed`)}}
  select.in:not([size]){${dice.chance(0.5) ? `appearance:none;padding-right:2em;background-image:url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='${encodeURIComponent(tone.faint)}' stroke-width='2'%3E%3Cpath d='M6 9l6 6l6-6'/%3E%3C/svg%3E");background-repeat:no-repeat;background-position:right 0.4em center;background-size:1.2em` : ''}}`
}
